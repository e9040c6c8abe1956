#include "tracedbroker.h"

#include "tests/paths.h"
#include "tests/suite.h"

#include "ui/common/language.h"
#include "ui/trace/lifeexport.h"

#include <QFile>
#include <QTest>

#include <functional>

namespace tst_lifetexts {

using namespace cmq;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void subscribe(TracedBroker& broker, const std::string& name, std::vector<std::string> tags,
               std::vector<std::string> keys = {})
{
    broker.queue(name);
    Subscribe action{"topic", name, Protocol::Queue, name};
    action.notifyContentFormat = NotifyContentFormat::Simplified;
    action.filterTag = std::move(tags);
    action.bindingKey = std::move(keys);
    broker.ask(action);
}

void subscribeUrl(TracedBroker& broker, NotifyStrategy strategy)
{
    broker.ask(CreateTopic{"topic"});
    Subscribe action{"topic", "web", Protocol::Http, "http://127.0.0.1:9/x"};
    action.notifyStrategy = strategy;
    action.notifyContentFormat = NotifyContentFormat::Json;
    broker.ask(action);
}

void publish(TracedBroker& broker, std::vector<std::string> tags, const std::string& key = {})
{
    PublishMessage action;
    action.topicName = "topic";
    action.msgBody = "news";
    action.msgTag = std::move(tags);
    if (!key.empty())
        action.routingKey = key;
    broker.ask(action);
}

// The cases, by the name of their file.

void delay(TracedBroker& broker)
{
    broker.queue("orders");
    broker.send("orders", 10s);
    broker.advance(12s);
    broker.remove("orders", broker.receive("orders"));
}

void visibility(TracedBroker& broker)
{
    broker.queue("orders", {.visibilityTimeout = 5s});
    broker.send("orders");
    broker.receive("orders");
    broker.advance(7s);
    broker.receive("orders");
    broker.advance(3s);
}

void handles(TracedBroker& broker)
{
    broker.queue("orders", {.visibilityTimeout = 5s});
    broker.send("orders");
    const std::string stale = broker.receive("orders");
    broker.advance(6s);
    const std::string valid = broker.receive("orders");
    broker.simulation().execute(DeleteMessage{"orders", stale}); // is refused, and changes nothing
    broker.advance(1s);
    broker.remove("orders", valid);
}

void longPolling(TracedBroker& broker)
{
    broker.queue("orders");
    broker.simulation().execute(ReceiveMessage{"orders", 20s, "10.0.0.7:40000 SDK_Python_1.3"});
    broker.simulation().execute(ReceiveMessage{"orders", 20s, "worker-2"});
    broker.advance(4s);
    broker.send("orders");
    broker.send("orders", 3s);
    broker.advance(5s);
}

void deadLetterByReceives(TracedBroker& broker)
{
    broker.queue("dead");
    broker.queue("orders", {.visibilityTimeout = 5s,
                            .deadLetterPolicy =
                                DeadLetterPolicy{"dead", DeadLetterRule::MaxReceiveCount, 2, 0s}});
    broker.send("orders");
    for (int i = 0; i < 2; ++i) {
        broker.receive("orders");
        broker.advance(6s);
    }
    broker.remove("dead", broker.receive("dead"));
}

void deadLetterByAge(TracedBroker& broker)
{
    broker.queue("dead");
    broker.queue("orders", {.deadLetterPolicy =
                                DeadLetterPolicy{"dead", DeadLetterRule::MaxTimeToLive, 0, 300s}});
    broker.send("orders", 60s);
    broker.advance(400s);
}

void deadLetterBlocked(TracedBroker& broker)
{
    broker.queue("dead", {.maxMsgHeapNum = 1});
    broker.queue("orders", {.deadLetterPolicy =
                                DeadLetterPolicy{"dead", DeadLetterRule::MaxTimeToLive, 0, 300s}});
    broker.send("orders");
    broker.send("dead");
    broker.advance(302s);
    broker.remove("dead", broker.receive("dead"));
    broker.advance(60s);
}

void rewind(TracedBroker& broker)
{
    broker.queue("orders", {.msgRetentionSeconds = 60s, .rewindSeconds = 60s});
    broker.send("orders");
    broker.advance(2s);
    broker.remove("orders", broker.receive("orders"));
    broker.advance(8s);
    broker.ask(RewindQueue{"orders", TracedBroker::Start});
    broker.advance(5s);
    broker.remove("orders", broker.receive("orders"));
    broker.advance(60s);
}

void rewindTurnedOff(TracedBroker& broker)
{
    broker.queue("orders", {.rewindSeconds = 60s});
    broker.send("orders");
    broker.remove("orders", broker.receive("orders"));
    broker.advance(3s);
    broker.ask(SetQueueAttributes{"orders", {.rewindSeconds = 0s}});
}

void retention(TracedBroker& broker)
{
    broker.queue("orders", {.visibilityTimeout = 43200s, .msgRetentionSeconds = 60s});
    broker.send("orders");
    broker.receive("orders");
    broker.send("orders", 3600s);
    broker.advance(70s);
}

void purgeAndDelete(TracedBroker& broker)
{
    broker.queue("orders");
    broker.send("orders");
    broker.receive("orders");
    broker.advance(1s);
    broker.ask(ClearQueue{"orders"});
    broker.send("orders");
    broker.advance(1s);
    broker.ask(DeleteQueue{"orders"});
}

void topicTags(TracedBroker& broker)
{
    broker.ask(CreateTopic{"topic"});
    subscribe(broker, "all", {});
    subscribe(broker, "red", {"red", "green"});
    subscribe(broker, "blue", {"blue"});
    publish(broker, {"red"});
    publish(broker, {"yellow"});
}

void topicKeys(TracedBroker& broker)
{
    broker.ask(CreateTopic{"topic", 65536, FilterType::Routing});
    subscribe(broker, "one-word", {}, {"orders.*"});
    subscribe(broker, "any-words", {}, {"orders.#"});
    subscribe(broker, "other", {}, {"bills.#"});
    publish(broker, {}, "orders.new.urgent");
}

void pushBackoff(TracedBroker& broker)
{
    subscribeUrl(broker, NotifyStrategy::BackoffRetry);
    publish(broker, {});
    for (int i = 0; i < 4; ++i) {
        broker.answerPushes(i == 1 ? 0 : 503);
        broker.advance(20s);
    }
}

void pushDecay(TracedBroker& broker)
{
    subscribeUrl(broker, NotifyStrategy::ExponentialDecayRetry);
    publish(broker, {});
    broker.answerPushes(500);
    broker.advance(1s);
    broker.answerPushes(404);
    broker.advance(2s);
    broker.answerPushes(200);
}

void unsubscribed(TracedBroker& broker)
{
    subscribeUrl(broker, NotifyStrategy::ExponentialDecayRetry);
    publish(broker, {});
    broker.answerPushes(500);
    broker.ask(Unsubscribe{"topic", "web"});
}

struct Case
{
    const char* name;
    void (*tell)(TracedBroker& broker);
};

constexpr std::array Cases{Case{"delay", delay},
                           Case{"visibility", visibility},
                           Case{"handles", handles},
                           Case{"longpolling", longPolling},
                           Case{"deadletter-by-receives", deadLetterByReceives},
                           Case{"deadletter-by-age", deadLetterByAge},
                           Case{"deadletter-blocked", deadLetterBlocked},
                           Case{"rewind", rewind},
                           Case{"rewind-turned-off", rewindTurnedOff},
                           Case{"retention", retention},
                           Case{"purge-and-delete", purgeAndDelete},
                           Case{"topic-tags", topicTags},
                           Case{"topic-keys", topicKeys},
                           Case{"push-backoff", pushBackoff},
                           Case{"push-decay", pushDecay},
                           Case{"unsubscribed", unsubscribed}};

} // namespace

