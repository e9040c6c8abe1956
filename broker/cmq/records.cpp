#include "records.h"

namespace cmq {

bool StoreChanges::isEmpty() const
{
    return putQueues.empty() && erasedQueues.empty() && newMessages.empty() &&
           changedMessages.empty() && erasedMessages.empty() && purges.empty() &&
           rewindAreaChanges.empty() && putReleasingNames.empty() && erasedReleasingNames.empty() &&
           newBodies.empty() && erasedBodies.empty() && putTopics.empty() && erasedTopics.empty() &&
           putSubscriptions.empty() && erasedSubscriptions.empty() && newPublished.empty() &&
           erasedPublished.empty() && putDeliveries.empty() && erasedDeliveries.empty();
}

} // namespace cmq
