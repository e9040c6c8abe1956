#pragma once

#include <cstdint>
#include <string>

// What the process that is killed and the one that kills agree on.

namespace kill9 {

inline constexpr char QueueName[] = "ledger";
inline constexpr int HideSeconds = 3600; ///< visibility timeout, and delay of delayed messages

/// Each message tells its number, and the number its bytes.
inline std::string bodyOf(std::uint64_t id)
{
    return std::to_string(id) + ' ' +
           std::string(id * 7919 % 2000, static_cast<char>('a' + id % 26));
}

} // namespace kill9
