#pragma once

#include "lessoncard.h"

class QPushButton;

namespace ui {

class LessonState;

/// Help in three steps: a hint, the goal, the solution; and the ways that fail, to be seen.
class HelpCard final : public LessonCard
{
    Q_OBJECT

public:
    explicit HelpCard(LessonState& state, QWidget* parent = nullptr);

private:
    void createLayout();
    void retranslate();
    void refresh();
    [[nodiscard]] QString solutionText() const;

    LessonState& m_state; // outlives us
    QPushButton* m_hint;
    QPushButton* m_goal;
    QPushButton* m_solution;
    Label* m_hints;
    Label* m_goalText;
    Label* m_solutionText;
    QPushButton* m_play;
    Label* m_wrongTitle;
    QList<QPushButton*> m_wrong;
    Label* m_shown;
};

} // namespace ui
