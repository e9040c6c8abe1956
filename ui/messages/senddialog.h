#pragma once

#include "ui/common/formdialog.h"

#include "cmq/messageactions.h"

#include <chrono>

namespace ui {

class BodyComposer;
class Drafts;
class Field;
class Prompts;
class QuantityEdit;
class Repetition;
struct VariableValues;

/// Writes a message and stays open, so that the next one is a Ctrl+Enter away.
class SendDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `maxMsgSize`: the queue's longest body, in bytes. The drafts and prompts outlive us.
    SendDialog(QString queueName, std::int64_t maxMsgSize, Drafts& drafts, Prompts& prompts,
               QWidget* parent = nullptr);

    /// Begins with these bytes instead of nothing.
    void setBody(const QByteArray& body);
    /// What is to be sent, with its variables filled in.
    [[nodiscard]] cmq::SendMessage action(const VariableValues& values) const;

    void showProgress(int done, int count);
    void showSent(int done, const QString& lastId);
    /// The one after `done` was refused.
    void showFailure(int done, const cmq::Error& error);

    /// While a row of messages is being sent, the first Esc stops it.
    void reject() override;

signals:
    void submitted(int count, std::chrono::milliseconds interval);
    void stopRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] cmq::SendMessage actionWith(const QByteArray& body) const;
    void check();
    void submit();
    void setSending(bool isSending);

    QString m_queueName;
    std::int64_t m_maxMsgSize;
    BodyComposer* m_composer;
    QuantityEdit* m_delay;
    Field* m_delayField;
    Repetition* m_repetition;
    bool m_isRow = false; // more than one is being sent
    int m_sentCount = 0;
};

} // namespace ui
