#include "tests/print.h"
#include "tests/suite.h"

#include "cmq/error.h"
#include "cmq/result.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace tst_error {

using namespace cmq;

/// The error table against the pages of CMQ, and how envelopes of other services are read.
class TestError final : public QObject
{
    Q_OBJECT

private slots:
    void everyDocumentedErrorIsInTheTable_data();
    void everyDocumentedErrorIsInTheTable();
    void tableHasNothingElse();
    void subjectTakesItsPlace();
    void messageHasTheModuleCode();
    void ownRulesAreReadBack();
    void remoteErrorIsRecognised_data();
    void remoteErrorIsRecognised();
    void retryFollowsTheCode();
};

namespace {

struct Documented
{
    int code;
    int moduleCode;
    const char* text;
};

// CMQ API, error codes: common, queues, topics and subscriptions, dead letters. 10580 is an older
// number of 10620 and is only read.
constexpr Documented DocumentedErrors[] = {
    {4000, 10000, "invalid request parameters"},
    {4000, 10010, "lacked of required parameters"},
    {4000, 10110, "request parameters error"},
    {4000, 10280, "action is not existed"},
    {4000, 10310, "error: parameter %s key format error"},
    {4000, 10320, "no such parameter %s"},
    {4000, 10330, "parameter %s is NOT a repeatable parameter"},
    {4000, 10350, "parameter %s value or length is out of range"},
    {4000, 10360, "parameter %s error type"},
    {4000, 10370, "%s parameter batch size is out of range"},
    {4000, 10380, "%s parameter is not consequent"},
    {4000, 10390, "lacked of required parameter %s"},
    {4000, 10400, "cannot find parameter %s in uri"},
    {4000, 10410, "unexpected http %s only GET or POST is supported"},
    {4000, 10420, "cannot parse %s, or request size is more than 1MB"},
    {4000, 10430, "action name %s is not existed"},
    {4000, 10440, "account illegal, it may be an assistant account"},
    {4000, 10450, "secret id dosen't begin with AKID"},
    {4000, 10461, "no cam authentication"},
    {4100, 10030, "authentication failed"},
    {4100, 10031, "connection is not authenticated"},
    {4100, 10032, "connection is already authenticated"},
    {4100, 10080, "secret id status error"},
    {4100, 10270, "secret id is not existed"},
    {4300, 10040, "charge overdue"},
    {4420, 10250, "qps throttling"},
    {4480, 10460, "exceed interface frequency limit, please slow down"},
    {6000, 10050, "server internal error"},
    {4440, 10100, "queue is not existed, or deleted"},
    {4460, 10210, "queue is already existed"},
    {4000, 10020, "queue name format error"},
    {4000, 10120, "message body can't be empty"},
    {4000, 10470, "receiptHandle error"},
    {4000, 10680,
     "invalid rewind time, you can get the vaild range of that via GetQueueAttributes"},
    {4000, 10692, "delay seconds is out of range"},
    {4000, 10700, "rewindSeconds cannot be greater than msgRetentionSeconds"},
    {4000, 10710, "deadLetterPolicy must be a json string"},
    {4000, 10720, "deadLetterPolicy params error,please check it"},
    {4000, 10730, "deadLetter queue not exist"},
    {4000, 10740, "deadLetter queue is not allowed to nest"},
    {4000, 10750, "it is not allowed to be deleted when the queue is dead letter queue"},
    {4000, 10760, "the deadLetterPolicy must has deadLetterQueue member, only be a string"},
    {4000, 10770, "the deadLetterPolicy must has policy member , only set 0 or 1"},
    {4000, 10780, "the deadLetter Queue bind too many times"},
    {4400, 10230, "exceed maximum message size"},
    {4410, 10240, "reach maximum retention number of message"},
    {4430, 10260, "receipt handle is invalid"},
    {4450, 10220, "number of queues has reached the limit"},
    {4470, 10300, "total message size exceed 1MB"},
    {4490, 10770, "message id is invalid"},
    {4490, 10780, "message operation is not allowed"},
    {4490, 10790, "transaction message is not supported"},
    {6000, 10090, "send message failed"},
    {6000, 10130, "recieve message failed"},
    {6000, 10140, "delete message failed"},
    {6000, 10160, "get queue attributes failed"},
    {6000, 10170, "set queue attributes failed"},
    {6000, 10180, "delete queue failed"},
    {6000, 10190, "list queue failed"},
    {6010, 10150, "delete message partially failed"},
    {6020, 10290, "batch delete message failed"},
    {6040, 10660,
     "it will take some time to release resources of previous queue before you create a new one "
     "with the same name, please try later"},
    {6040, 10750, "transaction confirmation failed"},
    {6040, 10760, "transaction confirmation partially failed"},
    {6050, 10670, "your queue cannot be rewinded"},
    {6070, 10690, "too many unacked(inactive) messages or delayed messages"},
    {7000, 10200, "no message"},
    {4440, 10600, "topic is not existed, or deleted"},
    {4460, 10550, "topic is already existed"},
    {4450, 10610, "number of topics has reached the limit"},
    {4000, 10540,
     "there exists subscriptions under this topic, please unsubscribe all of them before "
     "DeleteTopic"},
    {4000, 10590, "topic name format error"},
    {4000, 10620, "subscription name format error"},
    {4000, 10560, "subscription is not existed"},
    {4000, 10490, "number of filterTag exceed limit"},
    {4000, 10500, "endpoint format error"},
    {4000, 10510, "undefined protocol"},
    {4000, 10520, "undefined notify retry stragety"},
    {4000, 10530, "undefined notify content format"},
    {4000, 10630, "illegal endpoint"},
    {4000, 10640, "notifyContentFormat of protocol queue must be SIMPLIFIED"},
    {4000, 10670, "too many filterTag"},
    {4000, 10680, "too many bindingKey"},
    {4000, 10691, "too many delimeters"},
    {4000, 10700, "parameters lack of routingKey"},
    {4000, 10710, "parameters lack of bindingKey"},
    {4000, 10720, "too many msgTag"},
    {4490, 10470, "subscribtion is already existed"},
    {4500, 10480, "number of subscription has reached the limit"},
    {4510, 10570, "url connot contain any blank characters"},
    {6030, 10650,
     "topic has no subscription, please create a subscription before publishing message"},
    {6030, 10730, "no bindingKey or filterTag matches the routingKey or msgTag"},
    {6040, 10660,
     "It will take some time to release resources of previous topic before you can create a new "
     "topic with the same name. Please try later."},
    {6050, 10740, "too many filterTag or bindingKey"},
};

bool describes(const ErrorRule& rule, int code, int moduleCode, std::string_view text)
{
    return rule.code == code && rule.moduleCode == moduleCode && rule.text == text;
}

} // namespace

