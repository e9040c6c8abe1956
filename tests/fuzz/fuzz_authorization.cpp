// The header Authorization of API 3.0: what is understood is a view of the text, has its parts in
// their forms, and means the same when it is written again.
#include "wire/tc3.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace cmq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto read = wire::parseTc3Authorization(text);
    if (!read) {
        if (read.error().code == 0 || read.error().apiCode.empty())
            std::abort();
        return 0;
    }
    if (read->signature.size() != 64 || read->secretId.empty() || read->signedHeaders.size() < 2)
        std::abort();
    wire::Parameters headers;
    for (const std::string_view name : read->signedHeaders)
        headers.push_back({name, "value"});
    const wire::Tc3Scope scope{1'465'185'768, read->service};
    const std::string again =
        wire::tc3Authorization(read->secretId, scope, headers, read->signature);
    const auto readAgain = wire::parseTc3Authorization(again);
    if (!readAgain || readAgain->secretId != read->secretId ||
        readAgain->service != read->service || readAgain->signedHeaders != read->signedHeaders)
        std::abort();
    wire::Tc3Signer signer("key");
    const wire::Tc3Request request{"POST", "/", "", headers, text};
    if (wire::isTc3SignatureValid(signer, request, scope, read->signature))
        std::abort(); // nobody guesses one
    return 0;
}
