#include "wire/codec.h"
#include "wire/form.h"
#include "wire/signature.h"

#include "cmq/validation.h"

#include "tests/suite.h"

#include <QTest>

#include <cstdint>
#include <limits>
#include <string>

namespace tst_badinput {

using namespace cmq;
using namespace std::string_literals;

/// What people and programs send instead of a number, for every number of every action on queues
/// and messages: as it comes over HTTP, up to what is judged without knowing any queue.
class TestBadInput final : public QObject
{
    Q_OBJECT

private slots:
    void numberAsText_data();
    void numberAsText();
    void nameAsText_data();
    void nameAsText();
};

namespace {

/// An integer parameter on the wire.
struct Number
{
    const char* form; ///< all the others
    const char* name;
    std::int64_t min;
    std::int64_t max;    ///< none where more is cut
    const char* refusal; ///< outside of the range
    bool isRequired = false;
};

constexpr std::int64_t Any = std::numeric_limits<std::int64_t>::max();
constexpr char OutOfRange[] = "4000/10350";
constexpr char PolicyError[] = "4000/10720";

#define CMQ_SETTINGS(action)                                                                       \
    {action, "maxMsgHeapNum", 1'000'000, 1'000'000'000, OutOfRange},                               \
        {action, "pollingWaitSeconds", 0, 30, OutOfRange},                                         \
        {action, "visibilityTimeout", 1, 43'200, OutOfRange},                                      \
        {action, "maxMsgSize", 1024, 1'048'576, OutOfRange},                                       \
        {action "&rewindSeconds=0", "msgRetentionSeconds", 60, 1'296'000, OutOfRange},             \
        {action "&msgRetentionSeconds=1296000", "rewindSeconds", 0, 1'296'000, OutOfRange},        \
        {action "&deadLetterQueueName=d&policy=0", "maxReceiveCount", 1, 1000, PolicyError},       \
    {                                                                                              \
        action "&deadLetterQueueName=d&policy=1&msgRetentionSeconds=1296000", "maxTimeToLive",     \
            300, 43'200, PolicyError                                                               \
    }

const Number Numbers[] = {
    CMQ_SETTINGS("Action=CreateQueue&queueName=q"),
    CMQ_SETTINGS("Action=SetQueueAttributes&queueName=q"),
    {"Action=ListQueue", "offset", 0, Any, OutOfRange},
    {"Action=ListQueue", "limit", 1, Any, OutOfRange},
    {"Action=ListDeadLetterSourceQueues&deadLetterQueueName=d", "offset", 0, Any, OutOfRange},
    {"Action=ListDeadLetterSourceQueues&deadLetterQueueName=d", "limit", 1, Any, OutOfRange},
    // What is valid depends on the queue.
    {"Action=RewindQueue&queueName=q", "startConsumeTime", -Any, Any, nullptr, true},
    {"Action=SendMessage&queueName=q&msgBody=x", "delaySeconds", 0, 3600, "4000/10692"},
    {"Action=BatchSendMessage&queueName=q&msgBody.1=x", "delaySeconds", 0, 3600, "4000/10692"},
    {"Action=ReceiveMessage&queueName=q", "pollingWaitSeconds", 0, Any, OutOfRange},
    {"Action=BatchReceiveMessage&queueName=q&numOfMsg=1", "pollingWaitSeconds", 0, Any, OutOfRange},
    {"Action=BatchReceiveMessage&queueName=q", "numOfMsg", 1, 16, OutOfRange, true},
};

std::string codes(const Error& error)
{
    return std::to_string(error.code) + '/' + std::to_string(error.moduleCode);
}

/// `4000/10350 delaySeconds`, or `ok`: what the endpoint says before it asks the broker.
std::string verdict(std::string form)
{
    wire::Parameters parameters;
    if (!wire::decodeForm(form, parameters))
        return "not a form";
    wire::sortForSignature(parameters);
    const auto action = wire::actionFromParameters(parameters);
    if (!action)
        return codes(action.error()) + ' ' + action.error().parameter;
    const auto refusal = firstError(*action, Behaviour());
    return refusal ? codes(*refusal) + ' ' + refusal->parameter : "ok";
}

} // namespace

void TestBadInput::numberAsText_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("expected");
    for (const Number& number : Numbers) {
        const std::string parameter = number.name;
        const auto row = [&](const std::string& what, const std::string& text,
                             const std::string& expected) {
            const std::string title =
                std::string(number.form).substr(7, 24) + ' ' + number.name + ": " + what;
            QTest::newRow(title.c_str())
                << QByteArray::fromStdString(number.form + "&"s + parameter + '=' + text)
                << QByteArray::fromStdString(expected);
        };
        const std::string noNumber = "4000/10360 " + parameter;
        for (const auto& [what, text] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"empty", ""},
                 {"plus", "%2B1"},
                 {"a blank before", "%201"},
                 {"a blank as a plus", "+1"},
                 {"a blank behind", "1%20"},
                 {"a line end", "1%0A"},
                 {"NUL", "1%00"},
                 {"fraction", "1.0"},
                 {"exponent", "1e3"},
                 {"hexadecimal", "0x10"},
                 {"full-width digits", "%EF%BC%91%EF%BC%92"},
                 {"Arabic digits", "%D9%A1"},
                 {"NaN", "NaN"},
                 {"infinity", "inf"},
                 {"minus alone", "-"},
                 {"two minus", "--1"},
                 {"thousands", "1%2C000"},
                 {"word", "ten"}})
            row(what, text, noNumber);

