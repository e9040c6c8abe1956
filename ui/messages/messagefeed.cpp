#include "messagefeed.h"

#include "messagestate.h"

#include "ui/common/background.h"
#include "ui/common/format.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickMs = 1000;
constexpr int CountedTickMs = 30'000; // where each request is counted
constexpr std::int64_t PageRows = 500;
constexpr std::int64_t VisibleRowsMax = 500;
constexpr qsizetype PreviewBytes = 400;
/// Previews: bodies of at most so many bytes are asked for together.
constexpr std::int64_t PreviewRequestBytes = 1 << 20;
/// Search: about so many bytes of bodies at a time, so that the broker is never kept for long.
constexpr double SearchRequestBytes = 2 << 20;
constexpr std::int64_t SearchRowsMax = 1000;
constexpr std::int64_t FoundMax = 100'000;

std::int64_t countOf(const std::optional<cmq::QueueAttributes>& queue,
                     const QSet<cmq::MessageState>& states)
{
    std::int64_t count = 0;
    for (const cmq::MessageState state : states)
        count += queue ? messageCount(*queue, state) : 0;
    return count;
}

} // namespace

std::int64_t messageCount(const cmq::QueueAttributes& queue, cmq::MessageState state)
{
    switch (state) {
    case cmq::MessageState::Delayed: return queue.delayMsgNum;
    case cmq::MessageState::Active: return queue.activeMsgNum;
    case cmq::MessageState::Inactive: return queue.inactiveMsgNum;
    case cmq::MessageState::Rewindable: return queue.rewindmsgNum;
    }
    return 0;
}

QString previewOf(const std::string& body)
{
    const auto size = std::min(PreviewBytes, qsizetype(body.size()));
    return formatForeign(QString::fromUtf8(body.data(), size), int(PreviewBytes));
}

MessageFeed::MessageFeed(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_model([&connection] { return connection.now(); })
    , m_states(MessageStates.begin(), MessageStates.end())
{
    m_tick.setInterval(connection.hasExactFigures() ? TickMs : CountedTickMs);
    connect(&m_tick, &QTimer::timeout, this, &MessageFeed::tick);
    connect(&m_model, &MessageModel::moreWanted, this, &MessageFeed::readMore);
    connect(&m_connection, &Connection::changed, this, [this] {
        if (m_tick.isActive())
            tick();
    });
}

void MessageFeed::setQueue(const QString& name)
{
    if (name == m_queueName)
        return;
    m_queueName = name;
    m_queue.reset();
    emit queueChanged();
    restart();
}

void MessageFeed::setStates(const QSet<cmq::MessageState>& states)
{
    if (states == m_states)
        return;
    m_states = states;
    restart();
}

void MessageFeed::setFilter(const MessageFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    restart();
}

void MessageFeed::reload()
{
    restart();
}

void MessageFeed::setActive(bool isActive)
{
    if (!isActive) {
        m_tick.stop();
        return;
    }
    m_tick.start();
    tick();
}

void MessageFeed::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
    readPreviews();
}

void MessageFeed::restart()
{
    ++m_generation;
    m_isLoaded = m_isReadingVisible = m_isReadingPreviews = m_isReadingQueue = false;
    m_model.clear();
    m_search = {};
    m_searchedUpTo = 0;
    if (!m_queueName.isEmpty())
        readQueue();
    if (!m_queueName.isEmpty() && m_connection.whyNot(cmq::PeekMessages{}).isEmpty()) {
        m_search.isRunning = !m_filter.isEmpty() && m_filter.error().isEmpty();
        if (m_search.isRunning)
            searchMore();
        else if (m_filter.isEmpty())
            readMore();
    }
    emit searchChanged();
}

void MessageFeed::tick()
{
    if (m_queueName.isEmpty())
        return;
    m_model.tick(m_firstVisible, m_lastVisible);
    readQueue();
    if (m_filter.isEmpty())
        readVisible();
}

cmq::PeekMessages MessageFeed::peek(std::uint64_t after, std::int64_t limit) const
{
    cmq::PeekMessages action;
    action.queueName = m_queueName.toStdString();
    if (m_states.size() < int(MessageStates.size()))
        action.states.assign(m_states.begin(), m_states.end());
    action.after = after;
    action.limit = limit;
    return action;
}

template <class Handler>
void MessageFeed::ask(cmq::PeekMessages action, Handler handler)
{
    onResult(m_connection.call(std::move(action)), this,
             [this, generation = m_generation, handler](const Answer& answer) {
                 if (generation != m_generation)
                     return;
                 if (answer)
                     handler(*answer);
                 else
                     emit failed(answer.error());
             });
}

void MessageFeed::readQueue()
{
    const cmq::GetQueueAttributes action{m_queueName.toStdString()};
    if (m_isReadingQueue || !m_connection.whyNot(action).isEmpty())
        return;
    m_isReadingQueue = true;
    onResult(m_connection.call(action), this,
             [this, generation = m_generation](const cmq::Result<cmq::QueueAttributes>& answer) {
                 if (generation != m_generation)
                     return;
                 m_isReadingQueue = false;
                 if (!answer) {
                     emit failed(answer.error());
                     return;
                 }
                 m_queue = *answer;
                 // Messages that came to an end which was reached already.
                 if (m_isLoaded && m_filter.isEmpty() &&
                     countOf(m_queue, m_states) > m_model.rowCount())
                     m_model.setMoreExpected(true);
                 emit queueChanged();
             });
}

