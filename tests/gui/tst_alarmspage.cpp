#include "brokerdesk.h"

#include "ui/alarms/alarmspage.h"
#include "ui/monitor/chartview.h"

#include "tests/suite.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

namespace tst_alarmspage {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

struct AlarmDesk : BrokerDesk
{
    AlarmDesk()
    {
        create("orders");
        create("quiet");
        show();
        trigger(u"monitorPageAction"_s);
        parts->setCurrentWidget(page);
    }
    /// As a person does: the dialog, its fields, Enter.
    void addRule(const QString& name, const QString& threshold) const
    {
        trigger(u"addAlarmRule"_s);
        auto* edit = find<QLineEdit>(u"alarmName"_s);
        QVERIFY(edit);
        edit->setFocus();
        QTest::keyClicks(edit, name);
        auto* box = find<QDoubleSpinBox>(u"alarmThreshold"_s);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, threshold);
        QTest::keyClick(box, Qt::Key_Tab);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!find<QWidget>(u"alarmDialog"_s));
    }
    void sample()
    {
        broker->advance(Seconds(1));
        workspace.queueFeed().refresh();
    }
    [[nodiscard]] QStringList rows(const QString& table) const
    {
        QStringList lines;
        const QAbstractItemModel* model = find<QTableView>(table)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            lines += model->index(row, 0).data().toString() + u' ' +
                     model->index(row, 1).data().toString();
        return lines;
    }

    QTabWidget* parts = find<QTabWidget>(u"monitorParts"_s);
    AlarmsPage* page = find<AlarmsPage>(u"alarmsPage"_s);
};

} // namespace

class TestAlarmsPage final : public QObject
{
    Q_OBJECT

private slots:
    void aRuleRingsUntilItIsSeen()
    {
        AlarmDesk desk;
        const QSignalSpy told(&desk.workspace, &Workspace::alarmRaised);
        desk.addRule(u"too many"_s, u"2"_s);
        QCOMPARE(desk.rows(u"alarmRules"_s), QStringList{u"too many On"_s});
        desk.send("orders", 3);
        // Each look is a second later: one that was under way may have been too early.
        QTRY_COMPARE((desk.sample(), desk.rows(u"alarmList"_s)), QStringList{u"Rings orders"_s});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), u"1 alarm"_s);
        QCOMPARE(told[0][1].toString(), u"orders: Backlog is 3 (rule: too many)"_s);
        QCOMPARE(desk.parts->tabText(desk.parts->indexOf(desk.page)), u"Alarms (1)"_s);

        // It is what needs attention on the overview, too.
        desk.trigger(u"overviewPageAction"_s);
        QTRY_COMPARE(person::read(u"attention0Text"_s), u"orders: Backlog is 3 (rule: too many)"_s);
        desk.trigger(u"monitorPageAction"_s);

        auto* table = desk.find<QTableView>(u"alarmList"_s);
        table->selectRow(0);
        desk.trigger(u"acknowledgeAlarm"_s);
        QCOMPARE(desk.rows(u"alarmList"_s), QStringList{u"Rings, acknowledged orders"_s});
        QCOMPARE(desk.parts->tabText(desk.parts->indexOf(desk.page)), u"Alarms"_s);
        desk.broker->execute(cmq::ClearQueue{"orders"});
        QTRY_VERIFY((desk.sample(), desk.rows(u"alarmList"_s).isEmpty()));
        QCOMPARE(told.size(), 1);
    }

    void rulesAreRememberedAndSwitchedOff()
    {
        AlarmDesk desk;
        desk.addRule(u"a"_s, u"2"_s);
        desk.find<QTableView>(u"alarmRules"_s)->selectRow(0);
        desk.trigger(u"switchAlarmRule"_s);
        QCOMPARE(desk.rows(u"alarmRules"_s), QStringList{u"a Off"_s});
        desk.send("orders", 3);
        desk.sample();
        Workspace again(desk.connection, desk.prompts, desk.settings);
        QCOMPARE(
            again.findChild<QTableView*>(u"alarmRules"_s)->model()->index(0, 1).data().toString(),
            u"Off"_s);
        QVERIFY(desk.rows(u"alarmList"_s).isEmpty());
        desk.trigger(u"deleteAlarmRule"_s);
        QVERIFY(desk.rows(u"alarmRules"_s).isEmpty());
    }

    void aRuleIsMadeFromAChart()
    {
        AlarmDesk desk;
        desk.send("orders", 4);
        desk.parts->setCurrentIndex(0);
        auto* chart = desk.find<ChartView>(u"monitorChart"_s);
        QTRY_VERIFY((desk.sample(), chart->content().series.size() == 2));
        const auto latest = [&] {
            const auto& points = chart->content().series.first().points;
            return points.empty() ? 0.0 : points.back().value;
        };
        QTRY_COMPARE((desk.sample(), latest()), 4.0);
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_End); // the cross-hair says which value
        desk.trigger(u"addChartAlarm"_s);
        const QPointer<QMenu> menu = person::find<QMenu>(u"monitorChartMenu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"New alarm for orders…"_s);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);

        auto* name = desk.find<QLineEdit>(u"alarmName"_s);
        QVERIFY(name);
        QCOMPARE(desk.find<QComboBox>(u"alarmMetric"_s)->currentText(), u"Backlog"_s);
        QCOMPARE(desk.find<QComboBox>(u"alarmObject"_s)->currentText(), u"orders"_s);
        QCOMPARE(desk.find<QDoubleSpinBox>(u"alarmThreshold"_s)->value(), 4.0);
        QTest::keyClicks(name, u"from the chart"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(desk.rows(u"alarmRules"_s), QStringList{u"from the chart On"_s});
        // And the chart shows where it is.
        QTRY_COMPARE((desk.sample(), chart->content().thresholds), QList<double>{4.0});
    }

    void rulesGoWithTheTopology()
    {
        AlarmDesk desk;
        desk.addRule(u"too many"_s, u"2"_s);
        desk.prompts.path = desk.folder.filePath(u"topology.json"_s);
        desk.trigger(u"exportTopology"_s);
        QFile file(desk.prompts.path);
        QTRY_VERIFY(file.exists() && file.size() > 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"alarms\""));

        desk.find<QTableView>(u"alarmRules"_s)->selectRow(0);
        desk.trigger(u"deleteAlarmRule"_s);
        desk.trigger(u"importTopology"_s);
        QTRY_VERIFY(desk.find<QTableView>(u"importTable"_s));
        const QAbstractItemModel* plan = desk.find<QTableView>(u"importTable"_s)->model();
        QTRY_COMPARE(plan->rowCount(), 1);
        QCOMPARE(plan->index(0, 0).data().toString(), u"too many"_s);
        QCOMPARE(plan->index(0, 2).data().toString(), u"Alarm rule"_s);
        QTest::keyClick(desk.find<QWidget>(u"importDialog"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.rows(u"alarmRules"_s), QStringList{u"too many On"_s});
    }
};

CMQ_TEST(alarmspage, TestAlarmsPage)

} // namespace tst_alarmspage
#include "tst_alarmspage.moc"
