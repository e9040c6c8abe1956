#pragma once

#include "consumerbook.h"

#include <QObject>

#include <mutex>

namespace ui {

class Connection;

/// Follows what consumers of a connection do, as long as it is open: who waits, who holds what.
///
/// Thread: the GUI's; events come on the broker's own, and wait for nobody.
class Consumers final : public QObject
{
    Q_OBJECT

public:
    /// `connection` outlives us.
    explicit Consumers(Connection& connection, QObject* parent = nullptr);
    ~Consumers() override;

    /// Why nothing is known here; empty where it is.
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] Connection& connection() const { return m_connection; }

    [[nodiscard]] std::vector<WaitingReceiver> waiting(const QString& queueName) const;
    [[nodiscard]] std::map<std::string, int> waitingCounts() const;
    [[nodiscard]] std::optional<Holding> holding(std::uint64_t entry,
                                                 std::uint64_t generation) const;

private:
    Connection& m_connection;
    std::uint64_t m_observer = 0;
    mutable std::mutex m_mutex;
    ConsumerBook m_book; ///< guarded by the mutex
};

} // namespace ui
