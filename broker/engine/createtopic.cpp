#include "topicactions.h"

#include "topiclookup.h"

namespace cmq::engine {

namespace {

std::optional<Error> checkTopicName(const Context& context, const std::string& name)
{
    const Topics& topics = context.state.topics;
    if (const auto twin = topics.topicsByName.find(name); twin != topics.topicsByName.end())
        return makeError(ErrorId::TopicExists, "topicName",
                         "there is a topic '" + twin->first +
                             "'; names that differ only in case may not coexist");
    if (const auto freeTime = topics.releasingNames.freeTime(name, context.now))
        return makeError(ErrorId::TopicNameReleasing, "topicName",
                         "the name is free in " +
                             std::to_string((*freeTime - context.now).count()) + " ms");
    return std::nullopt;
}

} // namespace

Result<TopicIdReply> execute(const Context& context, CreateTopic&& action)
{
    State& state = context.state;
    if (auto error = checkTopicName(context, action.topicName))
        return fail(std::move(*error));
    if (static_cast<std::int64_t>(state.topics.topics.size()) >= state.behaviour.maxTopics)
        return fail(ErrorId::TopicLimit, "topicName",
                    "there are " + std::to_string(state.topics.topics.size()) +
                        " topics, the most");

    Topic topic;
    topic.record.key = state.takeKey();
    topic.record.topicName = std::move(action.topicName);
    topic.record.topicId = state.randomId("topic-");
    topic.record.maxMsgSize = action.maxMsgSize;
    topic.record.filterType = action.filterType;
    topic.record.tags = std::move(action.tags);
    topic.record.trace = action.trace;
    topic.record.createTime = context.now;
    topic.record.lastModifyTime = context.now;
    Topic& added = state.topics.add(std::move(topic));
    state.topics.changed(added);
    if (context.wantsEvents())
        context.emit(topicEvent(EventKind::TopicCreated, added));
    return TopicIdReply{added.record.topicId};
}

} // namespace cmq::engine
