#include "hmac.h"

#include <openssl/crypto.h>
#include <openssl/params.h>

#include <array>

namespace cmq::wire {

namespace {

bool update(EVP_MAC_CTX* context, std::string_view text)
{
    return EVP_MAC_update(context, reinterpret_cast<const unsigned char*>(text.data()),
                          text.size()) == 1;
}

} // namespace

Hmac::Hmac(const char* digest, std::string_view key)
{
    struct FreeMac
    {
        void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
    };
    const std::unique_ptr<EVP_MAC, FreeMac> mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    m_context.reset(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr);
    std::string name = digest;
    const std::array parameters{OSSL_PARAM_construct_utf8_string("digest", name.data(), 0),
                                OSSL_PARAM_construct_end()};
    if (!m_context ||
        EVP_MAC_init(m_context.get(), reinterpret_cast<const unsigned char*>(key.data()),
                     key.size(), parameters.data()) != 1)
        m_context.reset();
}

std::size_t Hmac::compute(std::span<unsigned char, EVP_MAX_MD_SIZE> out, std::string_view text,
                          std::string_view more)
{
    std::size_t size = 0;
    // Without a key EVP_MAC_init starts over with the one that the context has.
    if (!m_context || EVP_MAC_init(m_context.get(), nullptr, 0, nullptr) != 1 ||
        !update(m_context.get(), text) || !update(m_context.get(), more) ||
        EVP_MAC_final(m_context.get(), out.data(), &size, out.size()) != 1)
        return 0;
    return size;
}

std::string Hmac::bytes(std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    const std::size_t size = compute(digest, text);
    return {reinterpret_cast<const char*>(digest.data()), size};
}

bool isSameSignature(std::string_view left, std::string_view right)
{
    return left.size() == right.size() &&
           CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace cmq::wire
