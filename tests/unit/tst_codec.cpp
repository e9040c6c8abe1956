#include "wire/codec.h"
#include "wire/signature.h"

#include "tests/suite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

namespace tst_codec {

using namespace cmq;
using namespace Qt::StringLiterals;

namespace {

/// One of every action of the wire, each member other than its default.
std::vector<Action> everyAction()
{
    QueueSettingsChange visibility;
    visibility.visibilityTimeout = Seconds(9);
    Subscribe queueSubscription;
    queueSubscription.topicName = "t";
    queueSubscription.subscriptionName = "s";
    queueSubscription.endpoint = "q";
    SetSubscriptionAttributes nothing;
    nothing.topicName = "t";
    nothing.subscriptionName = "s";
    const DeadLetterPolicy byCount{"dead", DeadLetterRule::MaxReceiveCount, 7, Seconds(0)};
    const DeadLetterPolicy byAge{"dead", DeadLetterRule::MaxTimeToLive, 0, Seconds(301)};
    const QueueSettings settings{1'000'001,     Seconds(1),  Seconds(2), 1025,
                                 Seconds(3600), Seconds(60), byCount};
    return {
        CreateQueue{"q", settings},
        CreateQueue{"q", {}},
        ListQueue{"word", 3, 4},
        GetQueueAttributes{"q"},
        SetQueueAttributes{
            "q", {5'000'000, Seconds(3), Seconds(4), 2048, Seconds(61), Seconds(5), byAge}},
        SetQueueAttributes{"q", visibility},
        DeleteQueue{"q"},
        ClearQueue{"q"},
        RewindQueue{"q", fromUnixSeconds(1'465'185'768)},
        UnbindDeadLetterQueue{"q"},
        ListDeadLetterSourceQueues{"dead", "word", 1, 2},
        SendMessage{"q", "a&b=c d%+~*é中\n\"\\", Seconds(5)},
        BatchSendMessage{
            "q", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"}, Seconds(6)},
        ReceiveMessage{"q", Seconds(7)},
        ReceiveMessage{"q", std::nullopt},
        BatchReceiveMessage{"q", 16, Seconds(0)},
        DeleteMessage{"q", "123"},
        BatchDeleteMessage{"q", {"123", "456"}},
        CreateTopic{"t", 1024, FilterType::Routing},
        SetTopicAttributes{"t", 2048},
        SetTopicAttributes{"t", std::nullopt},
        ListTopic{"word", 1, 2},
        GetTopicAttributes{"t"},
        DeleteTopic{"t"},
        PublishMessage{"t", "body", {"a", "é"}, "x.y"},
        PublishMessage{"t", "body", {}, ""},
        PublishMessage{"t", "body", {}, std::nullopt},
        BatchPublishMessage{"t", {"1", "2"}, {"a"}, "x"},
        Subscribe{"t",
                  "s",
                  Protocol::Http,
                  "http://h/p",
                  NotifyStrategy::BackoffRetry,
                  NotifyContentFormat::Simplified,
                  {"a", "b"},
                  {"x.#"}},
        queueSubscription,
        Unsubscribe{"t", "s"},
        ListSubscriptionByTopic{"t", "word", 1, 2},
        SetSubscriptionAttributes{"t", "s", NotifyStrategy::BackoffRetry, NotifyContentFormat::Json,
                                  std::vector<std::string>{"a"}, std::vector<std::string>{"b"},
                                  Protocol::Http, "http://h"},
        nothing,
        GetSubscriptionAttributes{"t", "s"},
        ClearSubscriptionFilterTags{"t", "s"},
    };
}

/// An action with a reply that it may get.
struct Exchange
{
    Action action;
    Reply reply;
};

std::vector<Exchange> everyReply()
{
    const Time t1 = fromUnixSeconds(1), t2 = fromUnixSeconds(2), t3 = fromUnixSeconds(3);
    const ReceivedMessage message{"1", "body é\n", "2", t1, t2, t3, 4};
    QueueAttributes queue;
    queue.queueName = "q";
    queue.queueId = "queue-1";
    queue.settings.maxMsgHeapNum = 1'000'002;
    queue.settings.deadLetterPolicy =
        DeadLetterPolicy{"dead", DeadLetterRule::MaxTimeToLive, 0, Seconds(300)};
    queue.deadLetterQueueId = "queue-2";
    queue.deadLetterSource = {{"queue-3", "source"}};
    queue.createTime = t1;
    queue.lastModifyTime = t2;
    queue.activeMsgNum = 1;
    queue.inactiveMsgNum = 2;
    queue.delayMsgNum = 3;
    queue.rewindmsgNum = 4;
    queue.minMsgTime = t3;
    queue.createUin = 100'010'439'978;
    TopicAttributes topic;
    topic.topicName = "t";
    topic.topicId = "topic-1";
    topic.msgCount = 5;
    topic.maxMsgSize = 1024;
    topic.filterType = FilterType::Routing;
    topic.createTime = t1;
    topic.lastModifyTime = t2;
    topic.createUin = 6;
    topic.subscriptionCount = 8;
    SubscriptionAttributes subscription;
    subscription.topicName = "t";
    subscription.subscriptionName = "s";
    subscription.subscriptionId = "subsc-1";
    subscription.topicOwner = "1231884";
    subscription.msgCount = 7;
    subscription.protocol = Protocol::Http;
    subscription.endpoint = "http://h";
    subscription.notifyStrategy = NotifyStrategy::BackoffRetry;
    subscription.notifyContentFormat = NotifyContentFormat::Json;
    subscription.createTime = t1;
    subscription.lastModifyTime = t2;
    subscription.attempts = 9;
    subscription.nextAttemptTime = t3;
    subscription.lastFailure = "HTTP status 500";
    subscription.bindingKey = {"a.#"};
    subscription.filterTag = {"x", "y"};
    const DeleteFailure failure{"2", makeError(ErrorId::ReceiptHandleInvalid)};
    return {
        {CreateQueue{"q", {}}, QueueIdReply{"queue-1"}},
        {ListQueue{}, QueueList{9, {{"queue-1", "a"}, {"queue-2", "b"}}}},
        {ListQueue{}, QueueList{}},
        {GetQueueAttributes{"q"}, queue},
        {GetQueueAttributes{"q"}, QueueAttributes{}},
        {SetQueueAttributes{"q", {}}, QueueSettingsReply{"queue-1", queue.settings}},
        {DeleteQueue{"q"}, Done{}},
        {ClearQueue{"q"}, Done{}},
        {RewindQueue{"q", {}}, Done{}},
        {UnbindDeadLetterQueue{"q"}, QueueIdReply{"queue-1"}},
        {ListDeadLetterSourceQueues{"q", {}}, QueueList{1, {{"queue-1", "a"}}}},
        {SendMessage{}, MessageIdReply{"18446744073709551615"}},
        {BatchSendMessage{}, MessageIdList{{"1", "2"}}},
        {ReceiveMessage{}, message},
        {BatchReceiveMessage{}, ReceivedMessages{{message, message}}},
        {DeleteMessage{}, Done{}},
        {BatchDeleteMessage{"q", {"1", "2"}}, BatchDeleteReply{{}, 2}},
        {BatchDeleteMessage{"q", {"1", "2"}}, BatchDeleteReply{{failure}, 1}},
        {BatchDeleteMessage{"q", {"2"}}, BatchDeleteReply{{failure}, 0}},
        {CreateTopic{"t"}, TopicIdReply{"topic-1"}},
        {SetTopicAttributes{"t", {}}, Done{}},
        {ListTopic{}, TopicList{1, {{"topic-1", "t"}}}},
        {GetTopicAttributes{"t"}, topic},
        {DeleteTopic{"t"}, Done{}},
        {PublishMessage{"t", "b", {}, {}}, MessageIdReply{"3"}},
        {BatchPublishMessage{"t", {}, {}, {}}, MessageIdList{{"3"}}},
        {Subscribe{}, SubscriptionIdReply{"subsc-1"}},
        {Unsubscribe{"t", "s"}, Done{}},
        {ListSubscriptionByTopic{"t", {}},
         SubscriptionList{2,
                          {{"subsc-1", "s", Protocol::Http, "http://h"},
                           {"subsc-2", "u", Protocol::Queue, "q"}}}},
        {SetSubscriptionAttributes{}, Done{}},
        {GetSubscriptionAttributes{"t", "s"}, subscription},
        {ClearSubscriptionFilterTags{"t", "s"}, Done{}},
    };
}

/// Decodes a form as the endpoint does.
Result<Action> read(std::string form)
{
    wire::Parameters parameters;
    [[maybe_unused]] const bool all = wire::decodeForm(form, parameters);
    wire::sortForSignature(parameters);
    return wire::actionFromParameters(parameters);
}

std::string answer(const Result<Reply>& result, wire::Envelope envelope = {14534664555U, {}})
{
    std::string text;
    wire::appendAnswer(text, envelope, result);
    return text;
}

QJsonObject object(const Result<Reply>& result)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer(result))).object();
}

QString codes(const Error& error)
{
    return u"%1/%2"_s.arg(error.code).arg(error.moduleCode);
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private slots:
    void knowsEveryAction();
    void actionsSurviveTheWire();
    void arraysMayCountFromZero();
    void repliesSurviveTheWire();
    void errorsSurviveTheWire();
    void anErrorWithoutMessageIsSaidInWords();
    void writesTheDocumentedExamples();
    void refusesInTheOrderOfCmq_data();
    void refusesInTheOrderOfCmq();
    void toleratesWhatSdksSend_data();
    void toleratesWhatSdksSend();
    void emitsEverySpelling();
    void numbersStayWithin32Bits();
    void echoesTheClientRequestId();
    void ownErrorsBecomeCmqs();
    void readsRemoteAnswersLeniently();
    void refusesAnswersInWords_data();
    void refusesAnswersInWords();
};

void TestCodec::knowsEveryAction()
{
    std::set<std::size_t> seen;
    for (const Action& action : everyAction())
        seen.insert(action.index());
    for (std::size_t i = 0; i < ActionCount; ++i)
        QVERIFY2(actionTraits(i).isInProcessOnly != seen.contains(i),
                 std::string(actionTraits(i).name).c_str());
    QVERIFY(!wire::isOnWire(DescribeQueues{}));
    QVERIFY(wire::isOnWire(SendMessage{}));
}

void TestCodec::actionsSurviveTheWire()
{
    for (const Action& action : everyAction()) {
        const auto fields = wire::toParameters(action);
        const auto decoded = read(wire::encodeForm(fields)); // as text, then read back
        QVERIFY2(decoded.has_value(), decoded ? "" : toString(decoded.error()).c_str());
        QVERIFY2(*decoded == action, wire::encodeForm(fields).c_str());
    }
}

void TestCodec::arraysMayCountFromZero()
{
    for (const int base : {0, 1}) {
        std::string form = "Action=BatchSendMessage&queueName=q";
        for (int i = 15; i >= 0; --i) // also in the wrong order, as PHP and Go send them
            form += "&msgBody." + std::to_string(base + i) + "=body" + std::to_string(i);
        const auto action = read(form);
        QVERIFY(action.has_value());
        const auto& bodies = std::get<BatchSendMessage>(*action).msgBody;
        QCOMPARE(bodies.size(), 16U);
        for (std::size_t i = 0; i < bodies.size(); ++i)
            QCOMPARE(bodies[i], "body" + std::to_string(i));
    }
}

void TestCodec::repliesSurviveTheWire()
{
    for (const Exchange& exchange : everyReply()) {
        const std::string text = answer(exchange.reply);
        const wire::Answer read = wire::answerFromJson(exchange.action, text);
        QVERIFY2(read.result.has_value(),
                 (text + (read.result ? "" : toString(read.result.error()))).c_str());
        QVERIFY2(*read.result == exchange.reply, text.c_str());
        QCOMPARE(read.requestId, "14534664555");
    }
}

void TestCodec::errorsSurviveTheWire()
{
    for (const ErrorRule& rule : errorTable()) {
        if (rule.code == 0)
            continue;
        const Error error = makeError(rule.id, "someParameter");
        const auto read = wire::answerFromJson(DeleteQueue{"q"}, answer(fail(error)));
        QVERIFY(!read.result);
        QCOMPARE(codes(read.result.error()), codes(error));
        QCOMPARE(wireMessage(read.result.error()), wireMessage(error));
    }
}

void TestCodec::anErrorWithoutMessageIsSaidInWords()
{
    for (const char* message : {"", "(10200)"}) {
        const auto read = wire::answerFromJson(DeleteQueue{"q"}, R"({"code":5,"message":")" +
                                                                     std::string(message) + "\"}");
        QVERIFY(!read.result);
        QCOMPARE(read.result.error().text, std::string("error 5 without a message"));
    }
}

void TestCodec::writesTheDocumentedExamples()
{
    QCOMPARE(
        answer(MessageIdReply{"123345346"}),
        R"({"code":0,"message":"","codeDesc":"Success","requestId":"14534664555","msgId":"123345346"})");
    QCOMPARE(answer(fail(ErrorId::NoMessage), {14534664556U, {}}),
             R"({"code":7000,"message":"(10200)no message","requestId":"14534664556"})");
    QCOMPARE(answer(BatchDeleteReply{{{"4364564575", makeError(ErrorId::ReceiptHandleInvalid)}}, 1},
                    {14534664557U, {}}),
             R"({"code":6010,"message":"(10150)delete message partially failed",)"
             R"("requestId":"14534664557","errorList":[{"code":4430,)"
             R"("message":"(10260)receipt handle is invalid","receiptHandle":"4364564575"}]})");
}

void TestCodec::refusesInTheOrderOfCmq_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* rule, const char* form, const char* expected) {
        QTest::newRow(rule) << QString::fromUtf8(form) << QString::fromUtf8(expected);
    };
    row("no action", "queueName=q", "4000/10280 action is not existed");
    row("empty action", "Action=&queueName=q", "4000/10280 action is not existed");
    row("unknown action", "Action=SendMail", "4000/10430 action name SendMail is not existed");
    row("in-process action", "Action=PeekMessages&queueName=q",
        "4000/10430 action name PeekMessages is not existed");
    row("TCP route of Java", "Action=QueryQueueRoute&queueName=q",
        "4000/10430 action name QueryQueueRoute is not existed");
    row("malformed index", "Action=BatchSendMessage&queueName=q&msgBody.x=1",
        "4000/10310 error: parameter msgBody.x key format error");
    row("negative index", "Action=BatchSendMessage&queueName=q&msgBody.-1=1",
        "4000/10310 error: parameter msgBody.-1 key format error");
    row("empty index", "Action=BatchSendMessage&queueName=q&msgBody.=1",
        "4000/10310 error: parameter msgBody. key format error");
    row("leading zero", "Action=BatchSendMessage&queueName=q&msgBody.01=1",
        "4000/10310 error: parameter msgBody.01 key format error");
    row("no index", "Action=BatchSendMessage&queueName=q&msgBody=1&msgBody.1=1",
        "4000/10310 error: parameter msgBody key format error");
    row("index on a scalar", "Action=SendMessage&queueName.1=q&msgBody=x",
        "4000/10330 parameter queueName is NOT a repeatable parameter");
    row("index on an optional scalar", "Action=ReceiveMessage&queueName=q&pollingWaitSeconds.1=3",
        "4000/10330 parameter pollingWaitSeconds is NOT a repeatable parameter");
    row("index on a common parameter", "Action=ListQueue&Timestamp.1=3",
        "4000/10330 parameter Timestamp is NOT a repeatable parameter");
    row("same name twice", "Action=SendMessage&queueName=q&queueName=r&msgBody=x",
        "4000/10330 parameter queueName is NOT a repeatable parameter");
    row("same element twice", "Action=BatchSendMessage&queueName=q&msgBody.1=a&msgBody.1=b",
        "4000/10330 parameter msgBody.1 is NOT a repeatable parameter");
    row("no element", "Action=BatchSendMessage&queueName=q",
        "4000/10370 msgBody parameter batch size is out of range");
    row("seventeen elements",
        "Action=BatchDeleteMessage&queueName=q&receiptHandle.1=1&receiptHandle.2=1"
        "&receiptHandle.3=1&receiptHandle.4=1&receiptHandle.5=1&receiptHandle.6=1"
        "&receiptHandle.7=1&receiptHandle.8=1&receiptHandle.9=1&receiptHandle.10=1"
        "&receiptHandle.11=1&receiptHandle.12=1&receiptHandle.13=1&receiptHandle.14=1"
        "&receiptHandle.15=1&receiptHandle.16=1&receiptHandle.17=1",
        "4000/10370 receiptHandle parameter batch size is out of range");
    row("gap", "Action=BatchSendMessage&queueName=q&msgBody.1=a&msgBody.3=b",
        "4000/10380 msgBody parameter is not consequent");
    row("starts at two", "Action=BatchSendMessage&queueName=q&msgBody.2=a",
        "4000/10380 msgBody parameter is not consequent");
    row("huge index", "Action=BatchSendMessage&queueName=q&msgBody.99999999999999999999=a",
        "4000/10380 msgBody parameter is not consequent");
    row("array before missing", "Action=BatchSendMessage&msgBody.x=a",
        "4000/10310 error: parameter msgBody.x key format error");
    row("missing", "Action=SendMessage&queueName=q",
        "4000/10390 lacked of required parameter msgBody");
    row("missing before type", "Action=SendMessage&queueName=q&delaySeconds=x",
        "4000/10390 lacked of required parameter msgBody");
    row("missing numOfMsg", "Action=BatchReceiveMessage&queueName=q",
        "4000/10390 lacked of required parameter numOfMsg");
    row("missing protocol", "Action=Subscribe&topicName=t&subscriptionName=s&endpoint=q",
        "4000/10390 lacked of required parameter protocol");
    for (const char* value : {"x", "", "1.0", "1e3", "+1", "%201", "1%20", "0x10", "--1", "%01"})
        row(qPrintable(u"no integer: %1"_s.arg(QLatin1StringView(value))),
            qPrintable(u"Action=SendMessage&queueName=q&msgBody=x&delaySeconds=%1"_s.arg(
                QLatin1StringView(value))),
            "4000/10360 parameter delaySeconds error type");
    row("garbage byte as time, as C++ sends it",
        "Action=RewindQueue&queueName=q&startConsumeTime=%01",
        "4000/10360 parameter startConsumeTime error type");
    row("type before form",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=ftp&endpoint=q&notifyStrategy=x",
        "4000/10510 undefined protocol");
    row("strategy",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=http&endpoint=q&notifyStrategy=x",
        "4000/10520 undefined notify retry stragety");
    row("format",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=http&endpoint=q"
        "&notifyContentFormat=XML",
        "4000/10530 undefined notify content format");
    row("filter type", "Action=CreateTopic&topicName=t&filterType=3",
        "4000/10350 parameter filterType value or length is out of range");
    row("not UTF-8", "Action=SendMessage&queueName=q&msgBody=%FF",
        "4000/10110 request parameters error");
    row("action that is not UTF-8", "Action=%FF", "4000/10110 request parameters error");
    row("policy no JSON", "Action=CreateQueue&queueName=q&deadLetterPolicy=x",
        "4000/10710 deadLetterPolicy must be a json string");
    row("policy no object", "Action=CreateQueue&queueName=q&deadLetterPolicy=[1]",
        "4000/10710 deadLetterPolicy must be a json string");
    row("policy without queue", R"(Action=CreateQueue&queueName=q&deadLetterPolicy={"policy":0})",
        "4000/10760 the deadLetterPolicy must has deadLetterQueue member, only be a string");
    row("policy without rule",
        R"(Action=CreateQueue&queueName=q&deadLetterPolicy={"deadLetterQueue":"d"})",
        "4000/10770 the deadLetterPolicy must has policy member , only set 0 or 1");
    row("policy of another rule",
        R"(Action=CreateQueue&queueName=q&deadLetterPolicy={"deadLetterQueue":"d","policy":2})",
        "4000/10770 the deadLetterPolicy must has policy member , only set 0 or 1");
    row("policy without condition",
        R"(Action=CreateQueue&queueName=q&deadLetterPolicy={"deadLetterQueue":"d","policy":1})",
        "4000/10720 deadLetterPolicy params error,please check it");
}

