// Form decoding: whatever the bytes, the parameters lie inside them and survive being encoded
// again.
#include "wire/form.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace cmq::wire;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string text(reinterpret_cast<const char*>(data), size);
    Parameters decoded;
    const bool isWhole = decodeForm(text, decoded);
    if (decoded.size() > ParametersMax || (!isWhole && decoded.size() != ParametersMax))
        std::abort();

    std::vector<FormField> fields;
    for (const Parameter& parameter : decoded)
        fields.push_back({std::string(parameter.name), std::string(parameter.value)});
    std::string again = encodeForm(fields);
    Parameters decodedAgain;
    if (!decodeForm(again, decodedAgain) || decodedAgain.size() != decoded.size() ||
        decodedAgain != decoded)
        std::abort();
    return 0;
}
