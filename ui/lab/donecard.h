#pragma once

#include "lessoncard.h"

namespace cmq::scenario {
struct CallStep;
}

class QPushButton;

namespace ui {

class Lab;
class LessonState;

/// What stands at the end of a lesson: what happened and why, the calls of CMQ that did it with
/// code for them, where it is written, and the way to the next lesson.
class DoneCard final : public LessonCard
{
    Q_OBJECT

public:
    DoneCard(LessonState& state, Lab& lab, QWidget* parent = nullptr);

private:
    void addCalls();
    void addCall(const cmq::scenario::CallStep& step);
    void retranslate();
    void refresh();

    LessonState& m_state; // outlive us
    Lab& m_lab;
    Label* m_explanation;
    Label* m_callsTitle;
    Label* m_sources;
    QPushButton* m_next;
};

} // namespace ui
