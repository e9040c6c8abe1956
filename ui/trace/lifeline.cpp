#include "lifeline.h"

#include <algorithm>

namespace ui {

namespace {

using cmq::Event;
using cmq::EventKind;

/// What a state is, whose end is told while its beginning is not known.
std::optional<LifeBar::Kind> endedBy(EventKind kind)
{
    switch (kind) {
    case EventKind::DelayEnded: return LifeBar::Kind::Delayed;
    case EventKind::Received: return LifeBar::Kind::Visible;
    case EventKind::VisibilityEnded:
    case EventKind::Deleted: return LifeBar::Kind::InFlight;
    case EventKind::Rewound:
    case EventKind::QueueRewound:
    case EventKind::RewindWindowEnded:
    case EventKind::RewindTurnedOff:
    case EventKind::RewindAreaPurged: return LifeBar::Kind::Rewindable;
    case EventKind::Delivered:
    case EventKind::DeliveryFailed: return LifeBar::Kind::Pushing;
    case EventKind::DeliveryAttempted: return LifeBar::Kind::Waiting;
    default: return std::nullopt;
    }
}

/// The state that follows on an event.
std::optional<LifeBar> begunBy(const Event& event)
{
    LifeBar bar;
    bar.from = event.time;
    switch (event.kind) {
    case EventKind::Sent:
        if (event.until <= event.time)
            return bar;
        bar.kind = LifeBar::Kind::Delayed;
        bar.planned = event.until;
        return bar;
    case EventKind::DelayEnded:
    case EventKind::VisibilityEnded:
    case EventKind::Rewound:
    case EventKind::QueueRewound:
    case EventKind::DeadLetterArrived: return bar;
    case EventKind::Received:
        bar.kind = LifeBar::Kind::InFlight;
        bar.planned = event.until;
        bar.generation = event.handleGeneration;
        return bar;
    case EventKind::Deleted:
        if (event.until <= event.time)
            return std::nullopt;
        bar.kind = LifeBar::Kind::Rewindable;
        bar.planned = event.until;
        return bar;
    case EventKind::Matched: bar.kind = LifeBar::Kind::Waiting; return bar;
    case EventKind::DeliveryAttempted: bar.kind = LifeBar::Kind::Pushing; return bar;
    case EventKind::DeliveryFailed:
        bar.kind = LifeBar::Kind::Waiting;
        bar.planned = event.until;
        return bar;
    default: return std::nullopt;
    }
}

LifeLane laneOf(const Event& event)
{
    switch (event.kind) {
    case EventKind::Published:
    case EventKind::NotMatched: return {LifeLane::Kind::Topic, event.name, {}, 0};
    case EventKind::Matched:
    case EventKind::DeliveryAttempted:
    case EventKind::Delivered:
    case EventKind::DeliveryFailed:
    case EventKind::DeliveryDropped:
    case EventKind::Unsubscribed: return {LifeLane::Kind::Delivery, event.otherName, event.name, 0};
    default: return {LifeLane::Kind::Queue, event.name, {}, event.entry};
    }
}

bool isBirth(const Event& event)
{
    return event.kind == EventKind::Published ||
           (event.kind == EventKind::Sent && event.rule != cmq::EventRule::Subscription);
}

class Maker
{
public:
    explicit Maker(LifeLine& line)
        : m_line(line)
    {
    }

    void add(const Event& event)
    {
        const LifeLane lane = laneOf(event);
        auto index = m_line.lanes.indexOf(lane);
        if (index < 0) {
            index = m_line.lanes.size();
            m_line.lanes.append(lane);
            m_open.append(-1);
        }
        addStep(event, int(index));
    }

    /// An event about many messages, this one among them: on the lane of its queue.
    void addShared(const Event& event)
    {
        for (qsizetype lane = 0; lane < m_open.size(); ++lane) {
            if (m_open[lane] >= 0 && m_line.lanes[lane].kind == LifeLane::Kind::Queue &&
                m_line.lanes[lane].name == event.name)
                return addStep(event, int(lane));
        }
        add(event); // nothing is known of it there
    }

    /// An event that names no message: it ends what it reaches.
    void addBulk(const Event& event)
    {
        for (qsizetype lane = 0; lane < m_open.size(); ++lane) {
            if (m_open[lane] >= 0 && m_line.lanes[lane] == laneOf(event))
                addStep(event, int(lane));
        }
    }

