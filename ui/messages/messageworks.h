#pragma once

#include "messagework.h"

#include <QSaveFile>

namespace ui {

class Connection;

/// Deletes messages in flight with the receipt handle that is valid now; CMQ has no other way.
class DeleteWork final : public MessageWork
{
public:
    DeleteWork(Connection& connection, QString queueName);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsBodies() const override { return false; }
    void perform(QObject* context, const cmq::PeekedMessage& message, Finish finish) override;

private:
    Connection& m_connection; // outlives every dialog
    QString m_queueName;
};

/// Sends the same body to a queue, as a new message.
class SendWork final : public MessageWork
{
public:
    SendWork(Connection& connection, QString targetName);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool needsBodies() const override { return true; }
    void perform(QObject* context, const cmq::PeekedMessage& message, Finish finish) override;

private:
    Connection& m_connection;
    QString m_targetName;
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
