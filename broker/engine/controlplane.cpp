#include "controlplane.h"

#include <algorithm>
#include <array>

namespace cmq::engine {

namespace {

bool isControlAction(const ActionTraits& traits)
{
    constexpr std::array<std::string_view, 8> onMessages{
        "SendMessage",   "BatchSendMessage",   "ReceiveMessage", "BatchReceiveMessage",
        "DeleteMessage", "BatchDeleteMessage", "PublishMessage", "BatchPublishMessage"};
    return !traits.isInProcessOnly &&
           std::ranges::find(onMessages, traits.name) == onMessages.end();
}

} // namespace

std::optional<Error> checkControlRate(const Context& context, const ActionTraits& traits)
{
    const std::int64_t perSecond = context.state.behaviour.controlQps;
    if (perSecond <= 0 || !isControlAction(traits))
        return std::nullopt;
    if (!context.state.controlBucket.hasToken(context.now, perSecond))
        return makeError(ErrorId::FrequencyLimit, {},
                         "more than " + std::to_string(perSecond) + " control actions a second");
    context.state.controlBucket.take(1, perSecond);
    return std::nullopt;
}

void noteRefusal(const Context& context, const ActionTraits& traits, Error& error)
{
    if (context.wantsEvents() && error.id != ErrorId::NoMessage) {
        Event event;
        event.kind = EventKind::Refused;
        event.otherName = traits.name;
        event.reason = toString(error);
        context.emit(std::move(event));
    }
    // The service of 2019 answered 4000 and put the main code where the module code belongs.
    const bool isOfObjects = error.code == 4440 || error.code == 4460 || error.code == 4490;
    if (context.state.behaviour.controlPlane2019 && isControlAction(traits) && isOfObjects) {
        error.moduleCode = error.code;
        error.code = 4000;
    }
}

} // namespace cmq::engine
