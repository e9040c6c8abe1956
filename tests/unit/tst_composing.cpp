#include "ui/bodyview/jsonerror.h"
#include "ui/bodyview/jsonpath.h"
#include "ui/messages/bodyvariables.h"
#include "ui/messages/hextext.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_composing {

using namespace ui;
using namespace Qt::StringLiterals;

/// What people write becomes bytes: variables, hexadecimal digits, and what is wrong with JSON.
class TestComposing final : public QObject
{
    Q_OBJECT

private slots:
    void variables_data();
    void variables();
    void variablesDifferFromMessageToMessage();
    void hex_data();
    void hex();
    void hexIsReadBack();
    void jsonErrors_data();
    void jsonErrors();
    void jsonPaths_data();
    void jsonPaths();
    void brokenPathsSayWhere_data();
    void brokenPathsSayWhere();
};

void TestComposing::variables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::newRow("none") << u"plain {x} {{ y"_s << u"plain {x} {{ y"_s;
    QTest::newRow("seq") << u"{{seq}}/{{seq}}"_s << u"7/7"_s;
    QTest::newRow("now") << u"at {{now}}"_s << u"at 1767225600123"_s;
    QTest::newRow("uuid") << u"{{uuid}}{{uuid}}"_s << u"id-1id-2"_s;
    QTest::newRow("rand") << u"{{rand 1 6}}"_s << u"[1,6]"_s;
    QTest::newRow("rand turned round") << u"{{rand 6 -1}}"_s << u"[-1,6]"_s;
    QTest::newRow("unknown") << u"{{name}} {{rand 1}} {{ seq }}"_s
                             << u"{{name}} {{rand 1}} {{ seq }}"_s;
    QTest::newRow("values are not looked at again") << u"{{{{seq}}}}"_s << u"{{7}}"_s;
}

void TestComposing::variables()
{
    QFETCH(QString, text);
    int ids = 0;
    const VariableValues values{7, cmq::fromUnixMilliseconds(1'767'225'600'123),
                                [&] { return u"id-%1"_s.arg(++ids); },
                                [](qint64, qint64) { return qint64(0); }};
    VariableValues withRange = values;
    QString range;
    withRange.random = [&](qint64 a, qint64 b) {
        range = u"[%1,%2]"_s.arg(a).arg(b);
        return qint64(0);
    };
    QString filled = withVariables(text, withRange);
    if (!range.isEmpty())
        filled = range;
    QTEST(filled, "filled");
    QCOMPARE(hasVariables(text), filled != text);
}

void TestComposing::variablesDifferFromMessageToMessage()
{
    const auto now = cmq::fromUnixMilliseconds(1'767'225'600'123);
    QVERIFY(withVariables(u"{{uuid}}"_s, variableValues(1, now)) !=
            withVariables(u"{{uuid}}"_s, variableValues(1, now)));
    QSet<int> seen;
    for (int i = 0; i < 200; ++i) {
        const int number = withVariables(u"{{rand 1 3}}"_s, variableValues(1, now)).toInt();
        QVERIFY(number >= 1 && number <= 3);
        seen.insert(number);
    }
    QCOMPARE(seen.size(), 3);
}

void TestComposing::hex_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("errorAt");
    QTest::newRow("empty") << QString() << QByteArray() << -1;
    QTest::newRow("pairs") << u"48 65\n6C6c 6f"_s << QByteArray("Hello") << -1;
    QTest::newRow("zero") << u"00"_s << QByteArray(1, '\0') << -1;
    QTest::newRow("a digit alone") << u"48 6"_s << QByteArray("H") << 3;
    QTest::newRow("a pair torn apart") << u"4 8"_s << QByteArray() << 0;
    QTest::newRow("no digit") << u"48 6g"_s << QByteArray("H") << 4;
}

void TestComposing::hex()
{
    QFETCH(QString, text);
    const HexBytes read = bytesOfHex(text);
    QTEST(int(read.errorAt), "errorAt");
    QTEST(read.bytes, "bytes");
}

void TestComposing::hexIsReadBack()
{
    QByteArray bytes;
    for (int i = 0; i < 300; ++i)
        bytes += char(i);
    QCOMPARE(bytesOfHex(hexOfBytes(bytes)).bytes, bytes);
    QCOMPARE(hexOfBytes("0123456789abcdefg"),
             u"30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66\n67"_s);
}

void TestComposing::jsonErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("fine") << QByteArray("{\"a\": [1, true, null]}") << 0 << 0;
    QTest::newRow("a number is JSON, too") << QByteArray("12") << 0 << 0;
    QTest::newRow("nothing") << QByteArray() << 1 << 1;
    QTest::newRow("in the second line") << QByteArray("{\"a\": 1,\n  b\": 2}") << 2 << 3;
    QTest::newRow("columns are characters") << QByteArray("[\"订单\" 1]") << 1 << 7;
    QTest::newRow("after the end") << QByteArray("{}\n{}") << 2 << 1;
}

void TestComposing::jsonErrors()
{
    QFETCH(QByteArray, text);
    const auto error = jsonErrorOf(text);
    QTEST(error ? error->line : 0, "line");
    QTEST(error ? error->column : 0, "column");
    QVERIFY(!error || !error->text.isEmpty());
}

void TestComposing::jsonPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const QString& path, bool isMatch) {
        QTest::addRow("%s", qPrintable(path)) << path << isMatch;
    };
    row(u"$"_s, true);
    row(u"$.order"_s, true);
    row(u"$.nothing"_s, false);
    row(u"$.order.id=7"_s, true);
    row(u"$.order.id = 7.0"_s, true);
    row(u"$.order.id!=7"_s, false);
    row(u"$.order.id>10"_s, false);
    row(u"$.order.id<=7"_s, true);
    row(u"$.order.name=\"A \\u0042\""_s, true);
    row(u"$.order.name=A B"_s, true);
    row(u"$.order.name~a"_s, true);
    row(u"$['order']['id']=7"_s, true);
    row(u"$['a.b']=1"_s, true);
    row(u"$.items[1].price>19"_s, true);
    row(u"$.items[0].price>19"_s, false);
    row(u"$.items[9]"_s, false);
    row(u"$.items[*].price=20"_s, true);
    row(u"$.items[*].price=21"_s, false);
    row(u"$.*.id=7"_s, true);
    row(u"$.价格=true"_s, true);
    row(u"$.items.price"_s, false);
}

void TestComposing::jsonPaths()
{
    QFETCH(QString, path);
    qsizetype errorAt = 0;
    const auto parsed = JsonPath::parse(path, errorAt);
    QVERIFY2(parsed, qPrintable(QString::number(errorAt)));
    const auto json = readJson(R"({"order": {"id": 7, "name": "A B"}, "a.b": 1, "价格": true,
                                   "items": [{"price": 10}, {"price": 20}]})");
    QVERIFY(json);
    QTEST(parsed->matches(*json), "isMatch");
}

void TestComposing::brokenPathsSayWhere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("errorAt");
    QTest::newRow("no way") << u"order"_s << 0;
    QTest::newRow("open bracket") << u"$.a[1"_s << 3;
    QTest::newRow("two dots") << u"$.a..b"_s << 3;
    QTest::newRow("no value") << u"$.a="_s << 3;
}

void TestComposing::brokenPathsSayWhere()
{
    QFETCH(QString, path);
    qsizetype errorAt = 0;
    QVERIFY(!JsonPath::parse(path, errorAt));
    QTEST(int(errorAt), "errorAt");
}

CMQ_TEST(composing, TestComposing)

} // namespace tst_composing
#include "tst_composing.moc"
