#include "scenario/simulation.h"
#include "ui/trace/lifeline.h"
#include "ui/trace/lifetext.h"

#include "cmq/queuesettings.h"

#include <QFile>
#include <QTest>

using namespace cmq;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr Time Start = fromUnixSeconds(1'800'000'000);

/// Does what a script says, and tells the life of the first message.
class Player
{
public:
    Player()
        : m_simulation(behaviour(), 1, Start)
    {
    }

    void play(const QStringList& words)
    {
        const QString verb = words.value(0);
        const std::string name = words.value(1).toStdString();
        if (verb == u"queue")
            ask(CreateQueue{name, settings({}, words)});
        else if (verb == u"set")
            ask(SetQueueAttributes{name, change(words)});
        else if (verb == u"send")
            note(ask(SendMessage{name, "body", Seconds(words.value(2).toInt())}).msgId);
        else if (verb == u"receive")
            m_handle = ask(ReceiveMessage{name, Seconds(0)}).receiptHandle;
        else if (verb == u"delete")
            attempt(DeleteMessage{name, m_handle});
        else if (verb == u"rewind")
            ask(RewindQueue{name, Start + Seconds(words.value(2).toInt())});
        else if (verb == u"clear")
            ask(ClearQueue{name});
        else if (verb == u"deleteQueue")
            ask(DeleteQueue{name});
        else if (verb == u"topic")
            ask(CreateTopic{name});
        else if (verb == u"subscribe")
            subscribe(words);
        else if (verb == u"publish")
            note(ask(PublishMessage{name, "body", list(words.value(2)), {}}).msgId);
        else if (verb == u"wait")
            m_simulation.advance(Seconds(words.value(1).toInt()));
        else
            qFatal("no such verb: %s", qPrintable(verb));
    }

    QStringList told()
    {
        EventHistory own;
        EventHistory bulk;
        for (Event& event : m_simulation.takeEvents()) {
            if (event.msgId == m_msgId || event.messages.contains(m_msgId))
                own.events.push_back(event);
            else if (std::ranges::count(bulkKinds(), event.kind) > 0)
                bulk.events.push_back(event);
        }
        const LifeLine line = makeLifeLine(m_msgId, own, bulk, m_simulation.now());
        QStringList lines;
        for (const LifeStep& step : line.steps)
            lines += u"+%1 %2: %3"_s.arg(at(step.event.time), laneText(line.lanes[step.lane]),
                                         stepText(step));
        for (const LifeBar& bar : line.bars)
            lines += u"[%1..%2%3] %4: %5"_s.arg(at(bar.from), at(bar.to),
                                                bar.isOpen ? u"+"_s : QString(),
                                                laneText(line.lanes[bar.lane]), barText(bar));
        return lines;
    }

private:
    static Behaviour behaviour()
    {
        Behaviour behaviour;
        behaviour.minMsgHeapNum = 1;
        return behaviour;
    }
    static QString at(Time time) { return QString::number(double((time - Start).count()) / 1000); }
    static std::vector<std::string> list(const QString& words)
    {
        std::vector<std::string> all;
        for (const QString& word : words.split(u',', Qt::SkipEmptyParts))
            all.push_back(word.toStdString());
        return all;
    }

    /// name=value, as CMQ names its attributes.
    static QueueSettings settings(QueueSettings from, const QStringList& words)
    {
        DeadLetterPolicy policy;
        for (const QString& word : words.mid(2)) {
            const QString name = word.section(u'=', 0, 0);
            const std::int64_t value = word.section(u'=', 1).toLongLong();
            if (name == u"dead") {
                policy.deadLetterQueue = word.section(u'=', 1).toStdString();
            } else if (name == u"maxReceiveCount") {
                policy.maxReceiveCount = value;
            } else if (name == u"maxTimeToLive") {
                policy.policy = DeadLetterRule::MaxTimeToLive;
                policy.maxTimeToLive = Seconds(value);
            } else {
                const auto& rules = queueSettingRules();
                const auto rule =
                    std::ranges::find(rules, name.toStdString(),
                                      [](const auto& each) { return std::string(each.name); });
                if (rule == rules.end())
                    qFatal("no such attribute: %s", qPrintable(name));
                rule->set(from, value);
            }
        }
        if (!policy.deadLetterQueue.empty())
            from.deadLetterPolicy = policy;
        return from;
    }
    static QueueSettingsChange change(const QStringList& words)
    {
        return difference(QueueSettings{.rewindSeconds = Seconds(1)},
                          settings(QueueSettings{.rewindSeconds = Seconds(1)}, words));
    }
    void subscribe(const QStringList& words)
    {
        Subscribe action;
        action.topicName = words.value(1).toStdString();
        action.subscriptionName = words.value(2).toStdString();
        action.protocol = Protocol::Queue;
        action.endpoint = words.value(3).toStdString();
        action.notifyContentFormat = NotifyContentFormat::Simplified;
        action.filterTag = list(words.value(4));
        ask(std::move(action));
    }
    void note(const std::string& msgId)
    {
        if (m_msgId == 0)
            m_msgId = std::stoull(msgId);
    }

    template <ActionType A>
    auto attempt(A action)
    {
        return *m_simulation.takeAnswer(m_simulation.execute(Action(std::move(action))));
    }
    template <ActionType A>
    typename A::Reply ask(A action)
    {
        const auto answer = attempt(std::move(action));
        if (!answer)
            qFatal("%s", toString(answer.error()).c_str());
        return std::get<typename A::Reply>(*answer);
    }

    scenario::Simulation m_simulation;
    std::uint64_t m_msgId = 0;
    std::string m_handle;
};

} // namespace

/// What a life line tells of every way a message can go; see lifelines.txt.
class TestLifeLines final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void everyLife_data()
    {
        QTest::addColumn<QStringList>("script");
        QTest::addColumn<QStringList>("expected");
        QFile file(QFINDTESTDATA("lifelines.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        const QString text = QString::fromUtf8(file.readAll());
        for (const QString& part : text.split(u"\n== "_s).mid(1)) {
            const QStringList halves = part.split(u"\n--"_s);
            const QStringList script = halves[0].split(u'\n', Qt::SkipEmptyParts);
            QTest::newRow(qPrintable(script.first()))
                << script.mid(1) << halves.value(1).split(u'\n', Qt::SkipEmptyParts);
        }
    }
    void everyLife()
    {
        QFETCH(QStringList, script);
        QFETCH(QStringList, expected);
        Player player;
        for (const QString& line : script)
            player.play(line.split(u' '));
        const QStringList told = player.told();
        if (told != expected)
            qWarning("%s", qPrintable(told.join(u'\n')));
        QCOMPARE(told, expected);
    }
};

QTEST_GUILESS_MAIN(TestLifeLines)
#include "tst_lifelines.moc"