void TestError::everyDocumentedErrorIsInTheTable_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("moduleCode");
    QTest::addColumn<QByteArray>("text");
    for (const auto& [code, moduleCode, text] : DocumentedErrors)
        QTest::addRow("%d/%d %s", code, moduleCode, text) << code << moduleCode << QByteArray(text);
}

void TestError::everyDocumentedErrorIsInTheTable()
{
    QFETCH(int, code);
    QFETCH(int, moduleCode);
    QFETCH(QByteArray, text);
    QCOMPARE(std::ranges::count_if(errorTable(),
                                   [&](const ErrorRule& rule) {
                                       return describes(rule, code, moduleCode, text.constData());
                                   }),
             1);
}

void TestError::tableHasNothingElse()
{
    for (const ErrorRule& rule : errorTable()) {
        const bool isDocumented = std::ranges::any_of(DocumentedErrors, [&](const Documented& row) {
            return describes(rule, row.code, row.moduleCode, row.text);
        });
        QVERIFY2(isDocumented == (rule.code != 0), std::string(rule.text).c_str());
        QCOMPARE(rule.code == 0, rule.moduleCode == 0);
        QVERIFY(errorRule(rule.id).text == rule.text);
    }
}

void TestError::subjectTakesItsPlace()
{
    const Error error = makeError(ErrorId::ParameterOutOfRange, "visibilityTimeout", "0 is not");
    QCOMPARE(error.text,
             std::string("parameter visibilityTimeout value or length is out of range"));
    QCOMPARE(error.parameter, std::string("visibilityTimeout"));
    QCOMPARE(toString(error),
             std::string("4000/10350 parameter visibilityTimeout value or length is out of range "
                         "[visibilityTimeout] 0 is not"));

    // A subject that looks like a place is no place.
    QCOMPARE(makeError(ErrorId::ActionUnknown, "%s%s").text,
             std::string("action name %s%s is not existed"));
    // A text without a place keeps the subject beside it.
    QCOMPARE(makeError(ErrorId::QueueNotFound, "queueName").text,
             std::string("queue is not existed, or deleted"));
}

