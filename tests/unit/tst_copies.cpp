#include "embeddedbroker.h"
#include "scenario/picture.h"
#include "scenario/sandbox.h"
#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"

#include "tests/suite.h"

#include <QTest>

#include <future>

namespace tst_copies {

using namespace cmq;
using namespace cmq::scenario;

namespace {

/// A broker with everything in it: each state of messages, dead letters, topics, pushes that fail,
/// a name that is not free.
const char* const Town = R"({"cmqScenario": 1, "setup": [
  {"call": "CreateQueue", "with": {"queueName": "dead"}},
  {"call": "CreateQueue", "with": {"queueName": "orders", "visibilityTimeout": 30,
    "rewindSeconds": 3600, "deadLetterQueueName": "dead", "policy": 0, "maxReceiveCount": 1}},
  {"call": "CreateQueue", "with": {"queueName": "mails"}},
  {"call": "CreateQueue", "with": {"queueName": "alone"}},
  {"call": "CreateQueue", "with": {"queueName": "gone"}},
  {"call": "DeleteQueue", "with": {"queueName": "gone"}},
  {"call": "CreateTopic", "with": {"topicName": "news"}},
  {"call": "Subscribe", "with": {"topicName": "news", "subscriptionName": "to-orders",
    "protocol": "queue", "endpoint": "orders", "notifyContentFormat": "SIMPLIFIED"}},
  {"call": "Subscribe", "with": {"topicName": "news", "subscriptionName": "red-mails",
    "protocol": "queue", "endpoint": "mails", "notifyContentFormat": "SIMPLIFIED", "filterTag": ["red"]}},
  {"call": "Subscribe", "with": {"topicName": "news", "subscriptionName": "abroad",
    "protocol": "http", "endpoint": "http:\/\/example.com\/", "filterTag": ["red"]}},
  {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "poison"}},
  {"call": "ReceiveMessage", "with": {"queueName": "orders"}},
  {"advance": 31},
  {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "done"}},
  {"call": "ReceiveMessage", "with": {"queueName": "orders"}, "save": {"handle": "receiptHandle"}},
  {"call": "DeleteMessage", "with": {"queueName": "orders", "receiptHandle": "${handle}"}},
  {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "in hand"}},
  {"call": "ReceiveMessage", "with": {"queueName": "orders"}},
  {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "later", "delaySeconds": 100}},
  {"call": "SendMessage", "with": {"queueName": "orders", "msgBody": "now"}},
  {"call": "SendMessage", "with": {"queueName": "alone", "msgBody": "elsewhere"}},
  {"call": "PublishMessage", "with": {"topicName": "news", "msgBody": "hello", "msgTag": ["red"]}},
  {"advance": 7}]})";

World town()
{
    auto scenario = parseScenario(Town);
    if (!scenario)
        qFatal("%s", scenario.error().detail.c_str());
    auto world = startOf(*scenario);
    if (!world)
        qFatal("%s", world.error().detail.c_str());
    return std::move(*world);
}

/// Why a push failed last is remembered by nobody but who made it.
Picture sight(const World& world)
{
    Picture picture = pictureOf(world, 1000);
    for (SubscriptionAttributes& each : picture.subscriptions)
        each.lastFailure.clear();
    return picture;
}

QStringList queueNames(const World& world)
{
    QStringList names;
    for (const PictureQueue& queue : pictureOf(world, 1).queues)
        names += QString::fromStdString(queue.attributes.queueName);
    names.sort();
    return names;
}

QStringList subscriptionNames(const World& world)
{
    QStringList names;
    for (const SubscriptionAttributes& each : pictureOf(world, 1).subscriptions)
        names += QString::fromStdString(each.subscriptionName);
    names.sort();
    return names;
}

std::vector<std::string> bodiesIn(const World& world, std::string_view queueName)
{
    std::vector<std::string> bodies;
    for (const PictureQueue& queue : pictureOf(world, 1000).queues) {
        if (queue.attributes.queueName != queueName)
            continue;
        for (const PictureMessage& message : queue.messages)
            bodies.push_back(message.body);
    }
    std::ranges::sort(bodies);
    return bodies;
}

} // namespace

