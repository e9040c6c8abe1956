#include "topicactions.h"

#include "delivery.h"
#include "topiclookup.h"

namespace cmq::engine {

Result<Done> execute(const Context& context, Unsubscribe&& action)
{
    const auto found = settledSubscription(context, action.topicName, action.subscriptionName);
    if (!found)
        return fail(found.error());
    endSubscription(context, **found, {});
    return Done();
}

} // namespace cmq::engine
