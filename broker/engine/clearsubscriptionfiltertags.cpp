#include "topicactions.h"

#include "topiclookup.h"

namespace cmq::engine {

Result<Done> execute(const Context& context, ClearSubscriptionFilterTags&& action)
{
    const auto found = settledSubscription(context, action.topicName, action.subscriptionName);
    if (!found)
        return fail(found.error());
    Subscription& subscription = **found;
    Topics& topics = context.state.topics;
    topics.unlist(subscription);
    subscription.record.filterTag.clear();
    subscription.record.lastModifyTime = context.now;
    topics.list(subscription);
    topics.changed(subscription);
    if (context.wantsEvents())
        context.emit(topicEvent(EventKind::SubscriptionChanged, topics.topicOf(subscription),
                                subscription.name()));
    return Done();
}

} // namespace cmq::engine
