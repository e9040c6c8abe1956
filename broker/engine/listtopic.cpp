#include "topicactions.h"

#include "queuelookup.h"

namespace cmq::engine {

Result<TopicList> execute(const Context& context, ListTopic&& action)
{
    TopicList list;
    list.totalCount = forPage(
        context.state.topics.topicsByName,
        [&](const auto& item) { return containsIgnoringCase(item.first, action.searchWord); },
        action.offset, std::min(action.limit, ListLimitMax),
        [&](const auto& item) {
            list.topicList.push_back(
                {context.state.topics.find(item.second)->record.topicId, item.first});
        });
    return list;
}

} // namespace cmq::engine
