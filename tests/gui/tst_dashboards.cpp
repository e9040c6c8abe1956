#include "brokerdesk.h"

#include "ui/monitor/chartview.h"
#include "ui/monitor/dashboard.h"

#include "tests/suite.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTabWidget>
#include <QToolButton>

namespace tst_dashboards {

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

struct DashboardDesk : BrokerDesk
{
    DashboardDesk()
    {
        create("orders");
        create("returns");
        show();
        trigger(u"monitorPageAction"_s);
        QTRY_VERIFY(!find<ChartView>(u"monitorChart"_s)->content().series.isEmpty());
    }
    void add(const QString& metric) const
    {
        find<QTabWidget>(u"monitorParts"_s)->setCurrentIndex(0);
        auto* box = find<QComboBox>(u"monitorMetric"_s);
        box->setCurrentIndex(box->findText(metric));
        trigger(u"addToDashboard"_s);
        find<QTabWidget>(u"monitorParts"_s)->setCurrentIndex(1);
    }
    void press(const QString& button) const
    {
        QTest::mouseClick(find<QToolButton>(button), Qt::LeftButton);
        QCoreApplication::sendPostedEvents();
    }
    /// Of the charts, in their order.
    [[nodiscard]] static QStringList titles(const QWidget& window)
    {
        QStringList list;
        for (int i = 0;; ++i) {
            const auto* label = window.findChild<QLabel*>(u"dashboardChart%1Title"_s.arg(i));
            if (!label)
                return list;
            list += label->text();
        }
    }
};

} // namespace

class TestDashboards final : public QObject
{
    Q_OBJECT

private slots:
    void chartsAreAddedArrangedAndKept()
    {
        DashboardDesk desk;
        desk.add(u"Backlog"_s);
        desk.add(u"Sent"_s);
        desk.add(u"Age of the oldest"_s);
        const QString names = u" · orders, returns"_s;
        QTRY_COMPARE(
            DashboardDesk::titles(desk.workspace),
            (QStringList{u"Backlog"_s + names, u"Sent"_s + names, u"Age of the oldest"_s + names}));
        desk.press(u"dashboardChart2Earlier"_s);
        QTRY_COMPARE(
            DashboardDesk::titles(desk.workspace),
            (QStringList{u"Backlog"_s + names, u"Age of the oldest"_s + names, u"Sent"_s + names}));
        desk.press(u"dashboardChart1Width"_s);
        QTRY_VERIFY(desk.find<QWidget>(u"dashboardChart1Card"_s)->width() >
                    1.5 * desk.find<QWidget>(u"dashboardChart0Card"_s)->width());
        desk.press(u"dashboardChart0Remove"_s);
        QTRY_COMPARE(DashboardDesk::titles(desk.workspace),
                     (QStringList{u"Age of the oldest"_s + names, u"Sent"_s + names}));
        QTRY_COMPARE(desk.find<ChartView>(u"dashboardChart1"_s)->content().series.size(), 2);

        const Workspace again(desk.connection, desk.prompts, desk.settings);
        QCOMPARE(DashboardDesk::titles(again),
                 (QStringList{u"Age of the oldest"_s + names, u"Sent"_s + names}));
    }

    void dashboardsHaveNames()
    {
        DashboardDesk desk;
        desk.add(u"Backlog"_s);
        auto* choice = desk.find<QComboBox>(u"dashboardChoice"_s);
        QCOMPARE(choice->currentText(), u"Dashboard"_s);
        desk.trigger(u"addDashboard"_s);
        auto* name = desk.find<QLineEdit>(u"dashboardName"_s);
        QTest::keyClicks(name, u"night"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(choice->currentText(), u"night"_s);
        QVERIFY(DashboardDesk::titles(desk.workspace).isEmpty());
        desk.trigger(u"deleteDashboard"_s);
        QTRY_COMPARE(choice->count(), 1);
        QCOMPARE(DashboardDesk::titles(desk.workspace).size(), 1);
    }

    void keptAsText()
    {
        const Dashboard dashboard{u"night"_s,
                                  3600,
                                  {{Metric::Backlog, {u"orders"_s}, true},
                                   {Metric::Published, {topicKey(u"prices"_s)}, false}}};
        QCOMPARE(readDashboards(writeDashboards({dashboard})), QList{dashboard});
        QVERIFY(readDashboards("rubbish").isEmpty());
        QVERIFY(readDashboards(R"([{"name": ""}, 5])").isEmpty());
    }
};

CMQ_TEST(dashboards, TestDashboards)

} // namespace tst_dashboards
#include "tst_dashboards.moc"
