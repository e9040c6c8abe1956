#include "planmodel.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using PlanColumn = Column<PlanItem>;

struct PlanTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::PlanTable)
};

Tone toneOf(PlanKind kind)
{
    switch (kind) {
    case PlanKind::Create: return Tone::Ok;
    case PlanKind::Change: return Tone::Accent;
    case PlanKind::Delete:
    case PlanKind::Impossible: return Tone::Dead;
    case PlanKind::Unchanged: break;
    }
    return Tone::Muted;
}

QString thingText(ThingKind thing)
{
    switch (thing) {
    case ThingKind::Queue: return PlanTable::tr("Queue");
    case ThingKind::Topic: return PlanTable::tr("Topic");
    case ThingKind::Alarm: return PlanTable::tr("Alarm rule");
    case ThingKind::Subscription: break;
    }
    return PlanTable::tr("Subscription");
}

QList<PlanColumn> planColumns()
{
    return {PlanColumn(
                u"name"_s, [] { return PlanTable::tr("Name"); },
                [](const PlanItem& item) { return formatForeign(item.name, 130); }),
            PlanColumn(
                u"kind"_s, [] { return PlanTable::tr("Plan"); },
                [](const PlanItem& item) { return planKindText(item.kind); })
                .sortedBy([](const PlanItem& item) { return QVariant(int(item.kind)); })
                .toned([](const PlanItem& item) { return toneOf(item.kind); }),
            PlanColumn(
                u"thing"_s, [] { return PlanTable::tr("What"); },
                [](const PlanItem& item) { return thingText(item.thing); })
                .sortedBy([](const PlanItem& item) { return QVariant(int(item.thing)); }),
            PlanColumn(
                u"details"_s, [] { return PlanTable::tr("Details"); },
                [](const PlanItem& item) { return formatForeign(item.details, 300); })
                .withToolTip([](const PlanItem& item) { return formatForeign(item.details, 2000); })
                .toned([](const PlanItem&) { return Tone::Secondary; })};
}

QString planKey(const PlanItem& item)
{
    return QString::number(int(item.thing)) + u'/' + item.name;
}

} // namespace

PlanModel::PlanModel(QObject* parent)
    : TableModel(planColumns(), planKey, parent)
{
}

QString planKindText(PlanKind kind)
{
    switch (kind) {
    case PlanKind::Create: return PlanTable::tr("Create");
    case PlanKind::Change: return PlanTable::tr("Change");
    case PlanKind::Delete: return PlanTable::tr("Delete");
    case PlanKind::Impossible: return PlanTable::tr("Impossible");
    case PlanKind::Unchanged: break;
    }
    return PlanTable::tr("Unchanged");
}

} // namespace ui
