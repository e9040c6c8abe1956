#include "consumers.h"

#include "ui/connections/connection.h"

namespace ui {

namespace {

constexpr std::size_t WaitingEventsMax = 100'000;

} // namespace

Consumers::Consumers(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
    if (cmq::EventSource* events = connection.events())
        m_observer = events->observe(
            [this](const cmq::EventBatch& batch) {
                const std::scoped_lock lock(m_mutex);
                m_book.add(batch);
            },
            WaitingEventsMax);
}

Consumers::~Consumers()
{
    if (m_observer != 0)
        m_connection.events()->stopObserving(m_observer);
}

QString Consumers::whyNot() const
{
    return m_connection.events()
               ? QString()
               : tr("This connection does not tell who holds messages or waits for them: CMQ's API "
                    "has no such call. The local broker and the sandbox do.");
}

std::vector<WaitingReceiver> Consumers::waiting(const QString& queueName) const
{
    const cmq::Time now = m_connection.now();
    const std::scoped_lock lock(m_mutex);
    return m_book.waiting(queueName.toStdString(), now);
}

std::map<std::string, int> Consumers::waitingCounts() const
{
    const cmq::Time now = m_connection.now();
    const std::scoped_lock lock(m_mutex);
    return m_book.waitingCounts(now);
}

std::optional<Holding> Consumers::holding(std::uint64_t entry, std::uint64_t generation) const
{
    const std::scoped_lock lock(m_mutex);
    return m_book.holding(entry, generation);
}

} // namespace ui
