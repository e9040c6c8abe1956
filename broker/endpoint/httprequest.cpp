#include "httprequest.h"

namespace cmq::endpoint {

namespace {

/// A larger one was rare: do not keep it.
constexpr std::size_t KeptBytes = 16 * 1024;

void release(std::string& text)
{
    text.clear();
    if (text.capacity() > KeptBytes)
        text.shrink_to_fit();
}

} // namespace

std::string_view HttpRequest::path() const
{
    std::string_view path = std::string_view(target).substr(0, target.find('?'));
    if (path.starts_with('/'))
        return path;
    const std::size_t scheme = path.find("://");
    if (scheme == path.npos)
        return path;
    const std::size_t slash = path.find('/', scheme + 3);
    return slash == path.npos ? "/" : path.substr(slash);
}

std::string_view HttpRequest::query() const
{
    const std::size_t mark = target.find('?');
    return mark == target.npos ? std::string_view() : std::string_view(target).substr(mark + 1);
}

void HttpRequest::clear()
{
    release(method);
    release(target);
    release(host);
    release(body);
    release(fields);
    isControl = expectsContinue = isHttp11 = false;
}

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 414: return "URI Too Long";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 508: return "Loop Detected";
    default: return "Internal Server Error";
    }
}

} // namespace cmq::endpoint
