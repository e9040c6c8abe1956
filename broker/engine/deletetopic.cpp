#include "topicactions.h"

#include "topiclookup.h"

namespace cmq::engine {

Result<Done> execute(const Context& context, DeleteTopic&& action)
{
    const auto found = settledTopic(context, action.topicName);
    if (!found)
        return fail(found.error());
    Topic& topic = **found;
    if (!topic.subscriptionsByName.empty())
        return fail(ErrorId::TopicHasSubscriptions, "topicName",
                    "it has " + std::to_string(topic.subscriptionsByName.size()) +
                        " subscriptions");
    if (const Seconds delay = context.state.behaviour.nameReuseDelay; delay > Seconds(0))
        context.state.topics.releasingNames.add(topic.name(), context.now + delay, context.now);
    if (context.wantsEvents())
        context.emit(topicEvent(EventKind::TopicDeleted, topic));
    // Without subscriptions no delivery is outstanding, and so no message is left.
    context.state.topics.remove(topic);
    return Done();
}

} // namespace cmq::engine
