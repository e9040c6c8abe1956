#pragma once

#include "cmq/queuesettings.h"

#include <QString>

#include <optional>

/// The numbers people type into forms: counts, sizes and durations.
namespace ui {

/// What was typed, in whole units (seconds, bytes, pieces); none if it is no such quantity.
/// Seconds: `30s 5m 12h 4d`, `1h 30m`, plain seconds, also 秒 分钟 小时 天. Bytes: `64K`, `1 MiB`,
/// plain bytes; K, KB and KiB all mean 1024. Counts: digits, grouped or not. Full-width digits are
/// digits.
[[nodiscard]] std::optional<std::int64_t> parseQuantity(cmq::SettingUnit unit, const QString& text);

/// The short form that people would type: `4d`, `64K`, `100,000,000`.
[[nodiscard]] QString typedQuantity(cmq::SettingUnit unit, std::int64_t value);

/// The form people read: "4 d", "64 KiB", "100,000,000".
[[nodiscard]] QString formatQuantity(cmq::SettingUnit unit, std::int64_t value);

/// The same in the plain unit: "345,600 s", "65,536 B".
[[nodiscard]] QString formatPlainQuantity(cmq::SettingUnit unit, std::int64_t value);

} // namespace ui
