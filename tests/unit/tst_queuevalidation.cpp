#include "tests/print.h"
#include "tests/suite.h"

#include "cmq/validation.h"

#include <QTest>

#include <cstdint>
#include <limits>

namespace tst_queuevalidation {

using namespace cmq;
using namespace std::chrono_literals;
using namespace std::string_literals;

/// Which parameters are refused before anybody looks at what exists, and as what.
class TestQueueValidation final : public QObject
{
    Q_OBJECT

private slots:
    void numberIsJudged_data();
    void numberIsJudged();
    void bodyIsJudged_data();
    void bodyIsJudged();
    void everyByteOfABodyIsJudged();
    void batchIsJudged_data();
    void batchIsJudged();
    void handleIsJudged_data();
    void handleIsJudged();
    void policyIsJudged_data();
    void policyIsJudged();
    void nameIsJudgedInEveryAction_data();
    void nameIsJudgedInEveryAction();
    void rewindIsAtMostRetention();
    void heapMinimumIsTheBehaviours();
    void firstErrorFollowsTheOrderOfChecks();
    void everyFieldHasItsOwnError();
};

namespace {

const std::string Ok = "ok";

/// `4000/10350 [delaySeconds]`, or `ok`.
std::string verdict(const std::optional<Error>& error)
{
    if (!error)
        return Ok;
    std::string text = std::to_string(error->code) + '/' + std::to_string(error->moduleCode);
    if (!error->parameter.empty())
        text += " [" + error->parameter + ']';
    return text;
}

std::string verdict(const Action& action, const Behaviour& behaviour = {})
{
    return verdict(firstError(action, behaviour));
}

constexpr std::int64_t Least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();

/// An integer parameter: how to set it, its range, and what is said outside.
struct Number
{
    const char* name;
    std::int64_t min;
    std::int64_t max;
    const char* refusal;
    Action (*with)(std::int64_t value);
};

CreateQueue created(const QueueSettings& settings)
{
    return {"orders", settings};
}

SetQueueAttributes changed(const QueueSettingsChange& change)
{
    return {"orders", change};
}

DeadLetterPolicy receiveLimit(std::int64_t count)
{
    return {"dead", DeadLetterRule::MaxReceiveCount, count, 0s};
}

DeadLetterPolicy timeToLive(Seconds time)
{
    return {"dead", DeadLetterRule::MaxTimeToLive, 0, time};
}

// Longest retention, so that rewindSeconds and maxTimeToLive may be what they may.
constexpr QueueSettings Long{.msgRetentionSeconds = 1'296'000s};

QueueSettings longWith(const DeadLetterPolicy& policy)
{
    QueueSettings settings = Long;
    settings.deadLetterPolicy = policy;
    return settings;
}

#define CMQ_SETTING(field, type, min, max)                                                         \
    Number{"CreateQueue " #field, min, max, "4000/10350 [" #field "]",                             \
           [](std::int64_t value) -> Action {                                                      \
               QueueSettings settings = Long;                                                      \
               settings.field = type(value);                                                       \
               return created(settings);                                                           \
           }},                                                                                     \
        Number                                                                                     \
    {                                                                                              \
        "SetQueueAttributes " #field, min, max, "4000/10350 [" #field "]",                         \
            [](std::int64_t value) -> Action { return changed({.field = type(value)}); }           \
    }

const Number Numbers[] = {
    CMQ_SETTING(maxMsgHeapNum, std::int64_t, 1'000'000, 1'000'000'000),
    CMQ_SETTING(pollingWaitSeconds, Seconds, 0, 30),
    CMQ_SETTING(visibilityTimeout, Seconds, 1, 43'200),
    CMQ_SETTING(maxMsgSize, std::int64_t, 1024, 1'048'576),
    CMQ_SETTING(msgRetentionSeconds, Seconds, 60, 1'296'000),
    CMQ_SETTING(rewindSeconds, Seconds, 0, 1'296'000),
    {"CreateQueue maxReceiveCount", 1, 1000, "4000/10720 [maxReceiveCount]",
     [](std::int64_t v) -> Action { return created(longWith(receiveLimit(v))); }},
    {"SetQueueAttributes maxReceiveCount", 1, 1000, "4000/10720 [maxReceiveCount]",
     [](std::int64_t v) -> Action { return changed({.deadLetterPolicy = receiveLimit(v)}); }},
    {"CreateQueue maxTimeToLive", 300, 43'200, "4000/10720 [maxTimeToLive]",
     [](std::int64_t v) -> Action { return created(longWith(timeToLive(Seconds(v)))); }},
    {"SetQueueAttributes maxTimeToLive", 300, 43'200, "4000/10720 [maxTimeToLive]",
     [](std::int64_t v) -> Action {
         return changed({.deadLetterPolicy = timeToLive(Seconds(v))});
     }},
    {"SendMessage delaySeconds", 0, 3600, "4000/10692 [delaySeconds]",
     [](std::int64_t v) -> Action {
         return SendMessage{"orders", "x", Seconds(v)};
     }},
    {"BatchSendMessage delaySeconds", 0, 3600, "4000/10692 [delaySeconds]",
     [](std::int64_t v) -> Action {
         return BatchSendMessage{"orders", {"x"}, Seconds(v)};
     }},
    // More than 30 s is cut, not refused: the Java SDK sends 30000.
    {"ReceiveMessage pollingWaitSeconds", 0, Most, "4000/10350 [pollingWaitSeconds]",
     [](std::int64_t v) -> Action {
         return ReceiveMessage{"orders", Seconds(v)};
     }},
    {"BatchReceiveMessage pollingWaitSeconds", 0, Most, "4000/10350 [pollingWaitSeconds]",
     [](std::int64_t v) -> Action {
         return BatchReceiveMessage{"orders", 1, Seconds(v)};
     }},
    {"BatchReceiveMessage numOfMsg", 1, 16, "4000/10350 [numOfMsg]",
     [](std::int64_t v) -> Action {
         return BatchReceiveMessage{"orders", v, {}};
     }},
    {"ListQueue offset", 0, Most, "4000/10350 [offset]",
     [](std::int64_t v) -> Action {
         return ListQueue{"", v, 20};
     }},
    // A limit above 50 is cut.
    {"ListQueue limit", 1, Most, "4000/10350 [limit]",
     [](std::int64_t v) -> Action {
         return ListQueue{"", 0, v};
     }},
    {"ListDeadLetterSourceQueues offset", 0, Most, "4000/10350 [offset]",
     [](std::int64_t v) -> Action {
         return ListDeadLetterSourceQueues{"dead", "", v, 20};
     }},
    {"ListDeadLetterSourceQueues limit", 1, Most, "4000/10350 [limit]",
     [](std::int64_t v) -> Action {
         return ListDeadLetterSourceQueues{"dead", "", 0, v};
     }},
    {"DescribeQueues offset", 0, Most, "4000/10350 [offset]",
     [](std::int64_t v) -> Action {
         return DescribeQueues{"", v, 20};
     }},
    {"DescribeQueues limit", 1, Most, "4000/10350 [limit]",
     [](std::int64_t v) -> Action {
         return DescribeQueues{"", 0, v};
     }},
    {"PeekMessages limit", 1, 10'000, "4000/10350 [limit]",
     [](std::int64_t v) -> Action {
         PeekMessages peek{.queueName = "orders"};
         peek.limit = v;
         return peek;
     }},
};

} // namespace

void TestQueueValidation::numberIsJudged_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("expected");
    for (const Number& number : Numbers) {
        std::vector<std::int64_t> values{Least,      -1,        0,         number.min,
                                         number.max, 1LL << 31, 1LL << 32, Most};
        values.push_back(number.min - 1);
        if (number.max != Most)
            values.push_back(number.max + 1);
        for (const std::int64_t value : values) {
            const bool isIn = value >= number.min && value <= number.max;
            QTest::addRow("%s %lld", number.name, static_cast<long long>(value))
                << number.with(value) << QByteArray(isIn ? "ok" : number.refusal);
        }
    }
}

void TestQueueValidation::numberIsJudged()
{
    QFETCH(Action, action);
    QFETCH(QByteArray, expected);
    QCOMPARE(verdict(action), expected.toStdString());
}

void TestQueueValidation::bodyIsJudged_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* rule, const std::string& body, const char* expected) {
        QTest::newRow(rule) << QByteArray::fromStdString(body) << QByteArray(expected);
    };
    row("empty", "", "4000/10120 [msgBody]");
    row("one byte", "x", "ok");
    row("NUL", "a\0b"s, "ok");
    row("blanks", " \r\n\t", "ok");
    row("Chinese and emoji", "你好😀", "ok");
    row("not a character, but text", "\uFFFE\uFFFF", "ok");
    row("byte order mark", "\uFEFFx", "ok");
    row("not UTF-8", "a\xff", "4000/10110 [msgBody]");
    row("cut in a character", "\xe4\xbd", "4000/10110 [msgBody]");
    row("overlong", "\xc0\xaf", "4000/10110 [msgBody]");
    row("surrogate", "\xed\xa0\x80", "4000/10110 [msgBody]");
    row("beyond Unicode", "\xf4\x90\x80\x80", "4000/10110 [msgBody]");
}

