#include "cmq/validation.h"
#include "wire/cloudcodec.h"

#include "tests/suite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

#include <set>

namespace tst_cloudcodec {

using namespace cmq;
using namespace Qt::StringLiterals;
using wire::CloudApi;

namespace {

const Time At = fromUnixSeconds(1'620'628'230);

/// One of every action that API 3.0 has as such, each member other than its default.
std::vector<Action> everyAction(CloudApi api)
{
    const DeadLetterPolicy byCount{"dead", DeadLetterRule::MaxReceiveCount, 7, Seconds(0)};
    const DeadLetterPolicy byAge{"dead", DeadLetterRule::MaxTimeToLive, 0, Seconds(301)};
    const CloudSettings cloud{true, false, Seconds(5), 6, 2048};
    QueueSettings settings{1'000'001,     Seconds(1),  Seconds(2), 1025,
                           Seconds(3600), Seconds(60), byCount};
    settings.cloud = cloud;
    QueueSettingsChange change{5'000'000,   Seconds(3), Seconds(4), 2048,
                               Seconds(61), Seconds(5), byAge};
    change.cloud = {false, true, std::nullopt, std::nullopt, 0};
    QueueSettingsChange visibility;
    visibility.visibilityTimeout = Seconds(9);
    const std::vector<ResourceTag> tags{{"owner", "阿里"}, {"empty", ""}};
    Subscribe plain;
    plain.topicName = "t";
    plain.subscriptionName = "s";
    plain.endpoint = "q";
    SetSubscriptionAttributes nothing;
    nothing.topicName = "t";
    nothing.subscriptionName = "s";
    SetSubscriptionAttributes emptied = nothing;
    emptied.filterTag.emplace();
    emptied.bindingKey.emplace();
    std::vector<Action> actions{
        CreateQueue{"q", settings, tags},
        CreateQueue{"q", {}},
        SetQueueAttributes{"q", change},
        SetQueueAttributes{"q", visibility},
        DeleteQueue{"q"},
        ClearQueue{"q"},
        RewindQueue{"q", At},
        UnbindDeadLetterQueue{"q"},
        ListDeadLetterSourceQueues{"dead", "word", 1, 2},
        DescribeQueues{"word", 3, 4},
        DescribeQueues{"", 0, 50, {"a"}, {{"owner", {"me", "you"}}, {"env", {}}}},
        CreateTopic{"t", 1024, FilterType::Routing, tags, true},
        CreateTopic{"t"},
        SetTopicAttributes{"t", 2048, false},
        SetTopicAttributes{"t", std::nullopt},
        DeleteTopic{"t"},
        DescribeTopics{"word", 1, 2, {}, {{"env", {"x"}}}},
        Subscribe{"t",
                  "s",
                  Protocol::Http,
                  "http://h/p",
                  NotifyStrategy::BackoffRetry,
                  NotifyContentFormat::Simplified,
                  {"a", "b"},
                  {"x.#"}},
        plain,
        Unsubscribe{"t", "s"},
        SetSubscriptionAttributes{"t", "s", NotifyStrategy::BackoffRetry, NotifyContentFormat::Json,
                                  std::vector<std::string>{"a"}, std::vector<std::string>{"b"}},
        nothing,
        emptied,
        DescribeSubscriptions{"t", 1, 2, "word"},
        DescribeSubscriptions{"", 0, 3, "", "q"},
        ClearSubscriptionFilterTags{"t", "s"},
    };
    if (api == CloudApi::Tdmq) {
        actions.push_back(GetQueueAttributes{"q"});
        actions.push_back(GetTopicAttributes{"t"});
        actions.push_back(DescribeQueues{"", 0, 50, {"a", "b"}});
        actions.push_back(SendMessage{"q", "a&b=c d%+~*é中\n\"\\", Seconds(5)});
        actions.push_back(PublishMessage{"t", "body", {"a", "é"}, std::nullopt});
    }
    return actions;
}

QueueAttributes aQueue()
{
    QueueAttributes queue;
    queue.queueName = "q";
    queue.queueId = "cmqq-1";
    queue.settings.maxMsgHeapNum = 1'000'002;
    queue.settings.deadLetterPolicy =
        DeadLetterPolicy{"dead", DeadLetterRule::MaxTimeToLive, 0, Seconds(300)};
    queue.settings.cloud = {true, true, Seconds(7), 8, 10240};
    queue.deadLetterQueueId = "cmqq-2";
    queue.deadLetterSource = {{"cmqq-3", "source"}};
    queue.createTime = At;
    queue.lastModifyTime = At + Seconds(1);
    queue.activeMsgNum = 1;
    queue.inactiveMsgNum = 2;
    queue.delayMsgNum = 3;
    queue.rewindmsgNum = 4;
    queue.minMsgTime = At + Seconds(2);
    queue.createUin = 100'010'439'978;
    queue.tags = {{"owner", "me"}};
    queue.limits = {3600, 100'000, 10'737'418'240};
    return queue;
}

TopicAttributes aTopic()
{
    TopicAttributes topic;
    topic.topicName = "t";
    topic.topicId = "cmqt-1";
    topic.msgCount = 5;
    topic.maxMsgSize = 1024;
    topic.filterType = FilterType::Routing;
    topic.createTime = At;
    topic.lastModifyTime = At;
    topic.createUin = 6;
    topic.subscriptionCount = 8;
    topic.tags = {{"a", "b"}, {"c", ""}};
    topic.trace = false;
    return topic;
}

SubscriptionAttributes aSubscription()
{
    SubscriptionAttributes subscription;
    subscription.topicName = "t";
    subscription.subscriptionName = "s";
    subscription.subscriptionId = "cmqs-1";
    subscription.topicOwner = "1231884";
    subscription.msgCount = 7;
    subscription.protocol = Protocol::Http;
    subscription.endpoint = "http://h";
    subscription.notifyStrategy = NotifyStrategy::BackoffRetry;
    subscription.notifyContentFormat = NotifyContentFormat::Json;
    subscription.createTime = At;
    subscription.lastModifyTime = At;
    subscription.bindingKey = {"a.#"};
    subscription.filterTag = {"x", "y"};
    subscription.attempts = 2;
    subscription.nextAttemptTime = At + Seconds(9);
    subscription.lastFailure = "HTTP status 500";
    return subscription;
}

struct Exchange
{
    Action action;
    Reply reply;
};

std::vector<Exchange> everyReply()
{
    return {
        {CreateQueue{"q", {}}, QueueIdReply{"cmqq-1"}},
        {SetQueueAttributes{"q", {}}, QueueSettingsReply{}},
        {DeleteQueue{"q"}, Done{}},
        {DescribeQueues{}, QueueDescriptions{9, {aQueue(), QueueAttributes{"other"}}}},
        {DescribeQueues{}, QueueDescriptions{}},
        {ListDeadLetterSourceQueues{"q"}, QueueList{1, {{"cmqq-1", "a"}}}},
        {CreateTopic{"t"}, TopicIdReply{"cmqt-1"}},
        {DescribeTopics{}, TopicDescriptions{3, {aTopic()}}},
        {Subscribe{}, SubscriptionIdReply{"cmqs-1"}},
        {DescribeSubscriptions{"t"}, SubscriptionDescriptions{1, {aSubscription()}}},
    };
}

std::string answer(const Result<Reply>& result, CloudApi api = CloudApi::Tdmq)
{
    std::string text;
    wire::appendCloudAnswer(text, 14534664555U, api, result);
    return text;
}

QJsonObject response(const Result<Reply>& result, CloudApi api = CloudApi::Tdmq)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer(result, api)))
        .object()[u"Response"]
        .toObject();
}

