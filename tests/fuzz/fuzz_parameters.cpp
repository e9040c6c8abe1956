// Parameters into actions: what is understood means the same after being written and read again.
#include "cmq/validation.h"
#include "wire/codec.h"
#include "wire/signature.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace cmq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string text(reinterpret_cast<const char*>(data), size);
    wire::Parameters parameters;
    if (!wire::decodeForm(text, parameters))
        return 0;
    wire::sortForSignature(parameters);
    const auto action = wire::actionFromParameters(parameters);
    if (!action) {
        if (action.error().code == 0 || wireMessage(action.error()).empty())
            std::abort();
        return 0;
    }
    // Only valid actions can be written: an empty tag, say, has no spelling.
    if (firstError(*action))
        return 0;
    const std::vector<wire::FormField> fields = wire::toParameters(*action);
    wire::Parameters again = wire::viewsOf(fields);
    wire::sortForSignature(again);
    const auto decodedAgain = wire::actionFromParameters(again);
    if (!decodedAgain || *decodedAgain != *action)
        std::abort();
    return 0;
}
