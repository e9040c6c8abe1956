#include "brokerdesk.h"

#include "ui/find/messagefinder.h"

#include "tests/suite.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace tst_find {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

/// Messages in two queues, one of them dead, and one that was published with tags.
struct FindDesk : BrokerDesk
{
    FindDesk()
    {
        create("dead");
        cmq::QueueSettings chosen;
        chosen.visibilityTimeout = Seconds(5);
        chosen.deadLetterPolicy = {.deadLetterQueue = "dead",
                                   .policy = cmq::DeadLetterRule::MaxReceiveCount,
                                   .maxReceiveCount = 1};
        create("orders", chosen);
        poison = put("orders", "poison apple");
        broker->execute(cmq::ReceiveMessage{"orders", Seconds(0)});
        broker->advance(Seconds(6));
        pear = put("orders", "pear");
        broker->execute(cmq::CreateTopic{"fruit"});
        cmq::Subscribe subscribe;
        subscribe.topicName = "fruit";
        subscribe.subscriptionName = "all";
        subscribe.protocol = cmq::Protocol::Queue;
        subscribe.endpoint = "orders";
        subscribe.notifyContentFormat = cmq::NotifyContentFormat::Simplified;
        broker->execute(subscribe);
        plum = QString::fromStdString(
            broker->execute(cmq::PublishMessage{"fruit", "plum", {"blue", "ripe"}, {}}).msgId);
        show();
        QTRY_COMPARE(workspace.queueFeed().queues().size(), 2);
        trigger(u"findEverywhere"_s);
        QTRY_VERIFY(find<QWidget>(u"findDialog"_s));
    }
    QString put(const std::string& queue, const std::string& body) const
    {
        return QString::fromStdString(
            broker->execute(cmq::SendMessage{queue, body, Seconds(0)}).msgId);
    }
    /// Types into the fields, presses Enter, and reads "id place name" when it is over.
    QStringList found(const QString& text, const QString& label = {}) const
    {
        auto* edit = find<QLineEdit>(u"findText"_s);
        edit->clear();
        edit->setFocus();
        QTest::keyClicks(edit, text);
        auto* labelEdit = find<QLineEdit>(u"findLabel"_s);
        labelEdit->clear();
        QTest::keyClicks(labelEdit, label);
        QTest::keyClick(edit, Qt::Key_Return);
        const bool isOver = QTest::qWaitFor([&] {
            return find<QPushButton>(u"findStart"_s)->text() == u"Find" &&
                   person::read(u"findSummary"_s).contains(u"2 of 2 queues");
        });
        QStringList lines;
        const QAbstractItemModel* model = find<QTableView>(u"findTable"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto cell = [&](int column) {
                return model->index(row, column).data().toString();
            };
            lines += cell(0) + u' ' + cell(1) + u' ' + cell(2);
        }
        lines.sort();
        return isOver ? lines : QStringList{u"it is not over"_s};
    }

    QString poison;
    QString pear;
    QString plum;
};

} // namespace

class TestFind final : public QObject
{
    Q_OBJECT

private slots:
    void byBodyInAllQueues()
    {
        FindDesk desk;
        QCOMPARE(desk.found(u"apple"_s), QStringList{desk.poison + u" Dead-letter queue dead"_s});
        QCOMPARE(desk.found(u"p"_s).size(), 3);
        QCOMPARE(desk.found(u"nothing"_s), QStringList());
    }

    void byIdAlsoInTheTrace()
    {
        FindDesk desk;
        QCOMPARE(desk.found(u"id:"_s + desk.pear),
                 (QStringList{desk.pear + u" Queue orders"_s, desk.pear + u" Trace orders"_s}));
        // What is gone is still in the trace.
        desk.broker->execute(cmq::ClearQueue{"orders"});
        QCOMPARE(desk.found(desk.pear), QStringList{desk.pear + u" Trace orders"_s});
    }

    void byTag()
    {
        FindDesk desk;
        QCOMPARE(desk.found({}, u"ripe"_s),
                 (QStringList{desk.plum + u" Queue orders"_s, desk.plum + u" Trace fruit"_s}));
        QCOMPARE(desk.found(u"plum"_s, u"blue"_s), QStringList{desk.plum + u" Queue orders"_s});
        QCOMPARE(desk.found(u"pear"_s, u"blue"_s), QStringList());
        QVERIFY(hasLabel(u"red, blue"_s, u"BLUE"_s));
        QVERIFY(!hasLabel(u"red, blue"_s, u"ed"_s));
    }

    void byTime()
    {
        FindDesk desk;
        desk.broker->advance(std::chrono::hours(2));
        const QString late = desk.put("dead", "late");
        auto* range = desk.find<QComboBox>(u"findRange"_s);
        range->setCurrentIndex(range->findText(u"Last 1 h"_s));
        const QStringList found = desk.found({});
        QVERIFY(found.contains(late + u" Dead-letter queue dead"_s));
        for (const QString& line : found)
            QVERIFY2(line.startsWith(late), qPrintable(line));
    }

    void leadsToTheLife()
    {
        FindDesk desk;
        desk.found(u"apple"_s);
        desk.find<QTableView>(u"findTable"_s)->selectRow(0);
        desk.trigger(u"findOpenTrace"_s);
        QTRY_COMPARE(person::read(u"lifeTitle"_s), u"Message "_s + desk.poison);
    }

    void aQueueThatCannotBeLookedIntoIsTold()
    {
        FindDesk desk;
        desk.broker->failNext = "PeekMessages";
        desk.found(u"pear"_s);
        QVERIFY(desk.banner(u"findBanner"_s).contains(u"1 place"));
    }
};

CMQ_TEST(find, TestFind)

} // namespace tst_find
#include "tst_find.moc"
