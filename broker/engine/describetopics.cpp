#include "topicactions.h"

#include "delivery.h"
#include "queuelookup.h"
#include "topiclookup.h"

namespace cmq::engine {

Result<TopicDescriptions> execute(const Context& context, DescribeTopics&& action)
{
    TopicDescriptions list;
    list.totalCount = forPage(
        context.state.topics.topicsByName,
        [&](const auto& item) {
            return isAskedFor(action, item.first,
                              context.state.topics.find(item.second)->record.tags);
        },
        action.offset, action.limit,
        [&](const auto& item) {
            Topic& topic = *context.state.topics.find(item.second);
            settle(context, topic);
            list.topicList.push_back(describe(topic));
        });
    return list;
}

} // namespace cmq::engine
