#include "topicactions.h"

#include "topiclookup.h"

namespace cmq::engine {

Result<TopicAttributes> execute(const Context& context, GetTopicAttributes&& action)
{
    const auto topic = settledTopic(context, action.topicName);
    if (!topic)
        return fail(topic.error());
    return describe(**topic);
}

} // namespace cmq::engine
