#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/language.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_format {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Milliseconds;
using cmq::Seconds;

/// How values are shown, in both languages.
class TestFormat final : public QObject
{
    Q_OBJECT

private slots:
    void count();
    void rate();
    void bytes_data();
    void bytes();
    void duration_data();
    void duration();
    void span_data();
    void span();
    void age_data();
    void age();
    void instantHasNoLocale();
    void foreignTextIsHarmless_data();
    void foreignTextIsHarmless();
    void foreignTextWhereMarksMeanSomething();

private:
    static void speak(bool chinese);
};

void TestFormat::speak(bool chinese)
{
    static Language language;
    language.setMode(chinese ? LanguageMode::Chinese : LanguageMode::English);
}

void TestFormat::count()
{
    QCOMPARE(formatCount(0), u"0"_s);
    QCOMPARE(formatCount(1204), u"1,204"_s);
    QCOMPARE(formatCount(100'000'000), u"100,000,000"_s);
    QCOMPARE(formatCount(-5), u"-5"_s);
}

void TestFormat::rate()
{
    QCOMPARE(formatRate(0), u"0"_s);
    QCOMPARE(formatRate(0.04), u"0"_s);
    QCOMPARE(formatRate(3.46), u"3.5"_s);
    QCOMPARE(formatRate(4), u"4"_s);
    QCOMPARE(formatRate(9.97), u"10"_s);
    QCOMPARE(formatRate(1204.4), u"1,204"_s);
}

void TestFormat::bytes_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("shown");
    const auto row = [](qint64 value, const QString& shown) {
        QTest::addRow("%lld", static_cast<long long>(value)) << value << shown;
    };
    row(0, u"0 B"_s);
    row(1023, u"1,023 B"_s);
    row(1024, u"1 KiB"_s);
    row(1536, u"1.5 KiB"_s);
    row(65536, u"64 KiB"_s);
    row(1048576, u"1 MiB"_s);
    row(10'737'418'240, u"10 GiB"_s);
}

void TestFormat::bytes()
{
    QFETCH(qint64, value);
    QFETCH(QString, shown);
    QCOMPARE(formatBytes(value), shown);
}

static void addTimes()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
}

static void addTime(const char* rule, qint64 value, const QString& english, const QString& chinese)
{
    QTest::newRow(rule) << value << english << chinese;
}

void TestFormat::duration_data()
{
    addTimes();
    addTime("nothing", 0, u"0 s"_s, u"0 秒"_s);
    addTime("seconds", 30, u"30 s"_s, u"30 秒"_s);
    addTime("a minute", 60, u"1 min"_s, u"1 分钟"_s);
    addTime("two units", 5400, u"1 h 30 min"_s, u"1 小时 30 分钟"_s);
    addTime("minute and second", 61, u"1 min 1 s"_s, u"1 分钟 1 秒"_s);
    addTime("days", 345600, u"4 d"_s, u"4 天"_s);
    addTime("days and hours", 90000, u"1 d 1 h"_s, u"1 天 1 小时"_s);
    addTime("three units stay seconds", 3661, u"3,661 s"_s, u"3,661 秒"_s);
}

void TestFormat::duration()
{
    QFETCH(qint64, value);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    speak(false);
    QCOMPARE(formatDuration(Seconds(value)), english);
    speak(true);
    QCOMPARE(formatDuration(Seconds(value)), chinese);
}

void TestFormat::span_data()
{
    addTimes();
    addTime("negative is nothing", -1, u"0 s"_s, u"0 秒"_s);
    addTime("below a second", 999, u"0 s"_s, u"0 秒"_s);
    addTime("seconds", 59'999, u"59 s"_s, u"59 秒"_s);
    addTime("minutes", 60'000, u"1 min"_s, u"1 分钟"_s);
    addTime("hours", 7'199'000, u"1 h"_s, u"1 小时"_s);
    addTime("days", 172'800'000, u"2 d"_s, u"2 天"_s);
}

void TestFormat::span()
{
    QFETCH(qint64, value);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    speak(false);
    QCOMPARE(formatSpan(Milliseconds(value)), english);
    speak(true);
    QCOMPARE(formatSpan(Milliseconds(value)), chinese);
}

void TestFormat::age_data()
{
    addTimes();
    addTime("now", 0, u"just now"_s, u"刚刚"_s);
    addTime("the future is now", -5000, u"just now"_s, u"刚刚"_s);
    addTime("seconds", 3000, u"3 s ago"_s, u"3 秒前"_s);
    addTime("minutes", 300'000, u"5 min ago"_s, u"5 分钟前"_s);
}

void TestFormat::age()
{
    QFETCH(qint64, value);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    speak(false);
    QCOMPARE(formatAge(Milliseconds(value)), english);
    speak(true);
    QCOMPARE(formatAge(Milliseconds(value)), chinese);
}

void TestFormat::instantHasNoLocale()
{
    const QDateTime local(QDate(2026, 1, 31), QTime(10, 32, 7));
    const cmq::Time instant = cmq::fromUnixMilliseconds(local.toMSecsSinceEpoch());
    for (const bool chinese : {false, true}) {
        speak(chinese);
        QCOMPARE(formatInstant(instant), u"2026-01-31 10:32:07"_s);
    }
}

void TestFormat::foreignTextIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("words stay") << u"订单 42"_s << u"订单 42"_s;
    QTest::newRow("one line") << u"a\nb\tc"_s << u"a b c"_s;
    QTest::newRow("markup is text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
    QTest::newRow("direction override") << u"a\u202Eb"_s << u"a\uFFFDb"_s;
    QTest::newRow("isolates, marks, line separators")
        << u"\u2066a\u061Cb\u2028"_s << u"\uFFFDa\uFFFDb\uFFFD"_s;
    QTest::newRow("control") << u"a\u0007"_s << u"a\uFFFD"_s;
    QTest::newRow("long") << QString(200, u'x') << QString(120, u'x') + u'…';
}

void TestFormat::foreignTextIsHarmless()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(formatForeign(text), shown);
}

void TestFormat::foreignTextWhereMarksMeanSomething()
{
    QCOMPARE(formatCaption(u"A&B\u202E"_s), u"A&&B\uFFFD"_s);
    QCOMPARE(formatTip(u"a < b"_s), u"a < b"_s);
    const QString tip = formatTip(u"<img src=x>"_s);
    QVERIFY(tip.contains(u"&lt;img"_s) && !tip.contains(u"<img"_s));
    // Lines stay where lines are shown.
    QCOMPARE(formatVisible(u"a\n\u202Eb\t"_s), u"a\n\uFFFDb\t"_s);
    Label label;
    label.setText(u"<b>x</b>\u202E"_s);
    QCOMPARE(label.text(), u"<b>x</b>\uFFFD"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

CMQ_TEST(format, TestFormat)

} // namespace tst_format
#include "tst_format.moc"
