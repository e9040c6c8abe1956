#pragma once

#include "lessoncard.h"

#include "scenario/receipts.h"

#include <vector>

class QPushButton;

namespace ui {

class LessonState;

/// The receipt handles that the person was given, also those that are worth nothing any more: what
/// happens when one of them is used is a lesson of its own.
class ReceiptCard final : public LessonCard
{
    Q_OBJECT

public:
    explicit ReceiptCard(LessonState& state, QWidget* parent = nullptr);

private:
    void refresh();
    void addRow(const cmq::scenario::Receipt& receipt, int number);

    LessonState& m_state; // outlives us
    std::vector<cmq::scenario::Receipt> m_shown;
    QVBoxLayout* m_rows;
    Label* m_empty;
    QPushButton* m_together;
};

} // namespace ui
