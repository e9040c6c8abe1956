#pragma once

#include "scenario/sandbox.h"

#include <QObject>

#include <functional>
#include <optional>

namespace ui {

class Connection;
class Playback;

/// The past of a sandbox in the window: which moment is shown, and the way to another.
///
/// Thread: the GUI's, which never waits: while the sandbox is on its way to a moment, only the
/// latest wish is kept.
class TimeTravel final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    TimeTravel(Connection& connection, cmq::scenario::Sandbox& sandbox, Playback& playback,
               QObject* parent = nullptr);

    [[nodiscard]] cmq::scenario::Sandbox& sandbox() const { return m_sandbox; }
    /// As of the last look.
    [[nodiscard]] const cmq::scenario::Sandbox::Times& times() const { return m_times; }
    [[nodiscard]] bool isInPast() const { return m_times.shown < m_times.end; }

    /// Stops the clock and shows a moment.
    void visit(cmq::Time time);
    void toEnd() { visit(m_times.end); }
    /// Moves time on to when something next happens to a message.
    void advanceToChangeOf(std::uint64_t msgId);
    void switchTo(std::size_t branch);
    void refresh();

signals:
    void changed();
    /// Another moment is shown: what pages show is old.
    void replaced();
    /// Nothing will happen to that message by itself.
    void nothingToCome();

private:
    using Way = std::function<void(std::function<void()> done)>;
    void go(Way way);

    cmq::scenario::Sandbox& m_sandbox;
    Playback& m_playback;
    cmq::scenario::Sandbox::Times m_times;
    std::optional<Way> m_wish;
    bool m_isGoing = false;
    bool m_isLooking = false;
    bool m_mustLookAgain = false;
};

} // namespace ui
