#include "eventfeed.h"

#include "tests/suite.h"

#include <QTest>

#include <future>
#include <map>

namespace tst_eventfeed {

using namespace cmq;

namespace {

std::vector<Event> events(std::uint64_t first, std::uint64_t last, const std::string& name = "q")
{
    std::vector<Event> list;
    for (std::uint64_t i = first; i <= last; ++i) {
        Event event;
        event.time = fromUnixSeconds(static_cast<std::int64_t>(i));
        event.msgId = i;
        event.name = name;
        list.push_back(event);
    }
    return list;
}

std::vector<std::uint64_t> ids(const EventList& list)
{
    std::vector<std::uint64_t> found;
    for (const Event& event : list)
        found.push_back(event.msgId);
    return found;
}

using Ids = std::vector<std::uint64_t>;

} // namespace

class TestEventFeed : public QObject
{
    Q_OBJECT

    static EventHistory ask(EventFeed& feed, EventQuery query)
    {
        std::promise<EventHistory> asked;
        feed.history(std::move(query),
                     [&](EventHistory history) { asked.set_value(std::move(history)); });
        return asked.get_future().get();
    }

private slots:
    /// What happened to many messages is part of the life of each.
    void remembersWhatAMessageSharedWithOthers()
    {
        EventFeed feed(100);
        feed.publish(events(7, 8));
        Event purged;
        purged.kind = EventKind::RetentionPurged;
        purged.name = "q";
        purged.count = 5;
        purged.messages = MessageIds({{20, 21}, {5, 7}}); // in any order
        feed.publish({purged});
        EventQuery query;
        for (const auto& [msgId, count] : std::map<std::uint64_t, std::size_t>{
                 {4, 0}, {5, 1}, {7, 2}, {8, 1}, {19, 0}, {20, 1}, {21, 1}, {22, 0}}) {
            query.msgId = msgId;
            QCOMPARE(ask(feed, query).events.size(), count);
        }
        query.msgId = 7;
        QVERIFY(ask(feed, query).events.back() == purged);
    }

    /// Events about many messages take memory: fewer of them are kept.
    void keepsFewerEventsAboutMany()
    {
        EventFeed feed(100);
        std::vector<MessageIds::Range> ranges;
        for (std::uint64_t i = 0; i < 1600; ++i)
            ranges.emplace_back(2 * i, 2 * i);
        for (int i = 0; i < 5; ++i) {
            std::vector<Event> one = events(1, 1);
            one[0].messages = MessageIds(ranges);
            feed.publish(std::move(one));
        }
        QVERIFY(ask(feed, {}).events.size() < 3);
    }

    void tellsEachObserverEverythingInOrder()
    {
        EventFeed feed(100);
        std::promise<void> done[2];
        Ids seen[2];
        for (int i = 0; i < 2; ++i) {
            feed.observe(
                [&, i](const EventBatch& batch) {
                    for (const Event& event : batch.events)
                        seen[i].push_back(event.msgId);
                    QCOMPARE(batch.missed, 0U);
                    if (seen[i].size() == 6)
                        done[i].set_value();
                },
                100);
        }
        feed.publish(events(1, 2));
        feed.publish({});
        feed.publish(events(3, 6));
        for (int i = 0; i < 2; ++i) {
            done[i].get_future().wait();
            QCOMPARE(seen[i], (Ids{1, 2, 3, 4, 5, 6}));
        }
    }

    void tellsASlowObserverWhatItMissed()
    {
        EventFeed feed(100);
        std::promise<void> isCalled, mayGo, done;
        std::uint64_t missed = 0;
        Ids seen;
        feed.observe(
            [&](const EventBatch& batch) {
                if (batch.events.front().msgId == 1) {
                    isCalled.set_value();
                    mayGo.get_future().wait();
                    return;
                }
                missed += batch.missed;
                seen = ids(batch.events);
                done.set_value();
            },
            10);
        feed.publish(events(1, 1));
        isCalled.get_future().wait();
        for (std::uint64_t i = 2; i <= 101; ++i)
            feed.publish(events(i, i)); // does not wait for it
        mayGo.set_value();
        done.get_future().wait();
        QCOMPARE(missed, 90U);
        QCOMPARE(seen.size(), size_t(10));
        QCOMPARE(seen.back(), 101U);
    }

