#pragma once

#include "form.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cmq::wire {

/// The parameter SignatureMethod. Source: CMQ API, signature.
enum class SignatureMethod : std::uint8_t { HmacSha1, HmacSha256 };

/// `HmacSHA256` selects SHA-256; anything else, also nothing, selects SHA-1.
[[nodiscard]] SignatureMethod signatureMethodFromString(std::string_view text);
[[nodiscard]] std::string_view toString(SignatureMethod method);

/// What a signature covers. All views must outlive the use.
struct SignedRequest
{
    std::string_view method; ///< `GET` or `POST`
    std::string_view host;   ///< exactly as in the Host header, with the port if it has one
    std::string_view path;   ///< as on the request line, without query
    /// Decoded, in `sortForSignature` order. `Signature` may be among them and is left out.
    std::span<const Parameter> parameters;
};

/// Byte order of the names; duplicates stay side by side in the order of the request.
void sortForSignature(Parameters& parameters);

/// METHOD host path ? name=value&… with `_` in names as `.`; nothing encoded.
[[nodiscard]] std::string stringToSign(const SignedRequest& request);

/// Makes the signatures of one secret key. Keeps prepared HMAC contexts, which makes it three times
/// as fast as starting from the key each time.
///
/// Thread: one at a time. The key is kept inside OpenSSL only.
class Signer final
{
public:
    explicit Signer(std::string_view secretKey);
    Signer(Signer&&) noexcept;
    Signer& operator=(Signer&&) noexcept;
    Signer(const Signer&) = delete;
    Signer& operator=(const Signer&) = delete;
    ~Signer();

    /// Base64 of the HMAC of `text` followed by `more`; empty if OpenSSL cannot do it.
    [[nodiscard]] std::string sign(SignatureMethod method, std::string_view text,
                                   std::string_view more = {});

private:
    struct Contexts;
    std::unique_ptr<Contexts> m_contexts;
};

/// Whether `signature` is right for the request, in one of the forms that official SDKs send:
/// the path as received or `/v2/index.php`; the host with or without default port; for POST also
/// without the parameters whose value begins with `@` (PHP, Python). Compares the base64 text, in
/// constant time. Source: behaviour of the SDKs.
[[nodiscard]] bool isSignatureValid(Signer& signer, const SignedRequest& request,
                                    SignatureMethod method, std::string_view signature);

/// Why a signature was refused, for people who write clients.
struct SignatureExplanation
{
    std::string expected; ///< the string to sign as the server sees it
    /// The string that the client signed, when a common mistake explains its signature; else empty.
    std::string guessed;
    /// Offset of the first byte in which the two differ; their common length when nothing does.
    std::size_t firstDifference = 0;
    std::string reason; ///< a sentence
};

/// Tries the mistakes that clients make. Cost: some dozens of HMACs; not for the hot path.
[[nodiscard]] SignatureExplanation explainSignature(Signer& signer, const SignedRequest& request,
                                                    SignatureMethod method,
                                                    std::string_view signature);

/// Offset of the first byte in which two texts differ: the shorter length if one begins the other.
[[nodiscard]] std::size_t firstDifference(std::string_view left, std::string_view right);

} // namespace cmq::wire
