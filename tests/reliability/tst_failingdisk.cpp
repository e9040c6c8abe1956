#include "failingvfs.h"

#include "tests/suite.h"
#include "tests/unit/storerecords.h"

#include "store/schema.h"
#include "store/sqlitestore.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

namespace tst_failingdisk {

using namespace cmq;
using namespace cmq::store;
using namespace storetest;

namespace {

enum class Damage { Truncated, Flipped, HeaderFlipped };

/// What a store must hold: what was acknowledged, and what may be there or not.
class Ledger
{
public:
    std::set<Entry> certain;
    /// A failed change of which one cannot know: all of it is there or nothing.
    std::set<Entry> maybeAdded, maybeErased;

    void settle(const std::set<Entry>& seen)
    {
        certain = seen;
        maybeAdded.clear();
        maybeErased.clear();
    }

    [[nodiscard]] QString complaint(const std::set<Entry>& seen) const
    {
        for (const Entry entry : certain) {
            if (!seen.contains(entry) && !maybeErased.contains(entry))
                return QString("message %1 was acknowledged and is lost").arg(entry);
        }
        for (const Entry entry : seen) {
            if (!certain.contains(entry) && !maybeAdded.contains(entry))
                return QString("message %1 was deleted or refused and is there").arg(entry);
        }
        const auto isThere = [&](Entry entry) { return seen.contains(entry); };
        const bool someAdded = std::ranges::any_of(maybeAdded, isThere);
        if (someAdded && (!std::ranges::all_of(maybeAdded, isThere) ||
                          std::ranges::any_of(maybeErased, isThere)))
            return "half of a change is there";
        return {};
    }
};

} // namespace

/// The k-th operation of the disk fails, once or for good, for every k: no false success, nothing
/// acknowledged is lost, and the store opens afterwards.
class TestFailingDisk : public QObject
{
    Q_OBJECT

    /// In memory where there is such a folder: thousands of syncs that need not be real.
    static QString place()
    {
        return QFileInfo("/dev/shm").isWritable() ? "/dev/shm/failingdisk-XXXXXX"
                                                  : QDir::tempPath() + "/failingdisk-XXXXXX";
    }

    /// A small life of a store: grows, changes, purges, sweeps, closes. Stops at the first error
    /// that `recover` cannot mend.
    static void live(const std::filesystem::path& folder, Ledger& ledger)
    {
        SqliteOptions options;
        options.walBytes = 0; // write back often
        options.ballastBytes = 0;
        auto opened = SqliteStore::open(folder, options);
        if (!opened)
            return;
        SqliteStore& store = **opened;
        Entry next = ledger.certain.empty() ? 1 : *ledger.certain.rbegin() + 1;
        for (int round = 0; round < 12; ++round) {
            StoreChanges changes = filled(1, next, next + 7);
            std::set<Entry> added, erased;
            for (Entry entry = next; entry < next + 8; ++entry)
                added.insert(entry);
            next += 8;
            if (round % 4 == 1) {
                changes.newMessages[6].state = MessageState::Rewindable;
                changes.newMessages[7].state = MessageState::Rewindable;
            }
            if (round % 4 == 2) { // those of the round before go together
                changes.rewindAreaChanges = {{1000 + next, 1, next - 10, next - 9, std::nullopt}};
                for (const Entry entry : {next - 10, next - 9}) {
                    if (ledger.certain.contains(entry))
                        erased.insert(entry);
                }
            } else if (round % 4 == 3) {
                changes.purges = {{1, next - 20}};
                for (const Entry entry : ledger.certain) {
                    if (entry <= next - 20)
                        erased.insert(entry);
                }
            } else if (!ledger.certain.empty()) {
                const Entry oldest = *ledger.certain.begin();
                changes.erasedMessages = {oldest};
                changes.erasedBodies = {oldest};
                erased = {oldest};
            }
            const auto committed = commit(store, changes);
            if (committed) {
                ledger.certain.merge(added);
                for (const Entry entry : erased)
                    ledger.certain.erase(entry);
            } else {
                if (committed.error().outcome == Outcome::MayHaveHappened) {
                    ledger.maybeAdded = added;
                    ledger.maybeErased = erased;
                }
                if (!mend(store, ledger))
                    return;
            }
            store.tidy();
            if (!store.sweep(5) && !mend(store, ledger))
                return;
        }
    }

    static bool mend(SqliteStore& store, Ledger& ledger)
    {
        if (!store.recover())
            return false;
        const auto all = contentsOf(store);
        if (!all)
            return false;
        const auto entries = all->entries();
        const std::set<Entry> seen(entries.begin(), entries.end());
        const QString complaint = ledger.complaint(seen);
        if (!complaint.isEmpty())
            QTest::qFail(qPrintable("after a failure: " + complaint), __FILE__, __LINE__);
        ledger.settle(seen);
        return true;
    }

