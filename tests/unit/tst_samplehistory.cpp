#include "scenario/simulation.h"
#include "ui/monitor/chartview.h"
#include "ui/monitor/sampler.h"

#include "tests/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

namespace tst_samplehistory {

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cmq::Time;

namespace {

const Time Start = cmq::fromUnixSeconds(1'800'000'000); // on a full hour

Tally sent(std::int64_t number)
{
    Tally tally;
    tally.counts[std::size_t(Count::Sent)] = number;
    return tally;
}

Levels visible(std::int64_t number)
{
    Levels levels{};
    levels[std::size_t(Level::Visible)] = number;
    return levels;
}

std::vector<SeriesPoint> points(const SampleHistory& history, const QString& queue, Metric metric,
                                Time from, Time to)
{
    return history.series({{queue}, metric, from, to}).first().points;
}

/// "1 2 - 3": the values of a queue; "-" is not known.
QString values(const SampleHistory& history, Metric metric, Time from, Time to)
{
    QStringList texts;
    for (const SeriesPoint& point : points(history, u"q"_s, metric, from, to))
        texts += std::isnan(point.value) ? u"-"_s : QString::number(point.value);
    return texts.join(u' ');
}

/// What all points of a rate stand for.
double total(const SampleHistory& history, Time from, Time to)
{
    const double seconds = double(history.stepOf(from).count()) / 1000;
    double sum = 0;
    for (const SeriesPoint& point : points(history, u"q"_s, Metric::Sent, from, to))
        sum += std::isnan(point.value) ? 0 : point.value * seconds;
    return sum;
}

} // namespace

class TestSampleHistory final : public QObject
{
    Q_OBJECT

private slots:
    void unknownIsNotZero()
    {
        SampleHistory history;
        history.addTally(Start + 1s, u"q"_s, sent(5));
        history.coverCounts(Start, Start + 2s);
        history.coverCounts(Start + 5s, Start + 6s);
        QCOMPARE(values(history, Metric::Sent, Start, Start + 6s), u"0 5 0 - - 0 0"_s);
    }

    void levelsHoldUntilTheyChange()
    {
        SampleHistory history;
        history.addLevels(Start + 1s, u"q"_s, visible(7));
        history.coverLevels(Start + 1s, Start + 3s);
        history.addLevels(Start + 3s, u"q"_s, visible(7)); // costs nothing
        history.addLevels(Start + 4s, u"q"_s, visible(2));
        history.coverLevels(Start + 3s, Start + 4s);
        history.coverLevels(Start + 7s, Start + 7s);
        QCOMPARE(values(history, Metric::Visible, Start, Start + 7s), u"7 7 7 2 - - 2"_s);
        QCOMPARE(history.sampleCount(), std::size_t(2 + 1 + 1)); // seconds, minute, hour
    }

    void ageGrowsByItself()
    {
        SampleHistory history;
        Levels levels = visible(1);
        levels[std::size_t(Level::Oldest)] = cmq::toUnixMilliseconds(Start);
        history.addLevels(Start, u"q"_s, levels);
        history.coverLevels(Start, Start + 2s);
        QCOMPARE(values(history, Metric::OldestAge, Start, Start + 2s), u"1000 2000 3000"_s);
    }