void MessageFeed::readMore()
{
    if (m_states.isEmpty()) {
        m_isLoaded = true;
        emit loaded();
        return;
    }
    const std::uint64_t after = m_model.lastEntry();
    ask(peek(after, PageRows), [this, after](const cmq::PeekedMessages& page) {
        m_model.setInterval(after, page.next, page.messages);
        m_model.setMoreExpected(page.next.has_value());
        m_isLoaded = true;
        emit loaded();
        readPreviews();
    });
}

void MessageFeed::readVisible()
{
    if (m_isReadingVisible || !m_isLoaded || m_states.isEmpty())
        return;
    const int rows = m_model.rowCount();
    const int first = std::clamp(m_firstVisible, 0, std::max(0, rows - 1));
    const std::uint64_t after = first == 0 ? 0 : m_model.message(first - 1).entry;
    const std::int64_t limit =
        std::clamp<std::int64_t>(m_lastVisible - first + 50, 50, VisibleRowsMax);
    m_isReadingVisible = true;
    ask(peek(after, limit), [this, after](const cmq::PeekedMessages& page) {
        m_isReadingVisible = false;
        const bool reachesEnd = !page.next || *page.next >= m_model.lastEntry();
        m_model.setInterval(after, page.next, page.messages);
        if (reachesEnd)
            m_model.setMoreExpected(page.next.has_value());
        readPreviews();
        emit loaded();
    });
}

// The visible rows without a preview, from the first on, as far as they follow each other and their
// bodies are not too long together.
void MessageFeed::readPreviews()
{
    if (m_isReadingPreviews || m_search.isRunning)
        return;
    const int end = std::min(m_lastVisible + 1, m_model.rowCount());
    int first = std::max(0, m_firstVisible);
    while (first < end && m_model.hasPreview(first))
        ++first;
    if (first >= end)
        return;
    int last = first;
    std::int64_t bytes = m_model.message(first).bodyBytes;
    while (m_filter.isEmpty() && last + 1 < end && !m_model.hasPreview(last + 1) &&
           bytes + m_model.message(last + 1).bodyBytes <= PreviewRequestBytes)
        bytes += m_model.message(++last).bodyBytes;

    m_isReadingPreviews = true;
    cmq::PeekMessages action = peek(m_model.message(first).entry - 1, last - first + 1);
    action.withBodies = true;
    const std::uint64_t entry = m_model.message(first).entry;
    ask(std::move(action), [this, entry](const cmq::PeekedMessages& page) {
        m_isReadingPreviews = false;
        m_model.setPreview(entry, {}); // should it be gone; what is there follows
        for (const cmq::PeekedMessage& message : page.messages)
            m_model.setPreview(message.entry, previewOf(message.msgBody));
        readPreviews();
    });
}

void MessageFeed::stopSearch()
{
    if (!m_search.isRunning)
        return;
    m_search.isRunning = false;
    emit searchChanged();
}

void MessageFeed::searchMore()
{
    if (m_states.isEmpty()) {
        stopSearch();
        return;
    }
    const auto rows = std::int64_t(SearchRequestBytes / std::max(1.0, m_averageBytes));
    cmq::PeekMessages action =
        peek(m_searchedUpTo, std::clamp<std::int64_t>(rows, 1, SearchRowsMax));
    action.withBodies = m_filter.needsBodies();
    ask(std::move(action), [this](const cmq::PeekedMessages& page) { takeSearched(page); });
}

void MessageFeed::takeSearched(const cmq::PeekedMessages& page)
{
    struct Found
    {
        std::vector<cmq::PeekedMessage> messages; // without bodies
        QStringList previews;
        std::int64_t bytes = 0;
    };
    const auto find = [filter = m_filter, page] {
        Found found;
        for (const cmq::PeekedMessage& message : page.messages) {
            found.bytes += message.bodyBytes;
            if (!filter.matches(message))
                continue;
            found.previews.append(previewOf(message.msgBody));
            found.messages.push_back(message);
            found.messages.back().msgBody.clear();
        }
        return found;
    };
    const auto count = std::int64_t(page.messages.size());
    inBackground(
        this, find, [this, generation = m_generation, count, next = page.next](const Found& found) {
            if (generation != m_generation || !m_search.isRunning)
                return;
            m_model.setInterval(m_searchedUpTo, {}, found.messages);
            if (m_filter.needsBodies()) {
                for (qsizetype i = 0; i < found.previews.size(); ++i)
                    m_model.setPreview(found.messages[std::size_t(i)].entry, found.previews[i]);
            }
            if (count > 0)
                m_averageBytes = double(found.bytes) / double(count);
            m_search.searched += count;
            m_search.found += std::int64_t(found.messages.size());
            m_search.total = std::max(m_search.searched, countOf(m_queue, m_states));
            m_search.isCut = m_search.found >= FoundMax;
            m_searchedUpTo = next.value_or(m_searchedUpTo);
            m_search.isRunning = next && !m_search.isCut;
            m_isLoaded = true;
            emit loaded();
            emit searchChanged();
            if (m_search.isRunning)
                searchMore();
            else
                readPreviews();
        });
}

} // namespace ui
