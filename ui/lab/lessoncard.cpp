#include "lessoncard.h"

#include "ui/common/label.h"

#include <QBoxLayout>

namespace ui {

LessonCard::LessonCard(const QString& name, QWidget* parent)
    : Card(name, parent)
    , m_title(new Label(TextRole::Section))
    , m_body(new QVBoxLayout)
{
    m_body->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(m_body);
}

void LessonCard::setTitle(const QString& title)
{
    m_title->setText(title);
}

Label* LessonCard::wrapped(const QString& name, Tone tone, TextRole role)
{
    auto* label = new Label(role, tone);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void LessonCard::clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (item->layout())
            clear(item->layout());
        delete item;
    }
}

} // namespace ui
