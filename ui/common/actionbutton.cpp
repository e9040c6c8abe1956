#include "actionbutton.h"

#include <QAction>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

QPushButton* makeActionButton(QAction* action, ButtonKind kind)
{
    auto* button = new QPushButton;
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAutoDefault(false);
    setButtonKind(button, kind);
    const auto show = [button, action] {
        button->setText(action->iconText());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    show();
    QObject::connect(action, &QAction::changed, button, show);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QToolButton* makeToolButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace ui
