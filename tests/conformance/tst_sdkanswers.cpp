// Every field that some SDK reads without looking whether it is there, and the type it reads it as,
// in the answers of the endpoint and a real broker. Source: the SDKs' code.
#include "tests/rawhttp.h"
#include "tests/suite.h"

#include "clock.h"
#include "embeddedbroker.h"
#include "endpoint/endpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_sdkanswers {

using namespace cmq;
using namespace Qt::StringLiterals;

namespace {

enum class Type { Text, Int32, List };

/// The values at a path of names; `list[]` goes through every element.
QList<QJsonValue> at(const QJsonValue& value, QStringView path)
{
    if (path.isEmpty())
        return {value};
    const qsizetype dot = path.indexOf(u'.');
    const QStringView rest = dot < 0 ? QStringView() : path.mid(dot + 1);
    QStringView name = path.left(dot < 0 ? path.size() : dot);
    if (!name.endsWith(u"[]"))
        return at(value[name], rest);
    name.chop(2);
    QList<QJsonValue> found;
    for (const QJsonValue& element : value[name].toArray())
        found += at(element, rest);
    return found;
}

bool isOfType(const QJsonValue& value, Type type)
{
    switch (type) {
    case Type::Text: return value.isString();
    case Type::List: return value.isArray();
    case Type::Int32: break;
    }
    const double number = value.toDouble(-1e18);
    return value.isDouble() && number == double(int(number));
}

} // namespace

class TestSdkAnswers final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void hasField_data();
    void hasField();
    void contentTypeDoesNotMatter_data();
    void contentTypeDoesNotMatter();

private:
    QJsonObject ask(const std::string& form, const std::string& headers = {});

    std::unique_ptr<EmbeddedBroker> m_broker;
    std::unique_ptr<endpoint::Endpoint> m_endpoint;
    QMap<QString, QJsonObject> m_answers; ///< by what was asked
};

QJsonObject TestSdkAnswers::ask(const std::string& form, const std::string& headers)
{
    rawhttp::Socket socket(m_endpoint->port());
    socket.send(rawhttp::post(form, headers));
    const auto response = socket.response();
    if (!response || response->status != 200)
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(response->body)).object();
}

