#pragma once

#include "messagework.h"

#include "ui/common/operation.h"

#include <QList>

#include <memory>
#include <vector>

namespace ui {

class Connection;

/// Does one work with many messages. Every message is looked at again just before it is its turn.
class MessageOperation final : public Operation
{
    Q_OBJECT

public:
    /// `entries`, oldest first, of messages in `queueName`.
    MessageOperation(Connection& connection, QString queueName,
                     const QList<cmq::PeekedMessage>& messages, std::unique_ptr<MessageWork> work,
                     QObject* parent = nullptr);
    ~MessageOperation() override;

    [[nodiscard]] QString title() const override { return m_work->title(); }
    [[nodiscard]] QString subjectTitle() const override;
    [[nodiscard]] bool canRetry() const override { return m_work->canRetry(); }

private:
    [[nodiscard]] int parallel() const override { return m_work->parallel(); }
    void begin(int row) override;
    [[nodiscard]] QString conclude(bool isComplete) override;

    Connection& m_connection; // outlives every dialog
    QString m_queueName;
    std::unique_ptr<MessageWork> m_work;
    std::vector<std::uint64_t> m_entries;
};

} // namespace ui