    static void check(const std::filesystem::path& folder, Ledger& ledger, std::int64_t k)
    {
        auto store = SqliteStore::open(folder);
        QVERIFY2(store,
                 qPrintable(
                     QString("k = %1: %2").arg(k).arg(store ? "" : store.error().detail.c_str())));
        const auto all = contentsOf(**store);
        QVERIFY2(all, qPrintable(
                          QString("k = %1: %2").arg(k).arg(all ? "" : all.error().detail.c_str())));
        const auto entries = all->entries();
        const QString complaint = ledger.complaint({entries.begin(), entries.end()});
        QVERIFY2(complaint.isEmpty(), qPrintable(QString("k = %1: %2").arg(k).arg(complaint)));
        for (const Entry entry : entries)
            QCOMPARE((*store)->readBody(entry).value_or(""), bodyOf(entry));
        QVERIFY(sweepAll(**store, 100));
        QVERIFY(commit(**store, filled(9, 5001, 5002)));
    }

private slots:
    void everyOperationFails_data()
    {
        QTest::addColumn<bool>("forGood");
        QTest::newRow("once") << false;
        QTest::newRow("for good") << true;
    }
    void everyOperationFails()
    {
        QFETCH(bool, forGood);
        FailingVfs disk;
        std::int64_t k = 1;
        for (;; ++k) {
            QTemporaryDir folder(place());
            const std::string path = folder.path().toStdString();
            Ledger ledger;
            disk.failAt(k, forGood);
            live(path, ledger);
            const bool hasFired = disk.hasFired();
            disk.heal();
            check(path, ledger, k);
            if (QTest::currentTestFailed())
                return;
            if (!hasFired)
                break;
        }
        qInfo("%lld operations, each has failed once", static_cast<long long>(k - 1));
        QVERIFY(k > 100);
    }

    /// A disk that is full: what brings bodies is refused, the rest goes on, and all of it again
    /// when there is room.
    void aFullDiskIsNoEnd()
    {
        QTemporaryDir folder(place());
        FailingVfs disk;
        SqliteOptions options;
        options.walBytes = 256 * 1024;
        auto store = SqliteStore::open(folder.path().toStdString(), options);
        QVERIFY(store);
        disk.limitBytes(4 << 20);
        Entry next = 1;
        Result<void> committed;
        while (committed) {
            committed = commit(**store, filled(1, next, next + 9));
            (*store)->tidy();
            next += 10;
            QVERIFY(next < 100'000);
        }
        QCOMPARE(committed.error().outcome, Outcome::DidNotHappen);
        QVERIFY(committed.error().detail.find("full") != std::string::npos);
        QVERIFY((*store)->recover());
        QVERIFY((*store)->isFull());
        disk.limitBytes((4 << 20) + (1 << 20)); // what the ballast gave back
        const Entry last = next - 11;
        for (Entry entry = 1; entry <= last; ++entry) {
            StoreChanges changes;
            changes.engine = filled(1, 1, last).engine;
            changes.erasedMessages = {entry};
            changes.erasedBodies = {entry};
            const auto erased = commit(**store, changes);
            QVERIFY2(erased, erased ? "" : erased.error().detail.c_str());
            (*store)->tidy();
        }
        QVERIFY(contentsOf(**store)->messages.empty());
        QVERIFY(!(*store)->stillFull()); // the real disk has room
        QVERIFY(commit(**store, filled(1, next, next + 9)));
    }

    void aFileThatEndsTooEarlyOrHasAWrongByte_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::newRow("truncated") << Damage::Truncated;
        QTest::newRow("one byte flipped") << Damage::Flipped;
        QTest::newRow("one byte of a page's header flipped") << Damage::HeaderFlipped;
    }
    void aFileThatEndsTooEarlyOrHasAWrongByte()
    {
        QFETCH(Damage, damage);
        QTemporaryDir folder(place());
        const QString original = folder.filePath("original");
        makeOriginal(original.toStdString());
        QFile file(original + "/broker.sqlite");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        int refused = 0, salvaged = 0, whole = 0;
        const int tries = 150;
        for (int i = 0; i < tries; ++i) {
            auto at = static_cast<qsizetype>(
                (bytes.size() - 1) * static_cast<std::int64_t>(i) / tries + (i * 7919) % 97);
            if (damage == Damage::HeaderFlipped)
                at = at / PageBytes * PageBytes + i % 12;
            const qsizetype place = std::min(at, bytes.size() - 1);
            QByteArray damaged = damage == Damage::Truncated ? bytes.left(place) : bytes;
            if (damage != Damage::Truncated)
                damaged[place] = static_cast<char>(damaged[place] ^ (1 << i % 8));
            const QString path = folder.filePath(QString::number(i));
            QVERIFY(QDir().mkpath(path));
            QFile copy(path + "/broker.sqlite");
            QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(damaged) == damaged.size());
            copy.close();
            const auto fate = openDamaged(path.toStdString(), int(place));
            if (QTest::currentTestFailed())
                return;
            ++(fate == 'r' ? refused : fate == 's' ? salvaged : whole);
            if (fate == 'r') { // left as it was
                QVERIFY(copy.open(QIODevice::ReadOnly));
                QCOMPARE(copy.readAll(), damaged);
            }
            QDir(path).removeRecursively();
        }
        qInfo("%d refused, %d salvaged, %d whole", refused, salvaged, whole);
        QVERIFY(salvaged > 0);
    }

private:
    /// Every table has rows, and every kind of page is there: leaves, inner pages, overflowing
    /// bodies, free ones.
    static void makeOriginal(const std::string& folder)
    {
        auto store = SqliteStore::open(folder);
        QVERIFY(store);
        QVERIFY(commit(**store, filled(1, 1, 60)));
        QVERIFY(commit(**store, filled(2, 61, 120)));
        StoreChanges changes = filled(3, 121, 121);
        for (Entry entry = 122; entry <= 620; ++entry)
            changes.newMessages.push_back(message(entry, 3, 1));
        changes.erasedMessages = changes.erasedBodies = {7, 14}; // large ones
        changes.purges = {{2, 70}};
        changes.rewindAreaChanges = {{630, 1, 1, 60, std::nullopt}}; // touches none
        changes.putReleasingNames = {{false, "gone", at(7)}};
        changes.putTopics = {{4, "news", "topic-x", 2048, FilterType::Tag, at(1), at(3)}};
        SubscriptionRecord subscription;
        subscription.key = 5;
        subscription.topic = 4;
        subscription.subscriptionName = "mine";
        changes.putSubscriptions = {subscription};
        changes.newPublished = {{2, 4, at(8), 10, {"red"}}};
        changes.putDeliveries = {{5, 2, 1, at(50)}};
        changes.engine.nextNumber = 700;
        QVERIFY(commit(**store, changes));
    }

