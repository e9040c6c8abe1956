#pragma once

#include "icons.h"

#include <QAction>

namespace ui {

/// An action of `owner`, its parent, that runs a member of it. The texts are the owner's to set, in
/// the language of the moment.
template <class Owner>
[[nodiscard]] QAction* makeAction(Owner* owner, const QString& name, QStringView iconName,
                                  void (Owner::*run)())
{
    auto* action = new QAction(icon(iconName), QString(), owner);
    action->setObjectName(name);
    QObject::connect(action, &QAction::triggered, owner, run);
    return action;
}

} // namespace ui
