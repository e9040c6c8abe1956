#pragma once

#include "cmq/behaviour.h"
#include "cmq/service.h"
#include "engine/output.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace conformance {

/// An HTTP push as its subscriber sees it.
struct Pushed
{
    cmq::engine::PushRequest request;
    std::string body;
};

/// A service, the clock that it obeys, and its power switch: all that a case needs of what it runs
/// on. One thread.
class Backend
{
public:
    Backend() = default;
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;
    virtual ~Backend() = default;

    /// Another one after each restart.
    [[nodiscard]] virtual cmq::Service& service() = 0;
    [[nodiscard]] virtual cmq::Time now() const = 0;
    /// Moves the clock. On return everything that became due on the way has happened, at its time,
    /// and is answered.
    virtual void advance(cmq::Milliseconds duration) = 0;
    /// On return every call is answered that does not wait for a message.
    virtual void settle() = 0;
    /// Ends the service and starts it again on what it kept; what waits ends without a message.
    virtual void restart() = 0;

    /// Whether pushes come to the test, which then is every HTTP subscriber there is.
    [[nodiscard]] virtual bool isSubscriber() const { return false; }
    /// Pushes that were started since the last call and are not cancelled.
    [[nodiscard]] virtual std::vector<Pushed> takePushes() { return {}; }
    /// Answers a push; on return what follows from it has happened.
    virtual void finishPush(std::uint64_t, const cmq::engine::PushOutcome&) {}
};

/// One row of the suite.
struct BackendRow
{
    const char* name;
    /// Whether messages survive a restart.
    bool isDurable;
    /// Whether control actions go by API 3.0, which cannot say all that v2 can.
    bool isCloud;
    std::unique_ptr<Backend> (*make)(const cmq::Behaviour& behaviour);
};

/// All rows. A new one is added in backends.cpp and nowhere else.
[[nodiscard]] std::span<const BackendRow> backendRows();

/// The time at which every backend starts.
inline constexpr cmq::Time StartTime = cmq::fromUnixSeconds(1'800'000'000);

[[nodiscard]] std::unique_ptr<Backend> makeEngineBackend(const cmq::Behaviour& behaviour);
[[nodiscard]] std::unique_ptr<Backend> makeMemoryBackend(const cmq::Behaviour& behaviour);
[[nodiscard]] std::unique_ptr<Backend> makeDiskBackend(const cmq::Behaviour& behaviour);
/// The console's client against an endpoint; only where the console is built.
[[nodiscard]] std::unique_ptr<Backend> makeHttpBackend(const cmq::Behaviour& behaviour);
/// The same as an account of today has it: API 3.0 for everything but the messages.
[[nodiscard]] std::unique_ptr<Backend> makeCloudBackend(const cmq::Behaviour& behaviour);

} // namespace conformance
