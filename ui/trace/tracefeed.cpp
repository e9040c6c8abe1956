#include "tracefeed.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <QHash>

#include <algorithm>

namespace ui {

namespace {
constexpr int TickMs = 1000;
}

QList<TracedMessage> tracedMessages(const cmq::EventHistory& history)
{
    QHash<std::uint64_t, qsizetype> indexes;
    QList<TracedMessage> messages;
    for (const cmq::Event& event : history.events) {
        if (event.msgId == 0)
            continue;
        auto known = indexes.find(event.msgId);
        if (known == indexes.end()) {
            known = indexes.insert(event.msgId, messages.size());
            messages.append({event.msgId, event.time, {}, 0, 0});
        }
        TracedMessage& message = messages[*known];
        message.last = event;
        ++message.events;
    }
    std::ranges::stable_sort(messages, std::ranges::greater(),
                             [](const TracedMessage& message) { return message.last.time; });
    return messages;
}

QList<TracedMessage> refusals(const cmq::EventHistory& history)
{
    QList<TracedMessage> list;
    for (auto event = history.events.rbegin(); event != history.events.rend(); ++event) {
        if (event->kind == cmq::EventKind::Refused)
            list.append({0, event->time, *event, 1, int(list.size()) + 1});
    }
    return list;
}

TraceFeed::TraceFeed(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, this, &TraceFeed::refresh);
    connect(&m_connection, &Connection::changed, this, &TraceFeed::refresh);
}

QString TraceFeed::whyNot() const
{
    return m_connection.events() ? QString()
                                 : tr("This connection does not tell what happened: CMQ's API has "
                                      "no trace. The local "
                                      "broker and the sandbox do.");
}

void TraceFeed::showMessage(std::uint64_t msgId)
{
    ++m_generation;
    m_isAsking = m_isStale = false;
    m_line = {};
    m_line.msgId = msgId;
    m_line.now = m_connection.now();
    m_mayBeHandle = true;
    emit lineChanged();
    if (msgId != 0)
        askOwn();
}

void TraceFeed::refresh()
{
    if (m_line.msgId == 0)
        return;
    m_isStale = m_isAsking;
    if (!m_isAsking)
        askOwn();
}

void TraceFeed::setActive(bool isActive)
{
    if (!isActive)
        return m_tick.stop();
    m_tick.start();
    refresh();
}

void TraceFeed::askOwn()
{
    m_isAsking = true;
    cmq::EventQuery query;
    query.msgId = m_line.msgId;
    query.limit = EventsMax;
    onResult(m_connection.history(query), this,
             [this, generation = m_generation](const cmq::Result<cmq::EventHistory>& own) {
                 if (generation != m_generation)
                     return;
                 if (own)
                     return askBulk(*own);
                 m_isAsking = false;
                 emit failed(own.error());
             });
}

/// Who unsubscribes names no message; what happened after our first step may concern it.
void TraceFeed::askBulk(const cmq::EventHistory& own)
{
    cmq::EventQuery query;
    query.kinds = bulkKinds();
    query.limit = EventsMax;
    if (!own.events.empty())
        query.from = own.events.front().time;
    onResult(m_connection.history(query), this,
             [this, own, generation = m_generation](const cmq::Result<cmq::EventHistory>& bulk) {
                 if (generation != m_generation)
                     return;
                 m_isAsking = false;
                 if (!bulk) {
                     emit failed(bulk.error());
                     return;
                 }
                 const auto handle = cmq::receiptHandleFromString(std::to_string(m_line.msgId));
                 if (std::exchange(m_mayBeHandle, false) && own.events.empty() && handle &&
                     handle->entry != 0)
                     return askHandle(*handle);
                 const auto askedFor = m_line.handle;
                 m_line = makeLifeLine(m_line.msgId, own, *bulk, m_connection.now());
                 m_line.handle = askedFor;
                 emit lineChanged();
                 if (std::exchange(m_isStale, false))
                     askOwn();
             });
}

void TraceFeed::askHandle(const cmq::ReceiptHandle& handle)
{
    m_isAsking = true;
    cmq::EventQuery query;
    query.entry = handle.entry;
    query.limit = 1;
    onResult(
        m_connection.history(query), this,
        [this, handle, generation = m_generation](const cmq::Result<cmq::EventHistory>& found) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            if (found && !found->events.empty()) {
                m_line.msgId = found->events.front().msgId;
                m_line.handle = handle;
            }
            askOwn();
        });
}

void TraceFeed::search(const Search& search)
{
    cmq::EventQuery query;
    query.name = search.name.toStdString();
    query.from = search.from;
    query.to = search.to;
    query.limit = EventsMax;
    onResult(
        m_connection.history(query), this,
        [this, generation = ++m_searchGeneration](const cmq::Result<cmq::EventHistory>& history) {
            if (generation != m_searchGeneration)
                return;
            if (!history) {
                emit failed(history.error());
                return;
            }
            m_found = tracedMessages(*history) + refusals(*history);
            m_knownSince = history->knownSince;
            m_isCut = history->isCut;
            emit foundChanged();
        });
}

} // namespace ui
