#include "bottomdock.h"

#include "ui/common/icons.h"

#include <QActionGroup>

namespace ui {

BottomDock::BottomDock(QWidget* parent)
    : QStackedWidget(parent)
    , m_actions(new QActionGroup(this))
{
    setObjectName(QStringLiteral("bottomDock"));
    m_actions->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    hide();
}

QAction* BottomDock::addPanel(QWidget* panel, const QString& actionName, QStringView iconName)
{
    auto* action = new QAction(icon(iconName), QString(), m_actions);
    action->setObjectName(actionName);
    action->setCheckable(true);
    addWidget(panel);
    connect(action, &QAction::toggled, this, [this, panel](bool isOpen) {
        if (isOpen)
            setCurrentWidget(panel);
        setVisible(m_actions->checkedAction() != nullptr);
    });
    return action;
}

QList<QAction*> BottomDock::panelActions() const
{
    return m_actions->actions();
}

} // namespace ui
