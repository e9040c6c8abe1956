#include "killer.h"
#include "killmove.h"

#include "embeddedbroker.h"

#include "ui/messages/messagework.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <future>
#include <random>
#include <set>

using namespace cmq;

namespace {

kill9::Plan plan{.kills = 12};

template <class A>
Result<typename A::Reply> ask(Service& service, A action)
{
    std::promise<Result<typename A::Reply>> answer;
    call<A>(service, std::move(action),
            [&](Result<typename A::Reply> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

std::unique_ptr<EmbeddedBroker> open(const QTemporaryDir& folder)
{
    BrokerOptions options;
    options.folder = folder.path().toStdString();
    auto broker = EmbeddedBroker::open(std::move(options));
    return broker ? std::move(*broker) : nullptr;
}

std::multiset<std::string> bodiesOf(Service& service, const char* queue)
{
    PeekMessages peek{.queueName = queue, .states = {MessageState::Active}, .limit = 10'000};
    peek.withBodies = true;
    std::multiset<std::string> bodies;
    const auto page = ask(service, peek);
    for (const PeekedMessage& message : page->messages)
        bodies.insert(message.msgBody);
    return bodies;
}

/// Kills the child a moment after some messages were moved, so that a slow machine is killed as
/// often on the way as a quick one.
bool moveAndKill(const QTemporaryDir& folder, std::minstd_rand& random)
{
    using std::chrono::milliseconds;
    auto toMove = std::ptrdiff_t(1 + random() % (1 + 2 * kill9::MovedMessages / (plan.kills + 1)));
    const auto shorten = [&](std::string_view said) -> std::optional<milliseconds> {
        const auto moved = std::ranges::count(said, kill9::SomeMoved);
        const bool isFar = toMove > 0 && moved >= toMove;
        toMove -= moved;
        if (isFar || said.find(kill9::AllMoved) != std::string_view::npos)
            return milliseconds(random() % 3);
        return std::nullopt;
    };
    constexpr std::chrono::minutes AtMost(2);
    return kill9::runAndKill("movechild", {folder.path()}, AtMost, shorten).has_value();
}

} // namespace

/// kill -9 at any moment while the console moves 1,000 messages, and then it moves on: at any time
/// each is in one of the two queues, and a kill doubles at most what was under way.
/// `tst_killmove --kills=200 --seed=7` for more.
class TestKillMove final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostAndLittleDoubled()
    {
        const QTemporaryDir folder;
        std::set<std::string> sent;
        {
            const auto broker = open(folder);
            QVERIFY(broker);
            QVERIFY(ask(*broker, CreateQueue{kill9::MoveSource, {}}));
            QVERIFY(ask(*broker, CreateQueue{kill9::MoveTarget, {}}));
            for (int i = 0; i < kill9::MovedMessages; ++i) {
                sent.insert(std::to_string(i));
                QVERIFY(ask(*broker, SendMessage{kill9::MoveSource, std::to_string(i), {}}));
            }
        }
        std::minstd_rand random(plan.seed);
        std::size_t doubled = 0;
        std::size_t halfway = 0;
        for (int kills = 1; kills <= plan.kills; ++kills) {
            QVERIFY2(moveAndKill(folder, random), "the child ended by itself");
            const auto broker = open(folder);
            QVERIFY(broker);
            const auto source = bodiesOf(*broker, kill9::MoveSource);
            const auto target = bodiesOf(*broker, kill9::MoveTarget);
            std::set<std::string> there(source.begin(), source.end());
            there.insert(target.begin(), target.end());
            QVERIFY2(there == sent, "a message is lost, or another one came to be");
            doubled = source.size() + target.size() - sent.size();
            QVERIFY2(doubled <= std::size_t(kills * ui::MessageWork::DefaultParallel),
                     qPrintable(QString::number(doubled)));
            halfway += !source.empty() && !target.empty() ? 1 : 0;
        }
        qInfo("%d kills, %zu of them halfway, %zu of %zu messages are twice there", plan.kills,
              halfway, doubled, sent.size());
        QVERIFY(halfway > 0);
    }
};

int main(int count, char** arguments)
{
    QCoreApplication application(count, arguments);
    const QStringList rest = kill9::readPlan(QCoreApplication::arguments(), plan);
    TestKillMove test;
    return QTest::qExec(&test, rest);
}
#include "tst_killmove.moc"
