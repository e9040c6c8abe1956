#include "remoteclient.h"

#include "remotelisting.h"

#include "wire/codec.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QNetworkProxyFactory>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr int ConnectionsMax = 6; // as many as Qt opens to one host
/// Receives that wait beyond these stand in line. Each line costs a thread inside Qt.
constexpr std::size_t LinesMax = 64;
constexpr std::int64_t NoSkew = std::numeric_limits<std::int64_t>::min();
/// Clocks this far apart are worth a word when a signature is refused.
constexpr cmq::Seconds SkewWorthTelling{60};

cmq::Time systemTime()
{
    return cmq::fromUnixMilliseconds(QDateTime::currentMSecsSinceEpoch());
}

std::uint64_t randomNonce()
{
    // 31 bits: the whole range that every reader of this parameter understands.
    return std::uint64_t(QRandomGenerator::system()->bounded(1, std::numeric_limits<int>::max()));
}

/// What the action itself may wait before it answers.
cmq::Milliseconds waitOf(const cmq::Action& action)
{
    return std::visit(
        []<class A>(const A& each) -> cmq::Milliseconds {
            if constexpr (requires { each.pollingWaitSeconds; })
                return each.pollingWaitSeconds.value_or(cmq::PollingWaitSecondsMax);
            else
                return cmq::Milliseconds(0);
        },
        action);
}

bool isLoopback(const QString& host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

/// A form cannot hold an empty list, so this would be sent as no change at all and be a success.
bool removesAllKeys(const cmq::Action& action)
{
    const auto* change = std::get_if<cmq::SetSubscriptionAttributes>(&action);
    return change && change->bindingKey && change->bindingKey->empty();
}

class ProxyFactory final : public QNetworkProxyFactory
{
public:
    ProxyFactory(ProxyChoice choice, QNetworkProxy own)
        : m_choice(choice)
        , m_own(std::move(own))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (m_choice == ProxyChoice::None || isLoopback(query.peerHostName()))
            return {QNetworkProxy::NoProxy};
        return m_choice == ProxyChoice::Own ? QList<QNetworkProxy>{m_own}
                                            : systemProxyForQuery(query);
    }

private:
    ProxyChoice m_choice;
    QNetworkProxy m_own;
};

bool isHttp(const QUrl& url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == u"http" || url.scheme() == u"https");
}

cmq::Error connectionError(std::string problem, cmq::Outcome outcome)
{
    cmq::Error error = cmq::makeError(cmq::ErrorId::ConnectionFailed, {}, std::move(problem));
    error.outcome = outcome;
    return error;
}

} // namespace

RemoteClient::RemoteClient(RemoteOptions options)
    : m_options(std::move(options))
    , m_signer(m_options)
    , m_skewSeconds(NoSkew)
{
    m_options.secretKey.clear();
    if (!m_options.clock)
        m_options.clock = systemTime;
    if (!m_options.nonce)
        m_options.nonce = randomNonce;
    addLine();
    m_nextTurn.setParent(this); // goes to our thread with us
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, [this] { pump(m_lines.front()); });
}

RemoteClient::~RemoteClient()
{
    // Cancelled ones that have not come back yet go before the managers.
    const QObjectList ours = children();
    for (QObject* child : ours) {
        if (auto* post = dynamic_cast<RemotePost*>(child))
            delete post;
    }
}

void RemoteClient::start(cmq::RequestId call, const cmq::Action& action,
                         cmq::Service::Completion completion)
{
    m_calls[call] = {std::move(completion), cmq::actionTraits(action).kind, {}};
    if (m_signer.isForCloud(action)) {
        startCloud(call, action);
    } else if (removesAllKeys(action)) {
        complete(call, cmq::fail(cmq::ErrorId::BindingKeyMissing, "bindingKey"));
    } else if (cmq::wire::isOnWire(action)) {
        ask(call, action,
            [this, call](cmq::Result<cmq::Reply> result) { complete(call, std::move(result)); });
    } else if (!startListing(*this, call, action)) {
        complete(call, cmq::fail(cmq::ErrorId::NotSupported, cmq::actionTraits(action).name));
    }
}

