#include "apirequest.h"

#include <charconv>

namespace cmq::endpoint {

namespace {

std::optional<std::uint64_t> readUnsigned(std::optional<std::string_view> text)
{
    std::uint64_t value = 0;
    if (!text || text->empty())
        return std::nullopt;
    const auto [end, status] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (status != std::errc() || end != text->data() + text->size())
        return std::nullopt;
    return value;
}

} // namespace

ApiReader::ApiReader(wire::KeyRing keys, Clock clock)
    : m_keys(std::move(keys))
    , m_clock(std::move(clock))
    // Decimal digits that do not repeat after a restart.
    , m_lastRequestId(static_cast<std::uint64_t>(toUnixMilliseconds(m_clock())) * 1000)
{
}

ApiRequest ApiReader::read(HttpRequest& request, bool isBodyTooLarge)
{
    m_parameters.clear();
    ApiRequest read{readAction(request, isBodyTooLarge), {++m_lastRequestId, {}}};
    read.envelope.clientRequestId =
        readUnsigned(wire::findParameter(m_parameters, "clientRequestId"));
    return read;
}

wire::SignedRequest ApiReader::signedRequest(const HttpRequest& request) const
{
    return {request.method, request.host, request.path(), m_parameters};
}

Result<Action> ApiReader::readAction(HttpRequest& request, bool isBodyTooLarge)
{
    const bool isGet = request.method == "GET";
    if (!isGet && request.method != "POST")
        return fail(ErrorId::HttpMethod, request.method);
    if (isBodyTooLarge)
        return fail(ErrorId::RequestUnparsable, "body", "the body is too large");
    if (isGet)
        m_query = request.query(); // the target is signed as it came: decode a copy
    if (!wire::decodeForm(isGet ? m_query : request.body, m_parameters))
        return fail(ErrorId::RequestUnparsable, "parameters", "there are too many parameters");
    wire::sortForSignature(m_parameters);

    if (!wire::findParameter(m_parameters, "Action").value_or("").size())
        return fail(ErrorId::ActionMissing);
    if (auto error = m_keys.authenticate(signedRequest(request), m_clock()))
        return fail(std::move(*error));
    return wire::actionFromParameters(m_parameters);
}

} // namespace cmq::endpoint
