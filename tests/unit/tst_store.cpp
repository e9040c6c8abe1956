#include "storerecords.h"

#include "store/memorystore.h"
#include "store/sqlitestore.h"

#include "tests/suite.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tst_store {

using namespace cmq;
using namespace cmq::store;
using namespace storetest;

/// What every store does, on each of them.
class TestStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    bool m_isMemory = false;

    /// Closes and opens the store; one in memory just stays.
    void reopen()
    {
        if (m_isMemory)
            return;
        m_store.reset();
        auto store = SqliteStore::open(m_folder.filePath("store").toStdString());
        if (!store)
            QFAIL(store.error().detail.c_str());
        m_store = std::move(*store);
    }

    Contents contents()
    {
        reopen();
        auto all = contentsOf(*m_store);
        if (!all)
            QTest::qFail(all.error().detail.c_str(), __FILE__, __LINE__);
        return all.value_or(Contents());
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isMemory");
        QTest::newRow("memory") << true;
        QTest::newRow("SQLite") << false;
    }

    void init()
    {
        QFETCH_GLOBAL(bool, isMemory);
        m_isMemory = isMemory;
        m_store = isMemory ? std::make_unique<MemoryStore>() : nullptr;
        QDir(m_folder.filePath("store")).removeRecursively();
        reopen();
    }

    void isEmptyWhenNew()
    {
        const Contents all = contents();
        QVERIFY(all.engine == EngineRecord());
        QVERIFY(all.queues.empty() && all.messages.empty() && all.deliveries.empty());
    }

    void givesEveryFieldBack()
    {
        StoreChanges changes;
        QueueRecord source = queue(3, "source");
        source.settings.rewindSeconds = Seconds(77);
        source.settings.pollingWaitSeconds = Seconds(5);
        source.settings.deadLetterPolicy =
            DeadLetterPolicy{"dead", DeadLetterRule::MaxTimeToLive, 9, Seconds(300)};
        source.deadLetterBarrier = 12;
        source.settings.cloud = {true, false, Seconds(6), 0, 2048};
        source.tags = {{"owner", "阿里"}, {"3:a,", ""}, {"tag:trace", "1"}};
        changes.putQueues = {queue(2, "dead"), source};
        changes.putTopics = {{4, "news", "topic-x", 2048, FilterType::Routing, at(1), at(3)},
                             {6,
                              "traced",
                              "topic-y",
                              1024,
                              FilterType::Tag,
                              at(1),
                              at(1),
                              {{"env", "test"}, {"trace", "0"}},
                              true}};
        SubscriptionRecord subscription{5,
                                        4,
                                        "mine",
                                        "subsc-x",
                                        Protocol::Http,
                                        "http://example.com/",
                                        NotifyStrategy::BackoffRetry,
                                        NotifyContentFormat::Json,
                                        {"a", "3:b,", ""},
                                        {"中文.#"},
                                        at(4),
                                        at(5)};
        changes.putSubscriptions = {subscription};
        MessageRecord moved = message(20, 2, 10);
        moved.origin = MessageOrigin{"source", at(9), 17};
        moved.state = MessageState::Inactive;
        moved.due = at(40);
        moved.firstDequeueTime = at(30);
        moved.dequeueCount = 3;
        moved.handleGeneration = 8;
        moved.visibleTime = at(25);
        changes.newMessages = {message(9, 3), moved};
        changes.newBodies = {9, 10};
        changes.newPublished = {{10, 4, at(8), 10, {"red", ""}}};
        changes.putDeliveries = {{5, 10, 2, at(50)}};
        changes.engine = {21, 6, 0xffff'ffff'ffff'fff1, at(60)};
        QVERIFY(commit(*m_store, changes));

        const Contents all = contents();
        QVERIFY(all.engine == changes.engine);
        QVERIFY(all.queues == changes.putQueues);
        QVERIFY(all.topics == changes.putTopics);
        QVERIFY(all.subscriptions == changes.putSubscriptions);
        QVERIFY(all.messages == changes.newMessages);
        QVERIFY(all.published == changes.newPublished);
        QVERIFY(all.deliveries == changes.putDeliveries);
        QCOMPARE(m_store->readBody(10).value_or(""), bodyOf(10));
    }

    void changesAndErases()
    {
        QVERIFY(commit(*m_store, filled(1, 1, 30)));
        StoreChanges changes = filled(2, 31, 31);
        MessageRecord changed = message(5, 1);
        changed.state = MessageState::Rewindable;
        changes.changedMessages = {changed};
        changes.erasedMessages = {6, 7};
        changes.erasedBodies = {6, 7};
        QVERIFY(commit(*m_store, changes));
        StoreChanges more = filled(2, 32, 32);
        more.putQueues.clear();
        more.erasedQueues = {2};
        more.purges = {{2, 32}};
        QVERIFY(commit(*m_store, more));

        const Contents all = contents();
        QCOMPARE(all.queues.size(), size_t(1));
        QCOMPARE(all.messages.size(), size_t(28));
        QVERIFY(all.messages[4] == changed);
        QCOMPARE(all.messages[5].entry, Entry(8));
        QVERIFY(!m_store->readBody(6));
        QCOMPARE(m_store->readBody(8).value_or(""), bodyOf(8));
    }

    /// Neighbours may be erased as one; what stands between them stays, in whatever order they
    /// come.
    void erasesNeighboursAndNoMore()
    {
        QVERIFY(commit(*m_store, filled(1, 1, 12)));
        StoreChanges changes;
        changes.engine = filled(1, 1, 12).engine;
        changes.erasedMessages = {9, 2, 3, 4, 6, 12, 11};
        changes.erasedBodies = {2, 3, 9, 10, 11};
        QVERIFY(commit(*m_store, changes));

        QVERIFY(contents().entries() == (std::vector<Entry>{1, 5, 7, 8, 10}));
        std::vector<BodyId> bodies;
        for (BodyId body = 1; body <= 12; ++body) {
            if (m_store->readBody(body))
                bodies.push_back(body);
        }
        QVERIFY(bodies == (std::vector<BodyId>{1, 4, 5, 6, 7, 8, 12}));
    }

    void keepsBodiesOfAnySize()
    {
        StoreChanges changes = filled(1, 1, 60);
        QVERIFY(commit(*m_store, changes));
        reopen();
        for (BodyId body = 1; body <= 60; ++body)
            QCOMPARE(m_store->readBody(body).value_or(""), bodyOf(body));
        QVERIFY(!m_store->readBody(61));
    }

    /// Purged messages are gone at once, and their rows and own bodies in slices, over a restart
    /// too.
    void purgesAtOnceAndSweepsLater()
    {
        QVERIFY(commit(*m_store, filled(1, 1, 100)));
        QVERIFY(commit(*m_store, filled(2, 101, 200)));
        StoreChanges changes = filled(1, 201, 203);
        changes.newMessages[1] = message(202, 1, 50); // shares a body of a purged message's number
        changes.newBodies = {201, 203};
        changes.purges = {{1, 150}, {2, 120}};
        QVERIFY(commit(*m_store, changes));

        std::vector<Entry> expected;
        for (Entry entry = 121; entry <= 203; ++entry)
            expected.push_back(entry);
        QVERIFY(contents().entries() == expected);
        const auto first = m_store->sweep(7);
        QVERIFY(first && *first);
        QVERIFY(contents().entries() == expected);
        QVERIFY(sweepAll(*m_store, 7));
        QVERIFY(contents().entries() == expected);
        QVERIFY(!m_store->readBody(1));
        QVERIFY(!m_store->readBody(120));
        QVERIFY(m_store->readBody(121));
    }

    void purgesWhatGrewWhileItSwept()
    {
        QVERIFY(commit(*m_store, filled(1, 1, 50)));
        StoreChanges changes = filled(1, 51, 60);
        changes.purges = {{1, 50}};
        QVERIFY(commit(*m_store, changes));
        QVERIFY(m_store->sweep(10));
        StoreChanges more = filled(1, 61, 70);
        more.purges = {{1, 60}};
        QVERIFY(commit(*m_store, more));
        QVERIFY(sweepAll(*m_store, 10));
        const Contents all = contents();
        QCOMPARE(all.messages.size(), size_t(10));
        QVERIFY(!m_store->readBody(55));
        QVERIFY(m_store->readBody(65));
    }

    void leavesWhatASharedBodyStillNeeds()
    {
        StoreChanges changes = filled(1, 1, 3);
        changes.newMessages.push_back(message(4, 1, 3)); // a copy of message 3
        QVERIFY(commit(*m_store, changes));
        StoreChanges moved;
        moved.engine = changes.engine;
        moved.erasedMessages = {3}; // the body stays for the copy
        QVERIFY(commit(*m_store, moved));
        StoreChanges purge;
        purge.engine = changes.engine;
        purge.purges = {{1, 2}};
        QVERIFY(commit(*m_store, purge));
        QVERIFY(sweepAll(*m_store, 100));
        QVERIFY(contents().entries() == std::vector<Entry>{4});
        QCOMPARE(m_store->readBody(3).value_or(""), bodyOf(3));
    }

    /// What a rewind or its end did to many messages is so at once, and their rows are changed in
    /// slices, over a restart too.
    void changesRewindAreasAtOnceAndSweepsLater()
    {
        StoreChanges first = filled(1, 1, 100);
        for (MessageRecord& each : first.newMessages) {
            each.state = each.entry % 2 == 0 ? MessageState::Rewindable : MessageState::Inactive;
            each.due = each.entry % 2 == 0 ? Time() : at(1000);
            each.dequeueCount = each.handleGeneration = 3;
            each.firstDequeueTime = at(500);
        }
        QVERIFY(commit(*m_store, first));
        StoreChanges second = filled(2, 101, 110);
        second.newMessages[4].state = MessageState::Rewindable; // another queue's
        QVERIFY(commit(*m_store, second));

        // Up to 40 they are gone, from 60 on active; 62 was deleted again in the same commit.
        StoreChanges changes = filled(1, 111, 111);
        changes.rewindAreaChanges = {{120, 1, 2, 40, std::nullopt}, {121, 1, 60, 100, at(600)}};
        MessageRecord deletedAgain = first.newMessages[61];
        deletedAgain.dequeueCount = 1;
        deletedAgain.handleGeneration = 4;
        changes.changedMessages = {deletedAgain};
        QVERIFY(commit(*m_store, changes));
        // And so is 64 later on.
        StoreChanges later;
        later.engine = changes.engine;
        deletedAgain = first.newMessages[63];
        deletedAgain.handleGeneration = 5;
        later.changedMessages = {deletedAgain};
        QVERIFY(commit(*m_store, later));

        const auto check = [&] {
            const Contents all = contents();
            QCOMPARE(all.messages.size(), size_t(100 - 20 + 10 + 1));
            for (const MessageRecord& each : all.messages) {
                MessageRecord expected = each.entry == 111  ? changes.newMessages[0]
                                         : each.entry > 100 ? second.newMessages[each.entry - 101]
                                                            : first.newMessages[each.entry - 1];
                if (each.entry == 62)
                    expected = changes.changedMessages[0];
                else if (each.entry == 64)
                    expected = later.changedMessages[0];
                else if (each.entry >= 60 && each.entry <= 100 && each.entry % 2 == 0) {
                    expected.state = MessageState::Active;
                    expected.dequeueCount = 0;
                    expected.firstDequeueTime.reset();
                    expected.visibleTime = at(600);
                }
                QVERIFY2(each == expected, qPrintable(QString::number(each.entry)));
                QCOMPARE(m_store->readBody(each.msgId).value_or(""), bodyOf(each.msgId));
            }
        };
        check();
        const auto slice = m_store->sweep(7);
        QVERIFY(slice && *slice);
        check();
        // While it sweeps another change comes, for what was deleted again.
        StoreChanges more;
        more.engine = changes.engine;
        more.rewindAreaChanges = {{130, 1, 64, 64, at(700)}};
        QVERIFY(commit(*m_store, more));
        later.changedMessages[0].state = MessageState::Active;
        later.changedMessages[0].dequeueCount = 0;
        later.changedMessages[0].firstDequeueTime.reset();
        later.changedMessages[0].visibleTime = at(700);
        check();
        QVERIFY(sweepAll(*m_store, 7));
        check();
        QVERIFY(!m_store->readBody(2));
        QVERIFY(!m_store->readBody(40));
        QVERIFY(m_store->readBody(1));

        // What is deleted from now on is not touched by what is over.
        MessageRecord last = first.newMessages[79];
        StoreChanges afterwards;
        afterwards.engine = changes.engine;
        afterwards.changedMessages = {last};
        QVERIFY(commit(*m_store, afterwards));
        for (const MessageRecord& each : contents().messages)
            QVERIFY(each.entry != 80 || each == last);
    }

    void remembersNamesThatAreNotFree()
    {
        StoreChanges changes = filled(1, 1, 1);
        changes.putReleasingNames = {{false, "orders", at(30)}, {true, "orders", at(40)}};
        QVERIFY(commit(*m_store, changes));
        QVERIFY(contents().releasingNames == changes.putReleasingNames);
        StoreChanges more;
        more.engine = changes.engine;
        more.putReleasingNames = {{false, "orders", at(50)}};
        more.erasedReleasingNames = {{true, "orders", {}}};
        QVERIFY(commit(*m_store, more));
        QVERIFY(contents().releasingNames == more.putReleasingNames);
    }

    void growsAndSaysSo()
    {
        const auto before = m_store->sizeInBytes();
        QVERIFY(commit(*m_store, filled(1, 1, 500)));
        QVERIFY(m_store->sizeInBytes() > before);
        m_store->tidy();
        QVERIFY(!m_store->isFull());
        QVERIFY(!m_store->isDamaged());
    }
};

CMQ_TEST(store, TestStore)

} // namespace tst_store
#include "tst_store.moc"
