#include "stallgauge.h"

#include "ui/common/label.h"

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickMs = 1000;

QString milliseconds(StallWatch::Clock::duration duration)
{
    return QString::number(std::chrono::duration<double, std::milli>(duration).count(), 'f', 1);
}

} // namespace

StallGauge::StallGauge(Label* label)
    : QObject(label)
    , m_label(label)
{
    connect(&m_tick, &QTimer::timeout, this, &StallGauge::showFigures);
}

void StallGauge::setWatching(bool isWatching)
{
    m_watch.reset();
    m_latest = m_longest = {};
    m_tick.stop();
    m_label->setVisible(isWatching);
    if (!isWatching)
        return;
    m_watch = std::make_unique<StallWatch>([this](StallWatch::Clock::duration waited) {
        m_latest = std::max(m_latest, waited);
        m_longest = std::max(m_longest, waited);
    });
    m_tick.start(TickMs);
    showFigures();
}

void StallGauge::showFigures()
{
    m_label->setText(tr("Events waited %1 ms, at worst %2 ms")
                         .arg(milliseconds(std::exchange(m_latest, {})), milliseconds(m_longest)));
}

} // namespace ui
