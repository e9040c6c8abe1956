#pragma once

#include "signature.h"

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

    /// For people who write clients, after AuthenticationFailed.
    [[nodiscard]] SignatureExplanation explain(const SignedRequest& request);

private:
    struct Entry
    {
        Signer signer;
        bool isEnabled;
    };

    std::map<std::string, Entry, std::less<>> m_entries;
    std::optional<Seconds> m_tolerance;
    bool m_allBeginWithAkid = true;
};

} // namespace cmq::wire