std::string refusal(std::string_view code, std::string_view message)
{
    std::string text =
        R"({"Response":{"Error":{"Code":"CODE","Message":"WORDS"},"RequestId":"abc"}})";
    text.replace(text.find("WORDS"), 5, message);
    return text.replace(text.find("CODE"), 4, code);
}

const char* nameOf(const Action& action)
{
    return actionTraits(action).name.data();
}

} // namespace

class tst_CloudCodec final : public QObject
{
    Q_OBJECT

private slots:
    void requestsRoundTrip()
    {
        for (const CloudApi api : {CloudApi::Tdmq, CloudApi::Cmq}) {
            for (const Action& action : everyAction(api)) {
                QVERIFY(wire::isInCloud(action, api));
                const wire::CloudRequest request = wire::toCloudRequest(action, api);
                const auto again = wire::actionFromCloud(api, request.action, request.body);
                QVERIFY2(again, again ? "" : toString(again.error()).c_str());
                QVERIFY2(*again == action, request.body.c_str());
            }
        }
    }

    void everyActionOfTheApiIsTried()
    {
        std::set<std::string> names;
        for (const CloudApi api : {CloudApi::Tdmq, CloudApi::Cmq}) {
            for (const Action& action : everyAction(api))
                names.insert(wire::toCloudRequest(action, api).action);
        }
        QCOMPARE(names.size(), size_t(21 + 17));
    }

