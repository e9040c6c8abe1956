#pragma once

#include "httprequest.h"

#include "cmq/action.h"
#include "cmq/result.h"
#include "wire/codec.h"
#include "wire/keyring.h"

#include <functional>

namespace cmq::endpoint {

/// What a request asks of the service, or why it is refused.
struct ApiRequest
{
    Result<Action> action;
    wire::Envelope envelope;
    std::optional<wire::CloudApi> cloud; ///< it came, and is answered, by API 3.0
};

/// Turns HTTP requests into actions: method, size, decoding, signature, parameters, in this order
/// (16.1 of the protocol notes). A request with the headers of API 3.0 is one of its.
///
/// Thread: one at a time.
class ApiReader final
{
public:
    using Clock = std::function<Time()>;

    /// `clock` is the wall clock that timestamps are compared with.
    ApiReader(wire::KeyRing keys, Clock clock);

    /// Decodes `request` in place: afterwards `parameters()` points into it.
    [[nodiscard]] ApiRequest read(HttpRequest& request, bool isBodyTooLarge);

    /// What the last request said, sorted by name; valid until that request is changed.
    [[nodiscard]] std::span<const wire::Parameter> parameters() const { return m_parameters; }
    /// What the last request had to sign; with `isRefused`, also what the client probably did.
    [[nodiscard]] wire::SignatureExplanation explain(const HttpRequest& request, bool isRefused);
    /// The wall clock's time.
    [[nodiscard]] Time now() const { return m_clock(); }

private:
    [[nodiscard]] Result<Action> readAction(HttpRequest& request, bool isBodyTooLarge);
    [[nodiscard]] Result<Action> readCloudAction(const HttpRequest& request, bool isBodyTooLarge);
    [[nodiscard]] wire::SignedRequest signedRequest(const HttpRequest& request) const;
    [[nodiscard]] wire::CloudSignedRequest cloudSigned(const HttpRequest& request) const;
    void listCloudParameters(const HttpRequest& request);

    wire::KeyRing m_keys;
    Clock m_clock;
    wire::Parameters m_parameters;
    std::string m_query;
    std::uint64_t m_lastRequestId;
    std::optional<wire::CloudApi> m_cloud; ///< of the last request
};

} // namespace cmq::endpoint
