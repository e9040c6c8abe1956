#pragma once

#include <chrono>
#include <cstddef>

namespace cmq::endpoint {

/// What an endpoint puts up with. Each limit has its own answer, given here.
struct Limits
{
    using Duration = std::chrono::milliseconds;

    std::size_t requestLineBytes = 8 * 1024; ///< 414
    std::size_t headerBytes = 32 * 1024;     ///< 431, request line not counted
    std::size_t headerCount = 100;           ///< 431, trailers counted
    /// HTTP 200 with 4000/10420, as CMQ answers it. Larger than CMQ's 1 MiB, because a body of
    /// 1 MiB grows when it is form-url-encoded.
    std::size_t bodyBytes = 4 * 1024 * 1024;
    Duration headerTime{10'000}; ///< 408, from the first byte of a request (or the connection)
    std::size_t bytesPerSecond =
        500; ///< 408 when a body comes slower, a close when an answer goes slower
    Duration rateGrace{10'000};       ///< how long the rate is not judged
    Duration idleTime{60'000};        ///< a close between two requests
    std::size_t connections = 12'000; ///< 503
};

} // namespace cmq::endpoint
