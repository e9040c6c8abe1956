#include "cmq/names.h"

#include "tests/suite.h"

#include <QTest>

#include <set>
#include <string>

namespace tst_names {

using namespace cmq;
using namespace std::string_literals;

/// What may be a name, and which names are the same.
class TestNames final : public QObject
{
    Q_OBJECT

private slots:
    void nameIsJudged_data();
    void nameIsJudged();
    void everyByteIsJudged();
    void caseTwinsAreTheSame();
    void orderIgnoresCase();
    void searchFindsPartsIgnoringCase();
};

void TestNames::nameIsJudged_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* rule, const std::string& name, bool valid) {
        QTest::newRow(rule) << QByteArray::fromStdString(name) << valid;
    };
    row("empty", "", false);
    row("1 character", "q", true);
    row("64 characters", std::string(64, 'q'), true);
    row("65 characters", std::string(65, 'q'), false);
    row("digit first", "1queue", false);
    row("hyphen first", "-queue", false);
    row("underscore first", "_queue", false);
    row("digits, hyphens, underscores after the letter", "Q-9_z", true);
    row("dot", "a.b", false);
    row("slash", "a/b", false);
    row("backslash", "a\\b", false);
    row("dots upwards", "../../etc/passwd", false);
    row("blank", "a b", false);
    row("blank at the end", "ab ", false);
    row("new line at the end", "ab\n", false);
    row("NUL", "a\0b"s, false);
    row("NUL at the end", "ab\0"s, false);
    row("emoji", "queue😀", false);
    row("Chinese", "队列", false);
    row("accent", "é", false);
    row("full-width letter", "ａ", false);
    row("Kelvin sign", "\u212A", false);
    row("bytes that are not text", "a\xff", false);
    row("suffix of TDMQ's retry queues", "orders-retry", true);
    row("suffix of TDMQ's dead-letter queues", "orders-dlq", true);
}

void TestNames::nameIsJudged()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, valid);
    QCOMPARE(isValidName(name.toStdString()), valid);
}

void TestNames::everyByteIsJudged()
{
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (int byte = 0; byte < 256; ++byte) {
        const std::string text(1, static_cast<char>(byte));
        const bool isLetter = letters.find(text) != std::string::npos;
        const bool mayFollow = isLetter || "0123456789-_"s.find(text) != std::string::npos;
        QVERIFY2(isValidName(text) == isLetter, std::to_string(byte).c_str());
        QVERIFY2(isValidName('q' + text) == mayFollow, std::to_string(byte).c_str());
    }
}

void TestNames::caseTwinsAreTheSame()
{
    QVERIFY(equalsIgnoringCase("Orders", "oRDERS"));
    QVERIFY(!equalsIgnoringCase("Orders", "Order"));
    QVERIFY(!equalsIgnoringCase("a-b", "a_b"));
    // '@' and '`', '[' and '{' differ by the bit that tells upper from lower case.
    QVERIFY(!equalsIgnoringCase("@", "`"));
    QVERIFY(!equalsIgnoringCase("[", "{"));
}

void TestNames::orderIgnoresCase()
{
    std::set<std::string, LessIgnoringCase> names{"b", "A", "c", "B"};
    QVERIFY((std::vector<std::string>(names.begin(), names.end()) ==
             std::vector<std::string>{"A", "b", "c"}));
    QVERIFY(names.contains("a"));
    QVERIFY(LessIgnoringCase()("a", "aB"));
    QVERIFY(!LessIgnoringCase()("a", "A"));
}

void TestNames::searchFindsPartsIgnoringCase()
{
    QVERIFY(containsIgnoringCase("order-events", "EVENT"));
    QVERIFY(containsIgnoringCase("order-events", ""));
    QVERIFY(containsIgnoringCase("", ""));
    QVERIFY(!containsIgnoringCase("", "a"));
    QVERIFY(!containsIgnoringCase("order", "orders"));
    QVERIFY(!containsIgnoringCase("order", "o*r"));
    QVERIFY(containsIgnoringCase("aaab", "aab"));
}

CMQ_TEST(names, TestNames)

} // namespace tst_names
#include "tst_names.moc"
