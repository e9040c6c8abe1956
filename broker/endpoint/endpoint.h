#pragma once

#include "limits.h"
#include "requestobserver.h"

#include "cmq/result.h"
#include "cmq/service.h"
#include "cmq/timecontrol.h"
#include "wire/keyring.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cmq::endpoint {

struct EndpointOptions
{
    /// A numeric address. Anything but loopback should have keys: the program insists on it.
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0 picks a free one

    /// Without keys everybody is let in.
    std::vector<wire::SecretKey> keys;
    /// How far a Timestamp may be off; absent: not checked, as no document names a window.
    std::optional<Seconds> timestampTolerance;

    /// PEM files; both or none.
    std::string tlsCertificateFile;
    std::string tlsKeyFile;

    /// Serve /control/… to clients on loopback.
    bool hasControlPages = false;
    /// For /control/clock: the broker's, if its clock is virtual. Must outlive the endpoint.
    TimeControl* timeControl = nullptr;

    /// The wall clock, for timestamps, dates and request ids.
    std::function<Time()> wallClock;
    /// Hears of every API request; null: nobody does.
    std::shared_ptr<RequestObserver> observer;

    Limits limits;
};

/// Serves a Service over CMQ's HTTP API, on a thread of its own.
///
/// Answers HTTP 200 for every outcome that CMQ has a code for, whatever the path, for GET and POST.
/// A long poll costs a connection and a few kilobytes; when its client hangs up, it is taken back,
/// so that no message is given to a connection that is gone.
///
/// Thread: start, stop and the destructor on one; the rest any.
/// Source: CMQ API; what SDKs do on the wire.
class Endpoint final
{
public:
    /// Opens the address and serves. `service` must outlive the endpoint, and must still run when
    /// it stops. Errors: ConnectionFailed, with a sentence that names the address or file;
    /// `parameter` says "address" or "port" where it is one of them that cannot be had.
    [[nodiscard]] static Result<std::unique_ptr<Endpoint>> start(Service& service,
                                                                 EndpointOptions options);
    Endpoint(const Endpoint&) = delete;
    Endpoint& operator=(const Endpoint&) = delete;
    /// Stops.
    ~Endpoint();

    [[nodiscard]] std::uint16_t port() const;
    /// `http://127.0.0.1:8080`
    [[nodiscard]] std::string url() const;

    /// Accepts no more, takes waiting long polls back, answers what is under way, and returns when
    /// all is closed: within 3 s, even if the service does not answer.
    void stop();

private:
    class Impl;
    explicit Endpoint(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cmq::endpoint
