#include "topicactions.h"

#include "topiclookup.h"

namespace cmq::engine {

Result<SubscriptionAttributes> execute(const Context& context, GetSubscriptionAttributes&& action)
{
    const auto found = settledSubscription(context, action.topicName, action.subscriptionName);
    if (!found)
        return fail(found.error());
    return describe(context.state.topics.topicOf(**found), **found);
}

} // namespace cmq::engine
