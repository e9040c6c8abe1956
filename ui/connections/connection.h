#pragma once

#include "activitylog.h"
#include "client.h"
#include "drafts.h"
#include "exchange.h"
#include "exchangelog.h"
#include "servicerules.h"
#include "serving.h"

#include "cmq/copysource.h"
#include "cmq/eventsource.h"
#include "cmq/service.h"
#include "cmq/timecontrol.h"

#include "ui/common/icons.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

namespace cmq::scenario {
class Sandbox;
}

namespace ui {

enum class ConnectionKind {
    Local,   ///< the durable embedded broker, system clock
    Sandbox, ///< a broker in memory whose time obeys and whose past can be taken back
    Remote,  ///< a CMQ endpoint
};

/// A CMQ service as the console sees it: what it is, what it can do, and the one way to ask it for
/// something. Pages never ask which kind they have; they ask `whyNot`.
///
/// Thread: the GUI's. The service answers from its own thread; `onResult` brings the answer here.
class Connection final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<cmq::Time()>;

    struct Description
    {
        ConnectionKind kind = ConnectionKind::Local;
        /// Where it keeps its messages: a folder, a URL; empty for a sandbox.
        QString place;
        bool isReadOnly = false;
        /// What the person calls it; empty where the kind says enough.
        QString name;
        Tone tone = Tone::Accent;  ///< the person's colour for it
        bool isProduction = false; ///< what is destroyed there is missed by others
        /// TDMQ for CMQ, which does some things otherwise than CMQ: see `isTdmq`.
        bool isTdmq = false;
        bool hasCloudApi = false; ///< it is asked by API 3.0
    };

    /// `clock` is the service's: countdowns and ages are measured with it.
    Connection(std::unique_ptr<cmq::Service> service, Description description, Clock clock,
               QObject* parent = nullptr);
    ~Connection() override;

    [[nodiscard]] ConnectionKind kind() const { return m_description.kind; }
    [[nodiscard]] const QString& place() const { return m_description.place; }
    [[nodiscard]] bool isReadOnly() const { return m_description.isReadOnly; }
    [[nodiscard]] const QString& name() const { return m_description.name; }
    /// What is remembered for this connection is kept under this name: no address can be read in
    /// it.
    [[nodiscard]] QString keptName() const;
    [[nodiscard]] Tone tone() const { return m_description.tone; }
    [[nodiscard]] bool isProduction() const { return m_description.isProduction; }
    /// An account of today (TDMQ for CMQ). It fixes the largest message at 1 MiB, ignores the case
    /// of names and reserves some endings, forgets unacknowledged messages after a time that counts
    /// from sending, and takes subscriptions away with their queue. Source: TDMQ for CMQ guides.
    [[nodiscard]] bool isTdmq() const { return m_description.isTdmq; }
    /// For forms. Resource tags, trace and the like are API 3.0's, and the embedded broker keeps
    /// them, too.
    [[nodiscard]] ServiceRules rules() const { return {isTdmq(), m_description.hasCloudApi}; }
    /// Whether counters are exact and cost nothing to ask for. CMQ's service counts approximately,
    /// half a minute late, and bills each request.
    [[nodiscard]] bool hasExactFigures() const { return kind() != ConnectionKind::Remote; }
    [[nodiscard]] cmq::Time now() const { return m_clock(); }
    /// The clock of a sandbox; null for connections whose time nobody can move.
    [[nodiscard]] cmq::TimeControl* timeControl() const;

    /// What a sandbox has besides: a scenario, actors, undo; null for all others.
    [[nodiscard]] cmq::scenario::Sandbox* sandbox() const;

    /// What happens and happened there; null for those that do not tell.
    [[nodiscard]] cmq::EventSource* events() const;
    /// Looks into the past; NotSupported without `events`.
    [[nodiscard]] QFuture<cmq::Result<cmq::EventHistory>> history(cmq::EventQuery query);

    /// Why its state cannot be had as a copy, in the person's words; empty if it can.
    [[nodiscard]] QString whyNotCopy() const;
    /// Its state, or a part of it, as it is now. Shared, because a future's result can be asked for
    /// twice.
    using Copy = std::shared_ptr<const cmq::BrokerCopy>;
    [[nodiscard]] QFuture<cmq::Result<Copy>> copy(cmq::CopyScope scope);

