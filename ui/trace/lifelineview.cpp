#include "lifelineview.h"

#include "lifepainter.h"
#include "lifetext.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QBuffer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QSvgGenerator>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double ZoomStep = 1.5;
constexpr double MoveStep = 0.2;
constexpr cmq::Milliseconds LeastSpan{10};
constexpr int SvgWidth = 1200;

} // namespace

LifeLineView::LifeLineView(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LifeLineView::setLine(const LifeLine& line)
{
    const bool isOther = line.msgId != m_line.msgId;
    m_line = line;
    if (isOther || m_selected >= int(line.steps.size()))
        m_selected = -1;
    if (isOther || !m_isZoomed)
        showAll();
    describe();
    updateGeometry();
    update();
}

LifePainter LifeLineView::painter() const
{
    return LifePainter(m_line, m_from, m_to, width(), palette(), textFont(TextRole::Caption));
}

QSize LifeLineView::sizeHint() const
{
    return {640, int(std::ceil(painter().height()))};
}

QSize LifeLineView::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void LifeLineView::selectStep(int step)
{
    if (step == m_selected)
        return;
    m_selected = step;
    reveal(step);
    describe();
    update();
}

void LifeLineView::choose(int step)
{
    if (step < 0 || step >= int(m_line.steps.size()))
        return;
    selectStep(step);
    emit stepSelected(step);
}

void LifeLineView::showAll()
{
    m_isZoomed = false;
    m_from = m_line.from();
    m_to = std::max(m_line.to(), m_from + LeastSpan);
    // A little air, so that no mark is cut at the edges.
    const auto air = std::max<cmq::Milliseconds>((m_to - m_from) / 50, cmq::Milliseconds(1));
    m_from -= air;
    m_to += air;
    update();
}

void LifeLineView::zoom(double factor, cmq::Time around)
{
    const auto scaled = [&](cmq::Milliseconds part) {
        return cmq::Milliseconds(std::llround(double(part.count()) / factor));
    };
    const cmq::Time from = around - scaled(around - m_from);
    const cmq::Time to = around + scaled(m_to - around);
    if (to - from < LeastSpan)
        return;
    m_isZoomed = true;
    m_from = from;
    m_to = to;
    const bool isWhole = m_from <= m_line.from() && m_to >= m_line.to();
    if (isWhole && factor < 1)
        showAll();
    update();
}

void LifeLineView::move(double share)
{
    const cmq::Milliseconds by(std::llround(double((m_to - m_from).count()) * share));
    if (m_from + by > m_line.to() || m_to + by < m_line.from())
        return;
    m_isZoomed = true;
    m_from += by;
    m_to += by;
    update();
}

void LifeLineView::reveal(int step)
{
    if (step < 0 || step >= int(m_line.steps.size()))
        return;
    const cmq::Time at = m_line.steps[step].event.time;
    if (at >= m_from && at <= m_to)
        return;
    const auto half = (m_to - m_from) / 2;
    m_from = at - half;
    m_to = at + half;
}

void LifeLineView::describe()
{
    if (m_selected < 0) {
        setAccessibleDescription({});
        return;
    }
    const LifeStep& step = m_line.steps[m_selected];
    setAccessibleDescription(stepText(step) + u". "_s + stepReason(m_line, step));
}

QByteArray LifeLineView::toSvg() const
{
    const QPalette light = Theme::palette(Scheme::Light);
    const auto air =
        std::max<cmq::Milliseconds>((m_line.to() - m_line.from()) / 50, cmq::Milliseconds(1));
    const LifePainter drawing(m_line, m_line.from() - air, m_line.to() + air, SvgWidth, light,
                              textFont(TextRole::Caption));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSize size(SvgWidth, int(std::ceil(drawing.height())));
    generator.setSize(size);
    generator.setViewBox(QRect({0, 0}, size));
    generator.setTitle(QString::number(m_line.msgId));
    QPainter painter(&generator);
    painter.fillRect(QRect({0, 0}, size), light.color(QPalette::Base));
    drawing.paint(painter, -1);
    painter.end();
    return bytes;
}

void LifeLineView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    this->painter().paint(painter, m_selected);
}

bool LifeLineView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const LifePainter drawn = painter();
    QString text;
    if (const int step = drawn.stepAt(help->pos()); step >= 0)
        text = stepText(m_line.steps[step]) + u'\n' + stepReason(m_line, m_line.steps[step]);
    else if (const int bar = drawn.barAt(help->pos()); bar >= 0)
        text = barText(m_line.bars[bar]);
    // Names come from outside: an explicit plain text, or Qt may take them for markup.
    QToolTip::showText(help->globalPos(), text.isEmpty() ? text : Qt::convertFromPlainText(text),
                       this);
    return true;
}

void LifeLineView::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_line.steps.size()) - 1;
    const cmq::Time middle = m_from + (m_to - m_from) / 2;
    const bool isMove = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left: return isMove ? move(-MoveStep) : choose(std::max(0, m_selected - 1));
    case Qt::Key_Right: return isMove ? move(MoveStep) : choose(std::min(last, m_selected + 1));
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(last);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(ZoomStep, middle);
    case Qt::Key_Minus: return zoom(1 / ZoomStep, middle);
    case Qt::Key_0: return showAll();
    default: QWidget::keyPressEvent(event);
    }
}

void LifeLineView::mousePressEvent(QMouseEvent* event)
{
    choose(painter().stepAt(event->position()));
}

void LifeLineView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    const double factor = event->angleDelta().y() > 0 ? ZoomStep : 1 / ZoomStep;
    zoom(factor, painter().timeAt(event->position().x()));
    event->accept();
}

} // namespace ui
