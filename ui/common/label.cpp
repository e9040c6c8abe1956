#include "label.h"

#include "format.h"

#include <QEvent>
#include <QGuiApplication>

namespace ui {

Label::Label(TextRole role, Tone tone, QWidget* parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(textFont(role));
    applyTone();
}

void Label::setText(const QString& text)
{
    QLabel::setText(formatVisible(text));
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void Label::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    // Our own setPalette comes by here, too; the second time there is nothing left to change.
    const QColor wanted = toneColor(m_tone, QGuiApplication::palette());
    if (event->type() == QEvent::PaletteChange &&
        palette().color(QPalette::Active, QPalette::WindowText) != wanted)
        applyTone();
}

void Label::applyTone()
{
    QPalette own;
    const QPalette theme = QGuiApplication::palette();
    // On a table's ground labels are drawn with Text, elsewhere with WindowText.
    for (const auto role : {QPalette::WindowText, QPalette::Text}) {
        own.setColor(QPalette::Active, role, toneColor(m_tone, theme));
        own.setColor(QPalette::Inactive, role, toneColor(m_tone, theme));
    }
    setPalette(own);
}

} // namespace ui
