#include "docklayout.h"

#include "actionbutton.h"

#include <QBoxLayout>
#include <QToolButton>

namespace ui {

QVBoxLayout* makeDockLayout(QWidget* panel, QHBoxLayout* head, QAction* close)
{
    QToolButton* button = makeToolButton(close);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    head->setSpacing(8);
    head->addWidget(button);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    return layout;
}

} // namespace ui
