#include "lifetable.h"

#include "lifetext.h"

#include "ui/common/timeaxis.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct LifeTableText
{
    Q_DECLARE_TR_FUNCTIONS(ui::LifeTable)
};

QList<Column<LifeRow>> columns()
{
    QList<Column<LifeRow>> list;
    list += Column<LifeRow>(
        u"time"_s, [] { return LifeTableText::tr("Time"); },
        [](const LifeRow& row) { return formatExactInstant(row.step.event.time); });
    list += Column<LifeRow>(
                u"after"_s, [] { return LifeTableText::tr("After"); },
                [](const LifeRow& row) { return row.after; })
                .alignedRight();
    list += Column<LifeRow>(
        u"place"_s, [] { return LifeTableText::tr("Place"); },
        [](const LifeRow& row) { return row.place; });
    list += Column<LifeRow>(
                u"step"_s, [] { return LifeTableText::tr("Step"); },
                [](const LifeRow& row) { return row.text; })
                .toned([](const LifeRow& row) { return stepTone(row.step); });
    list += Column<LifeRow>(
        u"handle"_s, [] { return LifeTableText::tr("Receipt handle"); },
        [](const LifeRow& row) { return row.handle; });
    list += Column<LifeRow>(
        u"why"_s, [] { return LifeTableText::tr("Why?"); },
        [](const LifeRow& row) { return row.why; });
    return list;
}

} // namespace

LifeTable::LifeTable(QObject* parent)
    : TableModel(
          columns(), [](const LifeRow& row) { return QString::number(row.number); }, parent)
{
}

void LifeTable::setLine(const LifeLine& line)
{
    QList<LifeRow> rows;
    for (const LifeStep& step : line.steps)
        rows.append({int(rows.size()), step, laneText(line.lanes[step.lane]), stepText(step),
                     stepReason(line, step),
                     formatExactSpan(step.event.time - line.steps.first().event.time),
                     QString::fromStdString(receiptHandleOf(line, step))});
    setRows(rows);
}

} // namespace ui
