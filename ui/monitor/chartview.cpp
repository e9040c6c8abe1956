#include "chartview.h"

#include "ui/common/csv.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/timeaxis.h"

#include <QApplication>
#include <QBuffer>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double ZoomStep = 1.5;
constexpr double MoveStep = 0.2;
constexpr int CursorSteps = 100; ///< key presses from end to end, at most
constexpr cmq::Milliseconds LeastSpan{std::chrono::seconds(5)};
constexpr cmq::Milliseconds MostSpan{std::chrono::hours(24 * 120)};
constexpr QSize SvgSize(1200, 480);

} // namespace

ChartView::ChartView(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(160);
}

void ChartView::setContent(const ChartContent& content)
{
    m_content = content;
    m_content.series = content.series.first(std::min(content.series.size(), SeriesMax));
    m_highest = m_content.highest();
    m_drawing = {};
    if (m_cursor)
        setCursorTime(std::clamp(*m_cursor, m_content.from, m_content.to));
    update();
}

ChartPainter ChartView::painter() const
{
    return ChartPainter(m_content, m_highest, size(), palette(), textFont(TextRole::Caption));
}

QString ChartView::cursorText() const
{
    if (!m_cursor)
        return {};
    QStringList parts{formatExactInstant(*m_cursor)};
    for (const Series& series : m_content.series) {
        const auto value = valueAt(series, *m_cursor);
        parts += tr("%1: %2").arg(formatForeign(nameOfKey(series.queue)),
                                  value ? m_content.valueText(*value) : tr("not known"));
    }
    return parts.join(u" · "_s);
}

void ChartView::setCursorTime(std::optional<cmq::Time> cursor)
{
    m_cursor = cursor;
    setAccessibleDescription(cursorText());
    emit cursorMoved();
    update();
}

void ChartView::moveCursor(int steps)
{
    const auto step = std::max<cmq::Milliseconds>(cmq::Milliseconds(1),
                                                  (m_content.to - m_content.from) / CursorSteps);
    const cmq::Time start = m_cursor.value_or(m_content.to);
    setCursorTime(std::clamp(start + steps * step, m_content.from, m_content.to));
}

void ChartView::zoom(double factor, cmq::Time around)
{
    const auto scaled = [&](cmq::Milliseconds part) {
        return cmq::Milliseconds(std::llround(double(part.count()) / factor));
    };
    const cmq::Time from = around - scaled(around - m_content.from);
    const cmq::Time to = around + scaled(m_content.to - around);
    if (to - from >= LeastSpan && to - from <= MostSpan)
        emit spanRequested(from, to);
}

void ChartView::move(double share)
{
    const cmq::Milliseconds by(
        std::llround(double((m_content.to - m_content.from).count()) * share));
    emit spanRequested(m_content.from + by, m_content.to + by);
}

void ChartView::paintEvent(QPaintEvent*)
{
    const ChartPainter chart = painter();
    const QSize pixels = size() * devicePixelRatioF();
    if (m_drawing.size() != pixels) {
        m_drawing = QPixmap(pixels);
        m_drawing.setDevicePixelRatio(devicePixelRatioF());
        m_drawing.fill(Qt::transparent);
        QPainter drawing(&m_drawing);
        chart.paint(drawing);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawing);
    if (m_cursor)
        chart.paintCursor(painter, *m_cursor);
}

void ChartView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    m_drawing = {}; // of another theme, font or language
    update();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const bool isMove = event->modifiers().testFlag(Qt::ControlModifier);
    const cmq::Time middle = m_content.from + (m_content.to - m_content.from) / 2;
    switch (event->key()) {
    case Qt::Key_Left: return isMove ? move(-MoveStep) : moveCursor(-1);
    case Qt::Key_Right: return isMove ? move(MoveStep) : moveCursor(1);
    case Qt::Key_Home: return setCursorTime(m_content.from);
    case Qt::Key_End: return setCursorTime(m_content.to);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(ZoomStep, middle);
    case Qt::Key_0: emit latestRequested(); return;
    case Qt::Key_Minus: return zoom(1 / ZoomStep, middle);
    case Qt::Key_Escape:
        if (m_cursor)
            return setCursorTime(std::nullopt);
        [[fallthrough]];
    default: QWidget::keyPressEvent(event);
    }
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && painter().plot().contains(event->position()))
        m_grip = {event->position().toPoint(), m_content.from, m_content.to};
}

