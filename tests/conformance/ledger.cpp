#include "ledger.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

using namespace cmq;

namespace conformance {

namespace {

using States = std::map<std::uint64_t, MessageState>;

/// The rule with its numbers that each change must name; empty when it does.
std::string missingReason(const Event& event)
{
    const auto wants = [&](std::initializer_list<EventRule> rules, bool hasNumbers) {
        return std::ranges::count(rules, event.rule) > 0 && hasNumbers ? "" : "has no reason";
    };
    const bool lasts = event.until == event.time + Seconds(event.value);
    using enum EventRule;
    switch (event.kind) {
    case EventKind::Sent: return wants({DelaySeconds}, lasts);
    case EventKind::DelayEnded: return wants({DelaySeconds}, true);
    case EventKind::Received:
        return wants({VisibilityTimeout}, lasts && event.handleGeneration > 0);
    case EventKind::VisibilityEnded: return wants({VisibilityTimeout}, event.handleGeneration > 0);
    case EventKind::Deleted:
        return wants({RewindSeconds, MsgRetentionSeconds}, event.handleGeneration > 0);
    case EventKind::Rewound:
    case EventKind::QueueRewound: return wants({None}, event.until > Time());
    case EventKind::RetentionEnded:
    case EventKind::RetentionPurged: return wants({MsgRetentionSeconds}, event.value > 0);
    case EventKind::RewindAreaPurged: return wants({RewindSeconds, MsgRetentionSeconds}, true);
    case EventKind::RewindWindowEnded:
        return wants({RewindSeconds, MsgRetentionSeconds}, event.value > 0);
    case EventKind::RewindTurnedOff: return wants({RewindSeconds}, event.value == 0);
    case EventKind::DeadLettered:
        return wants({MaxReceiveCount, MaxTimeToLive}, event.value > 0 && !event.otherName.empty());
    case EventKind::DeadLetterArrived: return wants({None}, !event.otherName.empty());
    case EventKind::DeadLetterBlocked:
        return wants({DeadLetterQueueMissing, DeadLetterQueueFull, DeadLetterQueueOccupied},
                     event.until > event.time);
    default: return {};
    }
}

/// Takes out what one event ends for many; says so when it is not as many as it says.
std::string takeOut(States& states, States::iterator end, std::int64_t count)
{
    const auto found = std::distance(states.begin(), end);
    states.erase(states.begin(), end);
    return found == count ? "" : "is about another number of messages";
}

/// Takes out, or makes active, so many rewindable messages: the first or the last ones.
std::string moveRewindable(States& states, std::int64_t count, bool areRewound)
{
    std::vector<std::uint64_t> rewindable;
    for (const auto& [entry, state] : states) {
        if (state == MessageState::Rewindable)
            rewindable.push_back(entry);
    }
    if (count > std::ssize(rewindable))
        return "is about more messages than there are";
    for (const std::uint64_t entry :
         areRewound ? std::span(rewindable).last(static_cast<std::size_t>(count))
                    : std::span(rewindable).first(static_cast<std::size_t>(count))) {
        if (areRewound)
            states[entry] = MessageState::Active;
        else
            states.erase(entry);
    }
    return {};
}

} // namespace

std::string Ledger::apply(const Event& event)
{
    States& states = m_queues[event.name];
    const auto at = states.find(event.entry);
    const auto begins = [&](MessageState state) -> std::string {
        if (at != states.end())
            return "is about a message that is there already";
        states[event.entry] = state;
        return {};
    };
    const auto leaves = [&](std::initializer_list<MessageState> from) -> std::string {
        if (at == states.end() || std::ranges::count(from, at->second) == 0)
            return "does not begin where the message was";
        return {};
    };
    const auto moves = [&](MessageState from, MessageState to) {
        std::string wrong = leaves({from});
        if (wrong.empty())
            at->second = to;
        return wrong;
    };
    const auto ends = [&](std::initializer_list<MessageState> from) {
        std::string wrong = leaves(from);
        if (wrong.empty())
            states.erase(at);
        return wrong;
    };

    if (std::string wrong = missingReason(event); !wrong.empty())
        return wrong;
    using enum MessageState;
    switch (event.kind) {
    case EventKind::QueueDeleted:
    case EventKind::QueueCleared: return takeOut(states, states.end(), event.count);
    case EventKind::RetentionPurged:
        return takeOut(states, states.upper_bound(event.entry), event.count);
    case EventKind::QueueRewound: return moveRewindable(states, event.count, true);
    case EventKind::RewindAreaPurged: return moveRewindable(states, event.count, false);
    case EventKind::Sent: return begins(event.until > event.time ? Delayed : Active);
    case EventKind::DeadLetterArrived: return begins(Active);
    case EventKind::DelayEnded: return moves(Delayed, Active);
    case EventKind::Received: return moves(Active, Inactive);
    case EventKind::VisibilityEnded: return moves(Inactive, Active);
    case EventKind::Deleted:
        return event.until > event.time ? moves(Inactive, Rewindable) : ends({Inactive});
    case EventKind::Rewound: return moves(Rewindable, Active);
    case EventKind::RetentionEnded: return ends({Delayed, Active, Inactive});
    case EventKind::RewindWindowEnded:
    case EventKind::RewindTurnedOff: return ends({Rewindable});
    case EventKind::DeadLettered: return ends({Delayed, Active, Inactive});
    case EventKind::DeadLetterBlocked: return moves(Active, Active);
    default: return {};
    }
}

std::string Ledger::compare(const std::string& queue,
                            const std::vector<PeekedMessage>& messages) const
{
    const auto known = m_queues.find(queue);
    static const States none;
    const States& told = known == m_queues.end() ? none : known->second;
    if (told.size() != messages.size())
        return "events tell of " + std::to_string(told.size()) + " messages";
    for (const PeekedMessage& message : messages) {
        const auto found = told.find(message.entry);
        if (found == told.end() || found->second != message.state)
            return "a change was not told";
    }
    return {};
}

void Ledger::reset(const std::string& queue, const std::vector<PeekedMessage>& messages)
{
    States& states = m_queues[queue];
    states.clear();
    for (const PeekedMessage& message : messages)
        states[message.entry] = message.state;
}

} // namespace conformance