/// The life lines of all messages of a case, as people read them, are the text of a file in
/// tests/unit/lifelines. With CMQ_WRITE_LIFELINES=1 in the environment the files are written anew
/// instead: look at what changed before it is committed.
class TestLifeTexts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        m_language.setMode(ui::LanguageMode::English); // for its plurals
    }

    void lives_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < int(Cases.size()); ++i)
            QTest::newRow(Cases[std::size_t(i)].name) << i;
    }
    void lives()
    {
        QFETCH(int, number);
        const Case& story = Cases[std::size_t(number)];
        TracedBroker broker;
        story.tell(broker);
        QStringList lives;
        for (const std::uint64_t id : broker.messages())
            lives += ui::lifeText(broker.life(id));
        QVERIFY(!lives.isEmpty());
        const QString text = lives.join(u'\n');

        QFile file(QString::fromStdString(
            paths::source("tests/unit/lifelines/" + std::string(story.name) + ".txt")));
        if (qEnvironmentVariableIntValue("CMQ_WRITE_LIFELINES") != 0) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QStringList lines = text.split(u'\n');
        const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
        for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
            QCOMPARE(lines[i], expected[i]);
        QCOMPARE(lines.size(), expected.size());
    }

private:
    ui::Language m_language;
};

CMQ_TEST(lifetexts, TestLifeTexts)

} // namespace tst_lifetexts
#include "tst_lifetexts.moc"