void ChartView::drag(const QPoint& position)
{
    const int by = m_grip->pressed.x() - position.x();
    const qreal width = painter().plot().width();
    m_grip->isMoving = m_grip->isMoving || std::abs(by) >= QApplication::startDragDistance();
    if (!m_grip->isMoving || width <= 0)
        return;
    setCursor(Qt::ClosedHandCursor);
    const cmq::Milliseconds span = m_grip->to - m_grip->from;
    const cmq::Milliseconds shift(std::llround(double(span.count()) * by / width));
    emit spanRequested(m_grip->from + shift, m_grip->to + shift);
}

void ChartView::mouseReleaseEvent(QMouseEvent*)
{
    m_grip.reset();
    unsetCursor();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent*)
{
    emit latestRequested();
}

void ChartView::contextMenuEvent(QContextMenuEvent* event)
{
    popupMenu(event->globalPos());
}

void ChartView::popupMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(objectName() + u"Menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Series& series : m_content.series) {
        const double value = m_cursor ? valueAt(series, *m_cursor).value_or(0) : 0;
        menu->addAction(icon(u"exclamation-triangle"),
                        tr("New alarm for %1…").arg(formatForeign(nameOfKey(series.queue))), this,
                        [this, key = series.queue, value] { emit alarmRequested(key, value); });
    }
    menu->addSeparator();
    menu->addAction(tr("Back to the latest"), this, &ChartView::latestRequested);
    menu->popup(globalPosition);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip) {
        drag(event->position().toPoint());
        return;
    }
    const ChartPainter drawn = painter();
    if (drawn.plot().contains(event->position()))
        setCursorTime(drawn.timeAt(event->position().x()));
    else if (m_cursor)
        setCursorTime(std::nullopt);
}

void ChartView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (m_cursor && !hasFocus())
        setCursorTime(std::nullopt);
}

void ChartView::wheelEvent(QWheelEvent* event)
{
    if (m_isInScrollingPage && !hasFocus()) {
        event->ignore();
        return;
    }
    zoom(event->angleDelta().y() > 0 ? ZoomStep : 1 / ZoomStep,
         painter().timeAt(event->position().x()));
    event->accept();
}

QByteArray ChartView::toPng() const
{
    const qreal ratio = devicePixelRatioF();
    QImage image(size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(palette().color(QPalette::Base));
    QPainter painter(&image);
    this->painter().paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray ChartView::toSvg() const
{
    const QPalette light = Theme::palette(Scheme::Light);
    const ChartPainter drawing(m_content, m_highest, SvgSize, light, textFont(TextRole::Caption));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(SvgSize);
    generator.setViewBox(QRect({0, 0}, SvgSize));
    generator.setTitle(metricText(m_content.metric));
    QPainter painter(&generator);
    painter.fillRect(QRect({0, 0}, SvgSize), light.color(QPalette::Base));
    drawing.paint(painter);
    painter.end();
    return bytes;
}

QByteArray ChartView::toCsv() const
{
    QString name = metricName(m_content.metric);
    if (name.isEmpty())
        name = metricId(m_content.metric);
    QByteArrayList header{"time"};
    for (const Series& series : m_content.series)
        header += (nameOfKey(series.queue) + u' ' + name).toUtf8();
    QByteArray text = csvLine(header);
    std::vector<cmq::Time> times;
    for (const Series& series : m_content.series) {
        for (const SeriesPoint& point : series.points)
            times.push_back(point.time);
    }
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    for (const cmq::Time time : times) {
        QByteArrayList fields{isoInstant(time).toLatin1()};
        for (const Series& series : m_content.series) {
            const auto at = std::ranges::lower_bound(series.points, time, {}, &SeriesPoint::time);
            const bool isKnown =
                at != series.points.end() && at->time == time && !std::isnan(at->value);
            fields += isKnown ? QByteArray::number(at->value, 'g', 15) : QByteArray();
        }
        text += csvLine(fields);
    }
    return text;
}

} // namespace ui
