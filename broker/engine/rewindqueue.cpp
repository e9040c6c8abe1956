#include "queueactions.h"

#include "bulk.h"
#include "queuelookup.h"
#include "timeline.h"

namespace cmq::engine {

namespace {

/// CMQ's times are whole seconds; ours are not.
constexpr Seconds Tolerance{1};

} // namespace

Result<Done> execute(const Context& context, RewindQueue&& action)
{
    const auto found = settledQueue(context, action.queueName);
    if (!found)
        return fail(found.error());
    Queue& queue = **found;

    const Seconds window = queue.settings().rewindSeconds;
    if (window == Seconds(0))
        return fail(ErrorId::RewindDisabled, "queueName", "rewindSeconds is 0");
    // Nothing unconsumed: up to now. No seek inside the unconsumed backlog.
    const Time farthest = context.now - window;
    const Time nearest =
        queue.log.firstEnqueueTime(MessageLog::Lane::Undeleted).value_or(context.now);
    const Time start = action.startConsumeTime;
    if (start < farthest - Tolerance || start > nearest + Tolerance)
        return fail(ErrorId::RewindTimeInvalid, "startConsumeTime",
                    std::to_string(toUnixSeconds(start)) + " is not in " +
                        std::to_string(toUnixSeconds(farthest)) + " to " +
                        std::to_string(toUnixSeconds(nearest)));

    rewindFrom(context, queue, start);
    afterChange(context, queue);
    return Done();
}

} // namespace cmq::engine
