#include "findbar.h"

#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

FindBar::FindBar(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_result(new Label(TextRole::Caption, Tone::Dead))
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_close(new QToolButton)
{
    setObjectName(name);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setClearButtonEnabled(true);
    m_result->setObjectName(name + u"Result"_s);
    m_previous->setObjectName(name + u"Previous"_s);
    m_previous->setIcon(icon(u"chevron-up"));
    m_next->setObjectName(name + u"Next"_s);
    m_next->setIcon(icon(u"chevron-down"));
    m_close->setObjectName(name + u"Close"_s);
    m_close->setIcon(icon(u"x-lg"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_result);
    for (QToolButton* button : {m_previous, m_next, m_close}) {
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    connect(m_text, &QLineEdit::textEdited, m_result, &QLabel::clear);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit findRequested(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit findRequested(false); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    keepTranslated(this, [this] { retranslate(); });
    hide();
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QString FindBar::text() const
{
    return m_text->text();
}

void FindBar::setFound(bool isFound)
{
    m_result->setText(isFound ? QString() : tr("Not found"));
}

void FindBar::close()
{
    hide();
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: emit findRequested(event->modifiers().testFlag(Qt::ShiftModifier)); return;
    case Qt::Key_Escape: close(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void FindBar::retranslate()
{
    m_text->setPlaceholderText(tr("Find in the body"));
    m_text->setAccessibleName(tr("Find in the body"));
    m_previous->setToolTip(tr("Previous (Shift+F3)"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setToolTip(tr("Next (F3)"));
    m_next->setAccessibleName(m_next->toolTip());
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(m_close->toolTip());
}

} // namespace ui
