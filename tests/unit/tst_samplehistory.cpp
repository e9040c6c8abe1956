#include "scenario/simulation.h"
#include "ui/monitor/chartview.h"
#include "ui/monitor/sampler.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cmq::Time;

namespace {

const Time Start = cmq::fromUnixSeconds(1'800'000'000); // on a full hour

Counts sent(std::int64_t number)
{
    Counts counts{};
    counts[std::size_t(Count::Sent)] = number;
    return counts;
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
        history.addCounts(Start + 1s, u"q"_s, sent(5));
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
            history.addCounts(now, u"q"_s, sent(number));
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
            history.addCounts(now, u"q"_s, sent(1));
            history.coverCounts(now, now);
        }
        const Time end = Start + 2h;
        QCOMPARE(history.stepOf(end - 1h), cmq::Milliseconds(1s));
        QCOMPARE(history.stepOf(end - 1h - 1s), cmq::Milliseconds(1min));
        QCOMPARE(points(history, u"q"_s, Metric::Sent, end - 1h, end).size(), std::size_t(3601));
        // An hour of seconds, 121 minutes, 3 hours, and one at each border.
        QVERIFY(history.sampleCount() <= 3601 + 121 + 3 + 3);
    }

    void neverGrowsBeyondItsBound()
    {
        SampleHistory history(5'000);
        for (Time now = Start; now <= Start + 1h; now += 1s) {
            for (int queue = 0; queue < 10; ++queue)
                history.addCounts(now, u"q%1"_s.arg(queue), sent(1));
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
        history.addCounts(Start, u"q"_s, sent(3));
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
        QTest::newRow("torn") << 60;
        QTest::newRow("torn in the head") << 5;
    }
    void damagedFilesAreBegunAnew()
    {
        QFETCH(int, cut);
        SampleHistory whole;
        whole.addLevels(Start, u"q"_s, visible(4));
        whole.coverLevels(Start, Start);
        SampleHistory read;
        QVERIFY(read.fromBytes(whole.toBytes()));
        QCOMPARE(read.sampleCount(), std::size_t(3));
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
            sampler.addCounts(countEvents({broker.takeEvents(), 0}));
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

QTEST_MAIN(TestSampleHistory)
#include "tst_samplehistory.moc"
