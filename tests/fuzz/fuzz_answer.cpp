// JSON answers of an endpoint that may be anything: the first byte chooses the action that asked.
#include "wire/codec.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace cmq;

namespace {

template <std::size_t... I>
Action makeAction(std::size_t index, std::index_sequence<I...>)
{
    Action action;
    (void)((I == index ? (action = ActionAt<I>(), true) : false) || ...);
    return action;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Action action =
        makeAction(data[0] % ActionCount, std::make_index_sequence<ActionCount>());
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const wire::Answer answer = wire::answerFromJson(action, text);
    if (!answer.result) {
        if (answer.result.error().text.empty())
            std::abort();
        return 0;
    }
    // What was understood can be told to somebody else, who understands it.
    std::string written;
    wire::appendAnswer(written, {1, {}}, answer.result);
    const wire::Answer again = wire::answerFromJson(action, written);
    if (wire::isOnWire(action) && !again.result)
        std::abort();
    return 0;
}
