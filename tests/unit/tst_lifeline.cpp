#include "tracedbroker.h"

#include "ui/common/timeaxis.h"
#include "ui/trace/lifeexport.h"
#include "ui/trace/lifetext.h"
#include "ui/trace/tracefeed.h"

#include "tests/suite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_lifeline {

using namespace cmq;
using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Time Start = TracedBroker::Start;
using Broker = TracedBroker;

QString at(Time time)
{
    return QString::number(double((time - Start).count()) / 1000);
}

/// Steps: "+0 Queue q: Sent"; bars: "[0..5] Queue q: Delayed · 5 s".
QStringList told(const LifeLine& line)
{
    QStringList lines;
    for (const LifeStep& step : line.steps)
        lines += u"+%1 %2: %3"_s.arg(at(step.event.time), laneText(line.lanes[step.lane]),
                                     stepText(step));
    for (const LifeBar& bar : line.bars)
        lines += u"[%1..%2%3] %4: %5"_s.arg(bar.isStartUnknown ? u"?"_s : at(bar.from), at(bar.to),
                                            bar.isOpen ? u"+"_s : QString(),
                                            laneText(line.lanes[bar.lane]), barText(bar));
    return lines;
}

QString why(const LifeLine& line, cmq::EventKind kind)
{
    for (const LifeStep& step : line.steps) {
        if (step.event.kind == kind)
            return stepReason(line, step);
    }
    return u"no such step"_s;
}

void compare(const LifeLine& line, const QStringList& expected)
{
    const QStringList lines = told(line);
    if (lines != expected)
        qWarning("%s", qPrintable(lines.join(u'\n')));
    QCOMPARE(lines, expected);
}

} // namespace

class TestLifeLine final : public QObject
{
    Q_OBJECT

private slots:
    void delayReceiveDeleteRewindExpire()
    {
        Broker broker;
        broker.queue("q",
                     {.visibilityTimeout = 5s, .msgRetentionSeconds = 60s, .rewindSeconds = 60s});
        const auto id = broker.send("q", 10s);
        broker.advance(12s);
        broker.receive("q");
        broker.advance(6s);
        const std::string handle = broker.receive("q");
        broker.advance(2s);
        broker.ask(DeleteMessage{"q", handle});
        broker.advance(5s);
        broker.ask(RewindQueue{"q", Start});
        broker.advance(100s);
        const LifeLine line = broker.life(id);
        compare(line,
                {u"+0 Queue q: Sent"_s, u"+10 Queue q: Delay ended"_s, u"+12 Queue q: Receive 1"_s,
                 u"+17 Queue q: Visible again"_s, u"+18 Queue q: Receive 2"_s,
                 u"+20 Queue q: Deleted"_s, u"+25 Queue q: Rewound"_s, u"+60 Queue q: Expired"_s,
                 u"[0..10] Queue q: Delayed · 10 s"_s, u"[10..12] Queue q: Visible · 2 s"_s,
                 u"[12..17] Queue q: In flight, handle 1 · 5 s"_s,
                 u"[17..18] Queue q: Visible · 1 s"_s,
                 u"[18..20] Queue q: In flight, handle 2 · 2 s"_s,
                 u"[20..25] Queue q: Rewindable · 5 s"_s, u"[25..60] Queue q: Visible · 35 s"_s});
        QVERIFY(!line.hasGap);
        QVERIFY(gapText(line).isEmpty());
        QCOMPARE(line.from(), Start);
        QCOMPARE(line.to(), Start + 60s);
        // Which rule decided, and with which numbers.
        QVERIFY(why(line, EventKind::Sent).contains(u"delaySeconds 10 s"));
        QVERIFY(why(line, EventKind::DelayEnded).contains(u"10 s"));
        const QString received = why(line, EventKind::Received);
        QVERIFY(received.contains(u"visibilityTimeout is 5 s"));
        QVERIFY(why(line, EventKind::VisibilityEnded).contains(u"visibilityTimeout of 5 s"));
        const QString deleted = why(line, EventKind::Deleted);
        QVERIFY2(deleted.contains(QString::fromStdString(handle)), qPrintable(deleted));
        QVERIFY(deleted.contains(u"2 s after the receive and 3 s before"));
        QVERIFY(deleted.contains(u"rewindSeconds is 1 min"));
        QVERIFY(why(line, EventKind::Rewound).contains(formatExactInstant(Start)));
        QCOMPARE(why(line, EventKind::RetentionEnded),
                 u"It was 1 min old; msgRetentionSeconds is 1 min."_s);
    }

