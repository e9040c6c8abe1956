#pragma once

#include "cmq/action.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QPushButton;

namespace ui {

/// Whoever can show the call of CMQ that an action is: found among the parents of a dialog, so that
/// a dialog needs to know no connection.
class CallHost
{
public:
    CallHost() = default;
    CallHost(const CallHost&) = delete;
    CallHost& operator=(const CallHost&) = delete;
    virtual ~CallHost() = default;

    /// Opens it above `window`.
    virtual void showCall(const cmq::Action& action, QWidget* window) = 0;

    /// The nearest one around a widget; null if there is none.
    [[nodiscard]] static CallHost* around(const QWidget* widget);
};

/// A button that shows the call of what a dialog would do now. Without a host it is not there.
[[nodiscard]] QPushButton* makeCallButton(QWidget* dialog, std::function<cmq::Action()> action);

} // namespace ui
