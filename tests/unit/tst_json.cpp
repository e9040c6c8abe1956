#include "tests/suite.h"
#include "tests/vectors.h"

#include "wire/json.h"

#include <QTest>

namespace tst_json {

using namespace cmq;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void readsPublicVectors_data();
    void readsPublicVectors();
    void saysWhereItIsWrong();
    void writesEveryTextAsAString();
};

void TestJson::readsPublicVectors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expect");
    CMQ_NEEDS_VECTORS("json-parsing.jsonl");
    for (const QJsonObject& row : vectors::read(u"json-parsing.jsonl"_s))
        QTest::newRow(qPrintable(row[u"id"_s].toString()))
            << QByteArray::fromBase64(row[u"b64"_s].toString().toLatin1())
            << row[u"expect"_s].toString();
}

void TestJson::readsPublicVectors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expect);
    const auto value = wire::parseJson({text.data(), std::size_t(text.size())});
    if (expect != "either"_L1)
        QCOMPARE(value.has_value(), expect == "accept"_L1);
}

void TestJson::saysWhereItIsWrong()
{
    const auto value = wire::parseJson(R"({"code":0,"message":)");
    QVERIFY(!value);
    QVERIFY(value.error().id == ErrorId::ConnectionFailed);
    QVERIFY2(value.error().detail.find("20 bytes") != std::string::npos,
             value.error().detail.c_str());
}

void TestJson::writesEveryTextAsAString()
{
    std::string every;
    for (int c = 0; c < 0x80; ++c)
        every += static_cast<char>(c);
    for (const std::string& text :
         {std::string(), std::string("plain"), std::string("\"quoted\" \\"), std::string("中文 😀"),
          every, std::string(5000, '\n'), std::string(5000, 'x') + '\t'}) {
        std::string out = "[";
        wire::appendJsonString(out, text);
        const auto value = wire::parseJson(out + ']');
        QVERIFY2(value, out.c_str());
        QVERIFY(value->as_array().at(0).as_string() == text);
    }
    std::string out;
    wire::appendJsonString(out, "a\nb");
    QCOMPARE(out, std::string("\"a\\nb\""));
}

CMQ_TEST(json, TestJson)

} // namespace tst_json
#include "tst_json.moc"