void TestCodec::refusesInTheOrderOfCmq()
{
    QFETCH(QString, form);
    QFETCH(QString, expected);
    const auto action = read(form.toStdString());
    QVERIFY(!action);
    const Error& error = action.error();
    QCOMPARE(u"%1 %2"_s.arg(codes(error), QString::fromStdString(error.text)), expected);
}

void TestCodec::toleratesWhatSdksSend_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("same"); // the form of the documents that means the same
    const auto row = [](const char* rule, const char* form, const char* same) {
        QTest::newRow(rule) << QString::fromUtf8(form) << QString::fromUtf8(same);
    };
    row("unknown parameters are ignored",
        "Action=ReceiveMessage&queueName=q&UserpollingWaitSeconds=30&clientRequestId=7&Region=gz"
        "&Token=t&RequestClient=SDK_Python_1.3&nobody.knows=1",
        "Action=ReceiveMessage&queueName=q");
    row("Java's spelling of an action",
        "Action=ClearSUbscriptionFIlterTags&topicName=t&subscriptionName=s",
        "Action=ClearSubscriptionFilterTags&topicName=t&subscriptionName=s");
    row("API 3.0: unbind", "Action=UnbindDeadLetter&sourceQueueName=q",
        "Action=UnbindDeadLetterQueue&queueName=q");
    row("API 3.0: sources", "Action=DescribeDeadLetterSourceQueues&deadLetterQueueName=d",
        "Action=ListDeadLetterSourceQueues&deadLetterQueueName=d");
    row("TopicName", "Action=DeleteTopic&TopicName=t", "Action=DeleteTopic&topicName=t");
    row("bindindKey",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=queue&endpoint=q&bindindKey.1=a",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=queue&endpoint=q&bindingKey.1=a");
    row("bindindKey of attributes",
        "Action=SetSubscriptionAttributes&topicName=t&subscriptionName=s&bindindKey.0=a",
        "Action=SetSubscriptionAttributes&topicName=t&subscriptionName=s&bindingKey.1=a");
    row("filterTag in batch publish",
        "Action=BatchPublishMessage&topicName=t&msgBody.0=x&filterTag.0=a",
        "Action=BatchPublishMessage&topicName=t&msgBody.1=x&msgTag.1=a");
    row("protocol in capitals",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=HTTP&endpoint=http://h",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=http&endpoint=http://h");
    row("default strategy",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=queue&endpoint=q",
        "Action=Subscribe&topicName=t&subscriptionName=s&protocol=queue&endpoint=q"
        "&notifyStrategy=EXPONENTIAL_DECAY_RETRY");
    row("the service cuts long polls; the number arrives",
        "Action=ReceiveMessage&queueName=q&pollingWaitSeconds=30000",
        "pollingWaitSeconds=30000&queueName=q&Action=ReceiveMessage");
    row("leading zeros are decimal", "Action=SendMessage&queueName=q&msgBody=x&delaySeconds=007",
        "Action=SendMessage&queueName=q&msgBody=x&delaySeconds=7");
    row("members of a policy as parameters",
        "Action=CreateQueue&queueName=q&deadLetterQueueName=d&policy=1&maxTimeToLive=300",
        R"(Action=CreateQueue&queueName=q&deadLetterPolicy={"deadLetterQueue":"d","policy":1,)"
        R"("maxTimeToLive":300})");
}