void TestQueueValidation::bodyIsJudged()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    QCOMPARE(verdict(SendMessage{"orders", body.toStdString()}), expected.toStdString());
    QCOMPARE(verdict(BatchSendMessage{"orders", {"x", body.toStdString()}}),
             expected.toStdString());
}

void TestQueueValidation::everyByteOfABodyIsJudged()
{
    for (int byte = 0; byte < 256; ++byte) {
        const std::string body(1, static_cast<char>(byte));
        QCOMPARE(verdict(SendMessage{"orders", body}), byte < 0x80 ? Ok : "4000/10110 [msgBody]"s);
    }
}

void TestQueueValidation::batchIsJudged_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("expected");
    const auto send = [](const char* rule, std::vector<std::string> bodies, const char* expected) {
        QTest::newRow(rule) << Action(BatchSendMessage{"orders", std::move(bodies)})
                            << QByteArray(expected);
    };
    const auto remove = [](const char* rule, std::vector<std::string> handles,
                           const char* expected) {
        QTest::newRow(rule) << Action(BatchDeleteMessage{"orders", std::move(handles)})
                            << QByteArray(expected);
    };
    using Texts = std::vector<std::string>;
    send("no body", {}, "4000/10370 [msgBody]");
    send("16 bodies", Texts(16, "x"), "ok");
    send("17 bodies", Texts(17, "x"), "4000/10370 [msgBody]");
    send("1 MiB together", Texts(16, std::string(65'536, 'x')), "ok");
    Texts tooMuch(16, std::string(65'536, 'x'));
    tooMuch.back() += 'x';
    send("1 MiB and a byte together", tooMuch, "4470/10300 [msgBody]");
    send("bytes count, not characters",
         Texts(16,
               [] {
                   std::string text;
                   for (int i = 0; i < 21'846; ++i)
                       text += "中";
                   return text;
               }()),
         "4470/10300 [msgBody]");
    remove("no handle", {}, "4000/10370 [receiptHandle]");
    remove("16 handles", Texts(16, "1"), "ok");
    remove("17 handles", Texts(17, "1"), "4000/10370 [receiptHandle]");
    remove("a malformed handle fails alone, later", {"1", ""}, "ok");
}

void TestQueueValidation::batchIsJudged()
{
    QFETCH(Action, action);
    QFETCH(QByteArray, expected);
    QCOMPARE(verdict(action), expected.toStdString());
}

void TestQueueValidation::handleIsJudged_data()
{
    QTest::addColumn<QByteArray>("handle");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* rule, const std::string& handle, bool isWellFormed) {
        QTest::newRow(rule) << QByteArray::fromStdString(handle)
                            << QByteArray(isWellFormed ? "ok" : "4000/10470 [receiptHandle]");
    };
    row("empty", "", false);
    row("decimal", "4364564575", true);
    row("all characters that it may have", "AZaz09%#:_-", true);
    row("256 characters", std::string(256, '1'), true);
    row("257 characters", std::string(257, '1'), false);
    row("blank", "1 2", false);
    row("plus", "1+2", false);
    row("NUL", "1\0"s, false);
    row("Chinese", "一", false);
    row("full-width digits", "１２", false);
    row("new line", "12\n", false);
}

void TestQueueValidation::handleIsJudged()
{
    QFETCH(QByteArray, handle);
    QFETCH(QByteArray, expected);
    QCOMPARE(verdict(DeleteMessage{"orders", handle.toStdString()}), expected.toStdString());
    QCOMPARE(verdict(checkReceiptHandle(handle.toStdString())), expected.toStdString());
}

void TestQueueValidation::policyIsJudged_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* rule, const DeadLetterPolicy& policy, Seconds retention,
                        const char* expected) {
        QTest::newRow(rule) << Action(created(
                                   {.msgRetentionSeconds = retention, .deadLetterPolicy = policy}))
                            << QByteArray(expected);
    };
    row("no dead-letter queue", {"", DeadLetterRule::MaxReceiveCount, 1, 0s}, 600s,
        "4000/10760 [deadLetterQueue]");
    row("neither rule", {"dead", static_cast<DeadLetterRule>(2), 1, 300s}, 600s,
        "4000/10770 [policy]");
    row("policy 0 without maxReceiveCount", {"dead", DeadLetterRule::MaxReceiveCount, 0, 300s},
        600s, "4000/10720 [maxReceiveCount]");
    row("policy 1 without maxTimeToLive", {"dead", DeadLetterRule::MaxTimeToLive, 1, 0s}, 600s,
        "4000/10720 [maxTimeToLive]");
    row("policy 0 ignores maxTimeToLive", {"dead", DeadLetterRule::MaxReceiveCount, 1, -7s}, 600s,
        "ok");
    row("policy 1 ignores maxReceiveCount", {"dead", DeadLetterRule::MaxTimeToLive, -7, 300s}, 600s,
        "ok");
    row("maxTimeToLive below retention", timeToLive(599s), 600s, "ok");
    row("maxTimeToLive equal to retention", timeToLive(600s), 600s, "4000/10720 [maxTimeToLive]");
    row("maxTimeToLive above retention", timeToLive(601s), 600s, "4000/10720 [maxTimeToLive]");
}

void TestQueueValidation::policyIsJudged()
{
    QFETCH(Action, action);
    QFETCH(QByteArray, expected);
    QCOMPARE(verdict(action), expected.toStdString());
}

void TestQueueValidation::nameIsJudgedInEveryAction_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("parameter");
    const auto row = [](Action action, const char* parameter = "queueName") {
        QTest::newRow(actionTraits(action).name.data()) << action << QByteArray(parameter);
    };
    const std::string bad = "1st";
    row(CreateQueue{bad, {}});
    row(GetQueueAttributes{bad});
    row(SetQueueAttributes{bad, {}});
    row(DeleteQueue{bad});
    row(ClearQueue{bad});
    row(RewindQueue{bad, {}});
    row(UnbindDeadLetterQueue{bad});
    row(ListDeadLetterSourceQueues{bad}, "deadLetterQueueName");
    row(SendMessage{bad, "x"});
    row(BatchSendMessage{bad, {"x"}});
    row(ReceiveMessage{bad, {}});
    row(BatchReceiveMessage{bad, 1, {}});
    row(DeleteMessage{bad, "1"});
    row(BatchDeleteMessage{bad, {"1"}});
    row(PeekMessages{.queueName = bad});
    row(RemoveMessage{bad, 1});
}

void TestQueueValidation::nameIsJudgedInEveryAction()
{
    QFETCH(Action, action);
    QFETCH(QByteArray, parameter);
    QCOMPARE(verdict(action), "4000/10020 [" + parameter.toStdString() + ']');
}

void TestQueueValidation::rewindIsAtMostRetention()
{
    QueueSettings settings{.msgRetentionSeconds = 60s, .rewindSeconds = 60s};
    QCOMPARE(verdict(created(settings)), Ok);
    settings.rewindSeconds = 61s;
    QCOMPARE(verdict(created(settings)), "4000/10700 [rewindSeconds]"s);
    QCOMPARE(verdict(checkQueueSettings(settings)), "4000/10700 [rewindSeconds]"s);
    // What a change leads to depends on the queue.
    QCOMPARE(verdict(changed({.msgRetentionSeconds = 60s, .rewindSeconds = 61s})), Ok);
}

void TestQueueValidation::heapMinimumIsTheBehaviours()
{
    const Behaviour behaviour{.minMsgHeapNum = 2};
    QCOMPARE(verdict(created({.maxMsgHeapNum = 2}), behaviour), Ok);
    QCOMPARE(verdict(created({.maxMsgHeapNum = 1}), behaviour), "4000/10350 [maxMsgHeapNum]"s);
    QCOMPARE(verdict(changed({.maxMsgHeapNum = 2}), behaviour), Ok);
}

void TestQueueValidation::firstErrorFollowsTheOrderOfChecks()
{
    // The parameters in the order of their page.
    QCOMPARE(verdict(SendMessage{"1st", "", 9999s}), "4000/10020 [queueName]"s);
    QCOMPARE(verdict(SendMessage{"orders", "", 9999s}), "4000/10120 [msgBody]"s);
    QCOMPARE(verdict(created({.pollingWaitSeconds = 31s, .visibilityTimeout = 0s})),
             "4000/10350 [pollingWaitSeconds]"s);
    // A range comes before what two parameters say together.
    QCOMPARE(verdict(created(
                 {.visibilityTimeout = 0s, .msgRetentionSeconds = 60s, .rewindSeconds = 61s})),
             "4000/10350 [visibilityTimeout]"s);
}

void TestQueueValidation::everyFieldHasItsOwnError()
{
    const FieldErrors errors =
        validate(CreateQueue{"", {.maxMsgHeapNum = 0, .pollingWaitSeconds = -1s, .maxMsgSize = 0}});
    std::vector<std::string> fields;
    for (const Error& error : errors) {
        fields.push_back(error.parameter);
        QVERIFY(!error.detail.empty());
    }
    QVERIFY((fields == std::vector<std::string>{"queueName", "maxMsgHeapNum", "pollingWaitSeconds",
                                                "maxMsgSize"}));
}

CMQ_TEST(queuevalidation, TestQueueValidation)

} // namespace tst_queuevalidation
#include "tst_queuevalidation.moc"
