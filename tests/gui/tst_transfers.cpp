#include "messagesdesk.h"

#include "ui/messages/messagestate.h"
#include "ui/messages/queuepicker.h"

#include "tests/suite.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>

#include <algorithm>

namespace tst_transfers {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

/// What a queue holds that is not deleted, in its order.
QStringList bodies(SimulatedBroker& broker, const std::string& queue)
{
    cmq::PeekMessages peek{.queueName = queue};
    peek.states = {cmq::MessageState::Delayed, cmq::MessageState::Active,
                   cmq::MessageState::Inactive};
    peek.limit = 10'000;
    peek.withBodies = true;
    QStringList found;
    for (const cmq::PeekedMessage& message : broker.execute(peek).messages)
        found += QString::fromStdString(message.msgBody);
    return found;
}

/// The dialog of an action, filled in and sent off; then the one that tells what came of it.
struct Journey
{
    explicit Journey(Page& page, const QString& action)
        : desk(page)
    {
        QVERIFY2(page.action(action)->isEnabled(), qPrintable(page.action(action)->toolTip()));
        page.action(action)->trigger();
        dialog = page.find<QDialog>(u"transferDialog"_s);
        QVERIFY(dialog);
    }
    template <class T>
    T* part(const QString& name) const
    {
        return dialog->findChild<T*>(name);
    }
    Journey& to(const QString& queue)
    {
        part<QueuePicker>(u"transferTarget"_s)->setQueueName(queue);
        return *this;
    }
    Journey& which(const QString& text)
    {
        auto* box = part<QComboBox>(u"transferWhich"_s);
        box->setCurrentIndex(box->findText(text, Qt::MatchStartsWith));
        return *this;
    }
    Journey& rate(int perSecond)
    {
        part<QSpinBox>(u"transferRate"_s)->setValue(perSecond);
        return *this;
    }
    void go() const
    {
        QTest::mouseClick(part<QPushButton>(u"transferDialogSubmit"_s), Qt::LeftButton);
    }
    QString summary() const
    {
        auto* label = desk.find<QLabel>(u"operationSummary"_s);
        return label ? label->text() : QString();
    }
    QPushButton* button(const QString& name) const { return desk.find<QPushButton>(name); }

    Page& desk;
    QDialog* dialog = nullptr;
};

} // namespace

class TestTransfers final : public QObject
{
    Q_OBJECT

private slots:
    void movesWhatIsSelected();
    void movesWhatMatches();
    void whatIsNoFilterMovesNothing();
    void movesWithoutAPeek();
    void movesToAnotherConnection();
    void keepsWhatIsLeftOfADelay();
    void cancelledMoveLosesAndDoublesNothing();
    void copiedOnceIsNotCopiedAgain();
    void redrivesToWhereTheyCameFrom();
    void redriveIsForDeadLetters();
    void keepsToTheRate();
    void importsWhatWasExportedByteForByte();
    void badLinesFailAlone();
};

