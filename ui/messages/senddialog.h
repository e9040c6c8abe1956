#pragma once

#include "ui/common/formdialog.h"

#include "cmq/messageactions.h"

class QPlainTextEdit;

namespace ui {

class Field;
class QuantityEdit;

/// Writes a message and stays open, so that the next one is a Ctrl+Enter away.
class SendDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `maxMsgSize`: the queue's longest body, in bytes.
    SendDialog(QString queueName, std::int64_t maxMsgSize, QWidget* parent = nullptr);

    /// Begins with this text instead of nothing.
    void setBody(const QString& text);
    void showSent(const QString& msgId);

signals:
    void submitted(const cmq::SendMessage& action);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] cmq::SendMessage action() const;
    void check();
    void submit();

    QString m_queueName;
    std::int64_t m_maxMsgSize;
    QPlainTextEdit* m_body;
    Field* m_bodyField;
    QuantityEdit* m_delay;
    Field* m_delayField;
    bool m_bodyTouched = false;
    int m_sentCount = 0;
};

} // namespace ui
