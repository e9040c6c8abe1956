#include "ui/common/quantity.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_quantity {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::SettingUnit;

/// What people type into fields for durations, sizes and counts.
class TestQuantity final : public QObject
{
    Q_OBJECT

private slots:
    void understood_data();
    void understood();
    void typedFormIsUnderstood();
};

static constexpr qint64 Refused = -1;

void TestQuantity::understood_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value");
    const auto row = [](SettingUnit unit, const QString& text, qint64 value) {
        QTest::addRow("%d \"%s\"", int(unit), qPrintable(text)) << int(unit) << text << value;
    };
    row(SettingUnit::Second, u"30"_s, 30);
    row(SettingUnit::Second, u"30s"_s, 30);
    row(SettingUnit::Second, u" 5 m "_s, 300);
    row(SettingUnit::Second, u"5min"_s, 300);
    row(SettingUnit::Second, u"12H"_s, 43200);
    row(SettingUnit::Second, u"4d"_s, 345600);
    row(SettingUnit::Second, u"1h 30m"_s, 5400);
    row(SettingUnit::Second, u"1h30m15s"_s, 5415);
    row(SettingUnit::Second, u"345,600"_s, 345600);
    row(SettingUnit::Second, u"4天"_s, 345600);
    row(SettingUnit::Second, u"１２小时"_s, 43200);
    row(SettingUnit::Second, u"1 小时 30 分钟"_s, 5400);
    row(SettingUnit::Second, u""_s, Refused);
    row(SettingUnit::Second, u"abc"_s, Refused);
    row(SettingUnit::Second, u"-5"_s, Refused);
    row(SettingUnit::Second, u"1.5h"_s, Refused);
    row(SettingUnit::Second, u"1h 90"_s, Refused);
    row(SettingUnit::Second, u"5 parsecs"_s, Refused);
    row(SettingUnit::Second, u"9223372036854775807d"_s, Refused);
    row(SettingUnit::Second, u"99999999999999999999"_s, Refused);
    row(SettingUnit::Byte, u"65536"_s, 65536);
    row(SettingUnit::Byte, u"64K"_s, 65536);
    row(SettingUnit::Byte, u"64 KiB"_s, 65536);
    row(SettingUnit::Byte, u"1MB"_s, 1048576);
    row(SettingUnit::Byte, u"1M 1K"_s, Refused);
    row(SettingUnit::Byte, u"1s"_s, Refused);
    row(SettingUnit::Count, u"100,000,000"_s, 100'000'000);
    row(SettingUnit::Count, u"7"_s, 7);
    row(SettingUnit::Count, u"7k"_s, Refused);
}

void TestQuantity::understood()
{
    QFETCH(int, unit);
    QFETCH(QString, text);
    QFETCH(qint64, value);
    QCOMPARE(parseQuantity(SettingUnit(unit), text).value_or(Refused), value);
}

void TestQuantity::typedFormIsUnderstood()
{
    QCOMPARE(typedQuantity(SettingUnit::Second, 345600), u"4d"_s);
    QCOMPARE(typedQuantity(SettingUnit::Second, 90), u"90s"_s);
    QCOMPARE(typedQuantity(SettingUnit::Byte, 65536), u"64K"_s);
    for (const SettingUnit unit : {SettingUnit::Second, SettingUnit::Byte, SettingUnit::Count}) {
        for (const qint64 value : {0, 1, 59, 60, 1024, 1025, 3600, 86400, 1296000, 100000000})
            QCOMPARE(parseQuantity(unit, typedQuantity(unit, value)).value_or(Refused), value);
    }
}

CMQ_TEST(quantity, TestQuantity)

} // namespace tst_quantity
#include "tst_quantity.moc"
