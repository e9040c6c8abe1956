#include "field.h"

#include "label.h"
#include "style.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ErrorIconSize = 12;

/// Where the border is drawn: the input itself or the line edit in it.
QWidget* borderOf(QWidget* input)
{
    QWidget* proxy = input->focusProxy();
    return proxy ? proxy : input;
}

} // namespace

Field::Field(QWidget* input, QWidget* parent)
    : QWidget(parent)
    , m_input(input)
    , m_title(new Label(TextRole::Body, Tone::Secondary))
    , m_icon(new QLabel)
    , m_below(new Label(TextRole::Caption, Tone::Muted))
{
    const QString name = input->objectName();
    setObjectName(name + u"Field"_s);
    m_title->setObjectName(name + u"Title"_s);
    m_icon->setObjectName(name + u"ErrorIcon"_s);
    m_below->setObjectName(name + u"Hint"_s);
    m_title->setBuddy(borderOf(input));
    m_below->setWordWrap(true);

    auto* below = new QHBoxLayout;
    below->setSpacing(4);
    below->addWidget(m_icon, 0, Qt::AlignTop);
    below->addWidget(m_below, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(input);
    layout->addLayout(below);
    m_icon->setFixedHeight(m_below->fontMetrics().height());
    m_below->setMinimumHeight(m_below->fontMetrics().height());
    showBelow();
}

void Field::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty()); // a title beside it needs none above
    borderOf(m_input)->setAccessibleName(title);
}

void Field::setHint(const QString& hint)
{
    m_hint = hint;
    showBelow();
}

void Field::setError(const QString& error)
{
    m_error = error;
    showBelow();
}

void Field::showBelow()
{
    const bool bad = !m_error.isEmpty();
    m_icon->setVisible(bad);
    if (bad)
        m_icon->setPixmap(icon(u"exclamation-octagon", Tone::Dead)
                              .pixmap(QSize(ErrorIconSize, ErrorIconSize), devicePixelRatioF()));
    m_below->setTone(bad ? Tone::Dead : Tone::Muted);
    m_below->setText(bad ? m_error : m_hint);
    setInvalid(borderOf(m_input), bad);
    borderOf(m_input)->setAccessibleDescription(m_below->text());
}

} // namespace ui