    void rollUpsAreExact()
    {
        // Ten days of random counts, and sometimes nothing for hours.
        SampleHistory history;
        std::mt19937_64 random(7);
        std::map<std::int64_t, std::int64_t> hours;
        std::map<std::int64_t, std::int64_t> minutes;
        Time now = Start;
        const Time end = Start + 24h * 10;
        while (now < end) {
            const auto number = std::int64_t(random() % 1000);
            history.addTally(now, u"q"_s, sent(number));
            hours[(now - Start) / 1h] += number;
            minutes[(now - Start) / 1min] += number;
            now += std::chrono::milliseconds(random() % (random() % 50 == 0 ? 7'200'000 : 60'000));
        }
        history.coverCounts(Start, end);
        QCOMPARE(history.stepOf(Start), cmq::Milliseconds(1h));
        double sum = 0;
        for (const auto& [hour, number] : hours) {
            const Time from = Start + hour * 1h;
            if (hour < 9 * 24) // older than minutes are kept
                QCOMPARE(std::int64_t(std::llround(total(history, from, from + 1h - 1ms))), number);
            sum += double(number);
        }
        QCOMPARE(std::llround(total(history, Start, end)), std::llround(sum));
        for (const auto& [minute, number] : minutes) {
            const Time from = Start + minute * 1min;
            if (from > end - 47h && from < end - 2h) {
                QCOMPARE(history.stepOf(from), cmq::Milliseconds(1min));
                QCOMPARE(std::int64_t(std::llround(total(history, from, from + 1min - 1ms))),
                         number);
            }
        }
    }

    void keepsWhatItPromises()
    {
        SampleHistory history;
        for (Time now = Start; now <= Start + 2h; now += 1s) {
            history.addTally(now, u"q"_s, sent(1));
            history.coverCounts(now, now);
        }
        const Time end = Start + 2h;
        QCOMPARE(history.stepOf(end - 1h), cmq::Milliseconds(1s));
        QCOMPARE(history.stepOf(end - 1h - 1s), cmq::Milliseconds(1min));
        QCOMPARE(points(history, u"q"_s, Metric::Sent, end - 1h, end).size(), std::size_t(3601));
        // An hour of seconds, 121 minutes, 3 hours, and one at each border.
        QVERIFY(history.sampleCount() <= 3601 + 121 + 3 + 3);
    }

    void aQueueThatIsGoneIsAGap()
    {
        Sampler sampler({});
        sampler.addLevels(Start, {{u"q"_s, visible(4)}, {u"other"_s, visible(1)}}, false);
        sampler.addLevels(Start + 2s, {{u"other"_s, visible(1)}}, true);
        sampler.addLevels(Start + 4s, {{u"q"_s, visible(5)}, {u"other"_s, visible(1)}}, true);
        QCOMPARE(values(sampler.history(), Metric::Visible, Start, Start + 4s), u"4 4 - - 5"_s);
    }

    void whatIsGoneForLongIsForgotten()
    {
        SampleHistory history;
        history.addLevels(Start, u"q"_s, visible(4));
        history.endLevels(Start + 1s, u"q"_s);
        history.coverLevels(Start, Start + 1s);
        QCOMPARE(history.queues(), QStringList{u"q"_s});
        history.coverLevels(Start + 24h * 100, Start + 24h * 100);
        QVERIFY(history.queues().isEmpty());
        QCOMPARE(history.sampleCount(), std::size_t(0));
    }

    void latestIsWhatAlarmsSee()
    {
        SampleHistory history;
        history.addLevels(Start + 5s, u"q"_s, visible(4));
        history.addLevels(Start + 5s, topicKey(u"q"_s), visible(9));
        history.coverLevels(Start + 5s, Start + 9s);
        history.addTally(Start + 8s, u"q"_s, sent(3));
        history.addTally(Start + 9s, u"q"_s, sent(100)); // this second is not over
        history.coverCounts(Start, Start + 9s);
        QCOMPARE(history.latest(Metric::Visible), (QHash<QString, double>{{u"q"_s, 4.0}}));
        QCOMPARE(history.latest(Metric::TopicBacklog),
                 (QHash<QString, double>{{topicKey(u"q"_s), 9.0}}));
        QCOMPARE(history.latest(Metric::Sent), (QHash<QString, double>{{u"q"_s, 3.0}}));
        QVERIFY(history.latest(Metric::HandlingP50).isEmpty());
    }

    void percentilesRollUpExactly()
    {
        Distribution whole;
        std::vector<double> all;
        SampleHistory history;
        std::mt19937_64 random(5);
        for (int i = 0; i < 20'000; ++i) {
            const auto ms = std::int64_t(std::exp(double(random() % 1000) / 80));
            Tally tally;
            tally.times[std::size_t(Duration::InQueue)].add(cmq::Milliseconds(ms));
            history.addTally(Start + i * 100ms, u"q"_s, tally);
            whole.add(cmq::Milliseconds(ms));
            all.push_back(double(ms));
        }
        history.coverCounts(Start, Start + 24h * 10);
        std::ranges::sort(all);
        const auto hour = points(history, u"q"_s, Metric::InQueueP95, Start, Start).front().value;
        QCOMPARE(hour, whole.quantile(0.95));
        for (const double share : {0.01, 0.5, 0.95, 0.99}) {
            const double exact = all[std::size_t(share * 20'000) - 1];
            const double told = whole.quantile(share);
            QVERIFY2(std::abs(told - exact) <= 0.07 * exact, qPrintable(QString::number(told)));
        }
        QCOMPARE(whole.count(), std::uint64_t(20'000));
    }

    void neverGrowsBeyondItsBound()
    {
        SampleHistory history(5'000);
        for (Time now = Start; now <= Start + 1h; now += 1s) {
            for (int queue = 0; queue < 10; ++queue)
                history.addTally(now, u"q%1"_s.arg(queue), sent(1));
            history.coverCounts(now, now);
            QVERIFY(history.sampleCount() <= 5'020);
        }
        // What went are seconds; the minutes are all there, and exact.
        const Time from = Start;
        QCOMPARE(history.stepOf(from), cmq::Milliseconds(1min));
        const auto minutes = points(history, u"q3"_s, Metric::Sent, from, from + 59min);
        QCOMPARE(minutes.size(), std::size_t(60));
        QCOMPARE(minutes.front().value, 1.0);
    }

    void whatWasMissedIsAGap()
    {
        SampleHistory history;
        history.addTally(Start, u"q"_s, sent(3));
        history.coverCounts(Start, Start + 4s);
        history.uncoverCounts(Start + 2s, Start + 3s);
        history.coverCounts(Start + 3s, Start + 5s);
        QCOMPARE(values(history, Metric::Sent, Start, Start + 5s), u"3 0 - - 0 0"_s);
    }

    void knowsWhenItBegan()
    {
        SampleHistory history;
        QVERIFY(!history.begin());
        history.addLevels(Start + 754s, u"q"_s, visible(1));
        history.coverLevels(Start + 754s, Start + 800s);
        QVERIFY(history.begin() == Start + 754s);
        history.coverLevels(Start + 800s, Start + 24h); // the seconds of then are gone
        QVERIFY(history.begin() == Start + 12min);
    }

    void survivesARestart()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"monitor.history"_s);
        {
            Sampler sampler(path);
            sampler.load();
            sampler.addLevels(Start, {{u"q"_s, visible(4)}}, false);
            sampler.addLevels(Start + 2s, {{u"q"_s, visible(5)}}, true);
        }
        Sampler sampler(path);
        sampler.load();
        sampler.addLevels(Start + 5s, {{u"q"_s, visible(6)}}, false);
        QCOMPARE(values(sampler.history(), Metric::Visible, Start, Start + 5s), u"4 4 5 - - 6"_s);
    }

    void damagedFilesAreBegunAnew_data()
    {
        QTest::addColumn<int>("cut");
        QTest::newRow("empty") << 0;
        QTest::newRow("torn") << 30;
        QTest::newRow("torn in the head") << 5;
    }
    void damagedFilesAreBegunAnew()
    {
        QFETCH(int, cut);
        SampleHistory whole;
        whole.addLevels(Start, u"q"_s, visible(4));
        whole.addLevels(Start + 1s, u"q"_s, visible(2));
        whole.coverLevels(Start, Start + 1s);
        Tally tally = sent(7);
        tally.times[std::size_t(Duration::Handling)].add(300ms);
        whole.addTally(Start + 1s, u"q"_s, tally);
        whole.addTally(Start + 1s, topicKey(u"t"_s), sent(7));
        whole.coverCounts(Start, Start + 1s);
        SampleHistory read;
        QVERIFY(read.fromBytes(whole.toBytes()));
        QCOMPARE(read.sampleCount(), std::size_t(4 + 3));
        QCOMPARE(read.toBytes().size(), whole.toBytes().size());
        QCOMPARE(values(read, Metric::Visible, Start, Start + 1s), u"4 2"_s);
        QCOMPARE(read.latest(Metric::HandlingP50), whole.latest(Metric::HandlingP50));
        QCOMPARE(read.latest(Metric::HandlingP50).size(), 1);
        SampleHistory other;
        QVERIFY(!other.fromBytes(whole.toBytes().left(cut)));
        QVERIFY(!other.fromBytes(whole.toBytes() + 'x'));
        QCOMPARE(other.sampleCount(), std::size_t(0));
    }

    void countsWhatABrokerDid()
    {
        cmq::scenario::Simulation broker({}, 1, Start);
        const auto ask = [&](cmq::Action action) {
            const auto token = broker.execute(std::move(action));
            return broker.takeAnswer(token);
        };
        cmq::CreateQueue create{"q", {}};
        create.settings.visibilityTimeout = 60s;
        ask(create);
        Sampler sampler({});
        EventCounter counter;
        sampler.beginCounting(Start);
        std::mt19937_64 random(3);
        std::map<std::int64_t, Counts> expected;
        for (int second = 0; second < 100; ++second) {
            Counts& counts = expected[second];
            const auto sends = std::int64_t(random() % 5);
            for (int i = 0; i < sends; ++i)
                ask(cmq::SendMessage{"q", std::string(10, 'x'), 0s});
            const auto receives = std::int64_t(random() % 7);
            for (int i = 0; i < receives; ++i) {
                const auto answer = ask(cmq::ReceiveMessage{"q", 0s});
                if (!*answer) {
                    ++counts[std::size_t(Count::EmptyReceives)];
                    continue;
                }
                ++counts[std::size_t(Count::Received)];
                const auto& message = std::get<cmq::ReceivedMessage>(**answer);
                if (random() % 3 == 0) {
                    ask(cmq::DeleteMessage{"q", message.receiptHandle});
                    ++counts[std::size_t(Count::Deleted)];
                }
            }
            counts[std::size_t(Count::Sent)] = sends;
            counts[std::size_t(Count::SentBytes)] = sends * 10;
            broker.advance(1s);
            sampler.addCounts(counter.count({broker.takeEvents(), 0}));
            sampler.addLevels(broker.now(), {}, second > 0);
        }
        const std::pair<Metric, Count> pairs[] = {{Metric::Sent, Count::Sent},
                                                  {Metric::SentBytes, Count::SentBytes},
                                                  {Metric::Received, Count::Received},
                                                  {Metric::Deleted, Count::Deleted},
                                                  {Metric::EmptyReceives, Count::EmptyReceives}};
        for (const auto& [metric, count] : pairs) {
            const auto seconds = points(sampler.history(), u"q"_s, metric, Start, Start + 99s);
            QCOMPARE(seconds.size(), std::size_t(100));
            for (int second = 0; second < 100; ++second)
                QCOMPARE(seconds[std::size_t(second)].value,
                         double(expected[second][std::size_t(count)]));
        }
    }

    void countsWhatATopicDid()
    {
        cmq::scenario::Simulation broker({}, 1, Start);
        const auto ask = [&](cmq::Action action) {
            const auto token = broker.execute(std::move(action));
            return broker.takeAnswer(token);
        };
        ask(cmq::CreateQueue{"q", {}});
        ask(cmq::CreateTopic{"q"}); // a topic may bear the name of a queue
        cmq::Subscribe subscribe;
        subscribe.topicName = "q";
        subscribe.subscriptionName = "s";
        subscribe.protocol = cmq::Protocol::Queue;
        subscribe.endpoint = "q";
        subscribe.notifyContentFormat = cmq::NotifyContentFormat::Simplified;
        ask(subscribe);
        for (int i = 0; i < 3; ++i)
            ask(cmq::PublishMessage{"q", "12345", {"red"}, {}});
        EventCounter counter;
        const CountedEvents counted = counter.count({broker.takeEvents(), 0});
        const Counts topic = counted.objects.at("#q").begin()->second.counts;
        QCOMPARE(topic[std::size_t(Count::Published)], 3);
        QCOMPARE(topic[std::size_t(Count::PublishedBytes)], 15);
        QCOMPARE(topic[std::size_t(Count::Notified)], 3);
        QCOMPARE(topic[std::size_t(Count::NotifySucceeded)], 3);
        const Counts queue = counted.objects.at("q").begin()->second.counts;
        QCOMPARE(queue[std::size_t(Count::Sent)], 3);
        QCOMPARE(queue[std::size_t(Count::SentBytes)], 15);
    }

    void timesWhatConsumersDid()
    {
        cmq::scenario::Simulation broker({}, 1, Start);
        const auto ask = [&](cmq::Action action) {
            const auto token = broker.execute(std::move(action));
            return broker.takeAnswer(token);
        };
        cmq::CreateQueue create{"q", {}};
        create.settings.visibilityTimeout = 60s;
        ask(create);
        EventCounter counter;
        Distribution inQueue;
        Distribution handling;
        const auto collect = [&](std::uint64_t missed) {
            for (const auto& [name, seconds] :
                 counter.count({broker.takeEvents(), missed}).objects) {
                for (const auto& [second, tally] : seconds) {
                    inQueue.add(tally.times[std::size_t(Duration::InQueue)]);
                    handling.add(tally.times[std::size_t(Duration::Handling)]);
                }
            }
        };
        const auto receive = [&] {
            const auto answer = ask(cmq::ReceiveMessage{"q", 0s});
            return std::get<cmq::ReceivedMessage>(**answer).receiptHandle;
        };
        ask(cmq::SendMessage{"q", "a", 0s});
        ask(cmq::SendMessage{"q", "b", 5s}); // its time in the queue begins when it is visible
        broker.advance(7ms);
        const std::string first = receive();
        collect(0); // what is held is remembered from batch to batch
        broker.advance(11ms);
        ask(cmq::DeleteMessage{"q", first});
        broker.advance(5s - 18ms + 3ms);
        receive();
        broker.advance(61s); // not deleted: no handling, and received again it is not new
        ask(cmq::DeleteMessage{"q", receive()});
        collect(0);
        QCOMPARE(inQueue, [] {
            Distribution expected;
            expected.add(7ms);
            expected.add(3ms);
            return expected;
        }());
        QCOMPARE(handling, [] {
            Distribution expected;
            expected.add(11ms);
            expected.add(0ms);
            return expected;
        }());
        // After a gap nobody knows when it was received.
        ask(cmq::SendMessage{"q", "c", 0s});
        const std::string held = receive();
        collect(0);
        collect(5);
        ask(cmq::DeleteMessage{"q", held});
        collect(0);
        QCOMPARE(handling.count(), std::uint64_t(2));
    }

    void chartsReadAndWriteValues()
    {
        ChartView chart(u"chart"_s);
        chart.resize(600, 300);
        const double unknown = std::numeric_limits<double>::quiet_NaN();
        chart.setContent({Metric::Visible,
                          {{u"q"_s, {{Start, 1}, {Start + 1s, unknown}, {Start + 2s, 3}}}},
                          Start,
                          Start + 3s});
        QCOMPARE(chart.toCsv(), QByteArray("time,q VisibleMsgNum\r\n"
                                           "2027-01-15T08:00:00.000Z,1\r\n"
                                           "2027-01-15T08:00:01.000Z,\r\n"
                                           "2027-01-15T08:00:02.000Z,3\r\n"));
        QVERIFY(chart.toSvg().contains("<svg"));
        QVERIFY(chart.toPng().startsWith("\x89PNG"));
        QTest::keyClick(&chart, Qt::Key_Home);
        QVERIFY(chart.cursorText().endsWith(u"q: 1"));
        QTest::keyClick(&chart, Qt::Key_End);
        QVERIFY(chart.cursorText().endsWith(u"q: 3"));
        for (int i = 0; i < 50; ++i)
            QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(chart.cursorText().endsWith(u"q: not known"));
        QCOMPARE(chart.accessibleDescription(), chart.cursorText());
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(chart.cursorText().isEmpty());
    }
};

CMQ_TEST(samplehistory, TestSampleHistory)

} // namespace tst_samplehistory
#include "tst_samplehistory.moc"
