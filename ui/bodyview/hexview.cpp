#include "hexview.h"

#include "ui/common/fonts.h"
#include "ui/common/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int BytesPerRow = 16;
constexpr int Margin = 8; // pixels
// In characters: where the parts of a row begin.
constexpr int HexStart = 10;
constexpr int AsciiStart = HexStart + BytesPerRow * 3 + 2;
constexpr int RowChars = AsciiStart + BytesPerRow;

int hexColumn(int byteInRow)
{
    return HexStart + byteInRow * 3 + (byteInRow >= BytesPerRow / 2 ? 1 : 0);
}

QString hexByte(char byte)
{
    return QString::number(uchar(byte), 16).rightJustified(2, u'0').toUpper();
}

QString asciiByte(char byte)
{
    return byte >= 0x20 && byte < 0x7F ? QString(QLatin1Char(byte)) : u"·"_s;
}

} // namespace

HexView::HexView(const QString& name, QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(name);
    setFont(monoFont());
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
}

void HexView::setBytes(const QByteArray& bytes)
{
    m_bytes = bytes;
    m_anchor = -1;
    m_cursor = 0;
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

std::pair<qsizetype, qsizetype> HexView::selection() const
{
    if (m_anchor < 0)
        return {0, 0};
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    return {first, last + 1};
}

QByteArray HexView::selectedBytes() const
{
    const auto [begin, end] = selection();
    return begin == end ? m_bytes : m_bytes.mid(begin, end - begin);
}

bool HexView::findBytes(const QByteArray& needle, bool isBackward)
{
    if (needle.isEmpty())
        return false;
    const auto [begin, end] = selection();
    qsizetype found = -1;
    if (isBackward) {
        if (begin > 0)
            found = m_bytes.lastIndexOf(needle, begin - 1);
        if (found < 0)
            found = m_bytes.lastIndexOf(needle);
    } else {
        found = m_bytes.indexOf(needle, end);
        if (found < 0)
            found = m_bytes.indexOf(needle);
    }
    if (found < 0)
        return false;
    moveTo(found, false);
    moveTo(found + needle.size() - 1, true);
    return true;
}

int HexView::rowHeight() const
{
    return fontMetrics().height() + 4;
}

int HexView::charWidth() const
{
    return fontMetrics().horizontalAdvance(u'0');
}

int HexView::rowCount() const
{
    return int((m_bytes.size() + BytesPerRow - 1) / BytesPerRow);
}

void HexView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const int firstRow = verticalScrollBar()->value();
    const int rows = viewport()->height() / rowHeight() + 2;
    for (int i = 0; i < rows && firstRow + i < rowCount(); ++i)
        paintRow(painter, firstRow + i, i * rowHeight());
}

void HexView::paintRow(QPainter& painter, int row, int top)
{
    const Tokens& t = tokensOf(palette());
    const int left = Margin - horizontalScrollBar()->value();
    const auto cell = [&](int column, int width) {
        return QRect(left + column * charWidth(), top, width * charWidth(), rowHeight());
    };
    const qsizetype offset = qsizetype(row) * BytesPerRow;
    painter.setPen(t.muted);
    painter.drawText(cell(0, HexStart), Qt::AlignVCenter,
                     QString::number(offset, 16).rightJustified(8, u'0').toUpper());
    const auto [begin, end] = selection();
    for (int i = 0; i < BytesPerRow && offset + i < m_bytes.size(); ++i) {
        const qsizetype at = offset + i;
        const QRect hex = cell(hexColumn(i), 2);
        const QRect ascii = cell(AsciiStart + i, 1);
        if (at >= begin && at < end) {
            painter.fillRect(hex, t.selection);
            painter.fillRect(ascii, t.selection);
        }
        const char byte = m_bytes[at];
        painter.setPen(t.text);
        painter.drawText(hex, Qt::AlignVCenter, hexByte(byte));
        painter.setPen(asciiByte(byte) == u"·" ? t.muted : t.secondary);
        painter.drawText(ascii, Qt::AlignVCenter, asciiByte(byte));
    }
}

qsizetype HexView::byteAt(const QPoint& position) const
{
    const int row = verticalScrollBar()->value() + position.y() / rowHeight();
    const int column =
        (position.x() - Margin + horizontalScrollBar()->value()) / std::max(1, charWidth());
    int byteInRow = 0;
    if (column >= AsciiStart) {
        byteInRow = column - AsciiStart;
    } else {
        while (byteInRow + 1 < BytesPerRow && hexColumn(byteInRow + 1) <= column)
            ++byteInRow;
    }
    const qsizetype at = qsizetype(row) * BytesPerRow + std::clamp(byteInRow, 0, BytesPerRow - 1);
    return std::clamp<qsizetype>(at, 0, std::max<qsizetype>(0, m_bytes.size() - 1));
}

void HexView::moveTo(qsizetype byte, bool extend)
{
    if (m_bytes.isEmpty())
        return;
    m_cursor = std::clamp<qsizetype>(byte, 0, m_bytes.size() - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_cursor;
    const int row = int(m_cursor / BytesPerRow);
    const int page = std::max(1, viewport()->height() / rowHeight());
    QScrollBar* bar = verticalScrollBar();
    bar->setValue(std::clamp(bar->value(), row - page + 1, row));
    viewport()->update();
}

void HexView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(hexText(selectedBytes()));
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        moveTo(0, false);
        moveTo(m_bytes.size() - 1, true);
        return;
    }
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const bool wholeText = event->modifiers() & Qt::ControlModifier;
    const qsizetype page =
        qsizetype(std::max(1, viewport()->height() / rowHeight() - 1)) * BytesPerRow;
    const qsizetype rowStart = m_cursor - m_cursor % BytesPerRow;
    switch (event->key()) {
    case Qt::Key_Left: return moveTo(m_cursor - 1, extend);
    case Qt::Key_Right: return moveTo(m_cursor + 1, extend);
    case Qt::Key_Up: return moveTo(m_cursor - BytesPerRow, extend);
    case Qt::Key_Down: return moveTo(m_cursor + BytesPerRow, extend);
    case Qt::Key_PageUp: return moveTo(m_cursor - page, extend);
    case Qt::Key_PageDown: return moveTo(m_cursor + page, extend);
    case Qt::Key_Home: return moveTo(wholeText ? 0 : rowStart, extend);
    case Qt::Key_End:
        return moveTo(wholeText ? m_bytes.size() - 1 : rowStart + BytesPerRow - 1, extend);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void HexView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(byteAt(event->pos()), event->modifiers() & Qt::ShiftModifier);
}

void HexView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(byteAt(event->pos()), true);
}

void HexView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void HexView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateScrollBars();
}

void HexView::updateScrollBars()
{
    const int page = std::max(1, viewport()->height() / rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, rowCount() - page));
    verticalScrollBar()->setPageStep(page);
    const int width = 2 * Margin + RowChars * charWidth();
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex(' ').toUpper());
}

} // namespace ui
