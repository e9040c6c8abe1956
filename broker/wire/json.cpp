#include "json.h"

#include <boost/json/parser.hpp>
#include <boost/json/serializer.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace cmq::wire {

namespace json = boost::json;

void appendJsonString(std::string& out, std::string_view text)
{
    // Most texts need no escape: they are copied as they are.
    const bool isPlain = std::ranges::none_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; });
    if (isPlain) {
        out.append(1, '"').append(text).append(1, '"');
        return;
    }
    json::serializer serializer;
    serializer.reset(json::string_view(text));
    while (!serializer.done()) {
        std::array<char, 4096> buffer; // NOLINT(*-member-init): it is written before it is read
        const json::string_view part = serializer.read(buffer.data(), buffer.size());
        out.append(part.data(), part.size());
    }
}

Result<json::value> parseJson(std::string_view text, json::storage_ptr storage)
{
    json::parse_options options;
    options.max_depth = JsonDepthMax;
    json::parser parser({}, options);
    parser.reset(std::move(storage));
    json::error_code error;
    std::size_t used = 0;
    try {
        used = parser.write(text.data(), text.size(), error);
        if (!error)
            return parser.release();
    } catch (const std::exception& exception) {
        return fail(ErrorId::ConnectionFailed, {},
                    std::string("the answer is not JSON: ") + exception.what());
    }
    return fail(ErrorId::ConnectionFailed, {},
                "the answer is not JSON: " + error.message() + " after " + std::to_string(used) +
                    " bytes");
}

Error notUnderstood(std::string detail)
{
    Error error = makeError(ErrorId::ConnectionFailed, {},
                            "the answer was not understood: " + std::move(detail));
    error.outcome = Outcome::MayHaveHappened;
    return error;
}

} // namespace cmq::wire