    /// Serves the broker of this connection to other programs; null where there is none.
    [[nodiscard]] Serving* serving() const { return m_serving.get(); }
    /// `serving` ends before the service does.
    void setServing(std::unique_ptr<Serving> serving) { m_serving = std::move(serving); }
    /// The requests over HTTP that go in (served) or out (sent).
    [[nodiscard]] ExchangeLog& exchanges() const { return *m_exchanges; }
    /// A log that was there first, because the service reports to it.
    void setExchanges(std::unique_ptr<ExchangeLog> log) { m_exchanges = std::move(log); }

    /// What people write to send over this connection.
    [[nodiscard]] Drafts& drafts() const { return *m_drafts; }

    /// An action as the request that CMQ's API has for it; no parameters if it has none.
    struct Request
    {
        QString url; ///< where it would be sent; empty: this is nobody's endpoint
        QList<RequestParameter> parameters;
    };
    using Encoder = std::function<Request(const cmq::Action&)>;
    void setEncoder(Encoder encoder) { m_encoder = std::move(encoder); }
    [[nodiscard]] Request requestOf(const cmq::Action& action) const;
    /// How long figures that are counted stay before they are asked for again; 0: until somebody
    /// asks. Means nothing where figures are exact.
    [[nodiscard]] std::chrono::seconds refreshPause() const { return m_refreshPause; }
    void setRefreshPause(std::chrono::seconds pause) { m_refreshPause = pause; }

    /// What this console did to it.
    [[nodiscard]] ActivityLog& activity() const { return *m_activity; }

    /// Why this connection would refuse an action, in the person's words; empty if it would not.
    [[nodiscard]] QString whyNot(const cmq::Action& action) const;

    /// Asks the service. Consume the answer with `onResult`; cancel the future to take the request
    /// back. A read-only connection refuses every change right here.
    template <cmq::ActionType A>
    [[nodiscard]] QFuture<cmq::Result<typename A::Reply>> call(A action);

signals:
    /// Something that this console asked for has changed what the service holds.
    void changed();

private:
    [[nodiscard]] std::optional<cmq::ErrorId> refusal(const cmq::Action& action) const;
    /// `error` says what went wrong, if anything did, once the future has its result.
    void follow(const QFuture<void>& future, cmq::RequestId request, const cmq::Action& action,
                std::function<std::optional<cmq::Error>()> error);

    std::unique_ptr<ActivityLog> m_activity;
    std::unique_ptr<ExchangeLog> m_exchanges = std::make_unique<ExchangeLog>();
    std::unique_ptr<cmq::Service> m_service;
    std::unique_ptr<Serving> m_serving; // goes before the service it serves
    Description m_description;
    Clock m_clock;
    Drafts* m_drafts; // our child
    Encoder m_encoder;
    std::chrono::seconds m_refreshPause{30};
};

template <cmq::ActionType A>
QFuture<cmq::Result<typename A::Reply>> Connection::call(A action)
{
    using Answer = cmq::Result<typename A::Reply>;
    // Shared, because std::function wants to copy what it holds. If the service drops the
    // completion, the promise dies with it and the future ends as cancelled.
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const QFuture<Answer> future = promise->future();

    if constexpr (requires { action.client; })
        action.client = ThisConsole;
    const cmq::Action any(action);
    if (const auto refused = refusal(any)) {
        cmq::Error error = cmq::makeError(*refused, cmq::actionTraits(any).name);
        if (cmq::actionTraits(any).kind != cmq::ActionKind::Read)
            m_activity->add(activityOf(any, &error, now()));
        promise->addResult(Answer(cmq::fail(std::move(error))));
        promise->finish();
        return future;
    }
    const cmq::RequestId request =
        cmq::call(*m_service, std::move(action), [promise](Answer answer) {
            promise->addResult(std::move(answer));
            promise->finish();
        });
    follow(QFuture<void>(future), request, any, [future]() -> std::optional<cmq::Error> {
        const Answer& answer = *future.constBegin();
        return answer ? std::nullopt : std::optional(answer.error());
    });
    return future;
}

} // namespace ui
