// HTTP requests, whole and in pieces: both ways lead to the same request, error and end.
// The first byte is the size of the pieces.
#include "endpoint/requestparser.h"

#include <boost/beast/http/error.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace cmq::endpoint;
namespace http = boost::beast::http;

namespace {

struct Parsed
{
    HttpRequest request;
    std::size_t used = 0;
    bool isDone = false;
    bool isRefused = false;
    int status = 0;
};

Parsed parse(std::string_view text, std::size_t piece)
{
    const Limits limits{
        .requestLineBytes = 256, .headerBytes = 512, .headerCount = 8, .bodyBytes = 512};
    Parsed parsed;
    RequestParser parser(parsed.request, limits);
    std::size_t end = 0;
    while (!parser.is_done() && !parsed.isRefused && end < text.size()) {
        end = std::min(end + piece, text.size());
        boost::beast::error_code error;
        // All that has arrived and was not used, as a connection gives it.
        while (!parser.is_done() && parsed.used < end) {
            const std::size_t used = parser.put(
                boost::asio::buffer(text.data() + parsed.used, end - parsed.used), error);
            parsed.used += used;
            if (error || used == 0)
                break;
        }
        parsed.isRefused = error && error != http::error::need_more;
    }
    parsed.isDone = parser.is_done();
    parsed.status = parsed.isRefused ? parser.problemStatus() : 0;
    if (parsed.request.body.size() > limits.bodyBytes)
        std::abort();
    return parsed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Parsed whole = parse(text, text.size());
    const Parsed pieces = parse(text, data[0] % 16 + 1);
    if (whole.isDone != pieces.isDone)
        std::abort();
    if (whole.isDone &&
        (whole.used != pieces.used || whole.request.method != pieces.request.method ||
         whole.request.target != pieces.request.target ||
         whole.request.host != pieces.request.host || whole.request.body != pieces.request.body))
        std::abort();
    (void)whole.request.path();
    (void)whole.request.query();
    return 0;
}
