#include "ui/topology/topologyfile.h"
#include "ui/topology/topologyplan.h"

#include "cmq/validation.h"
#include "scenario/jsonline.h"
#include "scenario/simulation.h"
#include "tests/paths.h"
#include "tests/suite.h"

#include <QFile>
#include <QTest>

namespace tst_topologyfile {

using namespace ui;
using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

cmq::CreateQueue queue(const std::string& name, const std::string& deadLetterQueue = {})
{
    cmq::CreateQueue create{name, {}};
    if (!deadLetterQueue.empty())
        create.settings.deadLetterPolicy = {deadLetterQueue, cmq::DeadLetterRule::MaxReceiveCount,
                                            5, Seconds(0)};
    return create;
}

cmq::Subscribe subscribe(const std::string& topic, const std::string& name)
{
    cmq::Subscribe each;
    each.topicName = topic;
    each.subscriptionName = name;
    each.endpoint = "orders";
    each.notifyContentFormat = cmq::NotifyContentFormat::Simplified;
    each.filterTag = {"paid", "中文"};
    return each;
}

Topology sample()
{
    Topology topology;
    topology.queues = {queue("dead"), queue("orders", "dead")};
    topology.queues[1].settings.visibilityTimeout = Seconds(77);
    topology.queues[0].settings.deadLetterPolicy.reset();
    topology.topics = {{"events"}, {"prices", 1024, cmq::FilterType::Routing}};
    topology.subscriptions = {subscribe("events", "billing")};
    return topology;
}

/// "create queue orders" and so on, of what is not unchanged.
QStringList toTexts(const Plan& plan)
{
    static const QStringList kinds{u"create"_s, u"change"_s, u"delete"_s, u"unchanged"_s,
                                   u"impossible"_s};
    static const QStringList things{u"queue"_s, u"topic"_s, u"subscription"_s};
    QStringList texts;
    for (const PlanItem& item : plan.items) {
        if (item.kind != PlanKind::Unchanged)
            texts += kinds[int(item.kind)] + u' ' + things[int(item.thing)] + u' ' + item.name;
    }
    return texts;
}

QStringList toSteps(const Plan& plan)
{
    QStringList texts;
    for (const auto& [name, step] : plan.steps())
        texts += toQString(cmq::actionTraits(step.action).name) + u' ' + name;
    return texts;
}

/// The plan of `wanted`, carried out on a broker that is as `present` says.
cmq::scenario::Simulation brokerOf(const Topology& topology)
{
    cmq::scenario::Simulation broker({}, 1, cmq::fromUnixSeconds(1'800'000'000));
    for (const auto& [name, step] : planTopology({}, topology, false).steps()) {
        const auto answer = broker.takeAnswer(broker.execute(step.action));
        if (!answer || !*answer)
            qFatal("%s was refused", qPrintable(name));
    }
    return broker;
}

} // namespace

/// The file of a topology, and the plan that makes a connection like it.
class TestTopologyFile final : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void exampleOfTheDocumentIsRead();
    void hostileFileIsExplained_data();
    void hostileFileIsExplained();
    void everyBrokenByteIsRefusedOrRead();
    void linesAreFound();
    void planKnowsWhatToDo();
    void planIsEmptyForTheSame();
    void planOrdersWhatDependsOnEachOther();
    void deletesOnlyWhenAsked();
    void filterTypeCannotChange();
};

void TestTopologyFile::comesBackAsItWas()
{
    const TopologyReading read = readTopology(writeTopology(sample()));
    QCOMPARE(read.error, QString());
    QVERIFY(read.topology == sample());
    QVERIFY(readTopology(writeTopology({})).topology == Topology());
}

void TestTopologyFile::exampleOfTheDocumentIsRead()
{
    QFile file(QString::fromStdString(paths::source("docs/topology.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("```json\n") + 8;
    const TopologyReading read = readTopology(text.mid(begin, text.indexOf("```", begin) - begin));
    QCOMPARE(read.error, QString());
    QCOMPARE(read.topology.queues.size(), 2U);
    QCOMPARE(read.topology.queues[1].settings.deadLetterPolicy->maxReceiveCount, 5);
    QCOMPARE(read.topology.queues[0].settings, cmq::QueueSettings());
    (void)brokerOf(read.topology);
}

void TestTopologyFile::hostileFileIsExplained_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const QByteArray& text, const char* error) {
        QTest::newRow(name) << text << QString::fromUtf8(error);
    };
    const auto with = [](const QByteArray& lists) {
        return QByteArray("{\n\"cmqTopology\": 1,\n") + lists + "\n}";
    };
    row("empty", "", "Line 1: this is no JSON: illegal value");
    row("a picture", "\x89PNG\r\n\x1a\n", "Line 1: this is no JSON: illegal value");
    row("cut", "{\n\"cmqTopology\": 1,\n\"queues\": [", "Line 3: this is no JSON");
    row("deep", QByteArray(100'000, '['), "Line 1: this is no JSON");
    row("a list", "[]", "Line 1: This is no topology");
    row("other JSON", "{\"name\": 1}", "Line 1: This is no topology");
    row("newer", "{\n\n\"cmqTopology\": 2}", "Line 3: This console reads version 1");
    row("unknown list", with("\"users\": []"), "Line 3: “users” is not known here.");
    row("no list", with("\"queues\": 7"), "Line 3: “queues” must be a list.");
    row("no object", with("\"queues\": [\n7]"), "Line 4: An object is expected here.");
    row("no name", with("\"queues\": [\n{}]"), "Line 4: “queueName” is missing.");
    row("name is a number", with("\"queues\": [{\n\"queueName\": 7}]"),
        "Line 4: “queueName” must be text.");
    row("bad name", with("\"queues\": [{\n\"queueName\": \"9 lives\"}]"), "Line 4: “queueName”");
    row("unknown attribute", with("\"queues\": [{\"queueName\": \"q\",\n\"visibilityTimout\": 3}]"),
        "Line 4: “visibilityTimout” is not known here.");
    row("out of range", with("\"queues\": [{\"queueName\": \"q\",\n\n\"visibilityTimeout\": 0}]"),
        "Line 5: “visibilityTimeout”");
    row("half a number", with("\"queues\": [{\"queueName\": \"q\", \"visibilityTimeout\": 1.5}]"),
        "Line 3: “visibilityTimeout” must be a whole number.");
    row("a huge number", with("\"queues\": [{\"queueName\": \"q\", \"visibilityTimeout\": 1e300}]"),
        "Line 3: “visibilityTimeout” must be a whole number.");
    row("twice", with("\"queues\": [{\"queueName\": \"q\"},\n{\"queueName\": \"Q\"}]"),
        "Line 4: “Q” is there twice");
    row("dead letters to nowhere",
        with("\"queues\": [{\"queueName\": \"q\",\n\"deadLetterPolicy\":\n"
             "{\"deadLetterQueue\": \"x\",\n\"policy\": 0, \"maxReceiveCount\": 3}}]"),
        "Line 5: The dead-letter queue “x” is not among the queues.");
    row("policy of 7",
        with("\"queues\": [{\"queueName\": \"q\", \"deadLetterPolicy\": "
             "{\"deadLetterQueue\": \"q\", \"policy\": 7}}]"),
        "Line 3: “policy” is 0 or 1.");
    row("topic of nobody",
        with("\"subscriptions\": [{\"topicName\": \"t\", \"subscriptionName\": \"s\", "
             "\"protocol\": \"queue\", \"endpoint\": \"q\"}]"),
        "Line 3: The topic “t” is not among the topics.");
    row("unknown protocol",
        with("\"topics\": [{\"topicName\": \"t\"}],\n\"subscriptions\": [{\"topicName\": \"t\", "
             "\"subscriptionName\": \"s\", \"protocol\": \"smoke\", \"endpoint\": \"q\"}]"),
        "Line 4: “protocol” has a value that CMQ does not know.");
    row("filter of 3", with("\"topics\": [{\"topicName\": \"t\", \"filterType\": 3}]"),
        "Line 3: “filterType” is 1 (tags) or 2 (routing keys).");
    row("too many", with("\"queues\": [" + QByteArray("{},").repeated(20'000) + "{}]"),
        "Line 3: More than 20,000 entries.");
    row("too large", QByteArray(TopologyFileBytesMax + 1, ' '), "The file is larger than 32 MiB");
}

void TestTopologyFile::hostileFileIsExplained()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const TopologyReading read = readTopology(text);
    QVERIFY2(read.error.startsWith(error), qPrintable(read.error));
    QVERIFY(read.topology == Topology());
}

/// Whatever byte is lost or another one: an error or a topology that CMQ takes, never anything
/// else.
void TestTopologyFile::everyBrokenByteIsRefusedOrRead()
{
    const QByteArray good = writeTopology(sample());
    for (qsizetype i = 0; i < good.size(); ++i) {
        for (const char c : {'\0', '"', '{', '9', '\\'}) {
            QByteArray bad = good;
            bad[i] = c;
            const TopologyReading read = readTopology(bad);
            if (!read.error.isEmpty())
                continue;
            for (const cmq::CreateQueue& each : read.topology.queues)
                QVERIFY(!cmq::firstError(each));
        }
        QVERIFY(i == good.size() - 1 || !readTopology(good.first(i)).error.isEmpty());
    }
}

void TestTopologyFile::linesAreFound()
{
    const std::string text = "{ \"a\\\"]\": [1,\n [2, \"}\\\\\"], {\"b\":\n true}],\n \"c\": 5 }";
    QCOMPARE(cmq::scenario::jsonLine(text, {}), 1);
    QCOMPARE(cmq::scenario::jsonLine(text, {"a\"]", "0"}), 1);
    QCOMPARE(cmq::scenario::jsonLine(text, {"a\"]", "1", "1"}), 2);
    QCOMPARE(cmq::scenario::jsonLine(text, {"a\"]", "2", "b"}), 3);
    QCOMPARE(cmq::scenario::jsonLine(text, {"a\"]", "2", "x"}), 2); // where it should be
    QCOMPARE(cmq::scenario::jsonLine(text, {"c"}), 4);
    QCOMPARE(cmq::scenario::jsonLine(text, {"c", "3"}), 4);
}

void TestTopologyFile::planKnowsWhatToDo()
{
    Topology wanted = sample();
    wanted.queues[1].queueName = "Orders"; // the same queue for CMQ
    wanted.queues[1].settings.visibilityTimeout = Seconds(60);
    wanted.queues.push_back(queue("mails"));
    wanted.topics[0].maxMsgSize = 2048;
    wanted.subscriptions[0].filterTag = {"paid"};
    const Plan plan = planTopology(sample(), wanted, false);
    QCOMPARE(toTexts(plan),
             (QStringList{u"change queue orders"_s, u"create queue mails"_s,
                          u"change topic events"_s, u"change subscription events/billing"_s}));
    QCOMPARE(plan.items[1].details, u"visibilityTimeout 77 → 60"_s);
    QCOMPARE(plan.items.back().details, u"filterTag [paid, 中文] → [paid]"_s);
    QCOMPARE(plan.count(PlanKind::Unchanged), 2);
    auto broker = brokerOf(sample());
    for (const auto& [name, step] : plan.steps()) {
        const auto answer = broker.takeAnswer(broker.execute(step.action));
        QVERIFY2(answer && *answer, qPrintable(name));
    }
}

void TestTopologyFile::planIsEmptyForTheSame()
{
    const Plan plan = planTopology(sample(), sample(), true);
    QCOMPARE(toTexts(plan), QStringList());
    QVERIFY(plan.steps().empty());
}

/// What takes dead letters is there before its sources, and has lost its own queue for them.
void TestTopologyFile::planOrdersWhatDependsOnEachOther()
{
    Topology present;
    present.queues = {queue("a", "b"), queue("b")};
    Topology wanted;
    wanted.queues = {queue("a"), queue("b", "a"), queue("c", "a")};
    const Plan plan = planTopology(present, wanted, false);
    QCOMPARE(toSteps(plan), (QStringList{u"UnbindDeadLetterQueue a"_s, u"SetQueueAttributes b"_s,
                                         u"CreateQueue c"_s}));
    auto broker = brokerOf(present);
    for (const auto& [name, step] : plan.steps()) {
        const auto answer = broker.takeAnswer(broker.execute(step.action));
        QVERIFY2(answer && *answer, qPrintable(name));
    }
}

void TestTopologyFile::deletesOnlyWhenAsked()
{
    QCOMPARE(toTexts(planTopology(sample(), {}, false)), QStringList());
    const Plan plan = planTopology(sample(), {}, true);
    QCOMPARE(plan.count(PlanKind::Delete), 5);
    QCOMPARE(toSteps(plan), (QStringList{u"Unsubscribe events/billing"_s, u"DeleteTopic events"_s,
                                         u"DeleteTopic prices"_s, u"DeleteQueue orders"_s,
                                         u"DeleteQueue dead"_s}));
    auto broker = brokerOf(sample());
    for (const auto& [name, step] : plan.steps()) {
        const auto answer = broker.takeAnswer(broker.execute(step.action));
        QVERIFY2(answer && *answer, qPrintable(name));
    }
}

void TestTopologyFile::filterTypeCannotChange()
{
    Topology wanted = sample();
    wanted.topics[1].filterType = cmq::FilterType::Tag;
    const Plan plan = planTopology(sample(), wanted, true);
    QCOMPARE(toTexts(plan), QStringList{u"impossible topic prices"_s});
    QVERIFY(plan.steps().empty());
}

CMQ_TEST(topologyfile, TestTopologyFile)

} // namespace tst_topologyfile
#include "tst_topologyfile.moc"
