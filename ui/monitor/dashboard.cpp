#include "dashboard.h"

#include "chartpainter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QJsonObject chartToJson(const DashboardChart& chart)
{
    return {{u"metric"_s, metricId(chart.metric)},
            {u"objects"_s, QJsonArray::fromStringList(chart.keys)},
            {u"wide"_s, chart.isWide}};
}

std::optional<DashboardChart> chartFromJson(const QJsonObject& object)
{
    const auto metric = metricFromId(object[u"metric"_s].toString());
    if (!metric)
        return std::nullopt;
    DashboardChart chart{*metric, {}, object[u"wide"_s].toBool()};
    for (const QJsonValue& key : object[u"objects"_s].toArray())
        chart.keys += key.toString();
    chart.keys = chart.keys.mid(0, SeriesMax);
    return chart;
}

} // namespace

QByteArray writeDashboards(const QList<Dashboard>& dashboards)
{
    QJsonArray list;
    for (const Dashboard& dashboard : dashboards) {
        QJsonArray charts;
        for (const DashboardChart& chart : dashboard.charts)
            charts.append(chartToJson(chart));
        list.append(QJsonObject{{u"name"_s, dashboard.name},
                                {u"rangeSeconds"_s, dashboard.rangeSeconds},
                                {u"charts"_s, charts}});
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QList<Dashboard> readDashboards(const QByteArray& json)
{
    QList<Dashboard> dashboards;
    for (const QJsonValue& each : QJsonDocument::fromJson(json).array()) {
        const QJsonObject object = each.toObject();
        Dashboard dashboard;
        dashboard.name = object[u"name"_s].toString().left(DashboardNameMax);
        dashboard.rangeSeconds = object[u"rangeSeconds"_s].toInt(dashboard.rangeSeconds);
        for (const QJsonValue& chart : object[u"charts"_s].toArray()) {
            if (const auto read = chartFromJson(chart.toObject());
                read && dashboard.charts.size() < DashboardChartsMax)
                dashboard.charts += *read;
        }
        if (!dashboard.name.isEmpty() && dashboards.size() < DashboardsMax)
            dashboards += dashboard;
    }
    return dashboards;
}

} // namespace ui
