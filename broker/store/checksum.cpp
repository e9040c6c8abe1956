#include "checksum.h"

#include <bit>
#include <cstddef>
#include <cstring>

namespace cmq::store {

namespace {

constexpr std::uint64_t Prime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t Prime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t Prime3 = 0x165667B19E3779F9;
constexpr std::uint64_t Prime4 = 0x85EBCA77C2B2AE63;
constexpr std::uint64_t Prime5 = 0x27D4EB2F165667C5;

// The sums are in files: the same on every machine, and so far all of them are little-endian.
static_assert(std::endian::native == std::endian::little, "swap the bytes of what is read here");

template <class Word>
std::uint64_t wordAt(const char* bytes)
{
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

std::uint64_t step(std::uint64_t lane, std::uint64_t word)
{
    return std::rotl(lane + word * Prime2, 31) * Prime1;
}

std::uint64_t merge(std::uint64_t sum, std::uint64_t lane)
{
    return (sum ^ step(0, lane)) * Prime1 + Prime4;
}

} // namespace

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed)
{
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t sum = seed + Prime5;
    if (left >= 32) {
        std::uint64_t a = seed + Prime1 + Prime2, b = seed + Prime2, c = seed, d = seed - Prime1;
        for (; left >= 32; at += 32, left -= 32) {
            a = step(a, wordAt<std::uint64_t>(at));
            b = step(b, wordAt<std::uint64_t>(at + 8));
            c = step(c, wordAt<std::uint64_t>(at + 16));
            d = step(d, wordAt<std::uint64_t>(at + 24));
        }
        sum = std::rotl(a, 1) + std::rotl(b, 7) + std::rotl(c, 12) + std::rotl(d, 18);
        sum = merge(merge(merge(merge(sum, a), b), c), d);
    }
    sum += bytes.size();
    for (; left >= 8; at += 8, left -= 8)
        sum = std::rotl(sum ^ step(0, wordAt<std::uint64_t>(at)), 27) * Prime1 + Prime4;
    if (left >= 4) {
        sum = std::rotl(sum ^ (wordAt<std::uint32_t>(at) * Prime1), 23) * Prime2 + Prime3;
        at += 4;
        left -= 4;
    }
    for (; left > 0; ++at, --left)
        sum = std::rotl(sum ^ (wordAt<unsigned char>(at) * Prime5), 11) * Prime1;
    sum = (sum ^ (sum >> 33)) * Prime2;
    sum = (sum ^ (sum >> 29)) * Prime3;
    return sum ^ (sum >> 32);
}

} // namespace cmq::store
