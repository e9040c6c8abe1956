#pragma once

#include "cmq/action.h"

#include <concepts>
#include <string_view>

/// How each action and reply is spelled on the wire: one `describe` per struct, read as a table.
///
/// A visitor walks the table in either direction: parameters into an action and back, JSON into a
/// reply and back. It offers `field(name, member, need, otherSpelling)` for every type of member,
/// and for the few special forms what the tables below use. Private to this room.
/// Source: CMQ API, the pages of the actions; other spellings: what SDKs send and read.
namespace cmq::wire {

template <class T, class Struct>
concept Like = std::same_as<std::remove_const_t<T>, Struct>;

enum class Need : std::uint8_t { Optional, Required };
using enum Need;

// Queues

void describe(auto& v, Like<CreateQueue> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.settings(a.settings);
}

void describe(auto& v, Like<ListQueue> auto& a)
{
    v.field("searchWord", a.searchWord);
    v.field("offset", a.offset);
    v.field("limit", a.limit);
}

void describe(auto& v, Like<GetQueueAttributes> auto& a)
{
    v.field("queueName", a.queueName, Required);
}

void describe(auto& v, Like<SetQueueAttributes> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.settings(a.change);
}

void describe(auto& v, Like<DeleteQueue> auto& a)
{
    v.field("queueName", a.queueName, Required);
}

void describe(auto& v, Like<ClearQueue> auto& a)
{
    v.field("queueName", a.queueName, Required);
}

void describe(auto& v, Like<RewindQueue> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.field("startConsumeTime", a.startConsumeTime, Required);
}

void describe(auto& v, Like<UnbindDeadLetterQueue> auto& a)
{
    v.field("queueName", a.queueName, Required, "sourceQueueName");
}

void describe(auto& v, Like<ListDeadLetterSourceQueues> auto& a)
{
    v.field("deadLetterQueueName", a.deadLetterQueueName, Required);
    v.field("searchWord", a.searchWord, Optional, "sourceQueueName");
    v.field("offset", a.offset);
    v.field("limit", a.limit);
}

// Messages

void describe(auto& v, Like<SendMessage> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.field("msgBody", a.msgBody, Required);
    v.field("delaySeconds", a.delaySeconds);
}

void describe(auto& v, Like<BatchSendMessage> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.batch("msgBody", a.msgBody);
    v.field("delaySeconds", a.delaySeconds);
}

void describe(auto& v, Like<ReceiveMessage> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.field("pollingWaitSeconds", a.pollingWaitSeconds);
}

void describe(auto& v, Like<BatchReceiveMessage> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.field("numOfMsg", a.numOfMsg, Required);
    v.field("pollingWaitSeconds", a.pollingWaitSeconds);
}

void describe(auto& v, Like<DeleteMessage> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.field("receiptHandle", a.receiptHandle, Required);
}

void describe(auto& v, Like<BatchDeleteMessage> auto& a)
{
    v.field("queueName", a.queueName, Required);
    v.batch("receiptHandle", a.receiptHandle);
}

// Topics

void describe(auto& v, Like<CreateTopic> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("maxMsgSize", a.maxMsgSize);
    v.field("filterType", a.filterType);
}

void describe(auto& v, Like<SetTopicAttributes> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("maxMsgSize", a.maxMsgSize);
}

void describe(auto& v, Like<ListTopic> auto& a)
{
    v.field("searchWord", a.searchWord);
    v.field("offset", a.offset);
    v.field("limit", a.limit);
}

void describe(auto& v, Like<GetTopicAttributes> auto& a)
{
    v.field("topicName", a.topicName, Required);
}

void describe(auto& v, Like<DeleteTopic> auto& a)
{
    v.field("topicName", a.topicName, Required, "TopicName");
}

void describe(auto& v, Like<PublishMessage> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("msgBody", a.msgBody, Required);
    v.field("msgTag", a.msgTag);
    v.field("routingKey", a.routingKey);
}

void describe(auto& v, Like<BatchPublishMessage> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.batch("msgBody", a.msgBody);
    v.field("msgTag", a.msgTag, Optional, "filterTag");
    v.field("routingKey", a.routingKey);
}

// Subscriptions

void describe(auto& v, Like<Subscribe> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("subscriptionName", a.subscriptionName, Required);
    v.field("protocol", a.protocol, Required);
    v.field("endpoint", a.endpoint, Required);
    v.field("notifyStrategy", a.notifyStrategy);
    v.field("notifyContentFormat", a.notifyContentFormat);
    v.field("filterTag", a.filterTag);
    v.field("bindingKey", a.bindingKey, Optional, "bindindKey");
}

void describe(auto& v, Like<Unsubscribe> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("subscriptionName", a.subscriptionName, Required);
}

void describe(auto& v, Like<ListSubscriptionByTopic> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("searchWord", a.searchWord);
    v.field("offset", a.offset);
    v.field("limit", a.limit);
}

void describe(auto& v, Like<SetSubscriptionAttributes> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("subscriptionName", a.subscriptionName, Required);
    v.field("notifyStrategy", a.notifyStrategy);
    v.field("notifyContentFormat", a.notifyContentFormat);
    v.field("filterTag", a.filterTag);
    v.field("bindingKey", a.bindingKey, Optional, "bindindKey");
    v.field("protocol", a.protocol);
    v.field("endpoint", a.endpoint);
}

void describe(auto& v, Like<GetSubscriptionAttributes> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("subscriptionName", a.subscriptionName, Required);
}

void describe(auto& v, Like<ClearSubscriptionFilterTags> auto& a)
{
    v.field("topicName", a.topicName, Required);
    v.field("subscriptionName", a.subscriptionName, Required);
}

// Replies

void describe(auto&, Like<Done> auto&) {}

void describe(auto& v, Like<QueueIdReply> auto& r)
{
    v.field("queueId", r.queueId);
}

void describe(auto& v, Like<QueueListItem> auto& r)
{
    v.field("queueId", r.queueId);
    v.field("queueName", r.queueName, Required);
}

void describe(auto& v, Like<QueueList> auto& r)
{
    v.field("totalCount", r.totalCount);
    v.items("queueList", r.queueList);
}

void describe(auto& v, Like<QueueAttributes> auto& r)
{
    v.field("queueName", r.queueName);
    v.field("queueId", r.queueId);
    v.settings(r.settings);
    v.field("createTime", r.createTime);
    v.field("lastModifyTime", r.lastModifyTime);
    v.field("activeMsgNum", r.activeMsgNum);
    v.field("inactiveMsgNum", r.inactiveMsgNum);
    v.field("delayMsgNum", r.delayMsgNum);
    v.field("rewindmsgNum", r.rewindmsgNum, Optional, "rewindMsgNum");
    v.field("minMsgTime", r.minMsgTime);
    v.longField("createUin", r.createUin);
    v.field("qps", r.qps);
    v.field("Bps", r.bps);
    v.constant("tags", {});
    v.deadLetter(r);
}

void describe(auto& v, Like<QueueSettingsReply> auto& r)
{
    v.field("queueId", r.queueId);
    v.settings(r.settings);
    v.deadLetter(r);
}

void describe(auto& v, Like<MessageIdReply> auto& r)
{
    v.field("msgId", r.msgId, Required);
}

void describe(auto& v, Like<MessageIdList> auto& r)
{
    v.ids("msgList", "msgId", r.msgIds);
}

void describe(auto& v, Like<ReceivedMessage> auto& r)
{
    v.field("msgBody", r.msgBody, Required);
    v.field("msgId", r.msgId, Required);
    v.field("receiptHandle", r.receiptHandle, Required);
    v.field("enqueueTime", r.enqueueTime);
    v.field("firstDequeueTime", r.firstDequeueTime);
    v.field("nextVisibleTime", r.nextVisibleTime);
    v.field("dequeueCount", r.dequeueCount);
}

void describe(auto& v, Like<ReceivedMessages> auto& r)
{
    v.items("msgInfoList", r.msgInfoList, Required);
}

void describe(auto& v, Like<BatchDeleteReply> auto& r)
{
    v.failures("errorList", r);
}

void describe(auto& v, Like<TopicIdReply> auto& r)
{
    v.field("topicId", r.topicId);
}

void describe(auto& v, Like<TopicListItem> auto& r)
{
    v.field("topicId", r.topicId);
    v.field("topicName", r.topicName, Required);
}

void describe(auto& v, Like<TopicList> auto& r)
{
    v.field("totalCount", r.totalCount);
    v.items("topicList", r.topicList);
}

void describe(auto& v, Like<TopicAttributes> auto& r)
{
    v.field("topicName", r.topicName);
    v.field("topicId", r.topicId);
    v.field("msgCount", r.msgCount);
    v.field("maxMsgSize", r.maxMsgSize);
    v.field("msgRetentionSeconds", r.msgRetentionSeconds);
    v.field("filterType", r.filterType);
    v.field("createTime", r.createTime);
    v.field("lastModifyTime", r.lastModifyTime);
    v.longField("createUin", r.createUin);
    v.field("qps", r.qps);
    v.field("subscriptionCount", r.subscriptionCount); // as API 3.0 has it
    v.constant("tags", {});
    // The C++ SDK reads the first, newer documents have the second.
    v.constant("LoggingEnabled", 0);
    v.constant("loggingEnabled", 0);
}

void describe(auto& v, Like<SubscriptionIdReply> auto& r)
{
    v.field("subscriptionId", r.subscriptionId);
}

void describe(auto& v, Like<SubscriptionListItem> auto& r)
{
    v.field("subscriptionId", r.subscriptionId);
    v.field("subscriptionName", r.subscriptionName, Required);
    v.field("protocol", r.protocol, Optional, "protocal");
    v.field("endpoint", r.endpoint);
}

void describe(auto& v, Like<SubscriptionList> auto& r)
{
    v.field("totalCount", r.totalCount);
    v.items("subscriptionList", r.subscriptionList);
}

void describe(auto& v, Like<SubscriptionAttributes> auto& r)
{
    v.field("topicName", r.topicName);
    v.field("subscriptionName", r.subscriptionName);
    v.field("subscriptionId", r.subscriptionId);
    v.field("topicOwner", r.topicOwner);
    v.field("msgCount", r.msgCount);
    v.field("protocol", r.protocol, Optional, "protocal");
    v.field("endpoint", r.endpoint);
    v.field("notifyStrategy", r.notifyStrategy);
    v.field("notifyContentFormat", r.notifyContentFormat);
    v.field("createTime", r.createTime);
    v.field("lastModifyTime", r.lastModifyTime);
    // Ours: how its deliveries fare.
    v.field("attempts", r.attempts);
    v.field("nextAttemptTime", r.nextAttemptTime);
    v.field("lastFailure", r.lastFailure);
    v.field("bindingKey", r.bindingKey, Optional, "bindindKey");
    v.field("filterTag", r.filterTag, Optional, "filterTags");
}

} // namespace cmq::wire