void TestCodec::toleratesWhatSdksSend()
{
    QFETCH(QString, form);
    QFETCH(QString, same);
    const auto action = read(form.toStdString());
    QVERIFY2(action.has_value(), action ? "" : toString(action.error()).c_str());
    const auto expected = read(same.toStdString());
    QVERIFY(expected.has_value());
    QVERIFY(*action == *expected);
}

void TestCodec::emitsEverySpelling()
{
    QueueAttributes queue;
    queue.rewindmsgNum = 5;
    QJsonObject json = object(queue);
    QCOMPARE(json[u"rewindmsgNum"_s].toInt(), 5);
    QCOMPARE(json[u"rewindMsgNum"_s].toInt(), 5);
    QCOMPARE(json[u"minMsgTime"_s], QJsonValue(0));
    QCOMPARE(json[u"tags"_s], QJsonValue(QJsonArray()));
    QCOMPARE(json[u"Bps"_s].toInt(), 52'428'800);
    QCOMPARE(json[u"qps"_s].toInt(), 5000);
    QVERIFY(!json.contains(u"deadLetterPolicy"_s));
    for (const char* name :
         {"maxMsgHeapNum", "pollingWaitSeconds", "visibilityTimeout", "maxMsgSize",
          "msgRetentionSeconds", "createTime", "lastModifyTime", "activeMsgNum", "inactiveMsgNum",
          "rewindMsgNum", "minMsgTime", "delayMsgNum", "rewindSeconds"})
        QVERIFY2(json[QLatin1StringView(name)].isDouble(), name); // what Java reads unchecked

    queue.settings.deadLetterPolicy =
        DeadLetterPolicy{"dead", DeadLetterRule::MaxReceiveCount, 3, Seconds(0)};
    queue.deadLetterQueueId = "queue-9";
    json = object(queue);
    QCOMPARE(json[u"deadLetterPolicy"_s].toString(),
             uR"({"deadLetterQueue":"queue-9","policy":0,"maxReceiveCount":3})"_s);

    json = object(TopicAttributes{});
    QCOMPARE(json[u"LoggingEnabled"_s], QJsonValue(0));
    QCOMPARE(json[u"loggingEnabled"_s], QJsonValue(0));
    QCOMPARE(json[u"msgRetentionSeconds"_s], QJsonValue(86400));
    QCOMPARE(json[u"filterType"_s], QJsonValue(1));

    SubscriptionAttributes subscription;
    json = object(subscription);
    for (const char* list : {"filterTag", "filterTags", "bindingKey"})
        QCOMPARE(json[QLatin1StringView(list)], QJsonValue(QJsonArray())); // never null
    subscription.filterTag = {"a"};
    subscription.protocol = Protocol::Http;
    json = object(subscription);
    QCOMPARE(json[u"filterTag"_s], QJsonValue(QJsonArray{u"a"_s}));
    QCOMPARE(json[u"filterTags"_s], QJsonValue(QJsonArray{u"a"_s}));
    QCOMPARE(json[u"protocol"_s], QJsonValue(u"http"_s));
    QCOMPARE(json[u"protocal"_s], QJsonValue(u"http"_s));
    QCOMPARE(object(SubscriptionIdReply{"subsc-1"})[u"subscriptionId"_s], QJsonValue(u"subsc-1"_s));

    // Lists are there also when they are empty.
    QCOMPARE(object(QueueList{})[u"queueList"_s], QJsonValue(QJsonArray()));
    QCOMPARE(object(TopicList{})[u"topicList"_s], QJsonValue(QJsonArray()));
    QCOMPARE(object(SubscriptionList{})[u"subscriptionList"_s], QJsonValue(QJsonArray()));

    // All seven members of a received message, ids as text, numbers as numbers.
    json = object(ReceivedMessage{"1", "b", "2", {}, {}, {}, 1});
    for (const char* text : {"msgBody", "msgId", "receiptHandle", "requestId"})
        QVERIFY2(json[QLatin1StringView(text)].isString(), text);
    for (const char* number :
         {"code", "enqueueTime", "firstDequeueTime", "nextVisibleTime", "dequeueCount"})
        QVERIFY2(json[QLatin1StringView(number)].isDouble(), number);
}

