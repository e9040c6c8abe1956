#include "apirequest.h"

#include <array>
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

/// Whether the request means API 3.0, and which of its versions; a version that nobody knows is
/// answered as the newer one. Nothing of v2 has these headers.
std::optional<wire::CloudApi> cloudApiOf(const HttpRequest& request)
{
    const wire::HeaderFields headers(request.fields);
    const auto version = headers.find("x-tc-version");
    const bool isCloud = version || headers.find("x-tc-action") ||
                         headers.find("authorization").value_or("").starts_with(wire::Tc3Algorithm);
    if (!isCloud)
        return std::nullopt;
    return wire::cloudApiFromVersion(version.value_or("")).value_or(wire::CloudApi::Tdmq);
}

tl::unexpected<Error> refuseCloud(ErrorId id, std::string_view subject, std::string_view apiCode,
                                  std::string detail)
{
    Error error = makeError(id, subject, std::move(detail));
    error.apiCode = apiCode;
    return fail(std::move(error));
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
    m_cloud = cloudApiOf(request);
    if (m_cloud)
        return {readCloudAction(request, isBodyTooLarge), {++m_lastRequestId, {}}, m_cloud};
    ApiRequest read{readAction(request, isBodyTooLarge), {++m_lastRequestId, {}}, {}};
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

wire::CloudSignedRequest ApiReader::cloudSigned(const HttpRequest& request) const
{
    return {*m_cloud,       request.method,  request.host,
            request.path(), request.query(), wire::HeaderFields(request.fields),
            request.body};
}

Result<Action> ApiReader::readCloudAction(const HttpRequest& request, bool isBodyTooLarge)
{
    const wire::HeaderFields headers(request.fields);
    listCloudParameters(request);
    if (request.method != "POST")
        return refuseCloud(ErrorId::HttpMethod, request.method, "UnsupportedProtocol",
                           "API 3.0 is asked by POST here");
    if (isBodyTooLarge)
        return fail(ErrorId::RequestUnparsable, "body", "the body is too large");
    const auto version = headers.find("x-tc-version");
    const auto action = headers.find("x-tc-action");
    if (!action || action->empty())
        return refuseCloud(ErrorId::ActionMissing, "X-TC-Action", "MissingParameter",
                           "the header X-TC-Action must be there once");
    if (!version)
        return refuseCloud(ErrorId::ParameterMissing, "X-TC-Version", "MissingParameter",
                           "the header X-TC-Version must be there once");
    if (!wire::cloudApiFromVersion(*version))
        return refuseCloud(ErrorId::ActionUnknown, *action, "NoSuchVersion",
                           "the versions here are 2020-02-17 (tdmq) and 2019-03-04 (cmq)");
    if (auto error = m_keys.authenticate(cloudSigned(request), m_clock()))
        return fail(std::move(*error));
    return wire::actionFromCloud(*m_cloud, *action, request.body);
}

/// For whoever looks at requests: the headers that are parameters, and the body.
void ApiReader::listCloudParameters(const HttpRequest& request)
{
    struct Shown
    {
        std::string_view header;
        std::string_view name;
    };
    constexpr std::array all{
        Shown{"authorization", "Authorization"}, Shown{"x-tc-action", "X-TC-Action"},
        Shown{"x-tc-region", "X-TC-Region"},     Shown{"x-tc-timestamp", "X-TC-Timestamp"},
        Shown{"x-tc-token", "X-TC-Token"},       Shown{"x-tc-version", "X-TC-Version"}};
    for (const Shown& each : all) {
        if (const auto value = wire::HeaderFields(request.fields).find(each.header))
            m_parameters.push_back({each.name, *value});
    }
    m_parameters.push_back({"body", request.body});
}

wire::SignatureExplanation ApiReader::explain(const HttpRequest& request, bool isRefused)
{
    if (m_cloud) {
        wire::SignatureExplanation explanation = m_keys.explain(cloudSigned(request));
        if (!isRefused)
            explanation.reason.clear();
        return explanation;
    }
    if (isRefused)
        return m_keys.explain(signedRequest(request));
    wire::SignatureExplanation explanation;
    explanation.expected = wire::stringToSign(signedRequest(request));
    return explanation;
}

} // namespace cmq::endpoint