    void callsNobodyWhoStopped()
    {
        EventFeed feed(100);
        std::atomic<int> calls{0};
        std::promise<void> isCalled;
        const auto observer = feed.observe(
            [&](const EventBatch&) {
                if (++calls == 1)
                    isCalled.set_value();
            },
            10);
        feed.publish(events(1, 1));
        isCalled.get_future().wait();
        feed.stopObserving(observer);
        feed.publish(events(2, 2));
        QCOMPARE(ask(feed, {}).events.size(), size_t(2)); // the thread has been there since
        QCOMPARE(calls, 1);
    }

    void findsThePast()
    {
        EventFeed feed(1000);
        feed.publish(events(1, 50, "a"));
        feed.publish(events(51, 100, "b"));
        QCOMPARE(ids(ask(feed, {.msgId = 7, .name = {}}).events), (Ids{7}));
        QCOMPARE(ask(feed, {.msgId = {}, .name = "b"}).events.size(), size_t(50));
        QCOMPARE(ids(ask(feed, {.msgId = {},
                                .name = {},
                                .from = fromUnixSeconds(49),
                                .to = fromUnixSeconds(52)})
                         .events),
                 (Ids{49, 50, 51, 52}));
        const EventHistory latest = ask(feed, {.msgId = {}, .name = {}, .limit = 3});
        QCOMPARE(ids(latest.events), (Ids{98, 99, 100}));
        QVERIFY(!latest.knownSince);
        QVERIFY(latest.isCut);
        QVERIFY(!ask(feed, {.msgId = {}, .name = {}, .limit = 100}).isCut);
    }

    void findsKinds()
    {
        EventFeed feed(1000);
        feed.publish(events(1, 3, "a"));
        Event cleared;
        cleared.kind = EventKind::QueueCleared;
        cleared.name = "a";
        feed.publish({cleared});
        EventQuery query;
        query.kinds = {EventKind::QueueCleared, EventKind::QueueDeleted};
        const EventHistory history = ask(feed, query);
        QCOMPARE(history.events.size(), size_t(1));
        QVERIFY(history.events.front().kind == EventKind::QueueCleared);
    }

    void emptyReceivesDoNotDriveOutMessages()
    {
        EventFeed feed(10);
        feed.publish(events(1, 10));
        Event ended;
        ended.kind = EventKind::WaitEnded;
        feed.publish(std::vector<Event>(100, ended));
        const EventHistory history = ask(feed, {});
        QCOMPARE(history.events.size(), size_t(10));
        QVERIFY(!history.knownSince);
    }

    void theBoundCanChange()
    {
        EventFeed feed(100);
        for (std::uint64_t i = 1; i <= 100; ++i)
            feed.publish(events(i, i));
        QVERIFY(!ask(feed, {}).knownSince);
        feed.setHistoryCount(10);
        const EventHistory history = ask(feed, {});
        QCOMPARE(history.events.size(), size_t(10));
        QVERIFY(history.knownSince == fromUnixSeconds(91));
    }

    void saysThatItBeganLater()
    {
        EventFeed feed(100);
        feed.setKnownSince(fromUnixSeconds(5));
        QVERIFY(ask(feed, {}).knownSince == fromUnixSeconds(5));
    }

    void forgetsWithinItsBound()
    {
        EventFeed feed(20);
        for (std::uint64_t i = 1; i <= 100; ++i)
            feed.publish(events(i, i));
        const EventHistory history = ask(feed, {});
        QCOMPARE(history.events.size(), size_t(20));
        QVERIFY(history.knownSince == fromUnixSeconds(81));
    }
};

CMQ_TEST(eventfeed, TestEventFeed)

} // namespace tst_eventfeed
#include "tst_eventfeed.moc"
