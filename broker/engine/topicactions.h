#pragma once

#include "state.h"

namespace cmq::engine {

// The topic and subscription actions, a file each. They are given valid parameters (`validate`).

[[nodiscard]] Result<TopicIdReply> execute(const Context& context, CreateTopic&& action);
[[nodiscard]] Result<Done> execute(const Context& context, SetTopicAttributes&& action);
[[nodiscard]] Result<TopicList> execute(const Context& context, ListTopic&& action);
[[nodiscard]] Result<TopicAttributes> execute(const Context& context, GetTopicAttributes&& action);
[[nodiscard]] Result<TopicDescriptions> execute(const Context& context, DescribeTopics&& action);
[[nodiscard]] Result<Done> execute(const Context& context, DeleteTopic&& action);
[[nodiscard]] Result<MessageIdReply> execute(const Context& context, PublishMessage&& action);
[[nodiscard]] Result<MessageIdList> execute(const Context& context, BatchPublishMessage&& action);
[[nodiscard]] Result<SubscriptionIdReply> execute(const Context& context, Subscribe&& action);
[[nodiscard]] Result<Done> execute(const Context& context, Unsubscribe&& action);
[[nodiscard]] Result<SubscriptionList> execute(const Context& context,
                                               ListSubscriptionByTopic&& action);
[[nodiscard]] Result<Done> execute(const Context& context, SetSubscriptionAttributes&& action);
[[nodiscard]] Result<SubscriptionAttributes> execute(const Context& context,
                                                     GetSubscriptionAttributes&& action);
[[nodiscard]] Result<SubscriptionDescriptions> execute(const Context& context,
                                                       DescribeSubscriptions&& action);
[[nodiscard]] Result<Done> execute(const Context& context, ClearSubscriptionFilterTags&& action);

} // namespace cmq::engine