    void answersRoundTrip()
    {
        for (const CloudApi api : {CloudApi::Tdmq, CloudApi::Cmq}) {
            for (const Exchange& each : everyReply()) {
                const std::string text = answer(each.reply, api);
                const wire::Answer read = wire::answerFromCloud(each.action, api, text);
                QVERIFY2(read.result, read.result ? "" : toString(read.result.error()).c_str());
                QVERIFY2(*read.result == each.reply, text.c_str());
                QCOMPARE(read.requestId.size(), size_t(36));
            }
        }
        const std::string text = answer(aQueue());
        QVERIFY(*wire::answerFromCloud(GetQueueAttributes{"q"}, CloudApi::Tdmq, text).result ==
                Reply(aQueue()));
        QVERIFY(*wire::answerFromCloud(GetTopicAttributes{"t"}, CloudApi::Tdmq, answer(aTopic()))
                     .result == Reply(aTopic()));
        QVERIFY(*wire::answerFromCloud(SendMessage{}, CloudApi::Tdmq, answer(MessageIdReply{"5"}))
                     .result == Reply(MessageIdReply{"5"}));
    }

    void instantsAreMillisecondsOrSeconds()
    {
        const QJsonObject tdmq = response(aQueue())[u"QueueDescribe"].toObject();
        QCOMPARE(tdmq[u"CreateTime"].toInteger(), 1'620'628'230'000);
        QCOMPARE(tdmq[u"MinMsgTime"].toInteger(), 1'620'628'232'000);
        const QJsonObject cmq =
            response(QueueDescriptions{1, {aQueue()}}, CloudApi::Cmq)[u"QueueSet"]
                .toArray()[0]
                .toObject();
        QCOMPARE(cmq[u"CreateTime"].toInteger(), 1'620'628'230);

        // A rewind is understood in either unit.
        for (const char* time : {"1620628230000", "1620628230"}) {
            const auto rewind = wire::actionFromCloud(CloudApi::Tdmq, "RewindCmqQueue",
                                                      R"({"QueueName":"q","StartConsumeTime":)" +
                                                          std::string(time) + '}');
            QVERIFY(rewind && *rewind == Action(RewindQueue{"q", At}));
        }
        QVERIFY(wire::toCloudRequest(RewindQueue{"q", At}, CloudApi::Cmq)
                    .body.ends_with(R"("StartConsumeTime":1620628230})"));
    }

    void anIdleQueueHasNoOldestMessage()
    {
        QueueAttributes idle = aQueue();
        idle.minMsgTime.reset();
        QCOMPARE(response(idle)[u"QueueDescribe"][u"MinMsgTime"].toInteger(-1), 0);
        const auto read =
            wire::answerFromCloud(GetQueueAttributes{"q"}, CloudApi::Tdmq, answer(idle));
        QVERIFY(*read.result == Reply(idle));
    }

    /// The shapes that the models of Tencent's SDKs have.
    void requestsOfSdks()
    {
        const auto create = wire::actionFromCloud(
            CloudApi::Tdmq, "CreateCmqQueue",
            R"({"QueueName":"q","Transaction":1,"FirstQueryInterval":10,"Trace":true,)"
            R"("Tags":[{"TagKey":"a","TagValue":"b"}],"Policy":null,"DeadLetterQueueName":"",)"
            R"("NoSuchThing":[1,{}]})");
        QVERIFY2(create, create ? "" : toString(create.error()).c_str());
        const auto& queue = std::get<CreateQueue>(*create);
        QVERIFY(queue.settings.cloud.transaction == true);
        QVERIFY(queue.settings.cloud.firstQueryInterval == Seconds(10));
        QVERIFY(!queue.settings.deadLetterPolicy);
        QCOMPARE(queue.tags.size(), size_t(1));

        // Lists: 20 unless asked for, 50 at most; a body may be missing.
        const auto list = wire::actionFromCloud(CloudApi::Tdmq, "DescribeCmqQueues", "");
        QVERIFY(list && std::get<DescribeQueues>(*list).limit == 20);
        const auto many = wire::actionFromCloud(CloudApi::Tdmq, "DescribeCmqTopics",
                                                R"({"Limit":1000,"Offset":7})");
        QVERIFY(many && *many == Action(DescribeTopics{"", 7, 50}));

        const auto tagged = wire::actionFromCloud(
            CloudApi::Tdmq, "DescribeCmqQueues",
            R"({"IsTagFilter":true,"Filters":[{"Name":"tag:owner","Values":["me"]}]})");
        QVERIFY(tagged && *tagged == Action(DescribeQueues{"", 0, 20, {}, {{"owner", {"me"}}}}));
        const auto old = wire::actionFromCloud(
            CloudApi::Cmq, "DescribeQueueDetail",
            R"({"TagKey":"owner","Filters":[{"Name":"QueueName","Values":["wo"]}]})");
        QVERIFY(old && *old == Action(DescribeQueues{"wo", 0, 20, {}, {{"owner", {}}}}));
    }

    void wrongRequests_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("body");
        QTest::addColumn<ErrorId>("id");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* title, const char* name, const std::string& body,
                            ErrorId id, const char* code) {
            QTest::newRow(title) << std::string(name) << body << id << QString::fromLatin1(code);
        };
        using enum ErrorId;
        row("no action", "", "{}", ActionUnknown, "InvalidAction");
        row("v2's name", "ListQueue", "{}", ActionUnknown, "InvalidAction");
        row("the other version's name", "CreateQueue", "{}", ActionUnknown, "InvalidAction");
        row("case counts", "createcmqqueue", "{}", ActionUnknown, "InvalidAction");
        row("missing", "CreateCmqQueue", "{}", ParameterMissing, "MissingParameter");
        row("null is missing", "DeleteCmqQueue", R"({"QueueName":null})", ParameterMissing,
            "MissingParameter");
        row("number for text", "DeleteCmqQueue", R"({"QueueName":7})", ParameterType,
            "InvalidParameter");
        row("text for number", "DescribeCmqQueues", R"({"Limit":"7"})", ParameterType,
            "InvalidParameter");
        row("fraction", "DescribeCmqQueues", R"({"Limit":7.5})", ParameterType, "InvalidParameter");
        row("text for boolean", "CreateCmqTopic", R"({"TopicName":"t","Trace":"true"})",
            ParameterType, "InvalidParameter");
        row("text for list", "PublishCmqMsg", R"({"TopicName":"t","MsgContent":"b","MsgTag":"a"})",
            ParameterType, "InvalidParameter");
        row("list of numbers", "DescribeCmqQueues", R"({"QueueNameList":[1]})", ParameterType,
            "InvalidParameter");
        row("tags that are no objects", "CreateCmqQueue", R"({"QueueName":"q","Tags":["a"]})",
            ParameterType, "InvalidParameter");
        row("tag without key", "CreateCmqQueue", R"({"QueueName":"q","Tags":[{}]})",
            ParameterMissing, "MissingParameter");
        row("unknown filter", "DescribeCmqQueues", R"({"Filters":[{"Name":"color"}]})",
            ParameterOutOfRange, "InvalidParameterValue");
        row("unknown filter type", "CreateCmqTopic", R"({"TopicName":"t","FilterType":3})",
            ParameterOutOfRange, "InvalidParameterValue");
        row("unknown policy", "CreateCmqQueue",
            R"({"QueueName":"q","DeadLetterQueueName":"d","Policy":2})", DeadLetterPolicyMember,
            "InvalidParameterValue");
        row("unknown protocol", "CreateCmqSubscribe",
            R"({"TopicName":"t","SubscriptionName":"s","Protocol":"ftp","Endpoint":"e"})",
            ProtocolUndefined, "InvalidParameterValue");
        row("no JSON", "DeleteCmqQueue", "QueueName=q", ParametersError, "InvalidParameter");
        row("a list", "DeleteCmqQueue", "[]", ParametersError, "InvalidParameter");
        row("half an object", "DeleteCmqQueue", R"({"QueueName":)", ParametersError,
            "InvalidParameter");
        row("something behind it", "DeleteCmqQueue", R"({"QueueName":"q"}})", ParametersError,
            "InvalidParameter");
        row("no UTF-8", "DeleteCmqQueue", "{\"QueueName\":\"\xff\"}", ParametersError,
            "InvalidParameter");
        row("half a surrogate", "DeleteCmqQueue", R"({"QueueName":"\ud800"})", ParametersError,
            "InvalidParameter");
        row("deep", "DeleteCmqQueue", "{\"a\":" + std::string(100'000, '['), ParametersError,
            "InvalidParameter");
        row("zero byte", "DeleteCmqQueue", std::string(1, '\0'), ParametersError,
            "InvalidParameter");
    }
    void wrongRequests()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, body);
        QFETCH(ErrorId, id);
        QFETCH(QString, code);
        const auto action = wire::actionFromCloud(CloudApi::Tdmq, name, body);
        QVERIFY(!action);
        QCOMPARE(action.error().id, id);
        QCOMPARE(response(fail(action.error()))[u"Error"][u"Code"].toString(), code);
    }

    void hugeNumbersAreRefusedAsRanges()
    {
        const auto action =
            wire::actionFromCloud(CloudApi::Tdmq, "CreateCmqQueue",
                                  R"({"QueueName":"q","VisibilityTimeout":18446744073709551615,)"
                                  R"("MaxMsgSize":-9223372036854775808})");
        QVERIFY(action);
        QCOMPARE(firstError(*action)->id, ErrorId::ParameterOutOfRange);
    }

    /// Every error of CMQ comes back as itself, because its words are sent.
    void errorsRoundTrip()
    {
        for (const ErrorRule& rule : errorTable()) {
            if (rule.code == 0)
                continue;
            const Error error = makeError(rule.id, "queueName");
            const auto read =
                wire::answerFromCloud(DeleteQueue{"q"}, CloudApi::Tdmq, answer(fail(error)));
            QVERIFY(!read.result);
            const Error& again = read.result.error();
            QVERIFY2(again.id == rule.id, toString(again).c_str());
            QCOMPARE(again.code, error.code);
            QCOMPARE(again.moduleCode, error.moduleCode);
            QVERIFY(!again.apiCode.empty());
            QCOMPARE(mayRetryLater(again), mayRetryLater(error));
        }
        QCOMPARE(response(fail(ErrorId::ReadOnly))[u"Error"][u"Code"].toString(),
                 u"UnauthorizedOperation"_s);
        QCOMPARE(response(fail(ErrorId::StoreFailed))[u"Error"][u"Code"].toString(),
                 u"InternalError"_s);
    }

    void errorsOfTheService_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<std::string>("code");
        QTest::addColumn<std::string>("message");
        QTest::addColumn<ErrorId>("id");
        const auto row = [](int which, const char* code, const char* message, ErrorId id) {
            QTest::addRow("%s %d %s", code, which, message)
                << which << std::string(code) << std::string(message) << id;
        };
        using enum ErrorId;
        row(0, "ResourceNotFound", "the queue is gone", QueueNotFound);
        row(1, "ResourceNotFound", "no such topic", TopicNotFound);
        row(2, "ResourceNotFound", "no such subscription of the topic", SubscriptionNotFound);
        row(3, "ResourceNotFound.Topic", "topic not found", TopicNotFound);
        row(0, "ResourceInUse", "", QueueExists);
        row(4, "ResourceInUse", "", DeadLetterQueueInUse);
        row(0, "LimitExceeded", "", QueueLimit);
        row(2, "LimitExceeded", "", SubscriptionLimit);
        row(0, "RequestLimitExceeded", "", FrequencyLimit);
        row(0, "FailedOperation.TryLater", "", QueueNameReleasing);
        row(0, "FailedOperation", "(10210)queue is already existed", QueueExists);
        row(0, "FailedOperation", "what else", Unknown);
        row(0, "InvalidParameterValue.NoTaskId", "", InvalidParameters);
        row(0, "AuthFailure.SecretIdNotFound", "", SecretIdUnknown);
        row(0, "AuthFailure.SignatureExpire", "", AuthenticationFailed);
        row(0, "AuthFailure.UnauthorizedOperation", "", NoCamAuthentication);
        row(0, "UnauthorizedOperation", "", NoCamAuthentication);
        row(0, "InternalError.System", "", InternalError);
        row(0, "NoSuchVersion", "", ActionUnknown);
        row(0, "", "", Unknown);
    }
    void errorsOfTheService()
    {
        QFETCH(int, which);
        QFETCH(std::string, code);
        QFETCH(std::string, message);
        QFETCH(ErrorId, id);
        const Action actions[]{CreateQueue{"q", {}}, GetTopicAttributes{"t"}, Subscribe{"t", "s"},
                               Unsubscribe{"t", "s"}, DeleteQueue{"q"}};
        const auto read =
            wire::answerFromCloud(actions[which], CloudApi::Tdmq, refusal(code, message));
        QVERIFY(!read.result);
        QCOMPARE(read.result.error().id, id);
        QCOMPARE(read.result.error().apiCode, code);
        QVERIFY(!read.result.error().text.empty());
        QCOMPARE(read.requestId, std::string("abc"));
    }

    /// API 3.0 tells these by its lists.
    void listsAnswerForWhatHasNoAction()
    {
        const std::string queues = answer(QueueDescriptions{9, {aQueue()}});
        QVERIFY(*wire::answerFromCloud(ListQueue{}, CloudApi::Tdmq, queues).result ==
                Reply(QueueList{9, {{"cmqq-1", "q"}}}));
        QVERIFY(*wire::answerFromCloud(ListTopic{}, CloudApi::Tdmq,
                                       answer(TopicDescriptions{1, {aTopic()}}))
                     .result == Reply(TopicList{1, {{"cmqt-1", "t"}}}));
        const std::string subscriptions = answer(SubscriptionDescriptions{1, {aSubscription()}});
        QVERIFY(*wire::answerFromCloud(GetSubscriptionAttributes{"t", "s"}, CloudApi::Tdmq,
                                       subscriptions)
                     .result == Reply(aSubscription()));
        const auto missing = wire::answerFromCloud(GetSubscriptionAttributes{"t", "other"},
                                                   CloudApi::Tdmq, subscriptions);
        QCOMPARE(missing.result.error().id, ErrorId::SubscriptionNotFound);
        QCOMPARE(wire::toCloudRequest(ListQueue{"w", 1, 2}, CloudApi::Tdmq).body,
                 std::string(R"({"Offset":1,"Limit":2,"QueueName":"w"})"));
        // In `cmq` the details of one are a list, too.
        const std::string set = answer(QueueDescriptions{1, {aQueue()}}, CloudApi::Cmq);
        QVERIFY(*wire::answerFromCloud(GetQueueAttributes{"q"}, CloudApi::Cmq, set).result ==
                Reply(aQueue()));
        QCOMPARE(
            wire::answerFromCloud(GetQueueAttributes{"p"}, CloudApi::Cmq, set).result.error().id,
            ErrorId::QueueNotFound);
    }

    void whatIsNotThere()
    {
        for (const Action& action :
             {Action(ReceiveMessage{}), Action(BatchSendMessage{}), Action(DeleteMessage{}),
              Action(PeekMessages{}), Action(RemoveMessage{})})
            QVERIFY2(!wire::isInCloud(action, CloudApi::Tdmq), nameOf(action));
        QVERIFY(!wire::isInCloud(SendMessage{}, CloudApi::Cmq));
    }

    void unusableAnswers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("v2") << QByteArray(R"({"code":0,"message":""})");
        QTest::newRow("no object") << QByteArray(R"({"Response":[]})");
        QTest::newRow("list is no list")
            << QByteArray(R"({"Response":{"TotalCount":1,"QueueList":{}}})");
        QTest::newRow("number is a text")
            << QByteArray(R"({"Response":{"TotalCount":"many","QueueList":[]}})");
        QTest::newRow("nameless") << QByteArray(
            R"({"Response":{"TotalCount":1,"QueueList":[{"QueueId":"x"}]}})");
    }
    void unusableAnswers()
    {
        QFETCH(QByteArray, text);
        const auto read = wire::answerFromCloud(DescribeQueues{}, CloudApi::Tdmq,
                                                {text.constData(), std::size_t(text.size())});
        QVERIFY(!read.result);
        QCOMPARE(read.result.error().id, ErrorId::ConnectionFailed);
        QCOMPARE(read.result.error().outcome, Outcome::MayHaveHappened);
        QVERIFY(!read.result.error().detail.empty());
    }

    void requestIdsAreUuids()
    {
        std::set<std::string> ids;
        for (std::uint64_t number = 0; number < 1000; ++number) {
            std::string text;
            wire::appendCloudAnswer(text, number, CloudApi::Tdmq, Reply(Done{}));
            const auto read = wire::answerFromCloud(DeleteQueue{}, CloudApi::Tdmq, text);
            QVERIFY(!QUuid::fromString(QString::fromStdString(read.requestId)).isNull());
            ids.insert(read.requestId);
        }
        QCOMPARE(ids.size(), size_t(1000));
    }
};

CMQ_TEST(cloudcodec, tst_CloudCodec)

} // namespace tst_cloudcodec
#include "tst_cloudcodec.moc"
