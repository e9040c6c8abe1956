#pragma once

#include "httprequest.h"
#include "limits.h"

#include <boost/beast/http/basic_parser.hpp>

namespace cmq::endpoint {

/// Beast's HTTP parser, writing straight into an HttpRequest: no allocation per header field.
/// Stricter than Beast where two readers of one request could disagree about its end: one Host, one
/// plain Content-Length, `Transfer-Encoding: chunked` and no other. Private to this room.
class RequestParser final : public boost::beast::http::basic_parser<true>
{
public:
    /// `request` and `limits` must outlive the parser. One parser reads one request.
    RequestParser(HttpRequest& request, const Limits& limits);

    /// The status to answer after an error.
    [[nodiscard]] int problemStatus() const { return m_status; }
    /// The body is, or would be, above the limit; what came above it is not kept.
    [[nodiscard]] bool isBodyTooLarge() const { return m_isBodyTooLarge; }

private:
    using Error = boost::beast::error_code;
    using View = boost::beast::string_view;
    using Field = boost::beast::http::field;

    void on_request_impl(boost::beast::http::verb verb, View method, View target, int version,
                         Error& error) override;
    void on_response_impl(int, View, int, Error&) override {}
    void on_field_impl(Field field, View name, View value, Error& error) override;
    void on_header_impl(Error&) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error&) override;
    std::size_t on_body_impl(View part, Error&) override;
    void on_chunk_header_impl(std::uint64_t, View, Error&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t remaining, View part, Error&) override;
    void on_finish_impl(Error&) override {}

    void refuse(int status, Error& error);
    void takeHost(View value, Error& error);
    void keep(View name, View value);

    HttpRequest& m_request;
    const Limits& m_limits;
    std::size_t m_headerBytes = 0;
    std::size_t m_headerCount = 0;
    std::size_t m_bodyBytes = 0;
    int m_status = 400;
    bool m_hasHost = false;
    bool m_hasLength = false;
    bool m_isHeaderDone = false;
    bool m_isBodyTooLarge = false;
};

} // namespace cmq::endpoint
