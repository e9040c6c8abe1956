#include "requestparser.h"

#include "cmq/names.h"
#include "cmq/pushagent.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>

namespace cmq::endpoint {

namespace http = boost::beast::http;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// RFC 3986: what a host and a port are made of.
bool isHostCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-._~%!$&'()*+;=:[]").find(c) != std::string_view::npos;
}

bool isTarget(std::string_view method, std::string_view target)
{
    if (target.starts_with('/'))
        return true;
    if (method == "GET" || method == "POST" || method == "HEAD")
        return target.starts_with("http://") || target.starts_with("https://");
    return true; // OPTIONS * and the like are refused by their method
}

} // namespace

RequestParser::RequestParser(HttpRequest& request, const Limits& limits)
    : m_request(request)
    , m_limits(limits)
{
    eager(true);
    // What may come before the end of the header is found; its parts are counted below.
    header_limit(static_cast<std::uint32_t>(limits.headerBytes + limits.requestLineBytes + 64));
    body_limit(boost::none);
}

void RequestParser::refuse(int status, Error& error)
{
    m_status = status;
    error = http::error::bad_value;
}

void RequestParser::on_request_impl(http::verb, View method, View target, int version, Error& error)
{
    // `METHOD target HTTP/1.1`
    if (method.size() + target.size() + 10 > m_limits.requestLineBytes)
        return refuse(414, error);
    m_request.method.assign(method.data(), method.size());
    m_request.target.assign(target.data(), target.size());
    m_request.isHttp11 = version == 11;
    if (!isTarget(m_request.method, m_request.target))
        refuse(400, error);
}

void RequestParser::takeHost(View value, Error& error)
{
    if (m_hasHost || !std::ranges::all_of(value, isHostCharacter))
        return refuse(400, error);
    m_hasHost = true;
    m_request.host.assign(value.data(), value.size());
}

/// API 3.0 has its parameters in headers, and signs any of them.
void RequestParser::keep(View name, View value)
{
    std::string& fields = m_request.fields;
    const std::size_t begin = fields.size();
    fields.append(name.data(), name.size());
    std::transform(fields.begin() + static_cast<std::ptrdiff_t>(begin), fields.end(),
                   fields.begin() + static_cast<std::ptrdiff_t>(begin), toLower);
    fields.append(1, ':').append(value.data(), value.size()).append(1, '\n');
}

void RequestParser::on_field_impl(Field field, View name, View value, Error& error)
{
    m_headerBytes += name.size() + value.size() + 4; // `: ` and the line's end
    if (m_headerBytes > m_limits.headerBytes || ++m_headerCount > m_limits.headerCount)
        return refuse(431, error);
    // A folded line is joined by Beast, and others may read it as two.
    if (value.find('\r') != View::npos || value.find('\n') != View::npos)
        return refuse(400, error);
    if (m_isHeaderDone)
        return; // a trailer tells nothing that CMQ needs
    keep(name, value);
    switch (field) {
    case Field::host: return takeHost(value, error);
    case Field::content_length:
        if (m_hasLength || !std::ranges::all_of(value, isDigit))
            return refuse(400, error);
        m_hasLength = true;
        return;
    case Field::transfer_encoding:
        if (!boost::beast::iequals(value, "chunked"))
            return refuse(501, error);
        if (!m_request.isHttp11)
            return refuse(400, error);
        return;
    case Field::expect:
        m_request.expectsContinue =
            m_request.isHttp11 && boost::beast::iequals(value, "100-continue");
        return;
    case Field::user_agent:
        if (value == PushUserAgent)
            refuse(508, error);
        return;
    case Field::unknown:
        if (boost::beast::iequals(name, "X-CMQ-Control"))
            m_request.isControl = value == "1";
        return;
    default: return;
    }
}

void RequestParser::on_header_impl(Error&)
{
    // A missing Host is tolerated: nothing here depends on it but the signature, which then fails.
    m_isHeaderDone = true;
    m_isBodyTooLarge = content_length().value_or(0) > m_limits.bodyBytes;
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, Error&)
{
    // Not more than has a chance to come soon: the length is only a promise.
    constexpr std::uint64_t most = 64 * 1024;
    if (length && !m_isBodyTooLarge)
        m_request.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, most)));
}

std::size_t RequestParser::on_body_impl(View part, Error&)
{
    m_bodyBytes += part.size();
    m_isBodyTooLarge = m_isBodyTooLarge || m_bodyBytes > m_limits.bodyBytes;
    if (!m_isBodyTooLarge)
        m_request.body.append(part.data(), part.size());
    return part.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View part, Error& error)
{
    return on_body_impl(part, error);
}

} // namespace cmq::endpoint
