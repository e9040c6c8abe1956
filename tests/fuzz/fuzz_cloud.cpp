// Bodies of API 3.0: a request that is understood means the same after being written and read
// again; an answer never comes to more than a reply or an error with a sentence.
// The first byte tells which action, version and side.
#include "cmq/validation.h"
#include "wire/cloudcodec.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace cmq;
using wire::CloudApi;

namespace {

const std::array<Action, 16> Asked{CreateQueue{},
                                   SetQueueAttributes{},
                                   DescribeQueues{},
                                   GetQueueAttributes{},
                                   RewindQueue{},
                                   ListDeadLetterSourceQueues{},
                                   CreateTopic{},
                                   DescribeTopics{},
                                   GetTopicAttributes{},
                                   Subscribe{},
                                   SetSubscriptionAttributes{},
                                   DescribeSubscriptions{},
                                   ListSubscriptionByTopic{},
                                   GetSubscriptionAttributes{},
                                   ListQueue{},
                                   DeleteQueue{}};

void readRequest(CloudApi api, const Action& asked, std::string_view body)
{
    const std::string name = wire::toCloudRequest(asked, api).action;
    const auto action = wire::actionFromCloud(api, name, body);
    if (!action) {
        if (action.error().code == 0)
            std::abort();
        return;
    }
    // Only valid actions can be written, and instants only after 1973.
    const auto* rewind = std::get_if<RewindQueue>(&*action);
    if (firstError(*action) || (rewind && rewind->startConsumeTime < fromUnixSeconds(100'000'000)))
        return;
    const wire::CloudRequest request = wire::toCloudRequest(*action, api);
    const auto again = wire::actionFromCloud(api, request.action, request.body);
    if (!again || *again != *action)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    const CloudApi api = data[0] & 0x10 ? CloudApi::Cmq : CloudApi::Tdmq;
    const Action& asked = Asked[data[0] & 0x0f];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] & 0x20) {
        const wire::Answer answer = wire::answerFromCloud(asked, api, text);
        if (!answer.result && answer.result.error().text.empty())
            std::abort();
    } else {
        readRequest(api, asked, text);
    }
    return 0;
}
