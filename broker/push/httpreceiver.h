#pragma once

#include "cmq/result.h"
#include "cmq/time.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cmq::push {

/// What arrived at a receiver.
struct ReceivedRequest
{
    std::string method;
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers; ///< in order, as they were sent
    std::string body;

    /// The value of a header, its name without regard to case; empty when there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// What a receiver says to a request.
struct ReceiverAnswer
{
    int status = 200;
    Milliseconds delay{0};
    bool hangs = false; ///< says nothing and keeps the connection
    /// These bytes instead of an answer, after which the connection ends: for tests of senders.
    std::optional<std::string> raw;
    Milliseconds pauseBetweenBytes{0};
    bool resets = false; ///< ends with a reset
};

/// A small HTTP server on loopback that shows what subscribers are sent, so that deliveries and
/// retries can be seen without another program. Not for anything else: it takes requests with
/// Content-Length only, up to 2 MiB, and 256 connections.
///
/// Thread: one of its own, on which `answer` is called; the functions may be called from any.
class HttpReceiver final
{
public:
    using Answer = std::function<ReceiverAnswer(const ReceivedRequest& request)>;

    /// Listens on 127.0.0.1 at `port`, 0 = any that is free. Errors: ConnectionFailed.
    [[nodiscard]] static Result<std::unique_ptr<HttpReceiver>> listen(std::uint16_t port,
                                                                      Answer answer);
    HttpReceiver(const HttpReceiver&) = delete;
    HttpReceiver& operator=(const HttpReceiver&) = delete;
    /// Closes all connections; `answer` is not called any more.
    ~HttpReceiver();

    [[nodiscard]] std::uint16_t port() const;

private:
    class Loop;
    explicit HttpReceiver(std::unique_ptr<Loop> loop);
    std::unique_ptr<Loop> m_loop;
};

} // namespace cmq::push
