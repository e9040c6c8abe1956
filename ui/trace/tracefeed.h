#pragma once

#include "lifeline.h"

#include "cmq/error.h"

#include <QObject>
#include <QTimer>

namespace ui {

class Connection;

/// A message that something happened to.
struct TracedMessage
{
    std::uint64_t msgId = 0;
    cmq::Time first;
    cmq::Event last;
    int events = 0;
    /// 1, 2, …: `last` is a refused request, which is about no message; 0: it is not.
    int refusal = 0;
    friend bool operator==(const TracedMessage&, const TracedMessage&) = default;
};

/// The messages that events are about, the latest first.
[[nodiscard]] QList<TracedMessage> tracedMessages(const cmq::EventHistory& history);
/// The requests that were refused, the latest first.
[[nodiscard]] QList<TracedMessage> refusals(const cmq::EventHistory& history);

/// Asks a connection for the life of a message, or for the messages something happened to, and asks
/// again while time goes on. Thread: the GUI's; it never waits.
class TraceFeed final : public QObject
{
    Q_OBJECT

public:
    /// What is looked for when no message is known: a queue or topic (none: all) and a time.
    struct Search
    {
        QString name;
        std::optional<cmq::Time> from;
        std::optional<cmq::Time> to;
    };
    /// Of a search: events that are looked at, and steps of one life.
    static constexpr std::size_t EventsMax = 10'000;

    explicit TraceFeed(Connection& connection, QObject* parent = nullptr);

    /// Why there is nothing to see here; empty where there is.
    [[nodiscard]] QString whyNot() const;

    /// 0: none. Where there is no such message, but the number is a receipt handle, the message is
    /// shown that it was given out for.
    void showMessage(std::uint64_t msgId);
    void search(const Search& search);
    /// Looks again at the message: time or something else has changed.
    void refresh();
    /// Whether somebody looks: asks again every second.
    void setActive(bool isActive);

    [[nodiscard]] const LifeLine& line() const { return m_line; }
    [[nodiscard]] const QList<TracedMessage>& found() const { return m_found; }
    /// Of the last search: what was before is not known; a limit cut it.
    [[nodiscard]] std::optional<cmq::Time> knownSince() const { return m_knownSince; }
    [[nodiscard]] bool isCut() const { return m_isCut; }

signals:
    void lineChanged();
    void foundChanged();
    void failed(const cmq::Error& error);

private:
    void askOwn();
    void askBulk(const cmq::EventHistory& own);
    void askHandle(const cmq::ReceiptHandle& handle);

    Connection& m_connection; // outlives us
    QTimer m_tick;
    LifeLine m_line;
    bool m_mayBeHandle = false; ///< not known yet: the number is a message's or a handle
    QList<TracedMessage> m_found;
    std::optional<cmq::Time> m_knownSince;
    bool m_isCut = false;
    int m_generation = 0; // an answer to an older question is void
    int m_searchGeneration = 0;
    bool m_isAsking = false;
    bool m_isStale = false;
};

} // namespace ui
