#include "refresher.h"

#include "connection.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int PauseMsMin = 500;
constexpr int PauseMsMax = 5000;
/// The work may take one part in so many of the time.
constexpr int WorkShare = 50;

/// Of a connection that counts its requests; CMQ's counters lag behind by 30 to 60 s anyway.
constexpr int CountedPauseMsMin = 30'000;
constexpr int CountedPauseMsMax = 600'000;
constexpr int CountedShare = 20;

} // namespace

Refresher::Refresher(Connection& connection, std::function<void()> ask, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_ask(std::move(ask))
    , m_isActive(connection.hasExactFigures())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Refresher::refresh);
    connect(&connection, &Connection::changed, this, &Refresher::refreshAfterChange);
}

void Refresher::refresh()
{
    m_isDue = true;
    if (!m_isActive)
        return;
    if (m_isAsking) {
        m_askAgain = true; // what is on its way may not know yet what has just changed
        return;
    }
    m_pause.stop();
    m_isDue = m_askAgain = false;
    m_isAsking = true;
    m_question.start();
    m_ask();
}

void Refresher::answered()
{
    m_isAsking = false;
    m_pauseMs = pauseAfterAnswer();
    if (m_askAgain)
        refresh();
    else if (m_connection.hasExactFigures() || m_connection.refreshPause().count() > 0)
        m_pause.start(m_pauseMs);
}

void Refresher::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive && m_isDue)
        refresh();
}

void Refresher::refreshAfterChange()
{
    // Where one look is thousands of requests, a change is seen a little later.
    const bool isCheap = m_connection.hasExactFigures() || m_pauseMs <= CountedPauseMsMin;
    if (isCheap)
        refresh();
    else if (m_pause.remainingTime() > CountedPauseMsMin)
        m_pause.start(CountedPauseMsMin);
}

int Refresher::pauseAfterAnswer() const
{
    if (m_connection.hasExactFigures())
        return std::clamp(int(m_work.elapsed()) * WorkShare, PauseMsMin, PauseMsMax);
    const int chosen = int(std::chrono::milliseconds(m_connection.refreshPause()).count());
    const int shortest = std::max(CountedPauseMsMin, chosen);
    return std::clamp(int(m_question.elapsed()) * CountedShare, shortest,
                      std::max(CountedPauseMsMax, shortest));
}

} // namespace ui