/// Asks for everything once, with something in every list.
void TestSdkAnswers::initTestCase()
{
    BrokerOptions options;
    options.clock = std::make_shared<VirtualClock>(fromUnixSeconds(1'465'185'768));
    auto broker = EmbeddedBroker::open(std::move(options));
    QVERIFY(broker.has_value());
    m_broker = std::move(*broker);
    auto started = endpoint::Endpoint::start(*m_broker, {});
    QVERIFY(started.has_value());
    m_endpoint = std::move(*started);

    const auto answer = [&](const char* name, const std::string& form) {
        m_answers[QString::fromLatin1(name)] = ask(form);
    };
    answer("CreateQueue", "Action=CreateQueue&queueName=q");
    answer("CreateTopic", "Action=CreateTopic&topicName=t");
    answer("Subscribe", "Action=Subscribe&topicName=t&subscriptionName=s&protocol=queue&endpoint=q"
                        "&filterTag.1=a");
    answer("SendMessage", "Action=SendMessage&queueName=q&msgBody=x");
    answer("BatchSendMessage",
           "Action=BatchSendMessage&queueName=q&msgBody.1=x&msgBody.2=y&msgBody.3=z");
    answer("PublishMessage", "Action=PublishMessage&topicName=t&msgBody=x&msgTag.1=a");
    answer("BatchPublishMessage",
           "Action=BatchPublishMessage&topicName=t&msgBody.1=x&msgBody.2=y&msgTag.1=a");
    answer("ReceiveMessage", "Action=ReceiveMessage&queueName=q");
    answer("BatchReceiveMessage", "Action=BatchReceiveMessage&queueName=q&numOfMsg=2");
    answer("DeleteMessage",
           "Action=DeleteMessage&queueName=q&receiptHandle=" +
               m_answers[u"ReceiveMessage"_s][u"receiptHandle"_s].toString().toStdString());
    answer("BatchDeleteMessage, partly",
           "Action=BatchDeleteMessage&queueName=q&receiptHandle.2=4364564575&receiptHandle.1=" +
               m_answers[u"BatchReceiveMessage"_s][u"msgInfoList"_s][0][u"receiptHandle"_s]
                   .toString()
                   .toStdString());
    answer("ListQueue", "Action=ListQueue");
    answer("ListTopic", "Action=ListTopic");
    answer("ListSubscriptionByTopic", "Action=ListSubscriptionByTopic&topicName=t");
    answer("GetQueueAttributes", "Action=GetQueueAttributes&queueName=q");
    answer("GetTopicAttributes", "Action=GetTopicAttributes&topicName=t");
    answer("GetSubscriptionAttributes",
           "Action=GetSubscriptionAttributes&topicName=t&subscriptionName=s");
    answer("no message", "Action=ClearQueue&queueName=q");
    answer("no message", "Action=ReceiveMessage&queueName=q");
    answer("an error", "Action=SendMessage&queueName=missing&msgBody=x");
}

void TestSdkAnswers::hasField_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("type");
    const auto rows = [](const char* sdk, const char* answer, const QStringList& paths, Type type) {
        for (const QString& path : paths)
            QTest::addRow("%s: %s %s", sdk, answer, qPrintable(path))
                << QString::fromLatin1(answer) << path << int(type);
    };
    for (auto answer = m_answers.cbegin(); answer != m_answers.cend(); ++answer) {
        rows("every", qPrintable(answer.key()), {u"code"_s}, Type::Int32);
        rows("every", qPrintable(answer.key()), {u"message"_s, u"requestId"_s}, Type::Text);
    }
    rows("Python", "CreateQueue", {u"queueId"_s}, Type::Text);
    rows("Python", "CreateTopic", {u"topicId"_s}, Type::Text);
    rows("Python", "Subscribe", {u"subscriptionId"_s}, Type::Text);
    for (const char* sending : {"SendMessage", "PublishMessage"})
        rows("Python, Java, PHP, Go", sending, {u"msgId"_s}, Type::Text);
    for (const char* sending : {"BatchSendMessage", "BatchPublishMessage"}) {
        rows("Python, Java, PHP", sending, {u"msgList"_s}, Type::List);
        rows("Python, Java, PHP", sending, {u"msgList[].msgId"_s}, Type::Text);
    }
    rows("Python, Java, PHP, C++", "ReceiveMessage", {u"msgId"_s, u"msgBody"_s, u"receiptHandle"_s},
         Type::Text);
    rows("Python, Java, PHP, C++", "ReceiveMessage",
         {u"enqueueTime"_s, u"nextVisibleTime"_s, u"firstDequeueTime"_s, u"dequeueCount"_s},
         Type::Int32);
    rows("Python, Java, PHP, C++", "BatchReceiveMessage", {u"msgInfoList"_s}, Type::List);
    rows("Python, Java, PHP, C++", "BatchReceiveMessage",
         {u"msgInfoList[].msgId"_s, u"msgInfoList[].msgBody"_s, u"msgInfoList[].receiptHandle"_s},
         Type::Text);
    rows("Python, Java, PHP, C++", "BatchReceiveMessage",
         {u"msgInfoList[].enqueueTime"_s, u"msgInfoList[].nextVisibleTime"_s,
          u"msgInfoList[].firstDequeueTime"_s, u"msgInfoList[].dequeueCount"_s},
         Type::Int32);
    rows("Python", "BatchDeleteMessage, partly", {u"errorList"_s}, Type::List);
    rows("Python", "BatchDeleteMessage, partly", {u"errorList[].code"_s}, Type::Int32);
    rows("Python", "BatchDeleteMessage, partly",
         {u"errorList[].message"_s, u"errorList[].receiptHandle"_s}, Type::Text);
    for (const char* list : {"ListQueue", "ListTopic", "ListSubscriptionByTopic"})
        rows("Python, Java, PHP", list, {u"totalCount"_s}, Type::Int32);
    rows("Java", "ListQueue", {u"queueList[].queueName"_s}, Type::Text);
    rows("TCP control plane", "ListQueue", {u"queueList[].queueId"_s}, Type::Text);
    rows("Java, C++", "ListTopic", {u"topicList[].topicName"_s, u"topicList[].topicId"_s},
         Type::Text);
    rows("Java, C++", "ListSubscriptionByTopic",
         {u"subscriptionList[].subscriptionName"_s, u"subscriptionList[].subscriptionId"_s,
          u"subscriptionList[].protocol"_s, u"subscriptionList[].endpoint"_s},
         Type::Text);
    rows("Java, C++", "GetQueueAttributes",
         {u"maxMsgHeapNum"_s, u"pollingWaitSeconds"_s, u"visibilityTimeout"_s, u"maxMsgSize"_s,
          u"msgRetentionSeconds"_s, u"createTime"_s, u"lastModifyTime"_s, u"activeMsgNum"_s,
          u"inactiveMsgNum"_s, u"rewindMsgNum"_s, u"minMsgTime"_s, u"delayMsgNum"_s,
          u"rewindSeconds"_s},
         Type::Int32);
    rows("PHP", "GetQueueAttributes", {u"rewindmsgNum"_s}, Type::Int32);
    rows("Java, C++", "GetTopicAttributes",
         {u"msgCount"_s, u"maxMsgSize"_s, u"msgRetentionSeconds"_s, u"createTime"_s,
          u"lastModifyTime"_s, u"filterType"_s, u"LoggingEnabled"_s},
         Type::Int32);
    rows("Java, PHP, C++", "GetSubscriptionAttributes",
         {u"endpoint"_s, u"protocol"_s, u"protocal"_s, u"notifyStrategy"_s,
          u"notifyContentFormat"_s, u"filterTag[]"_s, u"filterTags[]"_s},
         Type::Text);
    rows("Java, PHP, C++", "GetSubscriptionAttributes",
         {u"msgCount"_s, u"createTime"_s, u"lastModifyTime"_s}, Type::Int32);
    rows("Java, PHP, C++", "GetSubscriptionAttributes",
         {u"filterTag"_s, u"filterTags"_s, u"bindingKey"_s}, Type::List);
}

void TestSdkAnswers::hasField()
{
    QFETCH(QString, answer);
    QFETCH(QString, path);
    QFETCH(int, type);
    const QList<QJsonValue> values = at(m_answers[answer], path);
    QVERIFY(!values.isEmpty());
    for (const QJsonValue& value : values)
        QVERIFY2(isOfType(value, Type(type)),
                 QJsonDocument(m_answers[answer]).toJson(QJsonDocument::Compact).constData());
}

void TestSdkAnswers::contentTypeDoesNotMatter_data()
{
    QTest::addColumn<QString>("header");
    QTest::newRow("none, as Python") << QString();
    QTest::newRow("any, as Java") << u"Content-Type: */*;charset=utf-8\r\n"_s;
    QTest::newRow("a form") << u"Content-Type: application/x-www-form-urlencoded\r\n"_s;
    QTest::newRow("text") << u"Content-Type: text/plain\r\n"_s;
    QTest::newRow("JSON") << u"Content-Type: application/json\r\n"_s;
    QTest::newRow("nonsense") << u"Content-Type: ;;;\r\n"_s;
}

void TestSdkAnswers::contentTypeDoesNotMatter()
{
    QFETCH(QString, header);
    QCOMPARE(ask("Action=ListQueue", header.toStdString())[u"totalCount"_s], QJsonValue(1));
}

CMQ_TEST(sdkanswers, TestSdkAnswers)

} // namespace tst_sdkanswers
#include "tst_sdkanswers.moc"
