#pragma once

#include "messagefilter.h"
#include "messagesource.h"

#include <QList>
#include <QPointer>

namespace ui {

class Connection;

/// Chosen messages of a queue. Needs a connection that can peek.
class ChosenMessages final : public MessageSource
{
public:
    /// In the order of the queue; bodies are not needed. `connection` outlives us.
    ChosenMessages(Connection& connection, QString queueName,
                   const QList<cmq::PeekedMessage>& messages);

    void findMore(QObject* context, FoundHandler handler) override;
    void read(QObject* context, std::uint64_t key, bool withBody, ReadHandler handler) override;
    [[nodiscard]] std::int64_t expected() const override;

private:
    Connection& m_connection;
    QString m_queueName;
    Page m_chosen;
};

/// Which messages of a queue are meant.
struct MessageScope
{
    std::vector<cmq::MessageState> states; ///< empty: all
    MessageFilter filter;
};

/// All messages that a queue held when the search for them began, or those of them that match.
/// Needs a connection that can peek.
class WholeQueue final : public MessageSource
{
public:
    WholeQueue(Connection& connection, QString queueName, MessageScope scope);

    void findMore(QObject* context, FoundHandler handler) override;
    void read(QObject* context, std::uint64_t key, bool withBody, ReadHandler handler) override;

private:
    void findAfter(QObject* context, FoundHandler handler);
    void select(QObject* context, const cmq::PeekedMessages& page, FoundHandler handler);

    Connection& m_connection; // outlives us
    QString m_queueName;
    MessageScope m_scope;
    std::uint64_t m_after = 0;
    /// What came later is not meant: a copy sent back to the same queue would be found again.
    std::optional<cmq::Time> m_until;
};

} // namespace ui
