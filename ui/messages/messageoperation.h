#pragma once

#include "messagework.h"

#include "cmq/result.h"

#include <QAbstractTableModel>
#include <QList>

#include <memory>
#include <vector>

namespace ui {

class Connection;

/// Does one work with many messages and keeps what came of each, as a table. Every message is looked
/// at again just before it is its turn. Cancelling starts no more; what is under way is finished.
class MessageOperation final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex { IdColumn, StateColumn, TextColumn, ColumnCount };

    /// `entries`, oldest first, of messages in `queueName`.
    MessageOperation(Connection& connection, QString queueName,
                     const QList<cmq::PeekedMessage>& messages, std::unique_ptr<MessageWork> work,
                     QObject* parent = nullptr);
    ~MessageOperation() override;

    void start();
    void cancel();
    /// Does again what failed or was never begun.
    void retry();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int count(WorkState state) const { return m_counts[int(state)]; }
    [[nodiscard]] const MessageWork& work() const { return *m_work; }
    /// Why the whole came to nothing; empty if it did not.
    [[nodiscard]] const QString& conclusion() const { return m_conclusion; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

signals:
    void progressed();
    void finished();

private:
    struct Item
    {
        std::uint64_t entry;
        QString msgId;
        WorkOutcome outcome{WorkState::Waiting, {}};
    };

    void startMore();
    void begin(int row);
    void set(int row, WorkOutcome outcome);
    void finish(int row, WorkOutcome outcome);

    Connection& m_connection; // outlives every dialog
    QString m_queueName;
    std::unique_ptr<MessageWork> m_work;
    std::vector<Item> m_items;
    int m_counts[5] = {};
    int m_next = 0;
    bool m_isRunning = false;
    bool m_isCancelled = false;
    QString m_conclusion;
};

} // namespace ui
