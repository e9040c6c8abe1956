#pragma once

#include "ui/common/tablemodel.h"
#include "ui/connections/activity.h"

namespace ui {

/// An activity with its place in the log, which is its key.
struct ActivityRow
{
    quint64 number = 0;
    Activity activity;
    friend bool operator==(const ActivityRow&, const ActivityRow&) = default;
};

/// What this console did, as a table. `connectionName` is said in every row, as it is in the file
/// that people make of it.
class ActivityModel final : public TableModel<ActivityRow>
{
    Q_OBJECT

public:
    explicit ActivityModel(const QString& connectionName, QObject* parent = nullptr);
};

/// "0", or CMQ's code and module code.
[[nodiscard]] QString resultText(const Activity& activity);

/// All of them as a CSV file with a line of titles, instants as ISO 8601 in UTC.
[[nodiscard]] QByteArray toCsv(const QString& connectionName, const QList<ActivityRow>& rows);

} // namespace ui
