#pragma once

#include "state.h"

namespace cmq::engine {

// What several topic actions share: finding and describing.

/// The topic of that name, its deliveries brought up to now; TopicNotFound when there is none.
[[nodiscard]] Result<Topic*> settledTopic(const Context& context, std::string_view name);

/// A subscription, brought up to now; TopicNotFound or SubscriptionNotFound.
[[nodiscard]] Result<Subscription*> settledSubscription(const Context& context,
                                                        std::string_view topicName,
                                                        std::string_view subscriptionName);

[[nodiscard]] TopicAttributes describe(const Topic& topic);
[[nodiscard]] SubscriptionAttributes describe(const Topic& topic, const Subscription& subscription);

/// An event of a topic, or of one of its subscriptions.
[[nodiscard]] Event topicEvent(EventKind kind, const Topic& topic,
                               const std::string& subscriptionName = {});

} // namespace cmq::engine
