#pragma once

#include "messagefilter.h"
#include "messagemodel.h"

#include "cmq/queueactions.h"
#include "cmq/result.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace ui {

class Connection;

/// Fills a MessageModel with what a queue holds: page by page as the view wants it, or, with a
/// filter, what a search through the whole queue finds. What is on the screen is read again every
/// second while the page is shown (more rarely where requests are counted); nothing else is.
class MessageFeed final : public QObject
{
    Q_OBJECT

public:
    struct Search
    {
        bool isRunning = false;
        std::int64_t searched = 0;
        std::int64_t total = 0; ///< what the queue held when the search began
        std::int64_t found = 0;
        bool isCut = false; ///< so much was found that the search stopped
    };

    MessageFeed(Connection& connection, QObject* parent = nullptr);

    [[nodiscard]] MessageModel& model() { return m_model; }
    [[nodiscard]] const QString& queueName() const { return m_queueName; }
    /// Attributes and counters of the queue; none until the first answer.
    [[nodiscard]] const std::optional<cmq::QueueAttributes>& queue() const { return m_queue; }
    [[nodiscard]] const Search& search() const { return m_search; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    void setQueue(const QString& name);
    void setStates(const QSet<cmq::MessageState>& states);
    /// Starts a search, or ends it with an empty filter.
    void setFilter(const MessageFilter& filter);
    void stopSearch();
    /// What the view shows: these rows get previews and are kept fresh.
    void setVisibleRows(int first, int last);
    /// Whether somebody looks.
    void setActive(bool isActive);
    /// Reads everything again from the start.
    void reload();

signals:
    void loaded();
    void queueChanged();
    void searchChanged();
    void failed(const cmq::Error& error);

private:
    using Answer = cmq::Result<cmq::PeekedMessages>;

    void restart();
    void tick();
    void readQueue();
    void readMore();
    void readVisible();
    void readPreviews();
    void searchMore();
    void takeSearched(const cmq::PeekedMessages& page);
    [[nodiscard]] cmq::PeekMessages peek(std::uint64_t after, std::int64_t limit) const;
    template <class Handler>
    void ask(cmq::PeekMessages action, Handler handler);

    Connection& m_connection; // its owner destroys us first
    MessageModel m_model;
    QTimer m_tick;
    QString m_queueName;
    std::optional<cmq::QueueAttributes> m_queue;
    QSet<cmq::MessageState> m_states;
    MessageFilter m_filter;
    Search m_search;
    std::uint64_t m_searchedUpTo = 0;
    double m_averageBytes = 1024;
    int m_firstVisible = 0;
    int m_lastVisible = -1;
    int m_generation = 0; // answers to older questions are void
    bool m_isLoaded = false;
    bool m_isReadingVisible = false;
    bool m_isReadingPreviews = false;
    bool m_isReadingQueue = false;
};

/// How many messages of a queue are in a state.
[[nodiscard]] std::int64_t messageCount(const cmq::QueueAttributes& queue, cmq::MessageState state);

/// The beginning of a body on one line.
[[nodiscard]] QString previewOf(const std::string& body);

} // namespace ui
