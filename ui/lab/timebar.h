#pragma once

#include "playback.h"

#include <QFrame>

class QAction;
class QComboBox;
class QToolButton;

namespace ui {

class Label;

/// The time of a sandbox in a person's hands: pause, play, speed, step, jump; what time it is there
/// and when something will happen next.
class TimeBar final : public QFrame
{
    Q_OBJECT

public:
    /// `playback` must outlive this.
    explicit TimeBar(Playback& playback, QWidget* parent = nullptr);

    /// A button of its own, behind the one that steps.
    void addStep(QAction* action);
    /// For the menu: the same actions as the bar's.
    [[nodiscard]] QList<QAction*> timeActions() const;

private:
    void createActions();
    void createLayout();
    void retranslate();
    void refresh();

    Playback& m_playback;
    QAction* m_toggle;
    QAction* m_step;
    QAction* m_faster;
    QAction* m_slower;
    QList<QAction*> m_steps; // those that were added
    QToolButton* m_jump;
    QComboBox* m_speed;
    Label* m_time;
    Label* m_next;
};

} // namespace ui