    void deadLetter()
    {
        Broker broker;
        broker.queue("dead");
        QueueSettings settings{.visibilityTimeout = 5s};
        settings.deadLetterPolicy = {.deadLetterQueue = "dead",
                                     .policy = DeadLetterRule::MaxReceiveCount,
                                     .maxReceiveCount = 1};
        broker.queue("q", settings);
        const auto id = broker.send("q");
        broker.receive("q");
        broker.advance(8s);
        const LifeLine line = broker.life(id);
        compare(line,
                {u"+0 Queue q: Sent"_s, u"+0 Queue q: Receive 1"_s, u"+5 Queue q: Dead-lettered"_s,
                 u"+5 Queue dead: Arrived as dead letter"_s, u"[0..0] Queue q: Visible · 0 ms"_s,
                 u"[0..5] Queue q: In flight, handle 1 · 5 s"_s,
                 u"[5..8+] Queue dead: Visible · 3 s"_s});
        QCOMPARE(why(line, EventKind::DeadLettered),
                 u"It was received 1 time(s) without being deleted; the queue's maxReceiveCount is "
                 "1. It went to the dead-letter queue dead."_s);
    }

    void blockedDeadLetter()
    {
        Broker broker;
        broker.queue("dead", {.maxMsgHeapNum = 1});
        QueueSettings settings;
        settings.deadLetterPolicy = {.deadLetterQueue = "dead",
                                     .policy = DeadLetterRule::MaxTimeToLive,
                                     .maxTimeToLive = 300s};
        broker.queue("q", settings);
        const auto id = broker.send("q");
        broker.send("dead");
        broker.advance(300s);
        const LifeLine line = broker.life(id);
        const QString reason = why(line, EventKind::DeadLetterBlocked);
        QVERIFY2(reason.contains(u"full (maxMsgHeapNum 1)"), qPrintable(reason));
    }

    void topicToQueueAndEndpoint()
    {
        Broker broker;
        broker.queue("q");
        broker.ask(CreateTopic{"t", 65536, FilterType::Tag});
        Subscribe intoQueue{"t", "toQueue", Protocol::Queue, "q"};
        intoQueue.notifyContentFormat = NotifyContentFormat::Simplified;
        intoQueue.filterTag = {"red"};
        broker.ask(intoQueue);
        Subscribe other = intoQueue;
        other.subscriptionName = "blueOnly";
        other.filterTag = {"blue"};
        broker.ask(other);
        Subscribe push{"t", "toHttp", Protocol::Http, "http://127.0.0.1:9/x"};
        push.notifyStrategy = NotifyStrategy::ExponentialDecayRetry;
        push.notifyContentFormat = NotifyContentFormat::Json;
        broker.ask(push);
        PublishMessage publish;
        publish.topicName = "t";
        publish.msgBody = "hello";
        publish.msgTag = {"red"};
        const auto id = std::stoull(broker.ask(publish).msgId);
        const auto finish = [&](engine::PushOutcome outcome) {
            for (const engine::PushRequest& each : broker.simulation().takePushes())
                broker.simulation().finishPush(each.pushId, outcome);
        };
        finish({false, 503, "HTTP status 503"});
        broker.advance(1s);
        finish({true, 200, {}});
        const LifeLine line = broker.life(id);
        compare(line, {u"+0 Topic t: Published"_s, u"+0 Topic t: Not for blueOnly"_s,
                       u"+0 Subscription toHttp: Matched"_s, u"+0 Subscription toQueue: Matched"_s,
                       u"+0 Queue q: Sent"_s, u"+0 Subscription toQueue: Delivered"_s,
                       u"+0 Subscription toHttp: Delivery attempt 1"_s,
                       u"+0 Subscription toHttp: Attempt 1 failed"_s,
                       u"+1 Subscription toHttp: Delivery attempt 2"_s,
                       u"+1 Subscription toHttp: Delivered"_s,
                       u"[0..0] Subscription toHttp: Waits · 0 ms"_s,
                       u"[0..0] Subscription toQueue: Waits · 0 ms"_s,
                       u"[0..1+] Queue q: Visible · 1 s"_s,
                       u"[0..0] Subscription toHttp: Being delivered · 0 ms"_s,
                       u"[0..1] Subscription toHttp: Waits · 1 s"_s,
                       u"[1..1] Subscription toHttp: Being delivered · 0 ms"_s});
        QVERIFY(!line.hasGap);
        QVERIFY(why(line, EventKind::DeliveryFailed).contains(u"HTTP status 503"));
        QVERIFY(why(line, EventKind::DeliveryFailed).contains(u"EXPONENTIAL_DECAY_RETRY"));
        QVERIFY(why(line, EventKind::Matched).contains(u"toHttp"));
        QVERIFY(why(line, EventKind::NotMatched).contains(u"No filter tag"));
        QVERIFY(why(line, EventKind::Sent).contains(u"subscription toQueue"));
    }

