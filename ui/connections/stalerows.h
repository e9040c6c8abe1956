#pragma once

#include "cmq/error.h"

#include <QList>
#include <QSet>
#include <QString>

#include <vector>

namespace ui {

/// What is known of those that did not answer this time: their rows of before, marked as stale.
template <class Row>
[[nodiscard]] QList<Row> staleRows(const QList<Row>& rows,
                                   const std::vector<cmq::Unanswered>& unanswered)
{
    QList<Row> stale;
    if (unanswered.empty())
        return stale;
    QSet<QString> names;
    for (const cmq::Unanswered& each : unanswered)
        names.insert(QString::fromStdString(each.name));
    for (const Row& row : rows) {
        if (!names.contains(row.name))
            continue;
        stale.append(row);
        stale.last().isStale = true;
    }
    return stale;
}

} // namespace ui
