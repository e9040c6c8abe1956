#pragma once

#include "cmq/copysource.h"
#include "cmq/service.h"
#include "engine/output.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace cmq {

/// What a broker's thread is asked to do.
namespace input {

struct Call
{
    RequestId request = 0;
    Action action;
    Service::Completion completion;
};

struct Cancel
{
    RequestId request = 0;
};

struct PushFinished
{
    std::uint64_t pushId = 0;
    engine::PushOutcome outcome;
};

struct Advance
{
    Milliseconds by{0};
    std::function<void(Result<Time>)> completion;
};

struct NextChange
{
    std::function<void(Result<std::optional<Time>>)> completion;
};

struct Copy
{
    CopyScope scope;
    std::function<void(Result<BrokerCopy>)> completion;
};

} // namespace input

using Input = std::variant<input::Call, input::Cancel, input::PushFinished, input::Advance,
                           input::NextChange, input::Copy>;

/// Hands inputs from any thread over to one. Posting costs a short lock, and wakes the taker only
/// when it sleeps.
class Inbox final
{
public:
    using Deadline = std::optional<std::chrono::steady_clock::time_point>;

    void post(Input&& input);
    /// Wakes the taker, now and for ever.
    void stop();
    [[nodiscard]] bool isStopped() const;

    /// Gives everything that has arrived, oldest first, into the empty `inputs`. Does not wait.
    void take(std::vector<Input>& inputs);
    /// Waits until something is there, the deadline is over or the inbox is stopped.
    void wait(const Deadline& deadline);

private:
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_arrived;
    std::vector<Input> m_inputs;
    bool m_isTakerAsleep = false;
    bool m_isStopped = false;
};

} // namespace cmq
