#include "endpointtest.h"

#include "remoteservice.h"

#include "ui/common/errortext.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <algorithm>
#include <memory>
#include <mutex>

namespace {

using Verdict = ui::EndpointReport::Verdict;

constexpr const char* NobodysQueue = "cmq-console-tries-the-connection-and-nobody-has-this-queue";

/// What the latest request met on its way, told on the service's thread.
class Journey final
{
public:
    struct Facts
    {
        RemoteStage stage = RemoteStage::Connect;
        std::optional<cmq::Seconds> clockSkew;
        cmq::Milliseconds longest{0}; ///< of all requests
    };

    void note(const RemoteExchange& exchange)
    {
        const std::lock_guard lock(m_mutex);
        Facts facts{exchange.stage, exchange.clockSkew, exchange.duration};
        if (m_facts)
            facts.longest = std::max(facts.longest, m_facts->longest);
        m_facts = facts;
    }
    /// None: nothing could even be tried.
    [[nodiscard]] std::optional<Facts> facts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_facts;
    }

private:
    mutable std::mutex m_mutex; // guards m_facts
    std::optional<Facts> m_facts;
};

Verdict verdictOnStage(RemoteStage stage)
{
    switch (stage) {
    case RemoteStage::Proxy: return Verdict::Proxy;
    case RemoteStage::Name: return Verdict::Name;
    case RemoteStage::Connect: return Verdict::Connect;
    case RemoteStage::Tls: return Verdict::Tls;
    case RemoteStage::Answer:
    case RemoteStage::Done: break;
    }
    return Verdict::Answer;
}

Verdict verdictOnRefusal(const cmq::Error& error, const std::optional<cmq::Seconds>& clockSkew)
{
    using enum cmq::ErrorId;
    switch (error.id) {
    case ConnectionFailed: return Verdict::Answer; // it came whole, but was not understood
    case SecretIdUnknown:
    case SecretIdStatus:
    case SecretIdPrefix: return Verdict::Key;
    case AuthenticationFailed:
        return clockSkew && std::chrono::abs(*clockSkew) >= ui::SkewWorthTelling
                   ? Verdict::ClockSkew
                   : Verdict::Signature;
    case NoCamAuthentication:
    case AccountIllegal: return Verdict::Permission;
    case ActionUnknown: return Verdict::ActionUnknown;
    default: return error.code == 4100 ? Verdict::Signature : Verdict::Refused;
    }
}

/// One test under way. It owns its connection and goes when it has said what it found.
class EndpointTest final : public QObject
{
public:
    EndpointTest(RemoteOptions options, QObject* context,
                 std::function<void(const ui::EndpointReport&)> done)
        : QObject(context)
        , m_queueHost(options.queueUrl.host())
        , m_topicHost(options.topicUrl.isEmpty() ? m_queueHost : options.topicUrl.host())
        , m_cloudHost(options.cloudUrl.host())
        , m_done(std::move(done))
    {
        options.onExchange = [journey = m_journey](const RemoteExchange& exchange) {
            journey->note(exchange);
        };
        m_connection = std::make_unique<ui::Connection>(
            std::make_unique<RemoteService>(std::move(options)),
            ui::Connection::Description{.kind = ui::ConnectionKind::Remote,
                                        .place = {},
                                        .isReadOnly = m_cloudHost.isEmpty(),
                                        .name = {}},
            [] { return cmq::Time(); });
    }

    void start()
    {
        if (!m_cloudHost.isEmpty())
            return startCloud();
        m_report.host = m_queueHost;
        ask(cmq::ListQueue{{}, 0, 1}, [this] {
            m_report.host = m_topicHost;
            m_report.isTopicAddress = true;
            ask(cmq::ListTopic{{}, 0, 1}, [this] { finish(Verdict::Works); });
        });
    }

private:
    /// API 3.0 lists; that messages go, too, is asked of a queue that nobody has.
    void startCloud()
    {
        m_report.host = m_cloudHost;
        ask(cmq::ListQueue{{}, 0, 1}, [this] {
            m_report.host = m_queueHost;
            ui::onResult(m_connection->call(cmq::ReceiveMessage{NobodysQueue, cmq::Seconds(0)}),
                         this, [this](const cmq::Result<cmq::ReceivedMessage>& answer) {
                             const bool works = answer ||
                                                answer.error().id == cmq::ErrorId::QueueNotFound ||
                                                answer.error().id == cmq::ErrorId::NoMessage;
                             if (works)
                                 finish(Verdict::Works);
                             else
                                 refuse(answer.error());
                         });
        });
    }

    template <cmq::ActionType A>
    void ask(A action, std::function<void()> succeeded)
    {
        ui::onResult(
            m_connection->call(std::move(action)), this,
            [this, succeeded = std::move(succeeded)](const cmq::Result<typename A::Reply>& answer) {
                if (answer)
                    succeeded();
                else
                    refuse(answer.error());
            });
    }

    void refuse(const cmq::Error& error)
    {
        m_report.detail = ui::errorDetail(error);
        const auto facts = m_journey->facts();
        if (!facts)
            finish(Verdict::Address);
        else if (facts->stage != RemoteStage::Done)
            finish(verdictOnStage(facts->stage));
        else
            finish(verdictOnRefusal(error, facts->clockSkew));
    }

    void finish(Verdict verdict)
    {
        m_report.verdict = verdict;
        if (const auto facts = m_journey->facts()) {
            m_report.clockSkew = facts->clockSkew;
            m_report.duration = facts->longest;
        }
        deleteLater();
        m_done(m_report);
    }

    QString m_queueHost;
    QString m_topicHost;
    QString m_cloudHost; // empty without API 3.0
    std::function<void(const ui::EndpointReport&)> m_done;
    std::shared_ptr<Journey> m_journey = std::make_shared<Journey>();
    std::unique_ptr<ui::Connection> m_connection;
    ui::EndpointReport m_report;
};

} // namespace

void testEndpoint(RemoteOptions options, QObject* context,
                  std::function<void(const ui::EndpointReport&)> done)
{
    (new EndpointTest(std::move(options), context, std::move(done)))->start();
}
