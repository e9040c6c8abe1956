#pragma once

#include "cmq/event.h"

#include <map>
#include <string>
#include <vector>

namespace conformance {

/// The state of every message as somebody knows it who hears nothing but the events. If that is
/// always the truth, then each change of a state was told exactly once.
class Ledger final
{
public:
    /// Writes down what an event says. Returns what is wrong with it, else nothing: a change from a
    /// state that the message was not in, or no reason.
    [[nodiscard]] std::string apply(const cmq::Event& event);
    /// How a queue differs from what the events said of it; empty when it does not.
    [[nodiscard]] std::string compare(const std::string& queue,
                                      const std::vector<cmq::PeekedMessage>& messages) const;
    /// Begins anew with what is there.
    void reset(const std::string& queue, const std::vector<cmq::PeekedMessage>& messages);

private:
    using States = std::map<std::uint64_t, cmq::MessageState>; // by entry
    std::map<std::string, States> m_queues;
};

} // namespace conformance
