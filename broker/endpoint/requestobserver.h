#pragma once

#include "cmq/action.h"
#include "cmq/time.h"
#include "wire/signature.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace cmq::endpoint {

/// A request that the endpoint served, for people to look at. Nothing in it is a secret key; a
/// token and the signature are as they came.
struct ServedRequest
{
    Time time; ///< when it was complete
    std::string peer;
    std::string method;
    std::string host;
    std::string path;
    std::vector<wire::FormField> parameters; ///< decoded, sorted by name
    std::optional<Action> action;            ///< none if the request was refused before it had one
    int code = 0;                            ///< CMQ's, 0 for success
    std::chrono::microseconds duration{0};
    std::string answer;
    /// The string to sign, and after AuthenticationFailed what the client probably did.
    wire::SignatureExplanation signature;
};

/// Hears of every API request while it listens. What it is told of costs copies; while it does not
/// listen, a request costs one call.
///
/// Thread: the endpoint's, both functions. Must not wait: all clients would wait with it.
class RequestObserver
{
public:
    RequestObserver() = default;
    RequestObserver(const RequestObserver&) = delete;
    RequestObserver& operator=(const RequestObserver&) = delete;
    virtual ~RequestObserver() = default;

    /// Asked at the start of each request; `served` follows only after a yes.
    [[nodiscard]] virtual bool isListening() = 0;
    virtual void served(ServedRequest request) = 0;
};

} // namespace cmq::endpoint
