#include "bodytextedit.h"

#include "bodytext.h"

#include "ui/common/fonts.h"

#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace ui {

namespace {
/// Longer lines are broken: the time to lay one out grows with its length.
constexpr qsizetype LineLengthMax = 2000;
/// So much of a text is filled in at a time.
constexpr qsizetype PieceLength = 64 * 1024;
constexpr qsizetype PieceLines = 2000;
} // namespace

BodyTextEdit::BodyTextEdit(const QString& name, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setObjectName(name);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(monoFont());
    m_filling.setInterval(0);
    connect(&m_filling, &QTimer::timeout, this, &BodyTextEdit::fillMore);
}

void BodyTextEdit::setText(const QString& text)
{
    m_filling.stop();
    clear();
    m_text = text;
    m_filled = 0;
    m_lineStarts.clear();
    fillMore();
    moveCursor(QTextCursor::Start);
}

void BodyTextEdit::fillMore()
{
    const qsizetype end = std::min(m_text.size(), m_filled + PieceLength);
    QString piece;
    qsizetype lines = 0;
    while (m_filled < end && lines++ < PieceLines) {
        if (!m_lineStarts.empty())
            piece += u'\n';
        m_lineStarts.push_back(m_filled);
        const qsizetype newLine = QStringView(m_text).mid(m_filled, LineLengthMax).indexOf(u'\n');
        qsizetype length =
            newLine < 0 ? std::min(LineLengthMax, m_text.size() - m_filled) : newLine;
        if (length == LineLengthMax && m_text[m_filled + length - 1].isHighSurrogate())
            --length;
        piece += visibleText(m_text.mid(m_filled, length));
        m_filled += length;
        if (newLine >= 0)
            ++m_filled;
        if (newLine >= 0 &&
            m_filled == m_text.size()) { // ends with a line feed: an empty last line
            piece += u'\n';
            m_lineStarts.push_back(m_filled);
        }
    }
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(piece);
    if (isFilled())
        m_filling.stop();
    else if (!m_filling.isActive())
        m_filling.start();
}

qsizetype BodyTextEdit::originalPosition(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    return m_lineStarts[std::size_t(block.blockNumber())] + position - block.position();
}

int BodyTextEdit::shownPosition(qsizetype original) const
{
    const auto after = std::ranges::upper_bound(m_lineStarts, original);
    const auto line = after - m_lineStarts.begin() - 1;
    return document()->findBlockByNumber(int(line)).position() +
           int(original - m_lineStarts[std::size_t(line)]);
}

bool BodyTextEdit::findText(const QString& needle, bool isBackward)
{
    if (needle.isEmpty() || m_text.isEmpty())
        return false;
    const QTextCursor now = textCursor();
    qsizetype found = -1;
    if (isBackward) {
        const qsizetype from = originalPosition(now.selectionStart()) - 1;
        if (from >= 0)
            found = m_text.lastIndexOf(needle, from, Qt::CaseInsensitive);
        if (found < 0)
            found = m_text.lastIndexOf(needle, -1, Qt::CaseInsensitive);
    } else {
        found = m_text.indexOf(needle, originalPosition(now.selectionEnd()), Qt::CaseInsensitive);
        if (found < 0)
            found = m_text.indexOf(needle, 0, Qt::CaseInsensitive);
    }
    if (found < 0)
        return false;
    while (!isFilled() && m_filled < found + needle.size())
        fillMore();
    QTextCursor cursor(document());
    cursor.setPosition(shownPosition(found));
    cursor.setPosition(shownPosition(found + needle.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

QMimeData* BodyTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto* mime = new QMimeData;
    if (cursor.hasSelection()) {
        const qsizetype start = originalPosition(cursor.selectionStart());
        mime->setText(m_text.mid(start, originalPosition(cursor.selectionEnd()) - start));
    }
    return mime;
}

} // namespace ui
