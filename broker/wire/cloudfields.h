#pragma once

#include "fields.h"

#include <string_view>

/// How each action and reply is spelled in API 3.0: the third description of the same structs.
///
/// Requests and answers are both JSON, so one pair of visitors (CloudReader, CloudWriter) walks all
/// of it in either direction: `field` for members, `object` and `items` for what is nested, and the
/// special forms that the tables below use. Private to this room.
/// Source: API 3.0, tdmq 2020-02-17 and cmq 2019-03-04, the models of Tencent's SDKs.
namespace cmq::wire {

// Shared pieces

void describeCloud(auto& v, Like<ResourceTag> auto& t)
{
    v.field("TagKey", t.tagKey, Required);
    v.field("TagValue", t.tagValue);
}

void describeCloud(auto& v, Like<DeadLetterPolicy> auto& p)
{
    v.text("DeadLetterQueueName", p.deadLetterQueue);
    v.field("Policy", p.policy);
    v.field("MaxReceiveCount", p.maxReceiveCount);
    v.field("MaxTimeToLive", p.maxTimeToLive);
}

/// The settings as parameters: of a new queue, or those that change.
void describeCloudSettings(auto& v, auto& settings)
{
    v.settings(settings);
    v.deadLetterParameters(settings.deadLetterPolicy);
    v.field("Trace", settings.cloud.trace);
    v.binary("Transaction", settings.cloud.transaction);
    v.field("FirstQueryInterval", settings.cloud.firstQueryInterval);
    v.field("MaxQueryCount", settings.cloud.maxQueryCount);
    v.field("RetentionSizeInMB", settings.cloud.retentionSizeInMB);
}

// Queues

void describeCloud(auto& v, Like<CreateQueue> auto& a)
{
    v.field("QueueName", a.queueName, Required);
    describeCloudSettings(v, a.settings);
    v.items("Tags", a.tags);
}

void describeCloud(auto& v, Like<SetQueueAttributes> auto& a)
{
    v.field("QueueName", a.queueName, Required);
    describeCloudSettings(v, a.change);
}

void describeCloud(auto& v, Like<DeleteQueue> auto& a)
{
    v.field("QueueName", a.queueName, Required);
}

void describeCloud(auto& v, Like<ClearQueue> auto& a)
{
    v.field("QueueName", a.queueName, Required);
}

void describeCloud(auto& v, Like<GetQueueAttributes> auto& a)
{
    v.field("QueueName", a.queueName, Required);
}

void describeCloud(auto& v, Like<RewindQueue> auto& a)
{
    v.field("QueueName", a.queueName, Required);
    v.instant("StartConsumeTime", a.startConsumeTime);
}

void describeCloud(auto& v, Like<UnbindDeadLetterQueue> auto& a)
{
    v.field("SourceQueueName", a.queueName, Required);
}

void describeCloud(auto& v, Like<ListDeadLetterSourceQueues> auto& a)
{
    v.field("DeadLetterQueueName", a.deadLetterQueueName, Required);
    v.field("SourceQueueName", a.searchWord);
    v.page(a);
}

void describeCloud(auto& v, Like<DescribeQueues> auto& a)
{
    v.page(a);
    v.found("QueueName", "QueueNameList", a);
}

// Messages

void describeCloud(auto& v, Like<SendMessage> auto& a)
{
    v.field("QueueName", a.queueName, Required);
    v.field("MsgContent", a.msgBody, Required);
    v.field("DelaySeconds", a.delaySeconds);
}

void describeCloud(auto& v, Like<PublishMessage> auto& a)
{
    v.field("TopicName", a.topicName, Required);
    v.field("MsgContent", a.msgBody, Required);
    v.field("MsgTag", a.msgTag);
}

// Topics

void describeCloud(auto& v, Like<CreateTopic> auto& a)
{
    v.field("TopicName", a.topicName, Required);
    v.field("MaxMsgSize", a.maxMsgSize);
    v.field("FilterType", a.filterType);
    v.field("Trace", a.trace);
    v.items("Tags", a.tags);
}

void describeCloud(auto& v, Like<SetTopicAttributes> auto& a)
{
    v.field("TopicName", a.topicName, Required);
    v.field("MaxMsgSize", a.maxMsgSize);
    v.field("Trace", a.trace);
}

void describeCloud(auto& v, Like<DeleteTopic> auto& a)
{
    v.field("TopicName", a.topicName, Required);
}

void describeCloud(auto& v, Like<GetTopicAttributes> auto& a)
{
    v.field("TopicName", a.topicName, Required);
}

void describeCloud(auto& v, Like<DescribeTopics> auto& a)
{
    v.page(a);
    v.found("TopicName", "TopicNameList", a);
}

// Subscriptions

void describeCloud(auto& v, Like<Subscribe> auto& a)
{
    v.field("TopicName", a.topicName, Required);
    v.field("SubscriptionName", a.subscriptionName, Required);
    v.field("Protocol", a.protocol, Required);
    v.field("Endpoint", a.endpoint, Required);
    v.field("NotifyStrategy", a.notifyStrategy);
    v.field("NotifyContentFormat", a.notifyContentFormat);
    v.field("FilterTag", a.filterTag);
    v.field("BindingKey", a.bindingKey);
}

void describeCloud(auto& v, Like<Unsubscribe> auto& a)
{
    v.field("TopicName", a.topicName, Required);
    v.field("SubscriptionName", a.subscriptionName, Required);
}

void describeCloud(auto& v, Like<SetSubscriptionAttributes> auto& a)
{
    v.field("TopicName", a.topicName, Required);
    v.field("SubscriptionName", a.subscriptionName, Required);
    v.field("NotifyStrategy", a.notifyStrategy);
    v.field("NotifyContentFormat", a.notifyContentFormat);
    v.field("FilterTags", a.filterTag);
    v.field("BindingKey", a.bindingKey);
}

void describeCloud(auto& v, Like<ClearSubscriptionFilterTags> auto& a)
{
    v.field("TopicName", a.topicName, Required);
    v.field("SubscriptionName", a.subscriptionName, Required);
}

void describeCloud(auto& v, Like<DescribeSubscriptions> auto& a)
{
    v.field("TopicName", a.topicName);
    v.page(a);
    v.field("SubscriptionName", a.searchWord);
    v.subscribedQueue("QueryType", "QueueName", a.queueName);
}

// Replies

void describeCloud(auto&, Like<Done> auto&) {}

void describeCloud(auto& v, Like<QueueIdReply> auto& r)
{
    v.field("QueueId", r.queueId);
}

/// UnbindDeadLetter and Modify… say nothing but yes in API 3.0: their replies stay empty.
void describeCloud(auto&, Like<QueueSettingsReply> auto&) {}

void describeCloud(auto& v, Like<QueueListItem> auto& r)
{
    v.field("QueueId", r.queueId);
    v.field("QueueName", r.queueName, Required);
}

void describeCloud(auto& v, Like<QueueList> auto& r)
{
    v.field("TotalCount", r.totalCount);
    v.items("QueueSet", r.queueList);
}

void describeCloudQueue(auto& v, Like<QueueAttributes> auto& r)
{
    v.field("QueueId", r.queueId);
    v.field("QueueName", r.queueName, Required);
    v.settings(r.settings);
    v.field("CreateTime", r.createTime);
    v.field("LastModifyTime", r.lastModifyTime);
    v.field("ActiveMsgNum", r.activeMsgNum);
    v.field("InactiveMsgNum", r.inactiveMsgNum);
    v.field("DelayMsgNum", r.delayMsgNum);
    v.field("RewindMsgNum", r.rewindmsgNum);
    v.field("MinMsgTime", r.minMsgTime);
    v.field("CreateUin", r.createUin);
    v.field("Qps", r.qps);
    v.field("Bps", r.bps);
    v.items("Tags", r.tags);
    v.field("Trace", r.settings.cloud.trace);
    v.field("Transaction", r.settings.cloud.transaction);
    v.transactionPolicy("TransactionPolicy", r.settings.cloud);
    v.field("RetentionSizeInMB", r.settings.cloud.retentionSizeInMB);
    v.deadLetter("DeadLetterPolicy", r);
    v.items("DeadLetterSource", r.deadLetterSource);
    v.field("MaxDelaySeconds", r.limits.maxDelaySeconds);
    v.field("MaxUnackedMsgNum", r.limits.maxUnackedMsgNum);
    v.field("MaxMsgBacklogSize", r.limits.maxMsgBacklogSize);
}

void describeCloud(auto& v, Like<QueueAttributes> auto& r)
{
    v.object("QueueDescribe", [&](auto& inner) { describeCloudQueue(inner, r); });
}

void describeCloud(auto& v, Like<QueueDescriptions> auto& r)
{
    v.field("TotalCount", r.totalCount);
    v.items(v.isTdmq() ? "QueueList" : "QueueSet", r.queueList,
            [](auto& inner, auto& queue) { describeCloudQueue(inner, queue); });
}

void describeCloud(auto& v, Like<MessageIdReply> auto& r)
{
    v.constant("Result", true);
    v.field("MsgId", r.msgId, Required);
}

void describeCloud(auto& v, Like<TopicIdReply> auto& r)
{
    v.field("TopicId", r.topicId);
}

void describeCloudTopic(auto& v, Like<TopicAttributes> auto& r)
{
    v.field("TopicId", r.topicId);
    v.field("TopicName", r.topicName, Required);
    v.field("MsgCount", r.msgCount);
    v.field("MaxMsgSize", r.maxMsgSize);
    v.field("MsgRetentionSeconds", r.msgRetentionSeconds);
    v.field("FilterType", r.filterType);
    v.field("CreateTime", r.createTime);
    v.field("LastModifyTime", r.lastModifyTime);
    v.field("CreateUin", r.createUin);
    v.field("Qps", r.qps);
    v.field("SubscriptionCount", r.subscriptionCount);
    v.items("Tags", r.tags);
    v.field("Trace", r.trace);
}

void describeCloud(auto& v, Like<TopicAttributes> auto& r)
{
    v.object("TopicDescribe", [&](auto& inner) { describeCloudTopic(inner, r); });
}

void describeCloud(auto& v, Like<TopicDescriptions> auto& r)
{
    v.field("TotalCount", r.totalCount);
    v.items(v.isTdmq() ? "TopicList" : "TopicSet", r.topicList,
            [](auto& inner, auto& topic) { describeCloudTopic(inner, topic); });
}

void describeCloud(auto& v, Like<SubscriptionIdReply> auto& r)
{
    v.field("SubscriptionId", r.subscriptionId);
}

void describeCloud(auto& v, Like<SubscriptionAttributes> auto& r)
{
    v.field("TopicName", r.topicName);
    v.field("SubscriptionName", r.subscriptionName, Required);
    v.field("SubscriptionId", r.subscriptionId);
    v.numberText("TopicOwner", r.topicOwner);
    v.field("MsgCount", r.msgCount);
    v.field("Protocol", r.protocol);
    v.field("Endpoint", r.endpoint);
    v.field("NotifyStrategy", r.notifyStrategy);
    v.field("NotifyContentFormat", r.notifyContentFormat);
    v.field("CreateTime", r.createTime);
    v.field("LastModifyTime", r.lastModifyTime);
    v.field("BindingKey", r.bindingKey);
    v.field("FilterTags", r.filterTag);
    // Ours: how its deliveries fare.
    v.field("Attempts", r.attempts);
    v.field("NextAttemptTime", r.nextAttemptTime);
    v.field("LastFailure", r.lastFailure);
}

void describeCloud(auto& v, Like<SubscriptionDescriptions> auto& r)
{
    v.field("TotalCount", r.totalCount);
    v.items("SubscriptionSet", r.subscriptionList);
}

} // namespace cmq::wire
