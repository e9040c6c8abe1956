#pragma once

#include "cmq/error.h"
#include "cmq/queuesettings.h"

#include <QObject>

#include <functional>
#include <optional>

namespace ui {

class Connection;

/// What came of saving. The dead-letter queue is taken away by an action of its own, so that one
/// half can succeed.
struct SettingsSaved
{
    bool isUnbound = false; ///< the dead-letter queue is gone
    std::optional<cmq::Error> error;
};

/// Makes a queue's settings, which are `from`, what `to` says. `done` hears once, later, on the
/// thread of `context`, and never after that is gone.
void saveSettings(Connection& connection, const std::string& queueName,
                  const cmq::QueueSettings& from, const cmq::QueueSettings& to, QObject* context,
                  std::function<void(const SettingsSaved&)> done);

} // namespace ui
