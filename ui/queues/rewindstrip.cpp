#include "rewindstrip.h"

#include "rewindables.h"

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/timeaxis.h"
#include "ui/common/tokens.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int StripHeight = 132;
constexpr int StripMargin = 12;
constexpr int AxisHeight = 22;
constexpr int MarkHeight = 20;
constexpr int BarWidth = 6;
constexpr int KeySteps = 100; // from end to end
constexpr int TickDistance = 140;
constexpr qreal HandleRadius = 5;

} // namespace

RewindStrip::RewindStrip(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RewindStrip::sizeHint() const
{
    return {480, StripHeight};
}

void RewindStrip::setRange(cmq::Time farthest, cmq::Time nearest, cmq::Time now)
{
    m_farthest = farthest;
    m_nearest = std::max(nearest, farthest);
    m_now = std::max(now, m_nearest);
    update();
}

void RewindStrip::setTimes(const std::vector<cmq::Time>& times)
{
    m_times = times;
    update();
}

void RewindStrip::setChosen(cmq::Time chosen)
{
    m_chosen = chosen;
    setAccessibleDescription(formatInstant(chosen));
    update();
}

QRectF RewindStrip::plot() const
{
    return QRectF(rect()).adjusted(StripMargin, MarkHeight, -StripMargin, -AxisHeight);
}

qreal RewindStrip::xOf(cmq::Time time) const
{
    const QRectF area = plot();
    const auto all = double((m_now - m_farthest).count());
    return all <= 0 ? area.left()
                    : area.left() + area.width() * double((time - m_farthest).count()) / all;
}

void RewindStrip::choose(cmq::Time time)
{
    // CMQ takes whole seconds; the ends are whole already.
    const cmq::Time whole = std::chrono::round<cmq::Seconds>(time);
    const cmq::Time chosen = std::clamp(whole, m_farthest, m_nearest);
    if (chosen == m_chosen)
        return;
    setChosen(chosen);
    emit chosenByHand(chosen);
}

void RewindStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextRole::Caption));
    const QRectF area = plot();
    const Tokens& tokens = tokensOf(palette());
    painter.fillRect(area, tokens.sunken);
    // Where a start may lie.
    painter.fillRect(
        QRectF(QPointF(xOf(m_farthest), area.top()), QPointF(xOf(m_nearest), area.bottom())),
        tokens.surface);
    paintBars(painter, area);
    paintMarks(painter, area);
    painter.setPen(tokens.muted);
    for (const TimeTick& tick :
         timeTicks(m_farthest, m_now, std::max(1, int(area.width()) / TickDistance))) {
        const qreal x = xOf(tick.at);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        painter.drawText(
            QRectF(x - TickDistance / 2.0, area.bottom() + 4, TickDistance, AxisHeight - 4),
            Qt::AlignHCenter | Qt::AlignTop, tick.label);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

/// What comes back in full colour, what does not in the colour of quiet things.
void RewindStrip::paintBars(QPainter& painter, const QRectF& area) const
{
    const auto bins = std::size_t(std::max(1, int(area.width()) / BarWidth));
    const std::vector<std::int64_t> counts = histogram(m_times, m_farthest, m_now, bins);
    const std::int64_t most = *std::ranges::max_element(counts);
    if (most == 0)
        return;
    const Tokens& tokens = tokensOf(palette());
    const qreal width = area.width() / qreal(bins);
    for (std::size_t i = 0; i < bins; ++i) {
        if (counts[i] == 0)
            continue;
        const qreal height = std::max(2.0, area.height() * 0.92 * double(counts[i]) / double(most));
        const qreal left = area.left() + qreal(i) * width;
        const bool comesBack = left + width > xOf(m_chosen);
        painter.fillRect(QRectF(left, area.bottom() - height, std::max(1.0, width - 1), height),
                         comesBack ? tokens.rewindable : tokens.disabled);
    }
}

void RewindStrip::paintMarks(QPainter& painter, const QRectF& area) const
{
    const Tokens& tokens = tokensOf(palette());
    const auto mark = [&](cmq::Time time, const QString& text, Qt::Alignment side) {
        const qreal x = xOf(time);
        painter.setPen(QPen(tokens.secondary, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        // Beside the handle, which may stand at the end.
        const qreal left = side == Qt::AlignLeft    ? x + 2 * HandleRadius
                           : side == Qt::AlignRight ? x - 200
                                                    : x - 100;
        painter.drawText(QRectF(left, 0, 200, MarkHeight), side | Qt::AlignVCenter, text);
    };
    mark(m_farthest, tr("farthest"), Qt::AlignLeft);
    mark(m_nearest, m_nearest == m_now ? tr("now") : tr("nearest"), Qt::AlignRight);
    const qreal x = xOf(m_chosen);
    painter.setPen(QPen(tokens.accent, 2));
    painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()));
    painter.setBrush(tokens.accent);
    painter.drawEllipse(QPointF(x, area.top()), HandleRadius, HandleRadius);
}

void RewindStrip::keyPressEvent(QKeyEvent* event)
{
    const cmq::Milliseconds step =
        std::max<cmq::Milliseconds>(cmq::Seconds(1), (m_nearest - m_farthest) / KeySteps);
    switch (event->key()) {
    case Qt::Key_Left: choose(m_chosen - step); return;
    case Qt::Key_Right: choose(m_chosen + step); return;
    case Qt::Key_Home: choose(m_farthest); return;
    case Qt::Key_End: choose(m_nearest); return;
    default: QWidget::keyPressEvent(event);
    }
}

void RewindStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        mouseMoveEvent(event);
}

void RewindStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QRectF area = plot();
    const double share = std::clamp((event->position().x() - area.left()) / area.width(), 0.0, 1.0);
    choose(m_farthest +
           cmq::Milliseconds(std::int64_t(share * double((m_now - m_farthest).count()))));
}

} // namespace ui
