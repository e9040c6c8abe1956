#pragma once

#include "cmq/time.h"

#include <QString>

#include <string>

/// How values are shown: pure, in the language that is installed now.
namespace ui {

/// 1,204. Grouped the same way in both languages.
[[nodiscard]] QString formatCount(std::int64_t count);

/// 0, 3.5, 12, 1,204: a second, with a decimal where that says more.
[[nodiscard]] QString formatRate(double perSecond);

/// 512 B, 64 KiB, 1.5 MiB.
[[nodiscard]] QString formatBytes(std::int64_t bytes);

/// Exact, up to two units where that is exact: 30 s, 1 h 30 min, 4 d; else in seconds: 90,061 s.
[[nodiscard]] QString formatDuration(cmq::Seconds duration);

/// Roughly, one unit: 12 s, 5 min, 3 h, 2 d. Negative spans count as zero.
[[nodiscard]] QString formatSpan(cmq::Milliseconds span);

/// 3 s ago; just now below a second.
[[nodiscard]] QString formatAge(cmq::Milliseconds age);

/// 2026-01-31 10:32:07, in the time zone of the machine.
[[nodiscard]] QString formatInstant(cmq::Time instant);

/// Text from outside with its lines: control and bidirectional characters are made visible, so that
/// nothing pretends to be something else. Label and TableModel show every text so.
[[nodiscard]] QString formatVisible(QString text);

/// Text from outside (names, bodies, servers) on one line: control and bidirectional characters are
/// made visible, and what is longer than `maxLength` ends with "…".
[[nodiscard]] QString formatForeign(const QString& text, int maxLength = 120);
[[nodiscard]] QString formatForeign(const std::string& text, int maxLength = 120);

/// The same for buttons, tabs and menus, which would take an "&" for a mnemonic.
[[nodiscard]] QString formatCaption(const QString& text, int maxLength = 120);

/// For tool tips, which would take what looks like markup for markup.
[[nodiscard]] QString formatTip(const QString& text);

} // namespace ui
