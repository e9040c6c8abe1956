#pragma once

#include <QWidget>

namespace ui {

/// The nearest parent of a widget that is a `Host`, so that a dialog needs to know no connection;
/// null if there is none.
template <class Host>
[[nodiscard]] Host* hostAround(const QWidget* widget)
{
    for (QWidget* each = widget->parentWidget(); each; each = each->parentWidget()) {
        if (auto* host = dynamic_cast<Host*>(each))
            return host;
    }
    return nullptr;
}

} // namespace ui
