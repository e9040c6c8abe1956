#pragma once

#include "attention.h"

#include "ui/common/card.h"

class QVBoxLayout;

namespace ui {

class Label;

/// What needs attention, each with the way to it.
class AttentionList final : public Card
{
    Q_OBJECT

public:
    explicit AttentionList(QWidget* parent = nullptr);

    void setAttention(const QList<Attention>& attention);
    void retranslate();

signals:
    void chosen(const ui::Attention& attention);

private:
    void fill();
    void addLine(int number, const Attention& attention);

    QList<Attention> m_all;
    QStringList m_shown; ///< the lines as they are, so that what stays is left alone
    Label* m_title;
    QVBoxLayout* m_lines;
};

} // namespace ui
