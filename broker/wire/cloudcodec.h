#pragma once

#include "codec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cmq::wire {

// The same actions and replies as Tencent's API 3.0 writes them: the control plane of today's
// accounts. Requests and answers are JSON; the endpoint and a client walk the same tables
// (cloudfields.h). Source: API 3.0, products `tdmq` and `cmq`. Thread: any, no shared state.

/// The two products that have CMQ. They differ in names, shapes of lists, and the unit of time.
enum class CloudApi : std::uint8_t {
    Tdmq, ///< `tdmq` 2020-02-17: CreateCmqQueue …; instants in milliseconds
    Cmq,  ///< `cmq` 2019-03-04: CreateQueue …; instants in seconds
};

/// `tdmq` or `cmq`: in host names and in the scope of signatures.
[[nodiscard]] std::string_view cloudService(CloudApi api);
/// X-TC-Version
[[nodiscard]] std::string_view cloudVersion(CloudApi api);
[[nodiscard]] std::optional<CloudApi> cloudApiFromVersion(std::string_view version);

/// A request without its signature.
struct CloudRequest
{
    std::string action; ///< X-TC-Action
    std::string body;   ///< JSON
};

/// Whether API 3.0 can do this, as such or by a list that holds the answer.
[[nodiscard]] bool isInCloud(const Action& action, CloudApi api);

/// The request for an action that `isInCloud`. What it has no member for is left out: the protocol
/// and endpoint of a subscription cannot be changed there, a routing key not published.
[[nodiscard]] CloudRequest toCloudRequest(const Action& action, CloudApi api);

/// Reads the action of a request. Lists have 20 things unless asked for 1 to 50, as API 3.0 says.
/// Does not judge ranges and names: that is cmq::validate.
/// Errors, each with API 3.0's code: ActionUnknown, ParametersError (no JSON object),
/// ParameterMissing, ParameterType, ParameterOutOfRange, words that are unknown.
[[nodiscard]] Result<Action> actionFromCloud(CloudApi api, std::string_view name,
                                             std::string_view body);

/// Appends the JSON text of an answer to `out`; the request id is written as a UUID. Returns CMQ's
/// code, 0 for success.
int appendCloudAnswer(std::string& out, std::uint64_t requestId, CloudApi api,
                      const Result<Reply>& result);

/// Reads the answer to `action`. An error is CMQ's where its words or code allow it, and keeps API
/// 3.0's code. What cannot be understood is ConnectionFailed, and may have happened.
[[nodiscard]] Answer answerFromCloud(const Action& action, CloudApi api, std::string_view text);

} // namespace cmq::wire
