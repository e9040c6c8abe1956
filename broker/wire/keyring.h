#pragma once

#include "cloudcodec.h"
#include "headerfields.h"
#include "signature.h"
#include "tc3.h"

#include "cmq/error.h"
#include "cmq/time.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::wire {

/// A pair that signs requests.
struct SecretKey
{
    std::string secretId;  ///< begins with `AKID` in Tencent's accounts
    std::string secretKey; ///< at least one byte; never shown or logged
    bool isEnabled = true; ///< a disabled one is known but refused (4100/10080)
};

/// A request of API 3.0 as it came. All views must outlive the use.
struct CloudSignedRequest
{
    CloudApi api = CloudApi::Tdmq; ///< by its version
    std::string_view method;
    std::string_view host; ///< as in the Host header
    std::string_view path;
    std::string_view query;
    HeaderFields headers;
    std::string_view body; ///< raw
};

/// How far X-TC-Timestamp may be from now, either way. Source: API 3.0, signature method v3.
inline constexpr Seconds CloudTimestampTolerance{300};

/// The keys of an endpoint. Without any, everybody is let in.
///
/// Thread: one at a time. Keeps the secret keys inside OpenSSL only.
class KeyRing final
{
public:
    explicit KeyRing(std::vector<SecretKey> keys = {});

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }

    /// How far a request's Timestamp may be from now, either way; off by default, because no
    /// document names a window. `now` as the wall shows it.
    void setTolerance(Seconds tolerance) { m_tolerance = tolerance; }

    /// Why the request is refused, or nothing. Errors: ParameterMissing and ParameterType of
    /// SecretId, Timestamp, Nonce and Signature; SecretIdPrefix (only if all our ids begin with
    /// AKID); SecretIdUnknown; SecretIdStatus; AuthenticationFailed. A repeated nonce is no error,
    /// because the C++ SDK repeats its own.
    [[nodiscard]] std::optional<Error> authenticate(const SignedRequest& request, Time now);

    /// The same for a request of API 3.0; each error has its code there. Errors: as above, and
    /// AuthenticationFailed for a time that is too far off and for a scope that is not the
    /// request's. Its service may be the first word of the host, as some SDKs have it.
    [[nodiscard]] std::optional<Error> authenticate(const CloudSignedRequest& request, Time now);

    /// For people who write clients, after AuthenticationFailed.
    [[nodiscard]] SignatureExplanation explain(const SignedRequest& request);
    [[nodiscard]] SignatureExplanation explain(const CloudSignedRequest& request) const;

private:
    struct Entry
    {
        Signer signer;
        Tc3Signer cloudSigner;
        bool isEnabled;
    };

    std::map<std::string, Entry, std::less<>> m_entries;
    std::optional<Seconds> m_tolerance;
    bool m_allBeginWithAkid = true;
};

} // namespace cmq::wire
