#pragma once

#include "messagework.h"

#include <QHash>
#include <QPointer>
#include <QSaveFile>

#include <memory>

namespace ui {

class Connection;

/// Deletes messages: by their place in the queue where the connection can, else with the receipt
/// handle that is valid now.
class DeleteWork final : public MessageWork
{
public:
    /// `connection` outlives us.
    DeleteWork(Connection& connection, QString queueName);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsBodies() const override { return false; }
    void perform(QObject* context, const cmq::PeekedMessage& message, Finish finish) override;

private:
    Connection& m_connection;
    QString m_queueName;
};

/// A queue to send to.
struct MessageTarget
{
    QPointer<Connection> connection; ///< may be closed meanwhile
    /// Empty: each dead letter goes back to the queue it came from.
    QString queueName;
};

/// Sends the same bodies as new messages. What is still delayed keeps what is left of its delay.
class CopyWork final : public MessageWork
{
public:
    explicit CopyWork(MessageTarget target);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsBodies() const override { return true; }
    void perform(QObject* context, const cmq::PeekedMessage& message, Finish finish) override;

private:
    MessageTarget m_target;
};

/// Copies each message, waits until the target has said that it has it, and only then deletes the
/// original: whatever stops it half-way, nothing is lost, and at most what was under way is twice
/// there. A message that was copied once is not copied again by another try.
class MoveWork final : public MessageWork
{
public:
    /// `source` outlives us.
    MoveWork(Connection& source, QString queueName, MessageTarget target);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsBodies() const override { return true; }
    void perform(QObject* context, const cmq::PeekedMessage& message, Finish finish) override;

private:
    void erase(QObject* context, const cmq::PeekedMessage& message, const QString& key,
               const Finish& finish);

    Connection& m_source;
    QString m_queueName;
    MessageTarget m_target;
    QHash<QString, QString> m_copies; ///< message → the ID of its copy, while it is not deleted
};

enum class ExportFormat {
    JsonLines, ///< exact: reading it back gives the same bytes
    Csv,       ///< for spreadsheets; nothing in it is taken for a formula
};

/// Writes messages to a file, in their order; the file appears when all is written.
class ExportWork final : public MessageWork
{
public:
    ExportWork(ExportFormat format, const QString& path);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsBodies() const override { return true; }
    [[nodiscard]] int parallel() const override { return 1; }
    [[nodiscard]] bool canRetry() const override { return false; } // the file has an order
    void perform(QObject* context, const cmq::PeekedMessage& message, Finish finish) override;
    [[nodiscard]] QString conclude(bool isComplete) override;

private:
    struct File
    {
        QSaveFile file;
        bool isOpen = false;
    };

    ExportFormat m_format;
    std::shared_ptr<File> m_file; // shared with the line that is being written
};

} // namespace ui