    void finish(cmq::Time now)
    {
        for (const int open : m_open) {
            if (open < 0)
                continue;
            m_line.bars[open].isOpen = true;
            m_line.bars[open].to = std::max(now, m_line.bars[open].from);
        }
    }

private:
    void addStep(const Event& event, int lane)
    {
        LifeStep step;
        step.event = event;
        step.lane = lane;
        step.ended = end(event, lane);
        if (auto bar = begunBy(event)) {
            bar->lane = lane;
            step.began = m_open[lane] = int(m_line.bars.size());
            m_line.bars.append(*bar);
        }
        m_line.steps.append(step);
    }

    /// A move that is blocked and a neighbour that is not matched end nothing.
    int end(const Event& event, int lane)
    {
        if (event.kind == EventKind::DeadLetterBlocked || event.kind == EventKind::NotMatched)
            return -1;
        int open = m_open[lane];
        m_open[lane] = -1;
        const auto kind = endedBy(event.kind);
        if (open < 0 && kind && !isKnown(lane)) {
            LifeBar unknown;
            unknown.kind = *kind;
            unknown.lane = lane;
            unknown.from = std::min(m_line.knownSince.value_or(event.time), event.time);
            unknown.isStartUnknown = true;
            if (*kind == LifeBar::Kind::InFlight)
                unknown.generation = event.handleGeneration;
            open = int(m_line.bars.size());
            m_line.bars.append(unknown);
        }
        if (open >= 0)
            m_line.bars[open].to = event.time;
        return open;
    }

    /// Whether anything of this lane has been told before.
    [[nodiscard]] bool isKnown(int lane) const
    {
        return std::ranges::any_of(m_line.steps,
                                   [&](const LifeStep& step) { return step.lane == lane; });
    }

    LifeLine& m_line;
    QList<int> m_open; // by lane: the bar that lasts; -1: none
};

} // namespace

std::vector<EventKind> bulkKinds()
{
    return {EventKind::Unsubscribed};
}

LifeLine makeLifeLine(std::uint64_t msgId, const cmq::EventHistory& own,
                      const cmq::EventHistory& bulk, cmq::Time now)
{
    LifeLine line;
    line.msgId = msgId;
    line.knownSince = own.knownSince;
    line.now = now;
    line.hasGap = own.isCut || bulk.isCut || own.events.empty() || !isBirth(own.events.front());

    Maker maker(line);
    auto many = bulk.events.begin();
    for (const Event& event : own.events) {
        for (; many != bulk.events.end() && many->time < event.time; ++many)
            maker.addBulk(*many);
        if (event.messages.contains(msgId))
            maker.addShared(event);
        else
            maker.add(event);
    }
    for (; many != bulk.events.end(); ++many)
        maker.addBulk(*many);
    maker.finish(now);
    return line;
}

cmq::Time LifeLine::from() const
{
    cmq::Time first = now;
    for (const LifeStep& step : steps)
        first = std::min(first, step.event.time);
    for (const LifeBar& bar : bars)
        first = std::min(first, bar.from);
    return first;
}

cmq::Time LifeLine::to() const
{
    cmq::Time last = steps.isEmpty() ? now : steps.last().event.time;
    for (const LifeBar& bar : bars)
        last = std::max(last, bar.to);
    // A window of days must not squeeze the seconds that have passed.
    const auto ahead = std::max<cmq::Milliseconds>(last - from(), cmq::Seconds(30));
    const cmq::Time limit = last + ahead;
    for (const LifeBar& bar : bars) {
        if (bar.isOpen && bar.planned)
            last = std::max(last, std::min(*bar.planned, limit));
    }
    return last;
}

int stepOfHandle(const LifeLine& line, const cmq::ReceiptHandle& handle)
{
    for (qsizetype i = 0; i < line.steps.size(); ++i) {
        const Event& event = line.steps[i].event;
        if (event.kind == EventKind::Received && event.entry == handle.entry &&
            cmq::isGeneration(handle, std::uint32_t(event.handleGeneration)))
            return int(i);
    }
    return -1;
}

std::string receiptHandleOf(const LifeLine& line, const LifeStep& step)
{
    if (step.event.kind != EventKind::Received && step.event.kind != EventKind::VisibilityEnded &&
        step.event.kind != EventKind::Deleted)
        return {};
    return toString(cmq::ReceiptHandle{line.lanes[step.lane].entry,
                                       std::uint32_t(step.event.handleGeneration)});
}

} // namespace ui