void TestError::messageHasTheModuleCode()
{
    QCOMPARE(wireMessage(makeError(ErrorId::NoMessage)), std::string("(10200)no message"));
    QCOMPARE(wireMessage(makeError(ErrorId::ParameterMissing, "queueName")),
             std::string("(10390)lacked of required parameter queueName"));
    QCOMPARE(wireMessage(makeError(ErrorId::Cancelled)), std::string("the request was cancelled"));
}

void TestError::ownRulesAreReadBack()
{
    for (const ErrorRule& rule : errorTable()) {
        if (rule.code == 0)
            continue;
        const Error written = makeError(rule.id, "msgBody");
        const Error read = errorFromWire(written.code, wireMessage(written));
        QVERIFY2(read.id == rule.id, toString(read).c_str());
        QCOMPARE(read.code, written.code);
        QCOMPARE(read.moduleCode, written.moduleCode);
        QCOMPARE(read.text, written.text);
    }
}

void TestError::remoteErrorIsRecognised_data()
{
    using enum ErrorId;
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("id");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* rule, int code, const char* message, ErrorId id,
                        const char* text) {
        QTest::newRow(rule) << code << QByteArray(message) << int(id) << QByteArray(text);
    };
    row("the pair decides", 6050, "(10670)other words", RewindDisabled, "other words");
    row("one number, two meanings, by code", 4490, "(10470)subscribtion is already existed",
        SubscriptionExists, "subscribtion is already existed");
    row("one pair, two meanings, by words", 4000, "(10700)parameters lack of routingKey",
        RoutingKeyMissing, "parameters lack of routingKey");
    row("one pair, the queue's meaning", 4000,
        "(10700)rewindSeconds cannot be greater than msgRetentionSeconds", RewindExceedsRetention,
        "rewindSeconds cannot be greater than msgRetentionSeconds");
    row("queue missing: its module code under 4000", 4000,
        "(10100)queue is not existed, or deleted", QueueNotFound,
        "queue is not existed, or deleted");
    row("queue missing: its code as module code", 4000, "(4440)queue is not existed", QueueNotFound,
        "queue is not existed");
    row("queue missing: full-width parentheses", 4000, "（10100）queue is not existed",
        QueueNotFound, "queue is not existed");
    row("queue missing: code alone", 4440, "gone", QueueNotFound, "gone");
    row("queue missing: code with a module code that nobody knows", 4440, "(99999)gone",
        QueueNotFound, "gone");
    row("topic missing: its module code", 4000, "(10600)topic", TopicNotFound, "topic");
    row("topic missing: its code as module code", 4000, "(4440)topic is not existed", TopicNotFound,
        "topic is not existed");
    row("subscription missing", 4440, "(10560)subscription is not existed", SubscriptionNotFound,
        "subscription is not existed");
    row("exists: its code as module code", 4000, "(4460)queue is already existed,case insensitive",
        QueueExists, "queue is already existed,case insensitive");
    row("exists: a topic, its code as module code", 4000, "(4460)topic is already existed",
        TopicExists, "topic is already existed");
    row("exists: its module code under 4000", 4000, "(10210)queue is already existed", QueueExists,
        "queue is already existed");
    row("exists: code alone", 4460, "", QueueExists, "error 4460 without a message");
    row("empty queue", 7000, "(10200)no message", NoMessage, "no message");
    row("empty queue: code alone", 7000, "", NoMessage, "error 7000 without a message");
    row("empty queue: module code alone", 4000, "(10200)no message", NoMessage, "no message");
    row("retry later: 4420", 4420, "slow down", QpsThrottling, "slow down");
    row("retry later: 4480", 4480, "(1)slow down", FrequencyLimit, "slow down");
    row("retry later: 6000", 6000, "(99999)oops", InternalError, "oops");
    row("retry later: 6070", 6070, "(99999)too many", TooManyUnacked, "too many");
    row("credentials: 4100", 4100, "who are you", AuthenticationFailed, "who are you");
    row("credentials: 10450", 4000, "(10450)secret id dosen't begin with AKID", SecretIdPrefix,
        "secret id dosen't begin with AKID");
    row("credentials: 10440", 4000, "(10440)account illegal", AccountIllegal, "account illegal");
    row("credentials: 10461", 4000, "(10461)no cam authentication", NoCamAuthentication,
        "no cam authentication");
    row("dead handle: code alone", 4430, "(99999)stale", ReceiptHandleInvalid, "stale");
    row("dead handle: module code alone", 4000, "(10260)receipt handle is invalid",
        ReceiptHandleInvalid, "receipt handle is invalid");
    row("an older number of a subscription's name", 4000, "(10580)subscription name format error",
        SubscriptionNameFormat, "subscription name format error");
    row("blanks after the parenthesis", 7000, "(10200) \tno message", NoMessage, "no message");
    row("nobody knows it", 4999, "(99999)new", Unknown, "new");
    row("no number", 4999, "(x)new", Unknown, "(x)new");
    row("empty parentheses", 4999, "()new", Unknown, "()new");
    row("a sign is no number", 4999, "(-5)new", Unknown, "(-5)new");
    row("not closed", 4999, "(10200", Unknown, "(10200");
    row("fifty digits", 4999, "(11111111111111111111111111111111111111111111111111)new", Unknown,
        "(11111111111111111111111111111111111111111111111111)new");
    row("errors of our own are not on the wire", 0, "the connection is read-only", Unknown,
        "the connection is read-only");
}

void TestError::remoteErrorIsRecognised()
{
    QFETCH(int, code);
    QFETCH(QByteArray, message);
    QFETCH(int, id);
    QFETCH(QByteArray, text);
    const Error error = errorFromWire(code, message.toStdString());
    QVERIFY2(int(error.id) == id, toString(error).c_str());
    QCOMPARE(error.code, code);
    QCOMPARE(error.text, text.toStdString());
}

void TestError::retryFollowsTheCode()
{
    const std::set<int> later{4420, 4480, 6000, 6040, 6070};
    for (const ErrorRule& rule : errorTable()) {
        if (rule.code != 0)
            QVERIFY2((rule.retry == Retry::Later) == later.contains(rule.code),
                     std::string(rule.text).c_str());
    }
    for (const int code : later)
        QVERIFY2(mayRetryLater(errorFromWire(code, "(99999)news")), std::to_string(code).c_str());
    QVERIFY(!mayRetryLater(errorFromWire(4000, "(99999)news")));
}

CMQ_TEST(error, TestError)

} // namespace tst_error
#include "tst_error.moc"
