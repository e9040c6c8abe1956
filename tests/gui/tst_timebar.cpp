#include "ui/lab/playback.h"
#include "ui/lab/timebar.h"

#include "tests/suite.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace tst_timebar {

using namespace Qt::StringLiterals;

namespace {

/// A broker's clock with something that happens every 30 s; answers when it is told to.
class FakeTime final : public cmq::TimeControl
{
public:
    cmq::Time now() const override { return m_now; }

    void advance(cmq::Milliseconds by,
                 std::function<void(cmq::Result<cmq::Time>)> completion) override
    {
        m_now += by;
        completion(m_now);
    }

    void nextChange(std::function<void(cmq::Result<std::optional<cmq::Time>>)> completion) override
    {
        completion(isIdle ? std::nullopt
                          : std::optional(m_now - m_now.time_since_epoch() % cmq::Seconds(30) +
                                          cmq::Seconds(30)));
    }

    bool isIdle = false;

private:
    cmq::Time m_now = cmq::fromUnixSeconds(1'700'000'010);
};

} // namespace

class TestTimeBar : public QObject
{
    Q_OBJECT

private slots:
    void stepGoesToTheNextChange()
    {
        FakeTime time;
        ui::Playback playback(time);
        ui::TimeBar bar(playback);
        auto* next = bar.findChild<QLabel*>(u"timeNext"_s);
        QTRY_COMPARE(next->text(), u"Next change in 30.0 s"_s);
        QTest::mouseClick(bar.findChild<QToolButton*>(u"timeStep"_s), Qt::LeftButton);
        QTRY_COMPARE(playback.now(), cmq::fromUnixSeconds(1'700'000'040));
        QVERIFY(!playback.isPlaying());
    }

    void nothingToStepToSaysSo()
    {
        FakeTime time;
        time.isIdle = true;
        ui::Playback playback(time);
        ui::TimeBar bar(playback);
        QCOMPARE(bar.findChild<QLabel*>(u"timeNext"_s)->text(), u"Nothing will happen by itself"_s);
        auto* step = bar.findChild<QToolButton*>(u"timeStep"_s);
        QVERIFY(!step->isEnabled());
        QCOMPARE(step->toolTip(), u"Nothing will happen by itself"_s);
    }

    void jumpMovesTime()
    {
        FakeTime time;
        ui::Playback playback(time);
        QSignalSpy moved(&playback, &ui::Playback::moved);
        playback.jump(cmq::Seconds(3600));
        QTRY_COMPARE(moved.count(), 1);
        QCOMPARE(playback.now(), cmq::fromUnixSeconds(1'700'003'610));
    }

    void speedIsChosenAndKept()
    {
        FakeTime time;
        ui::Playback playback(time);
        ui::TimeBar bar(playback);
        auto* speed = bar.findChild<QComboBox*>(u"timeSpeed"_s);
        QTest::keyClick(speed, Qt::Key_Down);
        QTRY_COMPARE(playback.speed(), 10);
        playback.faster();
        QCOMPARE(speed->currentData().toInt(), 60);
        for (int i = 0; i < 10; ++i)
            playback.faster();
        QCOMPARE(playback.speed(), 10'000);
        playback.setSpeed(17);
        QCOMPARE(playback.speed(), 10'000);
    }

    void playsUntilPaused()
    {
        FakeTime time;
        ui::Playback playback(time);
        ui::TimeBar bar(playback);
        auto* toggle = bar.findChild<QToolButton*>(u"timeToggle"_s);
        playback.setSpeed(10'000);
        QCOMPARE(toggle->text(), u"Play"_s);
        const cmq::Time before = playback.now();
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(toggle->text(), u"Pause"_s);
        QTRY_VERIFY(playback.now() > before);
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(!playback.isPlaying());
    }
};

CMQ_TEST(timebar, TestTimeBar)

} // namespace tst_timebar
#include "tst_timebar.moc"
