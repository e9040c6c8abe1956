#pragma once

#include "backend.h"
#include "tests/print.h"

#include <QTest>

#include <mutex>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

using namespace std::chrono_literals;
using namespace std::string_literals;

/// What became of a request, in a word: "ok", or the error as `4440/10100`.
template <class T>
[[nodiscard]] std::string outcome(const cmq::Result<T>& result)
{
    if (result)
        return "ok";
    return std::to_string(result.error().code) + '/' + std::to_string(result.error().moduleCode);
}

/// A request that may take its time. Answered on whatever thread the service has.
template <class T>
class Pending final
{
public:
    [[nodiscard]] std::optional<cmq::Result<T>> result() const
    {
        const std::lock_guard lock(m_box->mutex);
        return m_box->result;
    }
    /// "waiting", or what `outcome` says.
    [[nodiscard]] std::string state() const
    {
        const auto answer = result();
        return answer ? outcome(*answer) : "waiting";
    }
    /// How often it was answered: once at the end.
    [[nodiscard]] int answers() const
    {
        const std::lock_guard lock(m_box->mutex);
        return m_box->answers;
    }
    [[nodiscard]] cmq::RequestId id() const { return m_id; }

private:
    friend class Story;
    struct Box
    {
        mutable std::mutex mutex;
        std::optional<cmq::Result<T>> result;
        int answers = 0;
    };
    std::shared_ptr<Box> m_box = std::make_shared<Box>();
    cmq::RequestId m_id = 0;
};

using Poll = Pending<cmq::ReceivedMessage>;
using BatchPoll = Pending<cmq::ReceivedMessages>;

/// The fixture: verbs for stories about queues, told in actions only, on any backend. A verb that
/// is refused although the story needs it fails the test, at the line of the story.
class Story
{
public:
    using Where = std::source_location;

    /// The rows for initTestCase_data().
    static void addBackendRows();

    /// Starts the case on a fresh broker of the current row; without it, one with the usual
    /// behaviour is started by the first verb.
    void begin(const cmq::Behaviour& behaviour);
    /// For cleanup().
    void end() { m_backend.reset(); }

    // Any action.
    template <cmq::ActionType A>
    Pending<typename A::Reply> start(A action)
    {
        Pending<typename A::Reply> pending;
        auto box = pending.m_box;
        pending.m_id = cmq::call<A>(backend().service(), std::move(action),
                                    [box](cmq::Result<typename A::Reply> result) {
                                        const std::lock_guard lock(box->mutex);
                                        box->result = std::move(result);
                                        ++box->answers;
                                    });
        backend().settle();
        return pending;
    }
    template <cmq::ActionType A>
    cmq::Result<typename A::Reply> ask(A action)
    {
        const auto answer = start(std::move(action)).result();
        return answer ? *answer : cmq::fail(cmq::ErrorId::Unknown, {}, "it waits");
    }
    /// What the action is told: "ok" or the error's numbers.
    template <cmq::ActionType A>
    std::string told(A action)
    {
        return outcome(ask(std::move(action)));
    }
    /// The reply to an action that must succeed.
    template <cmq::ActionType A>
    typename A::Reply must(A action, const Where& where = Where::current())
    {
        auto result = ask(std::move(action));
        if (result)
            return std::move(*result);
        failed(result.error(), where);
        return {};
    }
    template <cmq::ActionType A>
    [[nodiscard]] bool supports(const A& action)
    {
        return backend().service().supports(action);
    }

    // Queues.
    void create(const std::string& queue, const cmq::QueueSettings& settings = {},
                const Where& where = Where::current());
    void change(const std::string& queue, const cmq::QueueSettingsChange& change,
                const Where& where = Where::current());
    cmq::QueueAttributes attributes(const std::string& queue,
                                    const Where& where = Where::current());
    /// "2 active, 1 inactive, 1 delayed, 3 rewindable" without the zeros; "empty".
    std::string counters(const std::string& queue, const Where& where = Where::current());
    /// minMsgTime in seconds since the start of the story; "none".
    std::string oldest(const std::string& queue, const Where& where = Where::current());
    /// The names of a list, with blanks between.
    static std::string names(const cmq::QueueList& list);

    // Messages.
    std::string send(const std::string& queue, const std::string& body, cmq::Seconds delay = 0s,
                     const Where& where = Where::current());
    cmq::ReceivedMessage receive(const std::string& queue, const Where& where = Where::current());
    /// The bodies that can be received now, in their order, with blanks between.
    std::string drain(const std::string& queue, const Where& where = Where::current());
    void remove(const std::string& queue, const cmq::ReceivedMessage& message,
                const Where& where = Where::current());
    /// Sends, receives and deletes; for the rewind.
    cmq::ReceivedMessage consume(const std::string& queue, const std::string& body,
                                 const Where& where = Where::current());
    std::string toldDelete(const std::string& queue, const cmq::ReceivedMessage& message);
    /// A receive with nothing to wait for: the body or the error.
    std::string received(const std::string& queue);

    Poll startReceive(const std::string& queue, std::optional<cmq::Seconds> wait);
    BatchPoll startReceive(const std::string& queue, std::int64_t numOfMsg, cmq::Seconds wait);
    /// "waiting", a body, or the error.
    static std::string heard(const Poll& poll);
    /// "waiting", bodies with blanks between, or the error.
    static std::string heard(const BatchPoll& poll);
    template <class T>
    void cancel(const Pending<T>& pending)
    {
        backend().service().cancel(pending.id());
        backend().settle();
    }

    // HTTP subscribers: the test is all of them.
    [[nodiscard]] bool isSubscriber() { return backend().isSubscriber(); }
    [[nodiscard]] std::vector<Pushed> takePushes() { return backend().takePushes(); }
    void answer(const Pushed& push, int httpStatus);

    // Time and power.
    void advance(cmq::Milliseconds duration) { backend().advance(duration); }
    [[nodiscard]] cmq::Time now() { return backend().now(); }
    /// Seconds since the start of the story.
    [[nodiscard]] static std::int64_t at(cmq::Time time)
    {
        return cmq::toUnixSeconds(time) - cmq::toUnixSeconds(StartTime);
    }
    [[nodiscard]] static cmq::Time instant(std::int64_t seconds)
    {
        return StartTime + cmq::Seconds(seconds);
    }
    void restart() { backend().restart(); }
    [[nodiscard]] static bool isDurable();
    /// Whether control actions go by API 3.0, which cannot say all that v2 can.
    [[nodiscard]] static bool isCloud();

private:
    Backend& backend();
    static const BackendRow& row();
    static void failed(const cmq::Error& error, const Where& where);

    std::unique_ptr<Backend> m_backend;
};

/// Bodies with blanks between.
[[nodiscard]] std::string bodies(const cmq::ReceivedMessages& messages);

} // namespace conformance

/// A case about what a broker keeps is skipped on one that keeps nothing.
#define CMQ_NEEDS_DURABILITY                                                                       \
    if (!isDurable())                                                                              \
    QSKIP("This broker keeps nothing over a restart.")
/// A case about an extra of the broker in process is skipped where there is none.
#define CMQ_NEEDS_PUSHES                                                                           \
    if (!isSubscriber())                                                                           \
    QSKIP("The pushes of this service do not come to the test.")
#define CMQ_NEEDS(action)                                                                          \
    if (!supports(action))                                                                         \
    QSKIP("This service does not offer " #action ".")