void TestCodec::numbersStayWithin32Bits()
{
    QueueAttributes queue;
    queue.activeMsgNum = 3'000'000'000;
    queue.createUin = 100'010'439'978;
    const QJsonObject json = object(queue);
    QCOMPARE(json[u"activeMsgNum"_s].toInteger(), 2'147'483'647);
    QCOMPARE(json[u"createUin"_s].toInteger(), 100'010'439'978);
}

void TestCodec::echoesTheClientRequestId()
{
    QCOMPARE(answer(Done{}, {1, 7U}),
             R"({"code":0,"message":"","codeDesc":"Success","requestId":"1","clientRequestId":7})");
    QCOMPARE(answer(fail(ErrorId::NoMessage), {1, 7U}),
             R"({"code":7000,"message":"(10200)no message","requestId":"1","clientRequestId":7})");
}

void TestCodec::ownErrorsBecomeCmqs()
{
    QCOMPARE(object(fail(ErrorId::Cancelled))[u"message"_s].toString(), u"(10200)no message"_s);
    QCOMPARE(object(fail(ErrorId::StoreFailed))[u"message"_s].toString(),
             u"(10050)server internal error"_s);
    QCOMPARE(object(fail(ErrorId::ReadOnly))[u"code"_s].toInt(), 4000);
    for (const ErrorRule& rule : errorTable())
        QVERIFY(object(fail(rule.id, "x"))[u"code"_s].toInt() != 0);
    // What a remote service said goes through as it came.
    QCOMPARE(object(fail(errorFromWire(4999, "(19999)something new")))[u"code"_s].toInt(), 4999);
}

void TestCodec::readsRemoteAnswersLeniently()
{
    const auto attributes = wire::answerFromJson(
        GetQueueAttributes{"q"},
        R"({"code":"0","message":"","requestId":14534664555,"rewindMsgNum":"4","minMsgTime":null,)"
        R"("unknown":{"a":[1]}})");
    QVERIFY(attributes.result.has_value());
    const auto& queue = std::get<QueueAttributes>(*attributes.result);
    QCOMPARE(queue.rewindmsgNum, 4);
    QVERIFY(!queue.minMsgTime);
    QCOMPARE(attributes.requestId, "14534664555");

    const auto subscription = wire::answerFromJson(
        GetSubscriptionAttributes{"t", "s"},
        R"({"code":0,"message":"","protocal":"HTTP","filterTags":["a"],"bindingKey":null})");
    QVERIFY(subscription.result.has_value());
    const auto& read = std::get<SubscriptionAttributes>(*subscription.result);
    QVERIFY(read.protocol == Protocol::Http);
    QVERIFY(read.filterTag == std::vector<std::string>{"a"});

    const auto wide = wire::answerFromJson(
        CreateQueue{"q", {}}, R"({"code":4000,"message":"（4460）queue is already existed"})");
    QVERIFY(wide.result.error().id == ErrorId::QueueExists);
}

void TestCodec::refusesAnswersInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* rule, const char* text, const char* words) {
        QTest::newRow(rule) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("empty", "", "not JSON");
    row("HTML", "<html>", "not JSON");
    row("cut", R"({"code":0,"message":"","msgId":"1)", "not JSON");
    row("array", "[]", "no JSON object");
    row("no code", R"({"message":""})", "code is missing");
    row("odd code", R"({"code":{},"message":""})", "code is no integer");
    row("no id", R"({"code":0,"message":"","requestId":"1"})", "msgId is missing");
    row("odd id", R"({"code":0,"message":"","msgId":[1]})", "msgId is no text");
}

void TestCodec::refusesAnswersInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const auto read = wire::answerFromJson(SendMessage{}, text.toStdString());
    QVERIFY(!read.result);
    const Error& error = read.result.error();
    QVERIFY(error.id == ErrorId::ConnectionFailed);
    QVERIFY(error.outcome == Outcome::MayHaveHappened);
    QVERIFY2(error.detail.find(words.toStdString()) != std::string::npos, error.detail.c_str());
}

CMQ_TEST(codec, TestCodec)

} // namespace tst_codec
#include "tst_codec.moc"
