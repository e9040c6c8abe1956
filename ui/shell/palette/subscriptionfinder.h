#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

namespace ui {

class Connection;

/// Asks for the names of all subscriptions, topic by topic. Only where requests cost nothing; on
/// other connections it finds none.
class SubscriptionFinder final : public QObject
{
    Q_OBJECT

public:
    /// `connection` outlives us.
    explicit SubscriptionFinder(Connection& connection, QObject* parent = nullptr);

    struct Subscription
    {
        QString topicName;
        QString name;
    };
    /// `found` is called once with all of them, unless there is a next call before.
    using Found = std::function<void(const QList<Subscription>&)>;
    void find(const QStringList& topicNames, Found found);

private:
    void askNext();

    Connection& m_connection;
    QStringList m_toAsk;
    QList<Subscription> m_all;
    Found m_found;
    int m_generation = 0; // answers to older questions are void
};

} // namespace ui
