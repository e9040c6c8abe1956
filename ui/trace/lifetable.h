#pragma once

#include "lifeline.h"

#include "ui/common/tablemodel.h"

namespace ui {

/// A step with its words: made when the line is, so that a table shows one moment.
struct LifeRow
{
    int number = 0;
    LifeStep step;
    QString place;
    QString text;
    QString why;
    QString after; ///< how long after the first step
    QString handle;
    friend bool operator==(const LifeRow&, const LifeRow&) = default;
};

/// The steps of a life line as rows, in their order.
class LifeTable final : public TableModel<LifeRow>
{
public:
    explicit LifeTable(QObject* parent = nullptr);

    void setLine(const LifeLine& line);
};

} // namespace ui
