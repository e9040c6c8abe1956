#include "brokerdesk.h"

#include "ui/consumers/consumerspart.h"

#include "tests/suite.h"

#include <QTabWidget>
#include <QTableView>

namespace tst_consumerspage {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

QString cell(const QTableView* table, int row, int column)
{
    return table->model()->index(row, column).data().toString();
}

/// The tab that is titled so.
void showPart(QTabWidget* parts, const QString& title)
{
    for (int i = 0; i < parts->count(); ++i) {
        if (parts->tabText(i) == title)
            parts->setCurrentIndex(i);
    }
    QCOMPARE(parts->tabText(parts->currentIndex()), title);
}

} // namespace

class TestConsumersPage final : public QObject
{
    Q_OBJECT

private slots:
    void whoHoldsWhatUntilWhen()
    {
        BrokerDesk desk;
        desk.create("orders");
        desk.send("orders", 2);
        desk.show();
        QTRY_VERIFY(!desk.workspace.queueFeed().queues().isEmpty());
        desk.workspace.go({Place::Kind::Queue, u"orders"_s});
        showPart(desk.find<QTabWidget>(u"queueTabParts"_s), u"Consumers"_s);
        const auto* held = desk.find<QTableView>(u"heldMessages"_s);
        const auto* waiting = desk.find<QTableView>(u"waitingReceivers"_s);
        QTRY_COMPARE(person::read(u"heldTitle"_s), u"0 messages are held"_s);

        // One by this console, one by somebody else.
        (void)desk.connection.call(cmq::ReceiveMessage{"orders", Seconds(0)});
        QTRY_COMPARE(desk.attributesOf("orders").inactiveMsgNum, 1);
        desk.broker->execute(cmq::ReceiveMessage{"orders", Seconds(0), "10.0.0.7:40000 SDK_Go"});
        (void)desk.connection.call(cmq::ReceiveMessage{"orders", Seconds(10)});
        QTRY_COMPARE(held->model()->rowCount(), 2);
        QStringList clients{cell(held, 0, 1), cell(held, 1, 1)};
        clients.sort();
        QCOMPARE(clients, (QStringList{u"10.0.0.7:40000 SDK_Go"_s, u"this console"_s}));
        QCOMPARE(cell(held, 0, 4), u"30 s"_s);
        QTRY_COMPARE(person::read(u"waitingTitle"_s), u"1 receiver waits"_s);
        QCOMPARE(cell(waiting, 0, 0), u"this console"_s);
        QCOMPARE(cell(waiting, 0, 3), u"10 s"_s);
        desk.broker->advance(Seconds(11));
        QTRY_COMPARE(person::read(u"waitingTitle"_s), u"0 receivers wait"_s);
    }

    void slowestHandlersComeFirst()
    {
        BrokerDesk desk;
        desk.show();
        for (const int slow : {1, 20, 5}) {
            const std::string name = "after-" + std::to_string(slow) + "s";
            desk.create(name);
            desk.send(name);
            const auto message = desk.broker->execute(cmq::ReceiveMessage{name, Seconds(0)});
            desk.broker->advance(Seconds(slow));
            desk.broker->execute(cmq::DeleteMessage{name, message.receiptHandle});
        }
        desk.workspace.queueFeed().refresh();
        desk.trigger(u"monitorPageAction"_s);
        showPart(desk.find<QTabWidget>(u"monitorParts"_s), u"Consumers"_s);
        const auto* table = desk.find<QTableView>(u"consumersTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTRY_COMPARE(cell(table, 0, 0), u"after-20s"_s);
        QCOMPARE(cell(table, 1, 0), u"after-5s"_s);
        QVERIFY2(cell(table, 0, 4).startsWith(u"19.") || cell(table, 0, 4).startsWith(u"20"),
                 qPrintable(cell(table, 0, 4)));
    }
};

CMQ_TEST(consumerspage, TestConsumersPage)

} // namespace tst_consumerspage
#include "tst_consumerspage.moc"