void RemoteClient::startCloud(cmq::RequestId call, const cmq::Action& action)
{
    const auto* change = std::get_if<cmq::SetSubscriptionAttributes>(&action);
    if (change && (change->protocol || change->endpoint)) {
        complete(call, cmq::fail(cmq::ErrorId::NotSupported, "SetSubscriptionAttributes",
                                 "API 3.0 cannot change a subscription's protocol and endpoint"));
        return;
    }
    if (startCloudListing(*this, call, action))
        return;
    ask(call, action, [this, call, action](cmq::Result<cmq::Reply> result) {
        const auto* set = std::get_if<cmq::SetQueueAttributes>(&action);
        const auto* unbind = std::get_if<cmq::UnbindDeadLetterQueue>(&action);
        if (!result || (!set && !unbind)) {
            complete(call, std::move(result));
            return;
        }
        // API 3.0 says nothing but yes, where v2 tells of the queue: that is asked for.
        ask(call, cmq::GetQueueAttributes{set ? set->queueName : unbind->queueName},
            [this, call, isSet = set != nullptr,
             reply = std::move(*result)](cmq::Result<cmq::Reply> now) mutable {
                if (const auto* queue = now ? std::get_if<cmq::QueueAttributes>(&*now) : nullptr) {
                    if (isSet)
                        reply = cmq::QueueSettingsReply{queue->queueId, queue->settings};
                    else
                        reply = cmq::QueueIdReply{queue->queueId};
                }
                complete(call, std::move(reply));
            });
    });
}

void RemoteClient::cancel(cmq::RequestId call)
{
    const auto found = m_calls.find(call);
    if (found == m_calls.end())
        return;
    cmq::Error error = cmq::makeError(cmq::ErrorId::Cancelled);
    if (found->second.kind != cmq::ActionKind::Read &&
        std::ranges::any_of(found->second.posts, &RemotePost::wasSent))
        error.outcome = cmq::Outcome::MayHaveHappened;
    complete(call, cmq::fail(std::move(error)));
}

void RemoteClient::stop()
{
    while (!m_calls.empty())
        cancel(m_calls.begin()->first);
}

void RemoteClient::complete(cmq::RequestId call, cmq::Result<cmq::Reply> result)
{
    auto node = m_calls.extract(call);
    if (node.empty())
        return;
    for (RemotePost* post : node.mapped().posts)
        post->cancel();
    for (Line& line : m_lines)
        std::erase_if(line.waiting, [&](const Request& each) { return each.call == call; });
    node.mapped().completion(std::move(result));
}

std::optional<cmq::Seconds> RemoteClient::clockSkew() const
{
    const std::int64_t seconds = m_skewSeconds;
    return seconds == NoSkew ? std::nullopt : std::optional(cmq::Seconds(seconds));
}

void RemoteClient::setListingRequests(int count)
{
    m_listingRequests = std::size_t(std::clamp(count, 1, ConnectionsMax - 1));
}

void RemoteClient::ask(cmq::RequestId call, const cmq::Action& action, Handler handler)
{
    Line& line = lineOf(action);
    line.waiting.push_back({call, action, std::move(handler)});
    // Later: a refusal on the spot would come before `start` has returned.
    QMetaObject::invokeMethod(
        this, [this, &line] { pump(line); }, Qt::QueuedConnection);
}

RemoteClient::Line& RemoteClient::lineOf(const cmq::Action& action)
{
    if (waitOf(action) == cmq::Milliseconds(0))
        return m_lines.front();
    const auto load = [](const Line& line) { return line.running + int(line.waiting.size()); };
    const auto free = std::find_if(m_lines.begin() + 1, m_lines.end(),
                                   [&](const Line& line) { return load(line) < ConnectionsMax; });
    if (free != m_lines.end())
        return *free;
    return m_lines.size() < LinesMax
               ? addLine()
               : *std::ranges::min_element(m_lines.begin() + 1, m_lines.end(), {}, load);
}

RemoteClient::Line& RemoteClient::addLine()
{
    Line& line = m_lines.emplace_back();
    line.manager.setParent(this); // goes to our thread with us
    line.manager.setProxyFactory(new ProxyFactory(m_options.proxy, m_options.ownProxy));
    return line;
}

void RemoteClient::pump(Line& line)
{
    while (line.running < ConnectionsMax) {
        std::optional<Request> next = takeNext(line);
        if (!next)
            return;
        post(line, std::move(*next));
    }
}

std::optional<RemoteClient::Request> RemoteClient::takeNext(Line& line)
{
    std::optional<cmq::Milliseconds> pause;
    for (auto each = line.waiting.begin(); each != line.waiting.end(); ++each) {
        const bool hasRate = m_options.keepsCallRates && m_signer.isForCloud(each->action);
        const auto wait =
            hasRate ? m_rates.take(cmq::wire::toCloudRequest(each->action, RemoteCloudApi).action,
                                   m_options.clock())
                    : std::nullopt;
        if (wait) {
            pause = std::min(pause.value_or(*wait), *wait);
            continue;
        }
        Request next = std::move(*each);
        line.waiting.erase(each);
        return next;
    }
    if (pause && !m_nextTurn.isActive())
        m_nextTurn.start(std::chrono::ceil<std::chrono::milliseconds>(*pause));
    return std::nullopt;
}

