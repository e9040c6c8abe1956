#pragma once

#include <cstdint>
#include <string_view>

namespace cmq::store {

/// XXH64 of `bytes`: fast, and a damaged text passes once in 2^64. Not against an attacker.
/// Source: the xxHash specification, version 0.1.1.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t seed);

} // namespace cmq::store
