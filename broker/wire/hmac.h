#pragma once

#include <openssl/evp.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace cmq::wire {

/// HMAC with one key, prepared once: three times as fast as starting from the key each time.
/// Thread: one at a time. Private to this room.
class Hmac final
{
public:
    /// `digest`: OpenSSL's name, `SHA1` or `SHA256`.
    Hmac(const char* digest, std::string_view key);

    /// The HMAC of `text` followed by `more`; how many bytes of `out` it has, 0 if OpenSSL cannot.
    [[nodiscard]] std::size_t compute(std::span<unsigned char, EVP_MAX_MD_SIZE> out,
                                      std::string_view text, std::string_view more = {});
    /// The same as a string.
    [[nodiscard]] std::string bytes(std::string_view text);

private:
    struct Free
    {
        void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
    };
    std::unique_ptr<EVP_MAC_CTX, Free> m_context;
};

/// Compares in constant time what an attacker could approach byte by byte.
[[nodiscard]] bool isSameSignature(std::string_view left, std::string_view right);

} // namespace cmq::wire