    void purgesAreSteps()
    {
        Broker broker;
        broker.queue("q");
        const auto first = broker.send("q");
        broker.receive("q");
        broker.advance(3s);
        broker.ask(ClearQueue{"q"});
        const auto second = broker.send("q");
        compare(broker.life(first),
                {u"+0 Queue q: Sent"_s, u"+0 Queue q: Receive 1"_s, u"+3 Queue q: Queue purged"_s,
                 u"[0..0] Queue q: Visible · 0 ms"_s,
                 u"[0..3] Queue q: In flight, handle 1 · 3 s"_s});
        compare(broker.life(second), {u"+3 Queue q: Sent"_s, u"[3..3+] Queue q: Visible · 0 ms"_s});
        broker.ask(DeleteQueue{"q"});
        QCOMPARE(told(broker.life(second)).at(1), u"+3 Queue q: Queue deleted"_s);
    }

    void gapIsSaid()
    {
        Broker broker;
        broker.queue("q", {.visibilityTimeout = 5s});
        const auto id = broker.send("q"); // event 1, after the queue's
        broker.advance(2s);
        broker.receive("q"); // event 2
        broker.advance(9s);  // event 3
        const LifeLine line = broker.life(id, 3);
        compare(line, {u"+7 Queue q: Visible again"_s, u"[?..7] Queue q: In flight, handle 1"_s,
                       u"[7..11+] Queue q: Visible · 4 s"_s});
        QVERIFY(line.hasGap);
        QCOMPARE(gapText(line),
                 u"The beginning is missing: what happened before %1 is not kept."_s.arg(
                     formatExactInstant(Start + 7s)));
        QVERIFY(gapText(broker.life(4711, 3)).startsWith(u"Nothing is known of message 4711."));
        QCOMPARE(gapText(broker.life(4711)), u"There has been no message 4711 here."_s);
    }

    void plannedEndsDoNotSqueezeThePast()
    {
        Broker broker;
        broker.queue("q", {.visibilityTimeout = 43200s});
        const auto id = broker.send("q");
        broker.receive("q");
        broker.advance(100s);
        QCOMPARE(broker.life(id).to(), Start + 200s);
    }

    void exportsAreComplete()
    {
        Broker broker;
        broker.queue("q", {.visibilityTimeout = 5s});
        const auto id = broker.send("q");
        const std::string handle = broker.receive("q");
        broker.advance(1s);
        const LifeLine line = broker.life(id);
        const QByteArrayList rows = lifeCsv(line).split('\n');
        QCOMPARE(rows.size(), 4); // header, two steps, the end
        QCOMPARE(rows[0].trimmed(), QByteArray("time,event,place,text,receiptHandle,until,why"));
        QVERIFY(rows[2].startsWith("2027-01-15T08:00:00.000Z,Received,q,Receive 1," +
                                   QByteArray::fromStdString(handle) +
                                   ",2027-01-15T08:00:05.000Z,"));
        const QJsonObject json = QJsonDocument::fromJson(lifeJson(line)).object();
        QCOMPARE(json[u"msgId"_s].toString(), QString::number(id));
        QCOMPARE(json[u"steps"_s].toArray().size(), 2);
        QCOMPARE(json[u"steps"_s][1][u"receiptHandle"_s].toString(),
                 QString::fromStdString(handle));
        QCOMPARE(json[u"states"_s].toArray().size(), 2);
        QCOMPARE(json[u"states"_s][1][u"isOpen"_s].toBool(), true);
        QVERIFY(!json.contains(u"gap"_s));
        QVERIFY(lifeCsv(broker.life(id, 2)).contains("Gap"));
    }

