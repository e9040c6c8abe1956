#include "controlpages.h"

#include "wire/form.h"

#include <charconv>
#include <limits>
#include <memory>

namespace cmq::endpoint {

namespace {

constexpr std::string_view Root = "/control/";
/// The year 9999: far enough for every test, small enough for milliseconds.
constexpr std::int64_t LatestSeconds = 253'402'300'799;

/// `words` are ours: nothing in them needs escaping.
HttpAnswer refusal(int status, std::string_view words)
{
    return {.status = status, .body = "{\"error\":\"" + std::string(words) + "\"}"};
}

void appendQueue(std::string& out, const QueueAttributes& queue)
{
    const std::initializer_list<std::pair<std::string_view, std::int64_t>> states{
        {"active", queue.activeMsgNum},
        {"inactive", queue.inactiveMsgNum},
        {"delayed", queue.delayMsgNum},
        {"rewindable", queue.rewindmsgNum}};
    for (const auto& [state, count] : states)
        appendMetric(out, "cmq_queue_messages", {{"queue", queue.queueName}, {"state", state}},
                     static_cast<double>(count));
}

void appendQueues(std::string& out, const std::vector<QueueAttributes>& queues)
{
    out += "# HELP cmq_queue_messages Messages of a queue by state.\n"
           "# TYPE cmq_queue_messages gauge\n";
    for (const QueueAttributes& queue : queues)
        appendQueue(out, queue);
    out += "# HELP cmq_queue_oldest_message_seconds Unix time of the oldest unconsumed message, 0 "
           "if none.\n# TYPE cmq_queue_oldest_message_seconds gauge\n";
    for (const QueueAttributes& queue : queues)
        appendMetric(out, "cmq_queue_oldest_message_seconds", {{"queue", queue.queueName}},
                     queue.minMsgTime ? static_cast<double>(toUnixSeconds(*queue.minMsgTime)) : 0);
}

void appendTopics(std::string& out, const std::vector<TopicAttributes>& topics)
{
    out += "# HELP cmq_topic_messages Messages of a topic with a delivery outstanding.\n"
           "# TYPE cmq_topic_messages gauge\n";
    for (const TopicAttributes& topic : topics)
        appendMetric(out, "cmq_topic_messages", {{"topic", topic.topicName}},
                     static_cast<double>(topic.msgCount));
    out += "# HELP cmq_topic_subscriptions Subscriptions of a topic.\n"
           "# TYPE cmq_topic_subscriptions gauge\n";
    for (const TopicAttributes& topic : topics)
        appendMetric(out, "cmq_topic_subscriptions", {{"topic", topic.topicName}},
                     static_cast<double>(topic.subscriptionCount));
}

HttpAnswer clockAnswer(Time now)
{
    return {.body = "{\"unixSeconds\":" + std::to_string(toUnixSeconds(now)) +
                    ",\"unixMilliseconds\":" + std::to_string(toUnixMilliseconds(now)) + "}"};
}

std::optional<std::int64_t> readSeconds(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || status != std::errc() || end != text.data() + text.size() || value < 0 ||
        value > LatestSeconds)
        return std::nullopt;
    return value;
}

} // namespace

ControlPages::ControlPages(Service& service, const Metrics& metrics, TimeControl* time)
    : m_service(service)
    , m_metrics(metrics)
    , m_time(time)
{
}

bool ControlPages::isControlPath(std::string_view path)
{
    return path.starts_with(Root);
}

void ControlPages::answer(const HttpRequest& request, Done done)
{
    const std::string_view page = request.path().substr(Root.size());
    const bool isGet = request.method == "GET";
    const bool isPost = request.method == "POST";
    const bool hasClock = page == "clock" && m_time;
    if (!request.isControl)
        return done(refusal(403, "control requests need the header X-CMQ-Control: 1"));
    if (page != "health" && page != "metrics" && !hasClock)
        return done(refusal(404, page == "clock" ? "the clock is the system's"
                                                 : "there is no such control page"));
    if (!isGet && !(isPost && hasClock))
        return done(refusal(405, "this page does not know that method"));
    if (page == "health")
        return done({.body = "{\"status\":\"ok\"}"});
    if (page == "metrics")
        return metrics(std::move(done));
    if (isGet)
        return done(clockAnswer(m_time->now()));
    moveClock(request.body, std::move(done));
}

void ControlPages::moveClock(std::string form, Done done)
{
    wire::Parameters parameters;
    const bool isWhole = wire::decodeForm(form, parameters);
    if (!isWhole || parameters.size() != 1 ||
        (parameters.front().name != "advanceSeconds" && parameters.front().name != "setSeconds"))
        return done(refusal(400, "give either advanceSeconds or setSeconds"));
    const std::optional<std::int64_t> seconds = readSeconds(parameters.front().value);
    if (!seconds)
        return done(refusal(400, "seconds are a decimal integer, not negative, up to year 9999"));

    const Time now = m_time->now();
    const bool isAdvance = parameters.front().name == "advanceSeconds";
    const Milliseconds by = isAdvance ? Seconds(*seconds) : fromUnixSeconds(*seconds) - now;
    if (by < Milliseconds(0))
        return done(refusal(400, "time does not go backwards"));
    if (now + by > fromUnixSeconds(LatestSeconds))
        return done(refusal(400, "time ends with year 9999 here"));
    m_time->advance(by, [done = std::move(done)](const Result<Time>& time) {
        done(time ? clockAnswer(*time) : refusal(500, "the clock could not be moved"));
    });
}

void ControlPages::metrics(Done done)
{
    auto answer = std::make_shared<HttpAnswer>();
    answer->contentType = "text/plain; version=0.0.4; charset=utf-8";
    m_metrics.append(answer->body);

    // Queues, then topics; what the service does not offer is left out.
    constexpr std::int64_t all = std::numeric_limits<std::int64_t>::max();
    auto askTopics = [this, answer, done = std::move(done)] {
        DescribeTopics topics;
        topics.limit = all;
        call(m_service, std::move(topics), [answer, done](Result<TopicDescriptions> result) {
            if (result)
                appendTopics(answer->body, result->topicList);
            done(std::move(*answer));
        });
    };
    DescribeQueues queues;
    queues.limit = all;
    call(m_service, std::move(queues),
         [answer, askTopics = std::move(askTopics)](Result<QueueDescriptions> result) {
             if (result)
                 appendQueues(answer->body, result->queueList);
             askTopics();
         });
}

} // namespace cmq::endpoint
