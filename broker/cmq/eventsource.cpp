#include "eventsource.h"

#include <algorithm>

namespace cmq {

bool matches(const EventQuery& query, const Event& event)
{
    return (query.kinds.empty() || std::ranges::count(query.kinds, event.kind) > 0) &&
           (!query.msgId || event.msgId == *query.msgId || event.messages.contains(*query.msgId)) &&
           (!query.entry || event.entry == *query.entry) &&
           (query.name.empty() || event.name == query.name || event.otherName == query.name) &&
           (!query.from || event.time >= *query.from) && (!query.to || event.time <= *query.to);
}

} // namespace cmq