    void everyHandleSaysWhyItIsValidOrNot()
    {
        Broker broker;
        broker.queue("q", {.visibilityTimeout = 5s});
        const auto id = broker.send("q");
        const auto text = [&](const std::string& handle) {
            LifeLine line = broker.life(id);
            line.handle = cmq::receiptHandleFromString(handle);
            return handleText(line);
        };
        const auto instant = [](Milliseconds after) { return formatExactInstant(Start + after); };
        QCOMPARE(handleText(broker.life(id)), QString()); // nobody asked

        const std::string first = broker.receive("q");
        const QString given = u"Receipt handle %1 was given out by receive %2 at %3. "_s;
        const QString firstGiven = given.arg(QString::fromStdString(first), u"1"_s, instant(0s));
        QCOMPARE(text(first), firstGiven + u"It is valid until %1."_s.arg(instant(5s)));
        broker.advance(6s);
        const QString firstEnded =
            firstGiven + u"It is not valid any more: the visibilityTimeout ended at %1, 5 s after "
                         u"the receive, and the message was visible again."_s.arg(instant(5s));
        QCOMPARE(text(first), firstEnded);
        const std::string second = broker.receive("q");
        QCOMPARE(text(first), firstEnded + u" Receive 2 took over at %1, with handle %2."_s.arg(
                                               instant(6s), QString::fromStdString(second)));
        broker.advance(1s);
        broker.ask(DeleteMessage{"q", second});
        QCOMPARE(text(second),
                 given.arg(QString::fromStdString(second), u"2"_s, instant(6s)) +
                     u"It is not valid any more: the message was deleted at %1, and a handle works "
                     u"once."_s.arg(instant(7s)));
        const std::string never = toString(ReceiptHandle{id, 9});
        QCOMPARE(text(never), u"Receipt handle %1: no receive is known that gave it out."_s.arg(
                                  QString::fromStdString(never)));
    }

    void everyStepHasItsLesson()
    {
        Broker broker;
        broker.queue("q", {.visibilityTimeout = 5s, .rewindSeconds = 60s});
        const auto id = broker.send("q", 2s);
        broker.advance(3s);
        broker.receive("q");
        broker.advance(6s);
        broker.ask(DeleteMessage{"q", broker.receive("q")});
        broker.ask(RewindQueue{"q", Start});
        for (const LifeStep& step : broker.life(id).steps) {
            QVERIFY2(lessonText(step.event).startsWith(u"To try it out: lesson "),
                     qPrintable(stepText(step)));
            QVERIFY(!guideChapter(step.event).isEmpty());
        }
    }

    void messagesOfEventsAreFound()
    {
        Broker broker;
        broker.queue("q");
        const auto first = broker.send("q");
        const auto second = broker.send("q");
        broker.advance(1s);
        broker.receive("q");
        const QList<TracedMessage> found = tracedMessages(broker.history({}));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].msgId, first); // something happened to it last
        QCOMPARE(found[0].events, 2);
        QCOMPARE(found[1].msgId, second);
    }

    void ticksAreRound()
    {
        const auto labels = [](Time from, Time to, int most) {
            QStringList texts;
            for (const TimeTick& tick : timeTicks(from, to, most))
                texts += tick.label;
            return texts;
        };
        const Time day = fromUnixSeconds(1'800'000'000); // 2027-01-15 08:00:00 UTC
        QCOMPARE(labels(day, day + 10ms, 3),
                 (QStringList{u"08:00:00.000"_s, u"08:00:00.005"_s, u"08:00:00.010"_s}));
        QCOMPARE(labels(day + 1s, day + 31s, 4),
                 (QStringList{u"08:00:10"_s, u"08:00:20"_s, u"08:00:30"_s}));
        QCOMPARE(labels(day, day + 24h, 3), (QStringList{u"01-15 12:00"_s, u"01-16 00:00"_s}));
        QVERIFY(timeTicks(day, day + 24h * 36500, 5).size() <= 5);
        QVERIFY(timeTicks(day, day - 1s, 5).isEmpty());
        QCOMPARE(timeTicks(day, day, 1).size(), 1);
    }

    void spansAreExact_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0 ms"_s;
        QTest::newRow("milliseconds") << qint64(250) << u"250 ms"_s;
        QTest::newRow("parts of seconds") << qint64(1500) << u"1.5 s"_s;
        QTest::newRow("minutes") << qint64(123'000) << u"2 min 3 s"_s;
        QTest::newRow("round minutes") << qint64(120'000) << u"2 min"_s;
        QTest::newRow("hours") << qint64(3'900'000) << u"1 h 5 min"_s;
        QTest::newRow("days") << qint64(90'000'000) << u"1 d 1 h"_s;
    }
    void spansAreExact()
    {
        QFETCH(qint64, ms);
        QTEST(formatExactSpan(Milliseconds(ms)), "text");
    }

    void initTestCase() { qputenv("TZ", "UTC"); }
};

CMQ_TEST(lifeline, TestLifeLine)

} // namespace tst_lifeline
#include "tst_lifeline.moc"
