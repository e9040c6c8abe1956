#include "countdown.h"

#include "ui/common/tokens.h"

#include <QPainter>

#include <algorithm>

namespace ui {

Countdown::Countdown(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setFixedSize(sizeHint());
}

void Countdown::setLeft(double share)
{
    m_left = std::clamp(share, 0.0, 1.0);
    update();
}

void Countdown::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Countdown::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(QPen(tokensOf(palette()).hairline, 2.5));
    painter.drawEllipse(ring);
    painter.setPen(QPen(toneColor(m_tone, palette()), 2.5, Qt::SolidLine, Qt::FlatCap));
    constexpr int top = 90 * 16;
    painter.drawArc(ring, top, int(m_left * 360 * 16));
}

} // namespace ui