void TestTransfers::movesWhatIsSelected()
{
    Page p;
    for (const char* body : {"a", "b", "c"})
        p.send(body);
    p.show();
    QTRY_COMPARE(p.table->model()->rowCount(), 3);
    p.table->selectAll();
    p.table->selectionModel()->select(p.table->model()->index(1, 0),
                                      QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    Journey move(p, u"moveMessages"_s);
    QCOMPARE(move.part<QComboBox>(u"transferWhich"_s)->currentText(), u"The 2 selected"_s);
    QVERIFY(!move.part<QPushButton>(u"transferDialogSubmit"_s)->isEnabled());
    QCOMPARE(move.part<QueuePicker>(u"transferTarget"_s)->findText(u"orders"_s), -1);
    move.to(u"mails"_s).go();
    QTRY_COMPARE(move.summary(), u"2 done"_s);
    QCOMPARE(bodies(*p.broker, "orders"), QStringList{u"b"_s});
    QCOMPARE(bodies(*p.broker, "mails"), QStringList({u"a"_s, u"c"_s}));
}

void TestTransfers::movesWhatMatches()
{
    Page p;
    for (int i = 0; i < 100; ++i)
        p.send((i % 10 == 3 ? "wanted " : "other ") + std::to_string(i));
    p.show();
    p.search(u"wanted"_s);
    QTRY_COMPARE(p.table->model()->rowCount(), 10);
    Journey move(p, u"moveMessages"_s);
    move.which(u"All that match"_s).to(u"mails"_s).go();
    QTRY_COMPARE(move.summary(), u"10 done"_s);
    QCOMPARE(bodies(*p.broker, "orders").size(), 90);
    QVERIFY(bodies(*p.broker, "mails").contains(u"wanted 93"_s));
}

void TestTransfers::whatIsNoFilterMovesNothing()
{
    Page p;
    p.send("{\"a\": 1}");
    p.show();
    for (const QString& text : {u"$.a["_s, u"size>many"_s}) {
        p.search(text);
        QTRY_VERIFY(!p.find<QLabel>(u"messagesSearch"_s)->text().isEmpty());
        Journey move(p, u"moveMessages"_s);
        move.which(u"All that match"_s).to(u"mails"_s).go();
        QTRY_COMPARE(move.summary(), u"0 done"_s);
        QTRY_COMPARE(move.button(u"operationClose"_s)->text(), u"Close"_s);
        QTest::mouseClick(move.button(u"operationClose"_s), Qt::LeftButton);
        QTRY_VERIFY(!p.find<QDialog>(u"operationDialog"_s));
    }
    QCOMPARE(bodies(*p.broker, "orders").size(), 1);
}

void TestTransfers::movesWithoutAPeek()
{
    Page p(false);
    for (int i = 0; i < 40; ++i)
        p.send(std::to_string(i));
    p.show();
    Journey move(p, u"moveMessages"_s);
    QVERIFY(move.part<QLabel>(u"transferConsequences"_s)->text().contains(u"received one after"));
    move.to(u"mails"_s).go();
    QTRY_COMPARE(move.summary(), u"40 done"_s);
    QVERIFY(bodies(*p.broker, "orders").isEmpty());
    QCOMPARE(bodies(*p.broker, "mails").size(), 40);
    QCOMPARE(bodies(*p.broker, "mails").value(39), u"39"_s);
}

void TestTransfers::movesToAnotherConnection()
{
    Page p;
    p.send("a");
    auto* otherBroker = new SimulatedBroker;
    otherBroker->execute(cmq::CreateQueue{"archive", {}});
    auto other = std::make_unique<Connection>(
        std::unique_ptr<cmq::Service>(otherBroker),
        Connection::Description{.kind = ConnectionKind::Sandbox, .place = {}, .name = u"Other"_s},
        [otherBroker] { return otherBroker->now(); });
    p.page.setConnections({other.get(), &p.connection});
    p.show();
    QTRY_COMPARE(p.table->model()->rowCount(), 1);
    Journey move(p, u"moveMessages"_s);
    auto* connections = move.part<QComboBox>(u"transferConnection"_s);
    connections->setCurrentIndex(connections->findText(u"Other"_s));
    auto* target = move.part<QueuePicker>(u"transferTarget"_s);
    QTRY_COMPARE(target->count(), 1);
    move.to(u"archive"_s).go();
    QTRY_COMPARE(move.summary(), u"1 done"_s);
    QVERIFY(bodies(*p.broker, "orders").isEmpty());
    QCOMPARE(bodies(*otherBroker, "archive"), QStringList{u"a"_s});
    p.page.setConnections({&p.connection});
}

void TestTransfers::keepsWhatIsLeftOfADelay()
{
    Page p;
    p.send("a", Seconds(600));
    p.broker->advance(Seconds(100));
    p.show();
    QTRY_COMPARE(p.table->model()->rowCount(), 1);
    Journey move(p, u"moveMessages"_s);
    move.which(u"All that are"_s).to(u"mails"_s).go();
    QTRY_COMPARE(move.summary(), u"1 done"_s);
    const auto moved = p.broker->execute(cmq::PeekMessages{.queueName = "mails"}).messages.at(0);
    QCOMPARE((*moved.nextVisibleTime - p.broker->now()).count(), 500'000);
}

void TestTransfers::cancelledMoveLosesAndDoublesNothing()
{
    Page p;
    for (int i = 0; i < 300; ++i)
        p.send(std::to_string(i));
    p.show();
    QTRY_VERIFY(p.table->model()->rowCount() > 0);
    Journey move(p, u"moveMessages"_s);
    move.which(u"All that are"_s).to(u"mails"_s).rate(200).go();
    QTRY_VERIFY(bodies(*p.broker, "mails").size() > 5);
    QTest::mouseClick(move.button(u"operationClose"_s), Qt::LeftButton);
    QTRY_COMPARE(move.button(u"operationClose"_s)->text(), u"Close"_s);
    QStringList all = bodies(*p.broker, "orders") + bodies(*p.broker, "mails");
    QVERIFY(!bodies(*p.broker, "orders").isEmpty());
    QCOMPARE(all.size(), 300);
    QCOMPARE(all.removeDuplicates(), 0);
    QCOMPARE(move.button(u"operationRetry"_s)->text(), u"Go on"_s);
}

void TestTransfers::copiedOnceIsNotCopiedAgain()
{
    Page p;
    p.send("a");
    p.show();
    QTRY_COMPARE(p.table->model()->rowCount(), 1);
    p.broker->failNext = "RemoveMessage";
    Journey move(p, u"moveMessages"_s);
    move.which(u"All that are"_s).to(u"mails"_s).go();
    QTRY_COMPARE(move.summary(), u"0 done · 1 failed"_s);
    QCOMPARE(bodies(*p.broker, "orders"), QStringList{u"a"_s});
    QCOMPARE(bodies(*p.broker, "mails"), QStringList{u"a"_s});
    auto* table = p.find<TableView>(u"operationTable"_s);
    QVERIFY(table->model()->index(0, 2).data().toString().contains(u"the original is still there"));
    QTest::mouseClick(move.button(u"operationRetry"_s), Qt::LeftButton);
    QTRY_COMPARE(move.summary(), u"1 done"_s);
    QVERIFY(bodies(*p.broker, "orders").isEmpty());
    QCOMPARE(bodies(*p.broker, "mails"), QStringList{u"a"_s});
}

void TestTransfers::redrivesToWhereTheyCameFrom()
{
    Page p;
    p.broker->execute(cmq::CreateQueue{"dead", {}});
    for (const char* name : {"orders", "mails"}) {
        cmq::SetQueueAttributes change{name, {}};
        change.change.deadLetterPolicy =
            cmq::DeadLetterPolicy{"dead", cmq::DeadLetterRule::MaxReceiveCount, 1, {}};
        change.change.visibilityTimeout = Seconds(1);
        p.broker->execute(change);
        for (int i = 0; i < 3; ++i)
            p.broker->execute(cmq::SendMessage{name, name + std::to_string(i), {}});
        p.broker->execute(cmq::BatchReceiveMessage{name, 3, Seconds(0)});
    }
    p.broker->advance(Seconds(2));
    QCOMPARE(bodies(*p.broker, "dead").size(), 6);
    p.show();
    p.page.setQueueNames({u"dead"_s, u"mails"_s, u"orders"_s});
    p.page.showQueue(u"dead"_s);
    QTRY_COMPARE(p.table->model()->rowCount(), 6);
    QTRY_VERIFY(p.action(u"redriveMessages"_s)->isEnabled());
    Journey redrive(p, u"redriveMessages"_s);
    QVERIFY(redrive.part<QCheckBox>(u"transferOrigin"_s)->isChecked());
    redrive.go();
    QTRY_COMPARE(redrive.summary(), u"6 done"_s);
    QVERIFY(bodies(*p.broker, "dead").isEmpty());
    QCOMPARE(bodies(*p.broker, "orders"), QStringList({u"orders0"_s, u"orders1"_s, u"orders2"_s}));
    QCOMPARE(bodies(*p.broker, "mails"), QStringList({u"mails0"_s, u"mails1"_s, u"mails2"_s}));
}

void TestTransfers::redriveIsForDeadLetters()
{
    Page p;
    p.show();
    QAction* redrive = p.action(u"redriveMessages"_s);
    QTRY_COMPARE(redrive->toolTip(), u"This queue is not the dead-letter queue of any queue."_s);
    QVERIFY(!redrive->isEnabled());
}

void TestTransfers::keepsToTheRate()
{
    Page p;
    for (int i = 0; i < 11; ++i)
        p.send(std::to_string(i));
    p.show();
    QTRY_COMPARE(p.table->model()->rowCount(), 11);
    QElapsedTimer elapsed;
    elapsed.start();
    Journey move(p, u"moveMessages"_s);
    move.which(u"All that are"_s).to(u"mails"_s).rate(50).go();
    QTRY_COMPARE(move.summary(), u"11 done"_s);
    QVERIFY(elapsed.elapsed() >= 10 * 1000 / 50);
}

void TestTransfers::importsWhatWasExportedByteForByte()
{
    Page p;
    QRandomGenerator random(7);
    std::vector<std::string> sent{"\xEF\xBB\xBF"
                                  "bom",
                                  std::string("nul\0byte", 8), "\r\n\t\x01\x7f", "\"quoted\\",
                                  "订单 🙂 \u2028\u2029\uFFFE"};
    for (int i = 0; i < 200; ++i) {
        QString text;
        for (int k = 0; k < 1 + i % 40; ++k) {
            char32_t c = random.bounded(0x110000u);
            if (c < 0xD800 || c > 0xDFFF)
                text += QString::fromUcs4(&c, 1);
        }
        sent.push_back("x" + text.toStdString());
    }
    for (const std::string& body : sent)
        p.send(body);
    p.show();
    QTRY_COMPARE(p.table->model()->rowCount(), int(sent.size()));
    p.table->selectAll();
    p.prompts.path = p.folder.filePath(u"out.jsonl"_s);
    p.action(u"exportJson"_s)->trigger();
    QTRY_VERIFY(QFile::exists(p.prompts.path));
    delete p.find<QDialog>(u"operationDialog"_s);

    p.page.showQueue(u"mails"_s);
    Journey import(p, u"importMessages"_s);
    import.go();
    QTRY_COMPARE(import.summary(), u"%1 done"_s.arg(sent.size()));
    cmq::PeekMessages peek{.queueName = "mails"};
    peek.limit = 10'000;
    peek.withBodies = true;
    const auto arrived = p.broker->execute(peek).messages;
    QCOMPARE(arrived.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i)
        QCOMPARE(arrived[i].msgBody, sent[i]);
}

void TestTransfers::badLinesFailAlone()
{
    Page p;
    QFile file(p.folder.filePath(u"in.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"body\":\"one\"}\n\nnothing\n{\"text\":\"x\"}\n{\"bodyBase64\":\"dHdv\"}\n"
               "{\"bodyBase64\":\"%%%\"}\n{\"body\":\"three\"}");
    file.close();
    p.show();
    p.prompts.path = file.fileName();
    Journey import(p, u"importMessages"_s);
    QCOMPARE(import.part<QueuePicker>(u"transferTarget"_s)->queueName(), u"orders"_s);
    import.go();
    QTRY_COMPARE(import.summary(), u"3 done · 3 failed"_s);
    QCOMPARE(bodies(*p.broker, "orders"), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    auto* table = p.find<TableView>(u"operationTable"_s);
    QCOMPARE(table->model()->index(1, 0).data().toString(), u"Line 3"_s);
    QVERIFY(table->model()->index(1, 2).data().toString().contains(u"no JSON from column"));
    QVERIFY(table->model()->index(2, 2).data().toString().contains(u"neither a text"));
}

CMQ_TEST(transfers, TestTransfers)

} // namespace tst_transfers
#include "tst_transfers.moc"