/// A copy of a broker is that broker, to the last detail, and goes on as it would have gone on.
class TestCopies final : public QObject
{
    Q_OBJECT

private slots:
    void aCopyGoesOnAlike();
    void oneQueueComesWithItsFamily();
    void aTopicComesWithItsQueues();
    void onlyChosenMessagesCome();
    void tooMuchIsRefused();
    void theEmbeddedBrokerIsCopied();
    void aSandboxOfACopy();
};

void TestCopies::aCopyGoesOnAlike()
{
    World original = town();
    auto copied = original.simulation().copy({});
    QVERIFY(copied);
    World copy(*copied);
    QVERIFY(sight(copy) == sight(original));
    QCOMPARE(copy.nextChange(), original.nextChange());

    // The same is done to both, while everything that is under way comes to its end.
    const auto both = [&](Action action) {
        const auto one = original.call(action);
        const auto other = copy.call(std::move(action));
        return std::pair(original.takeAnswer(one), copy.takeAnswer(other));
    };
    for (int i = 0; i < 40; ++i) {
        const auto [one, other] = both(BatchReceiveMessage{"orders", 2, Seconds(0)});
        QVERIFY(one && other);
        QCOMPARE(one->has_value(), other->has_value());
        if (*one) {
            const auto& mine = std::get<ReceivedMessages>(**one).msgInfoList;
            const auto& yours = std::get<ReceivedMessages>(**other).msgInfoList;
            QVERIFY(mine == yours); // handles, counts and times
        }
        (void)both(SendMessage{"orders", std::to_string(i), Seconds(i % 3)});
        if (i % 10 == 0)
            (void)both(PublishMessage{"news", "again", {"red"}, {}});
        const Time next = original.now() + Seconds(i);
        QVERIFY(original.advanceTo(next) && copy.advanceTo(next));
        QVERIFY2(sight(copy) == sight(original), qPrintable(QString::number(i)));
    }
    const auto [one, other] =
        both(CreateQueue{"gone", {}}); // the name is free for both by now, or not
    QCOMPARE(one->has_value(), other->has_value());
}

void TestCopies::oneQueueComesWithItsFamily()
{
    const World original = town();
    for (const char* name : {"orders", "dead"}) {
        const World copy(
            *original.simulation().copy({.queues = {name}, .topics = {}, .msgIds = {}}));
        QCOMPARE(queueNames(copy), (QStringList{QStringLiteral("dead"), QStringLiteral("orders")}));
        QCOMPARE(subscriptionNames(copy), QStringList{QStringLiteral("to-orders")});
        QVERIFY(bodiesIn(copy, "orders") == bodiesIn(original, "orders"));
        QVERIFY(bodiesIn(copy, "dead") == bodiesIn(original, "dead"));
    }
    const World nothing(
        *original.simulation().copy({.queues = {"nobody"}, .topics = {}, .msgIds = {}}));
    QCOMPARE(queueNames(nothing), QStringList());
}

void TestCopies::aTopicComesWithItsQueues()
{
    const World original = town();
    const World copy(*original.simulation().copy({.queues = {}, .topics = {"news"}, .msgIds = {}}));
    QCOMPARE(queueNames(copy), (QStringList{QStringLiteral("dead"), QStringLiteral("mails"),
                                            QStringLiteral("orders")}));
    const Picture mine = sight(copy), theirs = sight(original);
    QVERIFY(mine.subscriptions == theirs.subscriptions); // what waits for the push that fails, too
    QVERIFY(mine.topics == theirs.topics);
}

void TestCopies::onlyChosenMessagesCome()
{
    const World original = town();
    CopyScope scope{.queues = {"orders"}, .topics = {}, .msgIds = {}};
    for (const PictureQueue& queue : pictureOf(original, 1000).queues) {
        for (const PictureMessage& message : queue.messages) {
            if (message.body == "later" || message.body == "elsewhere")
                scope.msgIds.push_back(std::stoull(message.msgId));
        }
    }
    const World copy(*original.simulation().copy(scope));
    QVERIFY(bodiesIn(copy, "orders") == std::vector<std::string>{"later"});
    QVERIFY(bodiesIn(copy, "dead").empty());
}

