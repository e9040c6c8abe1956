#include "playback.h"

#include "ui/common/onresult.h"

#include <QPromise>

#include <algorithm>
#include <iterator>
#include <memory>

namespace ui {

namespace {

/// Ten times a second: smooth enough for a clock, and no load.
constexpr int FrameMs = 100;

/// A completion that ends a future.
template <class T>
auto completing(QFuture<cmq::Result<T>>& future)
{
    auto promise = std::make_shared<QPromise<cmq::Result<T>>>();
    promise->start();
    future = promise->future();
    return [promise](cmq::Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
}

} // namespace

Playback::Playback(cmq::TimeControl& control, QObject* parent)
    : QObject(parent)
    , m_control(control)
    , m_now(control.now())
{
    m_timer.setInterval(FrameMs);
    connect(&m_timer, &QTimer::timeout, this, &Playback::playOn);
    refresh();
}

void Playback::play()
{
    if (isPlaying())
        return;
    m_played.start();
    m_timer.start();
    emit changed();
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    emit changed();
}

void Playback::toggle()
{
    if (isPlaying())
        pause();
    else
        play();
}

void Playback::setSpeed(int speed)
{
    if (speed == m_speed || std::ranges::find(Speeds, speed) == std::end(Speeds))
        return;
    // What has been played so far was at the old speed.
    playOn();
    m_speed = speed;
    emit changed();
}

int Playback::speedIndex() const
{
    return int(std::ranges::find(Speeds, m_speed) - std::begin(Speeds));
}

void Playback::faster()
{
    setSpeed(Speeds[std::min(speedIndex() + 1, int(std::size(Speeds)) - 1)]);
}

void Playback::slower()
{
    setSpeed(Speeds[std::max(speedIndex() - 1, 0)]);
}

void Playback::step()
{
    pause();
    if (m_next)
        advance(std::max(*m_next - m_now, cmq::Milliseconds(0)));
}

void Playback::jump(cmq::Milliseconds by)
{
    advance(by);
}

void Playback::playOn()
{
    if (!isPlaying() || m_isMoving)
        return;
    advance(cmq::Milliseconds(m_played.restart()) * m_speed);
}

void Playback::advance(cmq::Milliseconds by)
{
    if (m_isMoving)
        return;
    m_isMoving = true;
    QFuture<cmq::Result<cmq::Time>> future;
    m_control.advance(by, completing(future));
    onResult(future, this, [this](const cmq::Result<cmq::Time>& time) {
        m_isMoving = false;
        if (!time) {
            pause();
            return;
        }
        m_now = *time;
        emit moved();
        refresh();
    });
}

void Playback::refresh()
{
    QFuture<cmq::Result<std::optional<cmq::Time>>> future;
    m_control.nextChange(completing(future));
    onResult(future, this, [this](const cmq::Result<std::optional<cmq::Time>>& next) {
        m_next = next.value_or(std::nullopt);
        m_now = m_control.now(); // which may have been taken back
        emit changed();
    });
}

} // namespace ui
