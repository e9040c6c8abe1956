#pragma once

#include "lessoncard.h"

#include <QList>

class QLabel;

namespace ui {

class LessonState;

/// The checks of a scenario with their verdicts of the moment, and why those that are not met are
/// not.
class CheckCard final : public LessonCard
{
    Q_OBJECT

public:
    explicit CheckCard(LessonState& state, QWidget* parent = nullptr);

private:
    struct Row
    {
        QLabel* mark;
        Label* text;
        Label* reason;
    };
    void createRows();
    void refresh();

    LessonState& m_state; // outlives us
    QList<Row> m_rows;
};

} // namespace ui
