#include "app/console/callrates.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_callrates {

using namespace cmq;
using namespace std::chrono_literals;

/// So many calls a second of each action, whatever the second.
class TestCallRates final : public QObject
{
    Q_OBJECT

private slots:
    void twentyASecond()
    {
        CallRates rates;
        for (int i = 0; i < 20; ++i)
            QVERIFY(!rates.take("CreateCmqQueue", Time(10s) + i * 10ms));
        const auto pause = rates.take("CreateCmqQueue", Time(10s) + 200ms);
        QVERIFY(pause);
        QCOMPARE(pause->count(), 800); // a second after the first
        QVERIFY(rates.take("CreateCmqQueue", Time(11s) - 1ms));
        QVERIFY(!rates.take("CreateCmqQueue", Time(11s)));
        QCOMPARE(rates.take("CreateCmqQueue", Time(11s)).value_or(0ms).count(), 10);
    }

    /// No second that somebody may look at has more than twenty.
    void noWindowHasMore()
    {
        CallRates rates;
        std::vector<Time> taken;
        for (Time now{100s}; now < Time(105s); now += 7ms) {
            if (!rates.take("DescribeCmqQueues", now))
                taken.push_back(now);
        }
        QVERIFY(taken.size() >= 95);
        for (std::size_t i = 20; i < taken.size(); ++i)
            QVERIFY(taken[i] - taken[i - 20] >= 1s);
    }

    void actionsHaveTheirOwn()
    {
        CallRates rates;
        for (int i = 0; i < 20; ++i)
            QVERIFY(!rates.take("CreateCmqQueue", Time(1s)));
        QVERIFY(rates.take("CreateCmqQueue", Time(1s)));
        QVERIFY(!rates.take("CreateCmqTopic", Time(1s)));
        for (int i = 0; i < 100; ++i)
            QVERIFY(!rates.take("DescribeCmqQueueDetail", Time(1s)));
        QVERIFY(rates.take("DescribeCmqQueueDetail", Time(1s)));
    }

    void aClockThatIsSetBack()
    {
        CallRates rates;
        for (int i = 0; i < 20; ++i)
            QVERIFY(!rates.take("CreateCmqQueue", Time(1000s)));
        QVERIFY(!rates.take("CreateCmqQueue", Time(10s)));
    }
};

CMQ_TEST(callrates, TestCallRates)

} // namespace tst_callrates
#include "tst_callrates.moc"
