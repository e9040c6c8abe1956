#pragma once

#include "cmq/eventsource.h"
#include "cmq/receipthandle.h"

#include <QList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The life of one message, made from events: pure, so that it can be tested as text.
namespace ui {

/// Where a message was: a topic, its stay in a queue (each stay is one of its own), or the delivery
/// to a subscription.
struct LifeLane
{
    enum class Kind { Topic, Queue, Delivery };
    Kind kind = Kind::Queue;
    std::string name;        ///< of the queue, the topic, the subscription
    std::string topic;       ///< of the subscription
    std::uint64_t entry = 0; ///< of the stay in a queue
    friend bool operator==(const LifeLane&, const LifeLane&) = default;
};

/// A state that lasted.
struct LifeBar
{
    enum class Kind {
        Delayed,
        Visible,
        InFlight, ///< a receipt handle is valid
        Rewindable,
        Waiting, ///< for a delivery, or for its next attempt
        Pushing, ///< an attempt is under way
    };
    Kind kind = Kind::Visible;
    int lane = 0;
    cmq::Time from;
    cmq::Time to;                     ///< when it ended, or now
    std::optional<cmq::Time> planned; ///< when it ends (would have ended) by itself
    bool isOpen = false;              ///< it lasts
    bool isStartUnknown = false;      ///< it began before what is known
    std::uint64_t generation = 0;     ///< InFlight: which receive it was, and so which handle
    friend bool operator==(const LifeBar&, const LifeBar&) = default;
};

/// One thing that happened to the message, and what it ended.
struct LifeStep
{
    cmq::Event event;
    int lane = 0;
    /// Index of the bar that it ended; -1: none.
    int ended = -1;
    /// Index of the bar that it began; -1: none.
    int began = -1;
    friend bool operator==(const LifeStep&, const LifeStep&) = default;
};

struct LifeLine
{
    std::uint64_t msgId = 0;
    QList<LifeLane> lanes;
    QList<LifeStep> steps; ///< in order
    QList<LifeBar> bars;
    /// How its life began is not known: what was before `knownSince` has been forgotten, or there
    /// are more steps than were asked for.
    bool hasGap = false;
    std::optional<cmq::Time> knownSince;
    cmq::Time now;
    /// The receipt handle that somebody asked for and that led here; none: they asked for the
    /// message.
    std::optional<cmq::ReceiptHandle> handle;

    /// The span to draw: all steps, up to now, and what of the planned ends is near.
    [[nodiscard]] cmq::Time from() const;
    [[nodiscard]] cmq::Time to() const;
};

/// Kinds of events that concern messages without naming them: a life line needs them, too.
[[nodiscard]] std::vector<cmq::EventKind> bulkKinds();

/// `own`: the events of the message; `bulk`: those of `bulkKinds` since the first of them.
[[nodiscard]] LifeLine makeLifeLine(std::uint64_t msgId, const cmq::EventHistory& own,
                                    const cmq::EventHistory& bulk, cmq::Time now);

/// The step that gave a receipt handle out; -1: not known.
[[nodiscard]] int stepOfHandle(const LifeLine& line, const cmq::ReceiptHandle& handle);

/// The receipt handle of a receive, as it was given out.
[[nodiscard]] std::string receiptHandleOf(const LifeLine& line, const LifeStep& step);

} // namespace ui
