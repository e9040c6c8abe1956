#pragma once

#include <string>
#include <string_view>

namespace cmq::endpoint {

/// A request as it came over the wire, with what CMQ needs of it. Reused from request to request,
/// so that its strings keep their memory.
struct HttpRequest
{
    std::string method;
    std::string target;           ///< as on the request line
    std::string host;             ///< the Host header, empty if there was none
    std::string body;             ///< raw
    std::string fields;           ///< all headers, as wire::HeaderFields reads them
    bool isControl = false;       ///< it had `X-CMQ-Control: 1`
    bool expectsContinue = false; ///< it had `Expect: 100-continue`
    bool isHttp11 = false;

    /// The path on the request line, without query, scheme and authority.
    [[nodiscard]] std::string_view path() const;
    /// What is behind the first `?`.
    [[nodiscard]] std::string_view query() const;

    void clear();
};

/// An answer that is ready but for its head.
struct HttpAnswer
{
    int status = 200;
    std::string_view contentType = "application/json; charset=utf-8"; ///< of static storage
    std::string body;
};

/// The reason phrase of a status that we send.
[[nodiscard]] std::string_view reasonPhrase(int status);

} // namespace cmq::endpoint
