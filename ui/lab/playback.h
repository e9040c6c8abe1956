#pragma once

#include "cmq/timecontrol.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace ui {

/// Plays the time of a sandbox: pause, play at some speed, step to the next change, jump ahead.
///
/// Thread: the GUI's, which never waits: while the broker is still moving time on, the next stretch
/// is put off.
class Playback final : public QObject
{
    Q_OBJECT

public:
    /// Sandbox time passes this many times as fast as ours.
    static constexpr int Speeds[] = {1, 10, 60, 600, 3600, 10'000};

    /// `control` must outlive this.
    explicit Playback(cmq::TimeControl& control, QObject* parent = nullptr);

    [[nodiscard]] cmq::Time now() const { return m_now; }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] int speed() const { return m_speed; }
    /// When something will happen next by itself; none if nothing will, as far as is known.
    [[nodiscard]] std::optional<cmq::Time> nextChange() const { return m_next; }

public slots:
    void play();
    void pause();
    void toggle();
    /// One of `Speeds`; another is ignored.
    void setSpeed(int speed);
    void faster();
    void slower();
    /// Moves time to the next change and stops there; nothing if there is none.
    void step();
    /// Moves time on at once.
    void jump(cmq::Milliseconds by);
    /// Looks again what time it is and when something will happen: after an action of the person.
    void refresh();

signals:
    /// Time, speed, whether it plays, or the next change.
    void changed();
    /// Time has moved: what pages show is old.
    void moved();

private:
    void playOn();
    void advance(cmq::Milliseconds by);
    [[nodiscard]] int speedIndex() const;

    cmq::TimeControl& m_control;
    QTimer m_timer;
    QElapsedTimer m_played;
    int m_speed = 1;
    cmq::Time m_now;
    std::optional<cmq::Time> m_next;
    bool m_isMoving = false;
};

} // namespace ui
