#pragma once

#include "cmq/action.h"
#include "cmq/error.h"
#include "cmq/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace ui {

/// Something that this console did to a connection, without what was in it: no body, no key.
struct Activity
{
    cmq::Time when; ///< of the latest
    QString action; ///< as CMQ spells it
    QString object; ///< queue, topic, or topic/subscription
    int code = 0;   ///< 0: it succeeded
    int moduleCode = 0;
    QString words;    ///< CMQ's words for what went wrong
    qint64 count = 1; ///< how often in a row

    [[nodiscard]] bool succeeded() const { return words.isEmpty(); }
    friend bool operator==(const Activity&, const Activity&) = default;
};

/// `error`: null if the action succeeded.
[[nodiscard]] Activity activityOf(const cmq::Action& action, const cmq::Error* error,
                                  cmq::Time when);
/// The same with another result.
[[nodiscard]] Activity withResult(Activity activity, const cmq::Error* error, cmq::Time when);

/// Whether two differ only in when they were.
[[nodiscard]] bool isSame(const Activity& one, const Activity& other);

/// One line of the file: a JSON object. `readActivity`: nothing for a line that is none.
[[nodiscard]] QByteArray toLine(const Activity& activity);
[[nodiscard]] std::optional<Activity> readActivity(const QByteArray& line);

} // namespace ui