    /// 'r'efused, 's'alvaged or 'w'hole; fails when anything is shown that never was.
    static char openDamaged(const std::string& folder, int place)
    {
        SqliteOptions options;
        options.ballastBytes = 8192; // made anew each time
        auto store = SqliteStore::open(folder, options);
        if (!store)
            return store.error().detail.find(folder) == std::string::npos ? '?' : 'r';
        auto all = contentsOf(**store);
        char fate = 'w';
        if (!all) {
            fate = 's';
            if (!(*store)->isDamaged())
                QTest::qFail("an error without damage", __FILE__, __LINE__);
            if (!(*store)->salvage())
                return 'r';
            all = contentsOf(**store);
            if (!all) {
                QTest::qFail("salvaged and still damaged", __FILE__, __LINE__);
                return fate;
            }
        }
        std::map<QueueKey, std::size_t> counts;
        for (const MessageRecord& each : all->messages) {
            ++counts[each.queue];
            const MessageRecord right =
                message(each.entry, each.queue, each.queue == 3 && each.entry > 121 ? 1 : 0);
            const auto body = (*store)->readBody(each.msgId);
            const bool wasPurged = each.queue == 2 && each.entry <= 70 && fate == 'w';
            if (each != right || (body && *body != bodyOf(each.msgId)) || wasPurged)
                QTest::qFail(qPrintable(QString("wrong data after damage at %1").arg(place)),
                             __FILE__, __LINE__);
        }
        if (fate == 'w' &&
            (counts[1] != 58 || counts[2] != 50 || counts[3] != 500 ||
             all->deliveries.size() != 1 || all->published.size() != 1 ||
             all->topics.at(0).topicName != "news" ||
             all->subscriptions.at(0).subscriptionName != "mine" ||
             all->releasingNames != std::vector<ReleasingName>{{false, "gone", at(7)}}))
            QTest::qFail(qPrintable(QString("silent loss after damage at %1").arg(place)), __FILE__,
                         __LINE__);
        return fate;
    }
};

CMQ_TEST(failingdisk, TestFailingDisk)

} // namespace tst_failingdisk
#include "tst_failingdisk.moc"
