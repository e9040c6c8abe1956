#pragma once

#include "records.h"
#include "result.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace cmq {

/// Most messages and most bytes of bodies that a copy has.
inline constexpr std::int64_t CopyMessagesMax = 200'000;
inline constexpr std::size_t CopyBytesMax = std::size_t{256} << 20;

/// What of a broker is copied: everything, unless something is named.
struct CopyScope
{
    /// These queues, each with its family: its dead-letter queue, those whose dead letters it
    /// holds, and the subscriptions that lead to any of them. Names of nothing are passed over.
    std::vector<std::string> queues;
    /// These topics with all their subscriptions, and the queues to which those lead.
    std::vector<std::string> topics;
    /// Of the messages in queues only these; empty: all.
    std::vector<BodyId> msgIds;

    [[nodiscard]] bool isEverything() const { return queues.empty() && topics.empty(); }
    friend bool operator==(const CopyScope&, const CopyScope&) = default;
};

/// The state of a broker at an instant: what its store would be told if it were empty, and all
/// bodies. Receives that wait are nobody's in a copy, a push under way counts as not begun, and why
/// one failed last is forgotten: as after a restart.
struct BrokerCopy
{
    Time time;
    StoreChanges records;
    /// They never change, so copies share them.
    std::map<BodyId, std::shared_ptr<const std::string>> bodies;
};

/// A broker in this process that hands out its state as a value: an extra that a remote endpoint
/// has not.
///
/// Thread: any. The completion is called once, on the broker's thread, never before the call
/// returned. Errors: CopyTooLarge; what reading the store says.
class CopySource
{
public:
    CopySource() = default;
    CopySource(const CopySource&) = delete;
    CopySource& operator=(const CopySource&) = delete;
    virtual ~CopySource() = default;

    /// As it is after everything that was asked for before. The broker stops for it: a few
    /// milliseconds for some thousand messages, about a second for the most that a copy has.
    virtual void copy(CopyScope scope, std::function<void(Result<BrokerCopy>)> completion) = 0;
};

} // namespace cmq
