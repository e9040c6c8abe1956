#include "desk.h"
#include "person.h"

#include "ui/connections/activitylog.h"

#include "tests/suite.h"

#include <QFile>
#include <QTableView>

namespace tst_activity {

using namespace Qt::StringLiterals;
using ui::Activity;
using ui::ActivityLog;

/// What this console did is kept, and nothing of what was in it.
class TestActivity final : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatWasDone();
    void saysWhatFailed();
    void countsTheSameInARow();
    void isBounded();
    void linesAreReadBack();
    void strangeLinesAreLeftOut();
};

namespace {

enum Column { Time, Connection, Action, Object, Times, Code, Words };

QStringList rows()
{
    QStringList all;
    const QPointer<QTableView> table = person::find<QTableView>(u"activityTable"_s);
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        const auto cell = [&](int column) {
            return table->model()->index(row, column).data().toString();
        };
        all += QStringList{cell(Action), cell(Object), cell(Times), cell(Code)}.join(u' ');
    }
    return all;
}

template <class A>
void ask(const Desk& desk, A action)
{
    const auto future = desk.console->connection()->call(std::move(action));
    QTRY_VERIFY(future.isFinished());
}

void openPanel()
{
    person::press(u"mainWindow"_s, Qt::Key_F12, Qt::ShiftModifier);
    QVERIFY(person::find(u"activityPanel"_s));
}

Activity send(int second, const QString& queue = u"orders"_s)
{
    return {.when = cmq::Time(cmq::Seconds(second)), .action = u"SendMessage"_s, .object = queue};
}

} // namespace

void TestActivity::keepsWhatWasDone()
{
    Desk desk;
    desk.language.setMode(ui::LanguageMode::English);
    desk.open();
    QTRY_VERIFY(desk.console->connection());
    openPanel();
    QVERIFY(!person::read(u"activityEmptyTitle"_s).isEmpty());
    ask(desk, cmq::CreateQueue{"orders", {}});
    ask(desk, cmq::SendMessage{"orders", "the secret body", {}});
    ask(desk, cmq::DescribeQueues()); // reading is no activity
    QTRY_COMPARE(rows(), (QStringList{u"SendMessage orders 1 0"_s, u"CreateQueue orders 1 0"_s}));

    // On the next day it is still there, and the file holds no body.
    desk.close();
    QFile file(desk.folder() + u"/activity.jsonl"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QCOMPARE(kept.count('\n'), 2);
    QVERIFY(!kept.contains("secret"));
    desk.open();
    QTRY_VERIFY(desk.console->connection());
    openPanel();
    QTRY_COMPARE(rows().size(), 2);
}

void TestActivity::saysWhatFailed()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.console->connection());
    openPanel();
    ask(desk, cmq::DeleteQueue{"nowhere"});
    QTRY_COMPARE(rows(), QStringList{u"DeleteQueue nowhere 1 4440/10100"_s});
}

void TestActivity::countsTheSameInARow()
{
    ActivityLog log({});
    for (int second = 0; second < 5; ++second)
        log.add(send(second));
    log.add(send(5, u"mails"_s));
    log.add(send(6));
    log.add(send(100)); // much later
    QList<qint64> counts;
    for (const Activity& activity : log.activities())
        counts += activity.count;
    QCOMPARE(counts, (QList<qint64>{5, 1, 1, 1}));
    QCOMPARE(log.activities().front().when, cmq::Time(cmq::Seconds(4)));
}

void TestActivity::isBounded()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"activity.jsonl"_s);
    const int many = int(ActivityLog::CountMax) + 1000;
    for (int run = 0; run < 2; ++run) {
        ActivityLog log(path);
        if (run > 0)
            QTRY_COMPARE(log.activities().size(), ActivityLog::CountMax);
        for (int i = 0; i < many; ++i)
            log.add(send(i, QString::number(i)));
        QCOMPARE(log.activities().size(), ActivityLog::CountMax);
        QCOMPARE(log.activities().back().object, QString::number(many - 1));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().count('\n') <= 2 * int(ActivityLog::CountMax));
}

void TestActivity::linesAreReadBack()
{
    Activity failed = send(7, u"events/\"shop\"\n"_s);
    failed.code = 4440;
    failed.moduleCode = 10100;
    failed.words = u"queue is not existed, or deleted"_s;
    failed.count = 3;
    for (const Activity& activity : {send(1), failed}) {
        const QByteArray line = toLine(activity);
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(ui::readActivity(line) == activity);
    }
}

void TestActivity::strangeLinesAreLeftOut()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"activity.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not json\n{}\n[1]\n" + toLine(send(1)) + "{\"time\": 3, \"act"); // torn
    file.close();
    const ActivityLog log(path);
    QTRY_COMPARE(log.activities().size(), std::size_t(1));
}

CMQ_TEST(activity, TestActivity)

} // namespace tst_activity
#include "tst_activity.moc"
