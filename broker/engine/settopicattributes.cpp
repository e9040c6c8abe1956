#include "topicactions.h"

#include "topiclookup.h"

namespace cmq::engine {

Result<Done> execute(const Context& context, SetTopicAttributes&& action)
{
    const auto found = settledTopic(context, action.topicName);
    if (!found)
        return fail(found.error());
    Topic& topic = **found;
    topic.record.maxMsgSize = action.maxMsgSize.value_or(topic.record.maxMsgSize);
    if (action.trace)
        topic.record.trace = action.trace;
    topic.record.lastModifyTime = context.now;
    context.state.topics.changed(topic);
    if (context.wantsEvents())
        context.emit(topicEvent(EventKind::TopicChanged, topic));
    return Done();
}

} // namespace cmq::engine