        const std::string outside =
            number.refusal ? number.refusal + (' ' + parameter) : std::string("ok");
        const auto value = [&](const char* what, std::int64_t wanted) {
            const bool isIn = wanted >= number.min && wanted <= number.max;
            row(what, std::to_string(wanted), isIn ? "ok" : outside);
        };
        value("-1", -1);
        value("0", 0);
        value("2^31", std::int64_t{1} << 31);
        value("the least of 64 bits", std::numeric_limits<std::int64_t>::min());
        if (number.refusal) {
            value("min - 1", number.min - 1);
            value("min", number.min);
        }
        const bool isCut = number.max == Any;
        row("2^63", "9223372036854775808", isCut ? "ok" : outside);
        row("fifty digits", std::string(50, '9'), isCut ? "ok" : outside);
        row("fifty digits below 0", '-' + std::string(50, '9'), outside);
        if (!isCut) {
            value("max", number.max);
            value("max + 1", number.max + 1);
        }
        const std::string title = std::string(number.form).substr(7, 24) + ' ' + number.name;
        const bool isPolicy = number.refusal == PolicyError; // the rule needs its number
        QTest::newRow((title + ": missing").c_str())
            << QByteArray(number.form)
            << QByteArray::fromStdString(number.isRequired ? "4000/10390 " + parameter
                                         : isPolicy        ? "4000/10720 " + parameter
                                                           : "ok"s);
        QTest::newRow((title + ": twice").c_str())
            << QByteArray::fromStdString(number.form + "&"s + parameter + "=1&" + parameter + "=1")
            << QByteArray::fromStdString("4000/10330 " + parameter);
    }
}

void TestBadInput::numberAsText()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, expected);
    QCOMPARE(verdict(form.toStdString()), expected.toStdString());
}

void TestBadInput::nameAsText_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("1 letter") << QByteArray("q") << true;
    QTest::newRow("64 characters") << QByteArray(64, 'q') << true;
    QTest::newRow("65 characters") << QByteArray(65, 'q') << false;
    QTest::newRow("a digit first") << QByteArray("1q") << false;
    QTest::newRow("a hyphen first") << QByteArray("-q") << false;
    QTest::newRow("underscore") << QByteArray("q_1-a") << true;
    QTest::newRow("dot") << QByteArray("a.b") << false;
    QTest::newRow("slash") << QByteArray("a%2Fb") << false;
    QTest::newRow("up") << QByteArray("..%2F..") << false;
    QTest::newRow("NUL") << QByteArray("a%00b") << false;
    QTest::newRow("blank") << QByteArray("a%20b") << false;
    QTest::newRow("line end") << QByteArray("ab%0A") << false;
    QTest::newRow("emoji") << QByteArray("%F0%9F%98%80") << false;
    QTest::newRow("Chinese") << QByteArray("%E9%98%9F%E5%88%97") << false;
    QTest::newRow("full-width letter") << QByteArray("%EF%BD%91") << false;
    QTest::newRow("markup") << QByteArray("%3Cb%3E") << false;
    QTest::newRow("a megabyte") << QByteArray(1'000'000, 'q') << false;
}

void TestBadInput::nameAsText()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isValid);
    constexpr const char* forms[] = {
        "Action=CreateQueue&queueName=",
        "Action=GetQueueAttributes&queueName=",
        "Action=SetQueueAttributes&queueName=",
        "Action=DeleteQueue&queueName=",
        "Action=ClearQueue&queueName=",
        "Action=RewindQueue&startConsumeTime=1&queueName=",
        "Action=UnbindDeadLetterQueue&queueName=",
        "Action=ListDeadLetterSourceQueues&deadLetterQueueName=",
        "Action=SendMessage&msgBody=x&queueName=",
        "Action=BatchSendMessage&msgBody.1=x&queueName=",
        "Action=ReceiveMessage&queueName=",
        "Action=BatchReceiveMessage&numOfMsg=1&queueName=",
        "Action=DeleteMessage&receiptHandle=1&queueName=",
        "Action=BatchDeleteMessage&receiptHandle.1=1&queueName=",
    };
    for (const char* form : forms) {
        const std::string whole = form + name.toStdString();
        const std::string told = verdict(whole);
        QVERIFY2(isValid ? told == "ok" : told.starts_with("4000/10020 "),
                 (whole.substr(0, 100) + ": " + told).c_str());
        const std::string without =
            whole.substr(0, whole.rfind('&') == whole.npos ? whole.size() : whole.rfind('&'));
        QVERIFY2(verdict(without).starts_with("4000/10390 "), without.c_str());
    }
}

CMQ_TEST(badinput, TestBadInput)

} // namespace tst_badinput
#include "tst_badinput.moc"
