#include "clock.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_clock {

using namespace cmq;

/// Time never goes backwards, whatever the clocks of the machine do.
class TestClock : public QObject
{
    Q_OBJECT

    Time m_wall;
    SystemClock::Steady m_steady;
    std::unique_ptr<SystemClock> m_clock;

    void pass(Milliseconds duration)
    {
        m_wall += duration;
        m_steady += duration;
    }

private slots:
    void init()
    {
        m_wall = fromUnixSeconds(1'800'000'000);
        m_steady = SystemClock::Steady(std::chrono::hours(7));
        m_clock =
            std::make_unique<SystemClock>([this] { return m_wall; }, [this] { return m_steady; });
    }

    void followsTheWorld()
    {
        QCOMPARE(m_clock->now(), m_wall);
        pass(Milliseconds(1234));
        QCOMPARE(m_clock->now(), m_wall);
        QVERIFY(!m_clock->moveTo(m_wall + Seconds(9)));
        QCOMPARE(m_clock->now(), m_wall);
    }

    void goesOnWhenTheWallClockIsSetBack()
    {
        const Time before = m_clock->now();
        m_wall -= std::chrono::hours(1);
        QCOMPARE(m_clock->now(), before);
        pass(Seconds(5));
        QCOMPARE(m_clock->now(), before + Seconds(5));
    }

    void followsTheWallClockForwards()
    {
        const Time before = m_clock->now();
        m_wall += std::chrono::hours(8); // the machine slept
        QCOMPARE(m_clock->now(), before + std::chrono::hours(8));
    }

    void goesOnFromTheTimeOfAnEarlierProcess()
    {
        const Time stored = m_wall + std::chrono::hours(1); // the wall clock was set back since
        m_clock->notBefore(stored);
        QCOMPARE(m_clock->now(), stored);
        pass(Seconds(3));
        QCOMPARE(m_clock->now(), stored + Seconds(3));
        m_clock->notBefore(m_wall);
        QCOMPARE(m_clock->now(), stored + Seconds(3));
    }

    void saysWhenItWillBe()
    {
        QVERIFY(m_clock->when(m_wall + Seconds(2)) == m_steady + Seconds(2));
        m_wall -= std::chrono::hours(1);
        pass(Seconds(1));
        QVERIFY(m_clock->when(m_clock->now() + Seconds(2)) == m_steady + Seconds(2));
    }

    void aVirtualClockMovesWhenTold()
    {
        VirtualClock clock(m_wall);
        QVERIFY(!clock.when(m_wall + Seconds(1)));
        QVERIFY(clock.moveTo(m_wall + Seconds(5)));
        QCOMPARE(clock.now(), m_wall + Seconds(5));
        QVERIFY(clock.moveTo(m_wall));
        QCOMPARE(clock.now(), m_wall + Seconds(5));
    }
};

CMQ_TEST(clock, TestClock)

} // namespace tst_clock
#include "tst_clock.moc"
