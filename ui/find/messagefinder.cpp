#include "messagefinder.h"

#include "ui/common/background.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"
#include "ui/trace/tracefeed.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t PageMessages = 1000;
constexpr int PreviewMax = 120;

/// The messages of a page that match, without their bodies.
QList<FoundMessage> matching(const cmq::PeekedMessages& page, const MessageFilter& filter,
                             const std::optional<QSet<QString>>& ids)
{
    QList<FoundMessage> found;
    for (const cmq::PeekedMessage& message : page.messages) {
        const QString msgId = QString::fromStdString(message.msgId);
        if ((ids && !ids->contains(msgId)) || !filter.matches(message))
            continue;
        FoundMessage each;
        each.msgId = msgId;
        each.entry = message.entry;
        each.state = message.state;
        each.time = message.enqueueTime;
        each.bodyBytes = message.bodyBytes;
        each.preview = formatForeign(message.msgBody.substr(0, PreviewMax), PreviewMax);
        found.append(each);
    }
    return found;
}

/// The message ID that is asked for; empty if it is something else, too, that only bodies can tell.
QString idOf(const FindQuery& query)
{
    static const QRegularExpression form(u"^(?:id:)?([0-9]+)$"_s);
    const auto match = form.match(query.text.trimmed());
    return match.hasMatch() && !query.isRegularExpression ? match.captured(1) : QString();
}

} // namespace

bool hasLabel(const QString& text, const QString& label)
{
    return std::ranges::any_of(text.split(u", "_s), [&](const QString& each) {
        return each.startsWith(label, Qt::CaseInsensitive);
    });
}

MessageFinder::MessageFinder(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
}

void MessageFinder::start(const FindQuery& query, const QList<Queue>& queues)
{
    ++m_generation;
    m_query = query;
    m_filter = MessageFilter(query.text, query.isRegularExpression);
    m_queues = queues;
    m_queue = 0;
    m_labelled.clear();
    m_found.clear();
    m_problems.clear();
    m_seen = 0;
    m_isRunning = true;
    emit progressed();
    if (m_connection.events())
        lookIntoTrace();
    else
        lookIntoQueue(0);
}

void MessageFinder::stop()
{
    ++m_generation;
    finish();
}

void MessageFinder::finish()
{
    m_isRunning = false;
    emit progressed();
}

/// The trace has no bodies, but it knows IDs, times, tags and routing keys.
void MessageFinder::lookIntoTrace()
{
    cmq::EventQuery query;
    query.from = m_query.from;
    query.to = m_query.to;
    query.limit = EventsMax;
    onResult(m_connection.history(query), this,
             [this, generation = m_generation](const cmq::Result<cmq::EventHistory>& history) {
                 if (generation != m_generation)
                     return;
                 if (history)
                     takeTrace(*history);
                 else
                     m_problems += errorSentence(history.error());
                 lookIntoQueue(0);
             });
}

void MessageFinder::takeTrace(const cmq::EventHistory& history)
{
    for (const cmq::Event& event : history.events) {
        if (event.kind == cmq::EventKind::Published && !m_query.label.isEmpty() &&
            hasLabel(QString::fromStdString(event.decidedBy), m_query.label))
            m_labelled.insert(QString::number(event.msgId));
    }
    const QString id = idOf(m_query);
    if (id.isEmpty() && !m_filter.isEmpty())
        return;
    for (const TracedMessage& message : tracedMessages(history)) {
        if (isCut())
            break;
        FoundMessage found;
        found.place = FoundMessage::Place::Trace;
        found.msgId = QString::number(message.msgId);
        if (!id.isEmpty() && found.msgId != id)
            continue;
        if (!m_query.label.isEmpty() && !m_labelled.contains(found.msgId))
            continue;
        found.name = QString::fromStdString(message.last.name);
        found.last = message.last;
        found.time = message.last.time;
        m_found.append(found);
    }
    emit progressed();
}

void MessageFinder::lookIntoQueue(std::uint64_t after)
{
    if (m_queue >= m_queues.size() || isCut())
        return finish();
    cmq::PeekMessages action;
    action.queueName = m_queues[m_queue].name.toStdString();
    action.fromEnqueueTime = m_query.from;
    action.toEnqueueTime = m_query.to;
    action.after = after;
    action.limit = PageMessages;
    action.withBodies = true; // also for the preview of what is found
    onResult(m_connection.call(action), this,
             [this, generation = m_generation](const cmq::Result<cmq::PeekedMessages>& page) {
                 if (generation != m_generation)
                     return;
                 if (page)
                     return takePage(*page);
                 m_problems += m_queues[m_queue].name + u": "_s + errorSentence(page.error());
                 nextQueue();
             });
}

void MessageFinder::takePage(const cmq::PeekedMessages& page)
{
    const auto ids = m_query.label.isEmpty() ? std::nullopt : std::optional(m_labelled);
    const auto count = std::int64_t(page.messages.size());
    inBackground(
        this, [page, ids, filter = m_filter] { return matching(page, filter, ids); },
        [this, count, next = page.next,
         generation = m_generation](const QList<FoundMessage>& matches) {
            if (generation != m_generation)
                return;
            m_seen += count;
            for (FoundMessage match : matches) {
                if (isCut())
                    break;
                const Queue& queue = m_queues[m_queue];
                match.name = queue.name;
                match.place = queue.isDeadLetterQueue ? FoundMessage::Place::DeadLetterQueue
                                                      : FoundMessage::Place::Queue;
                m_found.append(match);
            }
            emit progressed();
            if (next)
                lookIntoQueue(*next);
            else
                nextQueue();
        });
}

void MessageFinder::nextQueue()
{
    ++m_queue;
    lookIntoQueue(0);
}

} // namespace ui
