#include "tests/suite.h"
#include "tests/vectors.h"

#include "cmq/utf8.h"
#include "wire/form.h"

#include <QJsonArray>
#include <QTest>

namespace tst_form {

using namespace cmq;
using namespace Qt::StringLiterals;

class TestForm : public QObject
{
    Q_OBJECT

private slots:
    void decodesPublicVectors_data();
    void decodesPublicVectors();
    void decodesInPlace();
    void keepsBrokenEscapes();
    void refusesTooManyParameters();
    void encodesWhatItDecodes();
    void encodesAsSdksDo();
};

namespace {

wire::Parameters decoded(std::string& text)
{
    wire::Parameters parameters;
    [[maybe_unused]] const bool all = wire::decodeForm(text, parameters);
    return parameters;
}

} // namespace

void TestForm::decodesPublicVectors_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QJsonArray>("output");
    CMQ_NEEDS_VECTORS("form-urlencoded.jsonl");
    for (const QJsonObject& row : vectors::read(u"form-urlencoded.jsonl"_s))
        QTest::newRow(qPrintable(row[u"id"_s].toString()))
            << row[u"input"_s].toString() << row[u"output"_s].toArray();
}

void TestForm::decodesPublicVectors()
{
    QFETCH(QString, input);
    QFETCH(QJsonArray, output);
    std::string text = input.toStdString();
    const wire::Parameters parameters = decoded(text);
    QCOMPARE(qsizetype(parameters.size()), output.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const QJsonArray pair = output[qsizetype(i)].toArray();
        for (const auto& [bytes, expected] :
             {std::pair(parameters[i].name, pair[0]), std::pair(parameters[i].value, pair[1])}) {
            // We refuse later what is not UTF-8; the vectors show it as U+FFFD.
            const QString wanted = expected.toString();
            QCOMPARE(isValidUtf8(bytes), !wanted.contains(QChar(0xFFFD)));
            if (isValidUtf8(bytes))
                QCOMPARE(bytes, wanted.toStdString());
        }
    }
}

void TestForm::decodesInPlace()
{
    std::string text = "queueName=test-queue-1&msgBody=This%27is+test%20message&empty=&flag";
    const wire::Parameters expected{{"queueName", "test-queue-1"},
                                    {"msgBody", "This'is test message"},
                                    {"empty", ""},
                                    {"flag", ""}};
    const wire::Parameters parameters = decoded(text);
    QVERIFY(parameters == expected);
    for (const wire::Parameter& parameter : parameters)
        QVERIFY(parameter.name.data() >= text.data() &&
                parameter.name.data() <= text.data() + text.size());
}

void TestForm::keepsBrokenEscapes()
{
    std::string text = "a=%&b=%4&c=%zz&d=%4%41&e=100%+";
    const wire::Parameters expected{
        {"a", "%"}, {"b", "%4"}, {"c", "%zz"}, {"d", "%4A"}, {"e", "100% "}};
    QVERIFY(decoded(text) == expected);
}

void TestForm::refusesTooManyParameters()
{
    std::string text;
    for (std::size_t i = 0; i < wire::ParametersMax; ++i)
        text += "a&";
    wire::Parameters parameters;
    std::string fits = text;
    QVERIFY(wire::decodeForm(fits, parameters));
    QCOMPARE(parameters.size(), wire::ParametersMax);
    text += "a";
    QVERIFY(!wire::decodeForm(text, parameters));
    QCOMPARE(parameters.size(), wire::ParametersMax);
}

void TestForm::encodesWhatItDecodes()
{
    std::string everyByte;
    for (int byte = 0; byte < 256; ++byte)
        everyByte += static_cast<char>(byte);
    const std::vector<wire::FormField> fields{
        {"plain", "value"}, {"a&b=c", "d%+~*é中"}, {"", "x"}, {"bytes", everyByte}};
    std::string text = wire::encodeForm(fields);
    QVERIFY(decoded(text) == wire::viewsOf(fields));
}

void TestForm::encodesAsSdksDo()
{
    std::string text;
    wire::appendFormEncoded(text, "This'is test/message-._~é");
    QCOMPARE(text, "This%27is+test%2Fmessage-._~%C3%A9");
}

CMQ_TEST(form, TestForm)

} // namespace tst_form
#include "tst_form.moc"
