#pragma once

#include "messageform.h"

namespace ui {

class Field;
class QuantityEdit;

/// A message for a queue, with a delay.
class SendForm final : public MessageForm
{
    Q_OBJECT

public:
    /// `maxMsgSize`: the queue's longest body, in bytes. The drafts and prompts outlive us.
    SendForm(QString queueName, std::int64_t maxMsgSize, Drafts& drafts, Prompts& prompts,
             QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString submitText() const override;

protected:
    [[nodiscard]] Message messageWith(const QByteArray& body) const override;
    bool showErrors(const cmq::FieldErrors& errors) override;
    void setFieldsEnabled(bool isEnabled) override;
    [[nodiscard]] QString progressText(int done, int count) const override;
    [[nodiscard]] QString sentText(int count) const override;

private:
    QString m_queueName;
    QuantityEdit* m_delay;
    Field* m_delayField;
};

} // namespace ui
