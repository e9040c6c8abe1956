#include "storerecords.h"

#include "store/sqlitestore.h"

#include "tests/suite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>

namespace tst_sqlitestore {

using namespace cmq;
using namespace cmq::store;
using namespace storetest;
using namespace Qt::StringLiterals;

/// Files that are not as they should be: refused with a sentence and left alone, or salvaged.
class TestSqliteStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string folder() const { return m_folder->path().toStdString(); }
    QString file() const { return m_folder->filePath(u"broker.sqlite"_s); }

    QByteArray bytes(const QString& name) const
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
    }
    void write(const QByteArray& bytes) const
    {
        QFile target(file());
        QVERIFY(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(target.write(bytes), bytes.size());
    }
    void execute(const char* sql) const
    {
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(file().toUtf8().constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
    }
    /// A closed store with two queues and 400 messages.
    void make() const
    {
        auto store = SqliteStore::open(folder());
        QVERIFY(store);
        QVERIFY(commit(**store, filled(1, 1, 200)));
        QVERIFY(commit(**store, filled(2, 201, 400)));
    }
    std::int64_t number(const char* sql) const
    {
        sqlite3* database = nullptr;
        sqlite3_stmt* statement = nullptr;
        std::int64_t value = -1;
        if (sqlite3_open(file().toUtf8().constData(), &database) == SQLITE_OK &&
            sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        sqlite3_close(database);
        return value;
    }
    void makeVersion1() const
    {
        QFile dump(QFINDTESTDATA("store-v1.sql"));
        QVERIFY(dump.open(QIODevice::ReadOnly));
        execute(dump.readAll().constData());
    }
    static void checkVersion1(const Contents& all)
    {
        QVERIFY(all.queues.size() >= 2);
        QCOMPARE(all.queues[0].settings.rewindSeconds, Seconds(3600));
        QCOMPARE(all.queues[0].settings.deadLetterPolicy->deadLetterQueue, "q2");
        QVERIFY(all.releasingNames.empty());
        // 1 and 2 are purged, 7 is gone.
        std::vector<Entry> entries = all.entries();
        std::erase_if(entries, [](Entry entry) { return entry >= 20; });
        QVERIFY((entries == std::vector<Entry>{3, 4, 5, 6, 8, 9, 10, 11, 12}));
        MessageRecord rewindable = message(4, 1);
        rewindable.state = MessageState::Rewindable;
        rewindable.dequeueCount = rewindable.handleGeneration = 2;
        rewindable.firstDequeueTime = at(20);
        QVERIFY(all.messages[1] == rewindable);
        QCOMPARE(all.messages[5].origin->queueName, "q1");
        QCOMPARE(all.subscriptions.size(), size_t(1));
        QCOMPARE(all.deliveries.size(), size_t(1));
        QCOMPARE(all.published[0].msgTag[0], "red");
    }
    QString refusal() const
    {
        const auto store = SqliteStore::open(folder());
        return store ? QString() : QString::fromStdString(store.error().detail);
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void refusesANewerVersionUntouched()
    {
        make();
        execute("PRAGMA user_version=1000");
        const QByteArray before = bytes(file());
        QVERIFY2(refusal().contains(u"newer version"), qPrintable(refusal()));
        QVERIFY(refusal().contains(file()));
        QCOMPARE(bytes(file()), before);
    }

    void opensAFileOfVersion1()
    {
        makeVersion1();
        for (int i = 0; i < 2; ++i) { // the second time it is of today's version
            auto store = SqliteStore::open(folder());
            QVERIFY2(store, store ? "" : store.error().detail.c_str());
            const auto all = contentsOf(**store);
            QVERIFY2(all, all ? "" : all.error().detail.c_str());
            checkVersion1(*all);
            for (const MessageRecord& each : all->messages)
                QCOMPARE((*store)->readBody(each.msgId).value_or(""), bodyOf(each.msgId));
            QVERIFY(commit(**store, filled(QueueKey(5 + i), Entry(20 + i), Entry(20 + i))));
            QVERIFY(sweepAll(**store, 5));
            store->reset();
        }
        QCOMPARE(number("PRAGMA user_version"), 3);
        QCOMPARE(number("SELECT count(*) FROM message WHERE knownAreaChange IS NULL"), 11);
    }

    void opensAFileOfVersion2()
    {
        make();
        execute("ALTER TABLE queue DROP COLUMN cloud; ALTER TABLE topic DROP COLUMN cloud; "
                "PRAGMA user_version=2");
        auto store = SqliteStore::open(folder());
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        QVERIFY(contentsOf(**store));
        StoreChanges changes = filled(7, 500, 501);
        changes.putQueues.front().tags = {{"owner", "me"}};
        QVERIFY(commit(**store, changes));
        const auto all = contentsOf(**store);
        QVERIFY2(all, all ? "" : all.error().detail.c_str());
        QCOMPARE(all->queues.back().tags, (std::vector<ResourceTag>{{"owner", "me"}}));
        QVERIFY(all->queues.front().tags.empty());
        store->reset();
        QCOMPARE(number("PRAGMA user_version"), 3);
    }

    /// Too damaged to be brought to today's version: what is there is saved all the same.
    void salvagesADamagedFileOfVersion1()
    {
        makeVersion1();
        QFile damaged(file());
        QVERIFY(damaged.resize(damaged.size() - 8192));
        auto store = SqliteStore::open(folder());
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        QVERIFY(!contentsOf(**store));
        const auto report = (*store)->salvage();
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        const auto all = contentsOf(**store);
        QVERIFY2(all, all ? "" : all.error().detail.c_str());
        QCOMPARE(all->messages.size(), size_t(9));
    }

    void refusesWhatIsNoStore_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("hello").repeated(100);
        QTest::newRow("a few bytes") << QByteArray("SQLite format 3");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(8192, '\0');
    }
    void refusesWhatIsNoStore()
    {
        QFETCH(QByteArray, content);
        write(content);
        QVERIFY2(refusal().contains(u"is not a store"), qPrintable(refusal()));
        QCOMPARE(bytes(file()), content);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"broker.sqlite"_s});
    }

    void refusesAnotherProgramsDatabase()
    {
        execute("CREATE TABLE mine(x); INSERT INTO mine VALUES(1)");
        const QByteArray before = bytes(file());
        QVERIFY2(refusal().contains(u"is not a store"), qPrintable(refusal()));
        QCOMPARE(bytes(file()), before);
    }

    void refusesAFolderThatIsNone()
    {
        const auto nowhere = SqliteStore::open(folder() + "/a/b");
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().detail.find("/a/b") != std::string::npos);
        write("x");
        const auto file = SqliteStore::open(folder() + "/broker.sqlite");
        QVERIFY(!file);
        QVERIFY(!SqliteStore::open("/proc/self"));
    }

    void refusesAReadOnlyFile()
    {
        if (geteuid() == 0)
            QSKIP("root may write to everything");
        make();
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner));
        QVERIFY2(refusal().contains(u"read-only"), qPrintable(refusal()));
    }

    void isLockedWhileItIsOpen()
    {
        auto first = SqliteStore::open(folder());
        QVERIFY(first);
        QVERIFY(commit(**first, filled(1, 1, 3)));
        QVERIFY2(refusal().contains(u"used by another"), qPrintable(refusal()));
        // Another process, too.
        const pid_t child = fork();
        if (child == 0) {
            const auto second = SqliteStore::open(folder());
            const bool isRefused =
                !second && second.error().detail.find("used by another") != std::string::npos;
            _exit(isRefused ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        QVERIFY(commit(**first, filled(2, 4, 5)));
        first->reset();
        QVERIFY2(refusal().isEmpty(), qPrintable(refusal()));
    }

    void neverGivesAnotherBody()
    {
        make();
        execute("UPDATE body SET bytes=x'616263' WHERE id=5");
        execute("UPDATE body SET (sum, bytes)=(SELECT sum, bytes FROM body WHERE id=7) WHERE id=6");
        auto store = SqliteStore::open(folder());
        QVERIFY(store);
        QVERIFY(!(*store)->readBody(5));
        QVERIFY(!(*store)->readBody(6));
        QVERIFY((*store)->isDamaged());
        QVERIFY((*store)->readBody(7));
    }

    void noticesWhatIsMissingOrWrong_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("messages");
        QTest::addColumn<int>("queues");
        QTest::newRow("a message") << QByteArray("DELETE FROM message WHERE entry=7") << 399 << 2;
        QTest::newRow("a state") << QByteArray("UPDATE message SET state=3 WHERE entry=7") << 399
                                 << 2;
        QTest::newRow("an entry") << QByteArray("UPDATE message SET entry=1000 WHERE entry=7")
                                  << 399 << 2;
        QTest::newRow("a queue's name")
            << QByteArray("UPDATE queue SET name='x' WHERE key=1") << 400 << 2;
        QTest::newRow("a queue") << QByteArray("DELETE FROM queue WHERE key=1") << 400 << 2;
        QTest::newRow("the counters") << QByteArray("UPDATE engine SET nextNumber=1") << 400 << 2;
    }
    void noticesWhatIsMissingOrWrong()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, messages);
        QFETCH(int, queues);
        make();
        execute(sql.constData());
        auto store = SqliteStore::open(folder());
        QVERIFY(store);
        QVERIFY(!contentsOf(**store));
        QVERIFY((*store)->isDamaged());
        const auto report = (*store)->salvage();
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        QCOMPARE(report->messages, uint64_t(messages));
        QCOMPARE(report->queues, uint64_t(queues));
        QVERIFY(QFile::exists(QString::fromStdString(report->keptAs)));
        const auto saved = contentsOf(**store);
        QVERIFY2(saved, saved ? "" : saved.error().detail.c_str());
        QCOMPARE(saved->messages.size(), size_t(messages));
        QVERIFY(saved->engine.nextNumber > 400);
        for (const MessageRecord& each : saved->messages)
            QCOMPARE((*store)->readBody(each.msgId).value_or(""), bodyOf(each.msgId));
        // And it goes on from there.
        QVERIFY(commit(**store, filled(3, 2001, 2002)));
        store->reset();
        QVERIFY2(refusal().isEmpty(), qPrintable(refusal()));
    }

    void salvagesWhatALogStillHolds()
    {
        make();
        auto store = SqliteStore::open(folder());
        QVERIFY(store);
        QVERIFY(commit(**store, filled(3, 401, 450)));
        // As after a crash: the file and its log as they are now.
        QTemporaryDir crashed;
        for (const char* name : {"broker.sqlite", "broker.sqlite-wal"})
            QVERIFY(QFile::copy(m_folder->filePath(name), crashed.filePath(name)));
        store->reset();
        QFile damaged(crashed.filePath(u"broker.sqlite"_s));
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.seek(damaged.size() / 2));
        damaged.write(QByteArray(8192, 'x'));
        damaged.close();
        auto again = SqliteStore::open(crashed.path().toStdString());
        QVERIFY(again);
        auto all = contentsOf(**again);
        if (!all) {
            QVERIFY((*again)->salvage());
            all = contentsOf(**again);
        }
        QVERIFY(all);
        QCOMPARE(all->queues.size(), size_t(3));
        QCOMPARE(all->messages.back().entry, Entry(450));
    }
};

CMQ_TEST(sqlitestore, TestSqliteStore)

} // namespace tst_sqlitestore
#include "tst_sqlitestore.moc"
