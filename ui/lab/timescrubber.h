#pragma once

#include "timetravel.h"

#include <QSlider>
#include <QWidget>

class QAction;
class QComboBox;
class QToolButton;

namespace ui {

class Label;

/// A slider over the time of a sandbox, with a mark for each thing that the person did.
class MomentSlider final : public QSlider
{
    Q_OBJECT

public:
    explicit MomentSlider(QWidget* parent = nullptr);

    /// Places of the marks, from 0 to 1.
    void setMarks(const QList<double>& marks);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_marks;
};

/// Everything that happened in a sandbox, to go back and forth in; and its branches.
class TimeScrubber final : public QWidget
{
    Q_OBJECT

public:
    /// `travel` outlives us, and so do `undo` and `redo`, which stand at the left.
    TimeScrubber(TimeTravel& travel, QAction* undo, QAction* redo, QWidget* parent = nullptr);

private:
    void retranslate();
    void refresh();
    void scrub(int place);
    void chooseBranch(int index);
    void compare();

    TimeTravel& m_travel;
    MomentSlider* m_slider;
    Label* m_place;
    QToolButton* m_now;
    QComboBox* m_branches;
    QToolButton* m_compare;
};

} // namespace ui
