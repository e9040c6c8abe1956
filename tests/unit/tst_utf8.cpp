#include "tests/suite.h"
#include "tests/vectors.h"

#include "cmq/utf8.h"

#include <QTest>

#include <string>

namespace tst_utf8 {

using namespace cmq;
using namespace Qt::StringLiterals;

/// Bodies are text: what is text, and how long.
class TestUtf8 final : public QObject
{
    Q_OBJECT

private slots:
    void publicVectors();
    void everyCodePointIsText();
    void everyShortSequenceIsJudged();
    void brokenTextIsFoundAtEveryPlace();
    void lengthIsInCodePoints();
};

namespace {

/// UTF-8 by the book: value and length, then the three rules.
std::string encoded(std::uint32_t codePoint)
{
    const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
    if (codePoint < 0x80)
        return {byte(codePoint)};
    const char last = byte(0x80 | (codePoint & 0x3F));
    if (codePoint < 0x800)
        return {byte(0xC0 | codePoint >> 6), last};
    const char third = byte(0x80 | (codePoint >> 6 & 0x3F));
    if (codePoint < 0x10000)
        return {byte(0xE0 | codePoint >> 12), third, last};
    return {byte(0xF0 | codePoint >> 18), byte(0x80 | (codePoint >> 12 & 0x3F)), third, last};
}

bool isSurrogate(std::uint32_t codePoint)
{
    return codePoint >= 0xD800 && codePoint <= 0xDFFF;
}

} // namespace

void TestUtf8::publicVectors()
{
    CMQ_NEEDS_VECTORS("utf8.jsonl");
    const QList<QJsonObject> rows = vectors::read(u"utf8.jsonl"_s);
    QVERIFY(!rows.isEmpty());
    for (const QJsonObject& row : rows) {
        const QByteArray bytes = QByteArray::fromHex(row[u"hex"_s].toString().toLatin1());
        QVERIFY2(isValidUtf8(bytes.toStdString()) == row[u"valid"_s].toBool(),
                 qPrintable(row[u"id"_s].toString()));
    }
}

void TestUtf8::everyCodePointIsText()
{
    for (std::uint32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
        const std::string text = encoded(codePoint);
        if (isValidUtf8(text) != !isSurrogate(codePoint))
            QFAIL(std::to_string(codePoint).c_str());
    }
    QVERIFY(!isValidUtf8(encoded(0x110000)));
    QVERIFY(isValidUtf8(""));
}

void TestUtf8::everyShortSequenceIsJudged()
{
    // All sequences of three bytes, against the list of what is valid.
    std::vector<bool> isText(1U << 24U);
    const auto place = [](std::string_view text) {
        std::size_t value = 0;
        for (const char c : text)
            value = value << 8U | static_cast<unsigned char>(c);
        return value;
    };
    for (std::uint32_t a = 0; a < 0x80; ++a) {
        for (std::uint32_t b = 0; b < 0x80; ++b) {
            for (std::uint32_t c = 0; c < 0x80; ++c)
                isText[place(encoded(a) + encoded(b) + encoded(c))] = true;
        }
    }
    for (std::uint32_t two = 0x80; two < 0x800; ++two) {
        for (std::uint32_t one = 0; one < 0x80; ++one) {
            isText[place(encoded(two) + encoded(one))] = true;
            isText[place(encoded(one) + encoded(two))] = true;
        }
    }
    for (std::uint32_t three = 0x800; three < 0x10000; ++three) {
        if (!isSurrogate(three))
            isText[place(encoded(three))] = true;
    }
    std::string text(3, '\0');
    for (std::size_t i = 0; i < isText.size(); ++i) {
        text[0] = static_cast<char>(i >> 16U);
        text[1] = static_cast<char>(i >> 8U);
        text[2] = static_cast<char>(i);
        if (isValidUtf8(text) != isText[i])
            QFAIL(QByteArray::fromStdString(text).toHex().constData());
    }
}

void TestUtf8::brokenTextIsFoundAtEveryPlace()
{
    // Eight bytes are looked at together: no place in them hides a broken one.
    for (std::size_t length = 1; length <= 40; ++length) {
        const std::string good(length, 'x');
        QVERIFY(isValidUtf8(good));
        for (std::size_t at = 0; at < length; ++at) {
            for (const char broken : {'\x80', '\xC3', '\xFF'}) {
                std::string text = good;
                text[at] = broken;
                QVERIFY(!isValidUtf8(text));
            }
            QVERIFY(isValidUtf8(good.substr(0, at) + "中😀" + good.substr(at)));
        }
    }
}

void TestUtf8::lengthIsInCodePoints()
{
    QCOMPARE(codePointCount(""), 0U);
    QCOMPARE(codePointCount("abc"), 3U);
    QCOMPARE(codePointCount("é中😀"), 3U);
    QCOMPARE(codePointCount("e\u0301"), 2U);
}

CMQ_TEST(utf8, TestUtf8)

} // namespace tst_utf8
#include "tst_utf8.moc"
