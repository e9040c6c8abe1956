#pragma once

#include "lessoncard.h"

#include "scenario/scenario.h"

#include <vector>

namespace ui {

class LessonState;

/// Those who work with the sandbox besides the person: started, stopped, changed.
class ActorCard final : public LessonCard
{
    Q_OBJECT

public:
    explicit ActorCard(LessonState& state, QWidget* parent = nullptr);

private:
    void refresh();
    void addRow(const cmq::scenario::Actor& actor);
    void edit(const cmq::scenario::Actor& actor);

    LessonState& m_state; // outlives us
    std::vector<cmq::scenario::Actor> m_shown;
    QVBoxLayout* m_rows;
};

} // namespace ui
