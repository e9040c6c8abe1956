#pragma once

#include "releasingnames.h"
#include "topic.h"

#include <set>
#include <unordered_map>

namespace cmq::engine {

/// All topics and subscriptions, what they still have to deliver, and what of it the store does not
/// know yet. The functions find and keep track; delivery.h decides.
struct Topics
{
    std::map<TopicKey, Topic> topics;
    /// In the order of lists; a name and its case twin are the same here.
    std::map<std::string, TopicKey, LessIgnoringCase> topicsByName;
    ReleasingNames releasingNames;
    std::map<SubscriptionKey, Subscription> subscriptions;
    /// Who delivers into the queue of that name, whether it exists or not.
    std::map<std::string, std::set<SubscriptionKey>, std::less<>> subscriptionsByQueue;
    std::unordered_map<BodyId, Published> published;
    /// Deliveries by the push that attempts them now.
    std::unordered_map<std::uint64_t, DeliveryKey> inFlight;
    /// When a subscription next has something to do.
    std::set<std::pair<Time, SubscriptionKey>> deadlines;

    /// By exact name; look-ups are case-sensitive.
    [[nodiscard]] Topic* find(std::string_view name);
    [[nodiscard]] Topic* find(TopicKey key);
    [[nodiscard]] Subscription* find(const Topic& topic, std::string_view name);
    [[nodiscard]] Subscription* findSubscription(SubscriptionKey key);
    [[nodiscard]] Topic& topicOf(const Subscription& subscription);

    Topic& add(Topic topic);
    void remove(Topic& topic);
    Subscription& add(Subscription subscription);
    /// It must have no deliveries left.
    void remove(Subscription& subscription);
    /// Filters, protocol and endpoint are looked up by content: change them between these two.
    void unlist(const Subscription& subscription);
    void list(const Subscription& subscription);

    void changed(Topic& topic);
    void changed(Subscription& subscription);
    void deliveryAdded(Subscription& subscription);
    void deliveryChanged(const Subscription& subscription, BodyId msgId, Attempted& delivery);
    void deliveryErased(const Subscription& subscription, BodyId msgId);
    void publishedErased(BodyId msgId, const Published& published);

    void takeChanges(StoreChanges& changes);

private:
    void takeNewDeliveries(Subscription& subscription, StoreChanges& changes);

    std::vector<TopicKey> m_dirtyTopics;
    std::vector<TopicKey> m_erasedTopics;
    std::vector<SubscriptionKey> m_dirtySubscriptions;
    std::vector<SubscriptionKey> m_erasedSubscriptions;
    std::vector<SubscriptionKey> m_withNewDeliveries;
    std::vector<DeliveryKey> m_dirtyDeliveries;
    std::vector<DeliveryKey> m_erasedDeliveries;
    std::vector<BodyId> m_erasedPublished;
};

} // namespace cmq::engine
