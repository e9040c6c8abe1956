#pragma once

#include "form.h"

#include "cmq/error.h"
#include "cmq/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cmq::wire {

// TC3-HMAC-SHA256, the signature of Tencent's API 3.0. Source: API 3.0, signature method v3.

/// The words that begin the Authorization header and the string to sign.
inline constexpr std::string_view Tc3Algorithm = "TC3-HMAC-SHA256";
/// The last instant that a date of four digits can name, in Unix seconds.
inline constexpr std::int64_t Tc3TimestampMax = 253'402'300'799;

/// What a signature covers. All views must outlive the use.
struct Tc3Request
{
    std::string_view method; ///< `POST`
    std::string_view path;   ///< as on the request line, without query
    std::string_view query;  ///< what is behind the `?`, as it came
    /// The headers that are signed, names in lower case, in the order of SignedHeaders.
    std::span<const Parameter> headers;
    std::string_view body; ///< raw
};

/// For when and for what a signature is made.
struct Tc3Scope
{
    std::int64_t timestamp = 0; ///< Unix seconds, 0 to Tc3TimestampMax; the date is its day in UTC
    std::string_view service;   ///< `tdmq` or `cmq`
};

/// `2019-02-25`, the day of that instant in UTC.
[[nodiscard]] std::string utcDate(std::int64_t unixSeconds);

/// The request in the one form that both sides hash; header values are trimmed and in lower case.
[[nodiscard]] std::string canonicalRequest(const Tc3Request& request);
[[nodiscard]] std::string tc3StringToSign(const Tc3Scope& scope, std::string_view canonicalRequest);

/// Makes the signatures of one secret key, which is kept inside OpenSSL only.
/// Thread: one at a time.
class Tc3Signer final
{
public:
    explicit Tc3Signer(std::string_view secretKey);
    Tc3Signer(Tc3Signer&&) noexcept;
    Tc3Signer& operator=(Tc3Signer&&) noexcept;
    Tc3Signer(const Tc3Signer&) = delete;
    Tc3Signer& operator=(const Tc3Signer&) = delete;
    ~Tc3Signer();

    /// Lower-case hex; empty if OpenSSL cannot do it.
    [[nodiscard]] std::string sign(const Tc3Scope& scope, std::string_view stringToSign);

private:
    struct Key;
    std::unique_ptr<Key> m_key;
};

/// The parts of an Authorization header; views into its text.
struct Tc3Authorization
{
    std::string_view secretId;
    std::string_view date;
    std::string_view service;
    std::vector<std::string_view> signedHeaders; ///< in lower case, each once, sorted
    std::string_view signature;                  ///< 64 hex digits
};

/// Reads `TC3-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, strictly: the three parts in
/// any order, each once, blanks around commas allowed; `content-type` and `host` must be signed.
/// Errors: AuthenticationFailed with API 3.0's code and a sentence.
[[nodiscard]] Result<Tc3Authorization> parseTc3Authorization(std::string_view header);

/// The same header as a client writes it.
[[nodiscard]] std::string tc3Authorization(std::string_view secretId, const Tc3Scope& scope,
                                           std::span<const Parameter> headers,
                                           std::string_view signature);

/// Whether the signature is right for the request in one of the forms that Tencent's SDKs send:
/// header values in lower case or as they are, the host with or without its port (Node.js signs it
/// without). Constant time in the signature.
[[nodiscard]] bool isTc3SignatureValid(Tc3Signer& signer, const Tc3Request& request,
                                       const Tc3Scope& scope, std::string_view signature);

} // namespace cmq::wire
