#include "json.h"

#include <boost/json/parser.hpp>

#include <memory>

namespace cmq::wire {

namespace json = boost::json;

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

} // namespace cmq::wire
