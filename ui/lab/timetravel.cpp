#include "timetravel.h"

#include "lookinto.h"
#include "playback.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <utility>

namespace ui {

using cmq::scenario::Sandbox;

TimeTravel::TimeTravel(Connection& connection, Sandbox& sandbox, Playback& playback,
                       QObject* parent)
    : QObject(parent)
    , m_sandbox(sandbox)
    , m_playback(playback)
{
    connect(&connection, &Connection::changed, this, &TimeTravel::refresh);
    connect(&playback, &Playback::changed, this, &TimeTravel::refresh);
    refresh();
}

void TimeTravel::visit(cmq::Time time)
{
    go([this, time](std::function<void()> done) { m_sandbox.visit(time, std::move(done)); });
}

void TimeTravel::advanceToChangeOf(std::uint64_t msgId)
{
    m_playback.pause();
    using Found = std::optional<cmq::Time>;
    const auto future =
        answerOf<Found>([&](auto answer) { m_sandbox.nextChangeOf(msgId, answer); });
    onResult(future, this, [this](const cmq::Result<Found>& time) {
        if (time && *time)
            m_playback.jump(std::max(**time - m_playback.now(), cmq::Milliseconds(0)));
        else
            emit nothingToCome();
    });
}

void TimeTravel::switchTo(std::size_t branch)
{
    go([this, branch](std::function<void()> done) { m_sandbox.switchTo(branch, std::move(done)); });
}

void TimeTravel::go(Way way)
{
    m_playback.pause();
    if (m_isGoing) {
        m_wish = std::move(way);
        return;
    }
    m_isGoing = true;
    const auto future = answerOf<bool>([&](auto answer) { way([answer] { answer(true); }); });
    onResult(future, this, [this](const cmq::Result<bool>&) {
        m_isGoing = false;
        if (auto next = std::exchange(m_wish, std::nullopt))
            return go(std::move(*next));
        m_playback.refresh();
        refresh();
        emit replaced();
    });
}

void TimeTravel::refresh()
{
    if (m_isLooking) {
        m_mustLookAgain = true;
        return;
    }
    m_isLooking = true;
    const auto future = answerOf<Sandbox::Times>([this](auto answer) { m_sandbox.times(answer); });
    onResult(future, this, [this](const cmq::Result<Sandbox::Times>& times) {
        m_isLooking = false;
        if (times && *times != m_times) {
            m_times = *times;
            emit changed();
        }
        if (std::exchange(m_mustLookAgain, false))
            refresh();
    });
}

} // namespace ui
