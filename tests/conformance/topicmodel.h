#pragma once

#include "cmq/action.h"
#include "cmq/behaviour.h"
#include "cmq/event.h"
#include "cmq/result.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace conformance {

/// CMQ's topics as somebody writes them down who reads sections 11, 12 and 14 of the protocol page
/// and nothing else: vectors, linear scans, everything counted anew each time. It shares no code
/// with the engine. Queues are what deliveries fill: lists that are full or missing. A value.
class TopicModel final
{
public:
    struct Published
    {
        int topic = 0; ///< its key
        std::string body;
        std::vector<std::string> tags;
        cmq::Time time;
    };

    struct Delivery
    {
        int message = 0;
        int attempts = 0; ///< that failed
        cmq::Time next;
        bool wasStarted = false;
        bool isInFlight = false; ///< as a push
        /// Where that push goes, and in which form: a later change is for later ones.
        std::string url;
        cmq::NotifyContentFormat format = cmq::NotifyContentFormat::Json;
    };

    struct Subscription
    {
        int key = 0;
        int topic = 0;
        cmq::SubscriptionAttributes attributes; ///< without what is counted
        std::vector<Delivery> deliveries;       ///< in the order of publishing
    };

    struct Topic
    {
        int key = 0;
        cmq::TopicAttributes attributes; ///< likewise
    };

    struct Message
    {
        int id = 0;
        std::string body;
        cmq::Time enqueued;
    };

    struct Queue
    {
        std::string name;
        cmq::QueueSettings settings;
        std::vector<Message> messages;
    };

    /// A push that was started.
    struct Push
    {
        int subscription = 0; ///< its key
        int message = 0;
        int attempt = 1;
        std::string url;
        cmq::NotifyContentFormat format = cmq::NotifyContentFormat::Json;
    };

    /// What happened to a subscription; `message` 0 is none.
    struct Happening
    {
        cmq::EventKind kind;
        std::string topic;
        std::string subscription;
        int message = 0;
        std::int64_t count = 0;
    };

    /// The wait of BACKOFF_RETRY is the broker's choice: it is asked for that, and must keep to the
    /// page.
    using Backoff = std::function<cmq::Milliseconds(const Subscription& subscription)>;

    explicit TopicModel(const cmq::Behaviour& behaviour);

    [[nodiscard]] cmq::Result<cmq::Reply> execute(cmq::Time now, const cmq::Action& action,
                                                  const Backoff& backoff);
    /// Everything that is due by `now`.
    void advance(cmq::Time now, const Backoff& backoff);
    void finishPush(cmq::Time now, const Push& push, bool isDelivered, const Backoff& backoff);
    /// The broker starts again on what it kept.
    void restart(cmq::Time now, const Backoff& backoff);

    /// When time alone will next change something.
    [[nodiscard]] std::optional<cmq::Time> nextDeadline() const;
    [[nodiscard]] const std::vector<Topic>& topics() const { return m_topics; }
    [[nodiscard]] const std::vector<Subscription>& subscriptions() const { return m_subscriptions; }
    [[nodiscard]] const std::vector<Queue>& queues() const { return m_queues; }
    [[nodiscard]] const Published& message(int id) const { return m_published.at(id); }
    /// All that are under way.
    [[nodiscard]] std::vector<Push> pushes() const;
    [[nodiscard]] cmq::TopicAttributes attributes(const Topic& topic) const;
    [[nodiscard]] cmq::SubscriptionAttributes attributes(const Subscription& subscription) const;
    [[nodiscard]] std::vector<Happening> takeHappenings()
    {
        return std::exchange(m_happenings, {});
    }

private:
    using Outcome = cmq::Result<cmq::Reply>;

    Outcome run(const cmq::CreateQueue& action);
    Outcome run(const cmq::DeleteQueue& action);
    Outcome run(const cmq::ClearQueue& action);
    Outcome run(const cmq::CreateTopic& action);
    Outcome run(const cmq::SetTopicAttributes& action);
    Outcome run(const cmq::DeleteTopic& action);
    Outcome run(const cmq::Subscribe& action);
    Outcome run(const cmq::Unsubscribe& action);
    Outcome run(const cmq::SetSubscriptionAttributes& action);
    Outcome run(const cmq::ClearSubscriptionFilterTags& action);
    Outcome run(const cmq::PublishMessage& action);
    Outcome run(const cmq::BatchPublishMessage& action);

    Topic* find(const std::string& name);
    Subscription* find(const Topic& topic, const std::string& name);
    Queue* findQueue(const std::string& name);
    const Topic& topicOf(const Subscription& subscription) const;
    cmq::Result<std::vector<int>> publish(const std::string& topicName,
                                          const std::vector<std::string>& bodies,
                                          const std::vector<std::string>& tags,
                                          const std::optional<std::string>& key);
    static bool wants(const Topic& topic, const Subscription& subscription,
                      const std::vector<std::string>& tags, const std::string& key);
    void end(std::size_t index);

    void expireQueues();
    void dropTooOld(Subscription& subscription);
    void attemptAll(Subscription& subscription);
    Delivery* nextAttempt(Subscription& subscription);
    static Delivery* failing(Subscription& subscription);
    bool deliver(const Subscription& subscription, int message);
    void failed(Subscription& subscription, Delivery& delivery);
    void remove(Subscription& subscription, int message);
    std::optional<cmq::Time> deadline(const Subscription& subscription) const;
    void happened(cmq::EventKind kind, const Subscription& subscription, int message = 0,
                  std::int64_t count = 0);

    cmq::Behaviour m_behaviour;
    cmq::Time m_now;
    Backoff m_backoff;
    int m_lastKey = 0;
    int m_lastMessage = 0;
    std::vector<Topic> m_topics;
    std::vector<Subscription> m_subscriptions;
    std::vector<Queue> m_queues;
    std::map<int, Published> m_published; ///< all that ever were
    std::vector<Happening> m_happenings;
};

} // namespace conformance
