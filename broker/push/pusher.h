#pragma once

#include "push.h"

#include "cmq/behaviour.h"

#include <functional>
#include <memory>

namespace cmq::push {

struct Options
{
    /// From the start of an attempt to its answer's last byte. CMQ waits about 15 s.
    Milliseconds timeout = Seconds(15);
    /// More than this of an answer's head or body is not read.
    std::size_t answerBytesMax = 64 * 1024;
    /// Pushes in flight: of one subscription, and over all. When half of all is in use, each
    /// subscription gets one only, so that the dead do not take every place.
    std::size_t inFlightPerSubscription = 8;
    std::size_t inFlight = 512;
    /// Let the environment's http_proxy and its like decide who is connected to.
    bool usesEnvironmentProxy = false;
    /// Whether local addresses may be pushed to: of Behaviour.
    bool allowsLocal = false;
    /// For tests: the address of a host name; asked at every connect. Empty: the system's resolver.
    std::function<std::string(const std::string& host)> resolve;
};

/// Makes HTTP pushes on a thread of its own: keeps connections, verifies certificates, follows no
/// redirect, keeps no cookie. Where a push may go is judged by the address that is being connected
/// to, at each connect. One subscriber that is dead or slow holds up nobody else.
///
/// Thread: every function may be called from any thread and does not block (the destructor does,
/// for as long as it takes to close connections).
class Pusher final
{
public:
    /// Called once for every push that was not cancelled, on the pusher's thread.
    using Finished = std::function<void(std::uint64_t id, PushResult outcome)>;

    Pusher(Options options, Finished finished);
    Pusher(const Pusher&) = delete;
    Pusher& operator=(const Pusher&) = delete;
    /// Ends all pushes; nothing is called any more.
    ~Pusher();

    void send(Push push);
    /// The push is ended if it is still under way; its outcome may just have been called.
    void cancel(std::uint64_t id);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace cmq::push
