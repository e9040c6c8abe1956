#include "stagetable.h"

#include "stageitems.h"

#include "ui/messages/messagestate.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct StageTableText
{
    Q_DECLARE_TR_FUNCTIONS(ui::StageTable)
};

QList<Column<StageRow>> columns()
{
    QList<Column<StageRow>> list;
    list += Column<StageRow>(
        u"what"_s, [] { return StageTableText::tr("What"); },
        [](const StageRow& row) { return row.what; });
    list += Column<StageRow>(
        u"where"_s, [] { return StageTableText::tr("Where"); },
        [](const StageRow& row) { return row.where; });
    list += Column<StageRow>(
                u"state"_s, [] { return StageTableText::tr("State"); },
                [](const StageRow& row) { return row.state; })
                .toned([](const StageRow& row) { return row.tone; });
    list += Column<StageRow>(
                u"left"_s, [] { return StageTableText::tr("Changes in"); },
                [](const StageRow& row) { return row.left; })
                .sortedBy([](const StageRow& row) { return QVariant(qlonglong(row.leftMs)); })
                .alignedRight();
    list += Column<StageRow>(
        u"detail"_s, [] { return StageTableText::tr("Details"); },
        [](const StageRow& row) { return row.detail; });
    return list;
}

StageRow rowOf(const StageBox& box)
{
    StageRow row;
    row.key = box.key();
    row.what = formatForeign(box.name);
    row.where = stageKindText(box);
    row.state = box.isRunning ? QString() : StageTableText::tr("stopped");
    QStringList parts;
    if (!box.detail.isEmpty())
        parts += box.detail;
    for (const StageLane& lane : box.lanes)
        parts += StageTableText::tr("%1: %2").arg(stateText(lane.state), formatCount(lane.count));
    row.detail = parts.join(u" · "_s);
    return row;
}

StageRow rowOf(const StageToken& token, const StageLayout& layout)
{
    const cmq::scenario::PictureMessage& message = token.message;
    StageRow row;
    row.key = token.key();
    row.what = StageTableText::tr("Message %1").arg(QString::fromStdString(message.msgId));
    row.where = formatForeign(layout.boxes[token.box].name);
    row.state = stateText(message.state);
    row.tone = stateTone(message.state);
    if (message.until && *message.until > layout.now) {
        row.left = formatSpan(*message.until - layout.now);
        row.leftMs = (*message.until - layout.now).count();
    }
    row.detail = formatForeign(message.body);
    return row;
}

} // namespace

StageTable::StageTable(QObject* parent)
    : TableModel(
          columns(), [](const StageRow& row) { return row.key; }, parent)
{
}

void StageTable::setLayout(const StageLayout& layout)
{
    QList<StageRow> rows;
    for (const StageBox& box : layout.boxes)
        rows += rowOf(box);
    for (const StageToken& token : layout.tokens)
        rows += rowOf(token, layout);
    setRows(rows);
}

} // namespace ui
