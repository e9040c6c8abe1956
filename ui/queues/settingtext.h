#pragma once

#include "ui/connections/servicerules.h"

#include "cmq/error.h"
#include "cmq/queuesettings.h"

#include <QString>

/// The attributes of a queue in the person's words.
namespace ui {

/// "Visibility timeout".
[[nodiscard]] QString settingTitle(const cmq::QueueSettingRule& rule,
                                   const ServiceRules& rules = {});
/// What it does, in a sentence, and how the API calls it.
[[nodiscard]] QString settingHelp(const cmq::QueueSettingRule& rule,
                                  const ServiceRules& rules = {});
/// "1 s to 12 h, default 30 s".
[[nodiscard]] QString settingHint(const cmq::QueueSettingRule& rule,
                                  const ServiceRules& rules = {});
/// What is wrong with a value of it.
[[nodiscard]] QString settingError(const cmq::QueueSettingRule& rule, const cmq::Error& error);
/// What to write in a field whose text is no such quantity.
[[nodiscard]] QString quantityHelp(cmq::SettingUnit unit);

} // namespace ui
