#include "store.h"

namespace cmq::store {

std::string SalvageReport::toString() const
{
    std::string text = "The store was damaged (" + damage + "). Saved: " + std::to_string(queues) +
                       " queues, " + std::to_string(messages) + " messages.";
    if (lostMessages != 0)
        text += " Lost: at least " + std::to_string(lostMessages) + " messages.";
    if (renamedQueues != 0) {
        text += " The names and settings of " + std::to_string(renamedQueues) +
                " queues were lost: they are called recovered-… now.";
    }
    return text + " The damaged file was kept as " + keptAs + ".";
}

} // namespace cmq::store
