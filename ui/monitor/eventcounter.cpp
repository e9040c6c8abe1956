#include "eventcounter.h"

namespace ui {

namespace {

using cmq::Event;
using cmq::EventKind;

/// Whether the event is about a topic; it then bears the topic's name.
bool isOfTopic(EventKind kind)
{
    return kind == EventKind::Published || kind == EventKind::DeliveryAttempted ||
           kind == EventKind::Delivered || kind == EventKind::DeliveryFailed;
}

/// Whether anything is counted or timed.
bool isCounted(EventKind kind)
{
    return kind == EventKind::Sent || kind == EventKind::Received || kind == EventKind::Deleted ||
           kind == EventKind::WaitEnded || isOfTopic(kind);
}

void count(const Event& event, Counts& counts)
{
    const auto add = [&](Count which, std::int64_t number) {
        counts[std::size_t(which)] += number;
    };
    switch (event.kind) {
    case EventKind::Sent:
        add(Count::Sent, 1);
        add(Count::SentBytes, event.count);
        break;
    case EventKind::Received: add(Count::Received, 1); break;
    case EventKind::Deleted: add(Count::Deleted, 1); break;
    case EventKind::WaitEnded:
        if (event.rule == cmq::EventRule::PollingWaitSeconds)
            add(Count::EmptyReceives, 1);
        break;
    case EventKind::Published:
        add(Count::Published, 1);
        add(Count::PublishedBytes, event.value);
        break;
    case EventKind::DeliveryAttempted: add(Count::Notified, 1); break; // by HTTP
    case EventKind::Delivered:
        add(Count::NotifySucceeded, 1);
        if (event.otherEntry != 0) // into a queue, which is one step
            add(Count::Notified, 1);
        break;
    default: break;
    }
}

} // namespace

CountedEvents EventCounter::count(const cmq::EventBatch& batch)
{
    CountedEvents counted;
    counted.isComplete = batch.missed == 0;
    if (!counted.isComplete)
        m_held.clear(); // who knows what became of them
    // Most events are about the object and the second of the one before.
    Tally* tally = nullptr;
    const std::string* name = nullptr;
    bool isTopic = false;
    cmq::Time second;
    for (const Event& event : batch.events) {
        if (&event == &batch.events.front())
            counted.first = event.time;
        counted.last = event.time;
        if (event.kind == EventKind::VisibilityEnded)
            m_held.erase(event.entry);
        if (!isCounted(event.kind))
            continue;
        const cmq::Time at = std::chrono::floor<cmq::Seconds>(event.time);
        if (!tally || second != at || isTopic != isOfTopic(event.kind) || *name != event.name) {
            second = at;
            isTopic = isOfTopic(event.kind);
            name = &event.name;
            const std::string key =
                isTopic ? topicKey(QString::fromStdString(*name)).toStdString() : *name;
            tally = &counted.objects[key][second];
        }
        ui::count(event, tally->counts);
        time(event, *tally);
    }
    return counted;
}

void EventCounter::time(const Event& event, Tally& tally)
{
    if (event.kind == EventKind::Received) {
        if (event.dequeueCount == 1)
            tally.times[std::size_t(Duration::InQueue)].add(cmq::Milliseconds(event.count));
        if (m_held.size() < HeldMax)
            m_held[event.entry] = event.time;
    } else if (event.kind == EventKind::Deleted) {
        const auto held = m_held.find(event.entry);
        if (held == m_held.end())
            return;
        tally.times[std::size_t(Duration::Handling)].add(event.time - held->second);
        m_held.erase(held);
    }
}

} // namespace ui
