#pragma once

#include "arrival.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace ui {

class Label;

/// Chooses what the receiver answers, from now on.
class ReplyEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit ReplyEditor(QWidget* parent = nullptr);

    void setReply(const ReceiverReply& reply);
    [[nodiscard]] ReceiverReply reply() const;

signals:
    void edited();

private:
    void retranslate();
    void showParts();

    Label* m_caption;
    QComboBox* m_kind;
    QSpinBox* m_status;
    Label* m_after;
    QSpinBox* m_delay;
};

} // namespace ui
