#pragma once

#include "lifeline.h"

#include <QByteArray>

/// A life line as a file. Times are ISO 8601 in UTC, words are in the language that is installed,
/// names and numbers are CMQ's.
namespace ui {

[[nodiscard]] QByteArray lifeCsv(const LifeLine& line);
/// One object: the message, what is not known of it, its steps and the states between them.
[[nodiscard]] QByteArray lifeJson(const LifeLine& line);

/// For people: each step with its time, place and reason in two lines, then the states.
[[nodiscard]] QString lifeText(const LifeLine& line);

} // namespace ui
