#pragma once

#include "cmq/time.h"

#include <QString>

#include <functional>

/// Variables in the body of a message that is written here: {{uuid}}, {{seq}}, {{now}}
/// (milliseconds since 1970, UTC) and {{rand a b}} (a whole number from a to b). Whatever else
/// stands between braces stays as it is.
namespace ui {

/// What they stand for in one message.
struct VariableValues
{
    qint64 seq = 1; ///< which message of a row it is, from 1 on
    cmq::Time now;
    std::function<QString()> uuid;                    ///< called for each {{uuid}}
    std::function<qint64(qint64 a, qint64 b)> random; ///< called with a <= b
};

/// With real UUIDs and random numbers.
[[nodiscard]] VariableValues variableValues(qint64 seq, cmq::Time now);

[[nodiscard]] bool hasVariables(const QString& text);
[[nodiscard]] QString withVariables(const QString& text, const VariableValues& values);

} // namespace ui
