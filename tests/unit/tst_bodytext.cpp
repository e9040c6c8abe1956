#include "ui/bodyview/bodytext.h"
#include "ui/bodyview/json.h"

#include "tests/suite.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace tst_bodytext {

using namespace ui;
using namespace Qt::StringLiterals;

/// Reading bodies: what is text, what is JSON, and what must not stay hidden.
class TestBodyText final : public QObject
{
    Q_OBJECT

private slots:
    void textIsUtf8();
    void hiddenCharactersBecomeVisible();
    void jsonIsRead_data();
    void jsonIsRead();
    void treeKeepsTheSource();
    void anyJsonAgreesWithQt();
    void indentationChangesBlanksOnly();
    void depthIsNoProblem();
};

void TestBodyText::textIsUtf8()
{
    QCOMPARE(textOf("订单 1"), u"订单 1"_s);
    QCOMPARE(textOf("\xEF\xBB\xBFx"), u"\uFEFFx"_s);
    QVERIFY(!textOf("a\xFF"));
    QVERIFY(!textOf(QByteArray("\xE8\xAE", 2))); // cut off
    QVERIFY(!textOf(QByteArray("a\0b", 3)));
}

void TestBodyText::hiddenCharactersBecomeVisible()
{
    const QString text = u"a\tb\n\r\x1B\x7F\u202Eevil\u2066\u200B\uFDD0"_s;
    const QString shown = visibleText(text);
    QCOMPARE(shown, u"a\tb\n\u240D\u241B\u2421\uFFFDevil\uFFFD\uFFFD\uFFFD"_s);
    QCOMPARE(shown.size(), text.size());
    QCOMPARE(visibleText(u"订单 😀 عربي"_s), u"订单 😀 عربي"_s);
}

void TestBodyText::jsonIsRead_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isJson");
    const auto row = [](const char* source, bool isJson) {
        QTest::newRow(source) << QByteArray(source) << isJson;
    };
    for (const char* good :
         {"{}", "[]", " [ ] ", "[1,-0,0.5,1e9,1E-3]", "{\"a\":{\"b\":[null,true,false]}}",
          "\"\\u00e9\\n\"", "12345678901234567890.10", "{\"a\":1,\"a\":2}"})
        row(good, true);
    for (const char* bad : {"",      " ",         "{",        "[",           "[1,]",       "[,1]",
                            "{,}",   "{\"a\"}",   "{\"a\":}", "{a:1}",       "{\"a\":1,}", "01",
                            "1.",    ".5",        "+1",       "1e",          "-",          "tru",
                            "truex", "\"a",       "\"\\x\"",  "\"\\u12g4\"", "\"a\nb\"",   "[1] 2",
                            "[1}",   "{\"a\":1]", "]",        "[1 2]"})
        row(bad, false);
}

void TestBodyText::jsonIsRead()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, isJson);
    QCOMPARE(readJson(source).has_value(), isJson);
}

void TestBodyText::treeKeepsTheSource()
{
    const auto json = readJson(R"({"z": 1.10, "a": [ "x", {} ], "z": null})");
    QVERIFY(json);
    const JsonNode& root = json->nodes[0];
    QCOMPARE(root.childCount, 3);
    const auto child = [&](int i) -> const JsonNode& {
        return json->nodes[std::size_t(json->children[std::size_t(root.firstChild + i)])];
    };
    QCOMPARE(json->key(child(0)), "\"z\"");
    QCOMPARE(json->value(child(0)), "1.10");
    QCOMPARE(json->value(child(1)), "[ \"x\", {} ]");
    QVERIFY(child(1).kind == JsonKind::Array);
    QCOMPARE(child(1).childCount, 2);
    QVERIFY(child(2).kind == JsonKind::Null);
    QCOMPARE(child(2).row, 2);
}

// Valid texts with a few bytes changed: we and Qt must say the same. (Qt takes no scalars.)
void TestBodyText::anyJsonAgreesWithQt()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QByteArray sources[] = {R"({"a":[1,2.5,{"b":null}],"c":"x\"y","d":true})",
                                  R"([ [], {}, "\u0041", -1e+3, false ])"};
    constexpr char alphabet[] = "{}[],:\"\\ 0123456789.-+eEtrufalsn";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray source = sources[random.bounded(2)];
        for (int i = random.bounded(3); i >= 0; --i)
            source[random.bounded(int(source.size()))] =
                alphabet[random.bounded(int(sizeof alphabet) - 1)];
        if (!looksLikeJson(source))
            continue;
        QJsonParseError error;
        QJsonDocument::fromJson(source, &error);
        const bool isJson = readJson(source).has_value();
        // Qt reads numbers less strictly than RFC 8259 does: what it refuses, we must. It refuses
        // numbers that no double can hold, too, which are JSON all the same.
        static const QRegularExpression huge(u"[eE]\\+?[0-9]{3}"_s);
        const bool isHuge = error.error == QJsonParseError::IllegalNumber &&
                            huge.match(QString::fromLatin1(source)).hasMatch();
        const bool agrees = error.error == QJsonParseError::NoError || !isJson || isHuge;
        QVERIFY2(agrees, source + " seed " + QByteArray::number(seed));
    }
}

void TestBodyText::indentationChangesBlanksOnly()
{
    const QByteArray source = R"({"a":[1, 2,{ }],"b,{":"x\"} ,","c":[ ]})";
    const QByteArray expected = R"({
  "a": [
    1,
    2,
    {}
  ],
  "b,{": "x\"} ,",
  "c": []
})";
    QCOMPARE(indentedJson(source), expected);
    QCOMPARE(indentedJson(expected), expected);
}

void TestBodyText::depthIsNoProblem()
{
    constexpr int depth = 200'000;
    const QByteArray source = QByteArray(depth, '[') + QByteArray(depth, ']');
    const auto json = readJson(source);
    QVERIFY(json);
    QCOMPARE(int(json->nodes.size()), depth);
    QVERIFY(indentedJson(source).size() < depth * 220LL);
}

CMQ_TEST(bodytext, TestBodyText)

} // namespace tst_bodytext
#include "tst_bodytext.moc"
