#pragma once

#include "ui/messages/messagefilter.h"

#include "cmq/eventsource.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace ui {

class Connection;

/// What is looked for everywhere; every member narrows.
struct FindQuery
{
    QString text; ///< of a MessageFilter: by ID, body, size …
    bool isRegularExpression = false;
    QString label; ///< a tag or routing key that it was published with
    std::optional<cmq::Time> from;
    std::optional<cmq::Time> to;
};

/// A message that was found.
struct FoundMessage
{
    enum class Place { Queue, DeadLetterQueue, Trace };
    Place place = Place::Queue;
    QString name; ///< of the queue; of the trace the place of the last step
    QString msgId;
    std::uint64_t entry = 0;                ///< in its queue
    std::optional<cmq::MessageState> state; ///< none in the trace
    cmq::Event last;                        ///< of the trace: its last step
    cmq::Time time;                         ///< sent; of the trace: its last step
    std::int64_t bodyBytes = 0;
    QString preview; ///< the beginning of the body
    friend bool operator==(const FoundMessage&, const FoundMessage&) = default;
};

/// Looks for messages in all queues, dead-letter queues and in the trace, piece by piece: first the
/// trace, then queue by queue. It can be stopped, and nobody waits for it.
///
/// Thread: the GUI's; bodies are compared on the pool.
class MessageFinder final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype FoundMax = 1000;
    static constexpr std::size_t EventsMax = 100'000;

    explicit MessageFinder(Connection& connection, QObject* parent = nullptr);

    struct Queue
    {
        QString name;
        bool isDeadLetterQueue = false;
    };
    /// Begins anew; what was found before is dropped.
    void start(const FindQuery& query, const QList<Queue>& queues);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    [[nodiscard]] const QList<FoundMessage>& found() const { return m_found; }
    /// There are more than are listed.
    [[nodiscard]] bool isCut() const { return m_found.size() >= FoundMax; }
    [[nodiscard]] qsizetype queuesDone() const { return m_queue; }
    [[nodiscard]] qsizetype queueCount() const { return m_queues.size(); }
    [[nodiscard]] std::int64_t messagesSeen() const { return m_seen; }
    /// Queues that could not be looked into, with the reason.
    [[nodiscard]] const QStringList& problems() const { return m_problems; }

signals:
    /// More was found or looked at, or it is over.
    void progressed();

private:
    void lookIntoTrace();
    void takeTrace(const cmq::EventHistory& history);
    void lookIntoQueue(std::uint64_t after);
    void takePage(const cmq::PeekedMessages& page);
    void nextQueue();
    void finish();

    Connection& m_connection; // outlives us
    FindQuery m_query;
    MessageFilter m_filter;
    QList<Queue> m_queues;
    qsizetype m_queue = 0;
    QSet<QString> m_labelled; ///< IDs of messages with the label
    QList<FoundMessage> m_found;
    QStringList m_problems;
    std::int64_t m_seen = 0;
    bool m_isRunning = false;
    int m_generation = 0; // an answer to an older question is void
};

/// Whether one of the labels in `text` ("red, green") is, or begins with, the one looked for.
[[nodiscard]] bool hasLabel(const QString& text, const QString& label);

} // namespace ui
