#pragma once

#include "metric.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace ui {

/// One chart of a dashboard.
struct DashboardChart
{
    Metric metric = Metric::Backlog;
    QStringList keys; ///< of queues or topics, at most six
    bool isWide = false;
    friend bool operator==(const DashboardChart&, const DashboardChart&) = default;
};

/// Charts that a person put together, in their order.
struct Dashboard
{
    QString name; ///< its key; 1 to 60 characters
    int rangeSeconds = 300;
    QList<DashboardChart> charts;
    friend bool operator==(const Dashboard&, const Dashboard&) = default;
};

inline constexpr int DashboardNameMax = 60;
inline constexpr qsizetype DashboardsMax = 50;
inline constexpr qsizetype DashboardChartsMax = 40;

/// As they are kept, and back; what is none is left out.
[[nodiscard]] QByteArray writeDashboards(const QList<Dashboard>& dashboards);
[[nodiscard]] QList<Dashboard> readDashboards(const QByteArray& json);

} // namespace ui