void RemoteClient::post(Line& line, Request request)
{
    const cmq::Time started = m_options.clock();
    SignedAction made = m_signer.sign(request.action, started, m_options.nonce());
    if (!isHttp(made.url)) {
        request.handler(cmq::fail(connectionError("the endpoint's address must begin with http:// "
                                                  "or https:// and name a host",
                                                  cmq::Outcome::DidNotHappen)));
        return;
    }
    const cmq::RequestId call = request.call;
    const RemotePost::Request wanted{
        .url = made.url,
        .host = made.host,
        .contentType = made.contentType,
        .headers = std::exchange(made.headers, {}),
        .body = std::exchange(made.body, {}),
        .isRepeatable = cmq::actionTraits(request.action).kind == cmq::ActionKind::Read,
        .connectTimeout = m_options.connectTimeout,
        .totalTimeout = m_options.answerTimeout + waitOf(request.action)};
    ++line.running;
    auto self = std::make_shared<RemotePost*>(nullptr);
    *self = new RemotePost(line.manager, wanted,
                           [this, &line, self, started, request = std::move(request),
                            made = std::move(made)](PostResult result) {
                               --line.running;
                               if (const auto waits = m_calls.find(request.call);
                                   waits != m_calls.end())
                                   std::erase(waits->second.posts, *self);
                               finish(request, made, started, std::move(result));
                               pump(line);
                           });
    (*self)->setParent(this);
    m_calls[call].posts.push_back(*self);
}

void RemoteClient::finish(const Request& request, const SignedAction& sent, cmq::Time started,
                          PostResult result)
{
    if (!result.wasSent && isBehindOwnProxy(sent.url) &&
        (result.stage == RemoteStage::Name || result.stage == RemoteStage::Connect))
        result.stage = RemoteStage::Proxy;
    const cmq::Time now = m_options.clock();
    noteDate(result.date, now);
    cmq::Result<cmq::Reply> answer = readAnswer(request.action, sent, result);
    if (m_options.onExchange) {
        m_options.onExchange({.action = sent.action,
                              .request = request.action,
                              .url = sent.url,
                              .started = started,
                              .duration = now - started,
                              .parameters = sent.parameters,
                              .stringToSign = sent.stringToSign,
                              .stage = result.stage,
                              .answer = result.body,
                              .error = answer ? std::nullopt : std::optional(answer.error()),
                              .clockSkew = clockSkew()});
    }
    if (m_calls.contains(request.call))
        request.handler(std::move(answer));
}

// Plain HTTP is given to the proxy, which then is all that we connect to; Qt does not say so.
bool RemoteClient::isBehindOwnProxy(const QUrl& url) const
{
    return m_options.proxy == ProxyChoice::Own && url.scheme() == u"http" &&
           !isLoopback(url.host());
}

cmq::Result<cmq::Reply> RemoteClient::readAnswer(const cmq::Action& action,
                                                 const SignedAction& sent,
                                                 const PostResult& result) const
{
    const bool isRead = cmq::actionTraits(action).kind == cmq::ActionKind::Read;
    if (result.wasCancelled)
        return cmq::fail(cmq::ErrorId::Cancelled);
    if (result.stage != RemoteStage::Done)
        return cmq::fail(connectionError(m_signer.masked(result.problem),
                                         result.wasSent && !isRead ? cmq::Outcome::MayHaveHappened
                                                                   : cmq::Outcome::DidNotHappen));

    const std::string_view text(result.body.constData(), std::size_t(result.body.size()));
    cmq::Result<cmq::Reply> answer =
        (sent.isCloud ? cmq::wire::answerFromCloud(action, RemoteCloudApi, text)
                      : cmq::wire::answerFromJson(action, text))
            .result;
    if (answer)
        return answer;
    cmq::Error& error = answer.error();
    error.text = m_signer.masked(std::move(error.text));
    error.detail = m_signer.masked(std::move(error.detail));
    if (isRead)
        error.outcome = cmq::Outcome::DidNotHappen;
    // 4440 is the code of both; the module code, if there is one, already told them apart.
    if (error.id == cmq::ErrorId::QueueNotFound && error.moduleCode != 10100 &&
        isTopicAction(action))
        error.id = cmq::ErrorId::TopicNotFound;
    if (const auto skew = clockSkew();
        error.code == 4100 && skew && std::chrono::abs(*skew) >= SkewWorthTelling)
        error.detail += "the endpoint's clock is " + std::to_string(skew->count()) +
                        " s ahead of this computer's";
    return answer;
}

void RemoteClient::noteDate(const QByteArray& date, cmq::Time now)
{
    QDateTime parsed =
        QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!parsed.isValid())
        return;
    parsed.setTimeSpec(Qt::UTC);
    m_skewSeconds = parsed.toSecsSinceEpoch() - cmq::toUnixSeconds(now);
}
