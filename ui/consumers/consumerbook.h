#pragma once

#include "cmq/eventsource.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ui {

/// A receive that waits for a message.
struct WaitingReceiver
{
    std::uint64_t number = 0; ///< identifies it
    std::string queueName;
    cmq::Time since;
    cmq::Time until;
    std::string client{}; ///< who waits, as they said; may be empty
    friend bool operator==(const WaitingReceiver&, const WaitingReceiver&) = default;
};

/// A receive whose message is not deleted and not visible again.
struct Holding
{
    std::uint64_t generation = 0; ///< of the receipt handle
    cmq::Time since;
    std::string client{}; ///< who holds it, as they said; may be empty
};

/// Who waits, and who holds messages since when, made from events. What it was not told of (events
/// that were missed) ends by its own time: a wait lasts half a minute at most.
///
/// A plain value, for one thread. Cost: a map lookup an event.
class ConsumerBook final
{
public:
    /// So many messages at most are known to be held; later ones are not noted.
    static constexpr std::size_t HeldMax = 200'000;

    void add(const cmq::EventBatch& batch);

    /// In arrival order, of one queue (empty: of all), as of `now`.
    [[nodiscard]] std::vector<WaitingReceiver> waiting(const std::string& queueName,
                                                       cmq::Time now) const;
    /// By queue, how many wait.
    [[nodiscard]] std::map<std::string, int> waitingCounts(cmq::Time now) const;
    /// Who holds the message by the receive of this number; none: not known.
    [[nodiscard]] std::optional<Holding> holding(std::uint64_t entry,
                                                 std::uint64_t generation) const;

private:
    void add(const cmq::Event& event);

    std::map<std::uint64_t, WaitingReceiver> m_waiting;
    std::unordered_map<std::uint64_t, Holding> m_held; ///< by entry
};

} // namespace ui