void TestCopies::tooMuchIsRefused()
{
    Simulation simulation;
    simulation.execute(CreateQueue{"heap", {}});
    simulation.execute(CreateQueue{"small", {}});
    for (std::int64_t i = 0; i <= CopyMessagesMax; i += 16)
        simulation.execute(BatchSendMessage{"heap", std::vector<std::string>(16, "x"), {}});
    simulation.execute(SendMessage{"small", "x", {}});
    const auto all = simulation.copy({});
    QVERIFY(!all && all.error().id == ErrorId::CopyTooLarge);
    const auto part = simulation.copy({.queues = {"small"}, .topics = {}, .msgIds = {}});
    QVERIFY(part);
    QCOMPARE(part->records.newMessages.size(), std::size_t(1));
    QCOMPARE(part->bodies.size(), std::size_t(1));
}

namespace {

template <ActionType A>
Result<typename A::Reply> ask(Service& service, A action)
{
    std::promise<Result<typename A::Reply>> answer;
    (void)call(service, std::move(action), std::function([&](Result<typename A::Reply> result) {
                   answer.set_value(std::move(result));
               }));
    return answer.get_future().get();
}

Result<BrokerCopy> copyOf(CopySource& source, CopyScope scope = {})
{
    std::promise<Result<BrokerCopy>> answer;
    source.copy(std::move(scope),
                [&](Result<BrokerCopy> copy) { answer.set_value(std::move(copy)); });
    return answer.get_future().get();
}

} // namespace

/// What was received there can be deleted here; what is deleted here is still there.
void TestCopies::theEmbeddedBrokerIsCopied()
{
    BrokerOptions options;
    auto broker = std::move(*EmbeddedBroker::open(std::move(options)));
    QVERIFY(ask(*broker, CreateQueue{"orders", {}}));
    QVERIFY(ask(*broker, SendMessage{"orders", "one", {}}));
    QVERIFY(ask(*broker, SendMessage{"orders", "two", {}}));
    const auto received = ask(*broker, ReceiveMessage{"orders", Seconds(0)});
    QVERIFY(received);
    const auto copy = copyOf(*broker);
    QVERIFY(copy);
    const auto sandbox = Sandbox::open(*copy);
    QVERIFY(sandbox->isCopy());
    const auto before = ask(*sandbox, GetQueueAttributes{"orders"});
    QVERIFY(before && *before == *ask(*broker, GetQueueAttributes{"orders"}));
    QVERIFY(ask(*sandbox, DeleteMessage{"orders", received->receiptHandle}));
    const auto other = ask(*sandbox, ReceiveMessage{"orders", Seconds(0)});
    QVERIFY(other);
    QCOMPARE(QByteArray::fromStdString(other->msgBody), QByteArray("two"));
    const auto there = ask(*broker, GetQueueAttributes{"orders"});
    QCOMPARE(there->activeMsgNum, 1);
    QCOMPARE(there->inactiveMsgNum, 1);
}

/// It begins when the broker was, can be begun again, and is a source of copies itself.
void TestCopies::aSandboxOfACopy()
{
    const World original = town();
    const auto sandbox = Sandbox::open(*original.simulation().copy({}));
    QCOMPARE(sandbox->now(), original.now());
    QVERIFY(ask(*sandbox, ClearQueue{"orders"}));
    std::promise<Picture> again;
    sandbox->reset([] {});
    sandbox->look([&](const World& world, Sandbox::Undoing) { again.set_value(sight(world)); });
    QVERIFY(again.get_future().get() == sight(original));
    const auto copy = copyOf(*sandbox, {.queues = {"alone"}, .topics = {}, .msgIds = {}});
    QVERIFY(copy);
    QVERIFY(bodiesIn(World(*copy), "alone") == std::vector<std::string>{"elsewhere"});
    std::promise<EventHistory> history;
    sandbox->history({}, [&](EventHistory events) { history.set_value(std::move(events)); });
    QCOMPARE(history.get_future().get().knownSince, std::optional(original.now()));
}

CMQ_TEST(copies, TestCopies)

} // namespace tst_copies
#include "tst_copies.moc"
