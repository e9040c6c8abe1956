#include "shrink.h"
#include "world.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <random>

using namespace cmq;
using namespace conformance;
using namespace std::chrono_literals;

/// Random operations on the engine and on the naive model, with restarts and failing commits; after
/// each everything that can be seen is compared. CMQ_MODEL_OPERATIONS and CMQ_MODEL_SEED make it
/// longer, and other.
class TestModel final : public QObject
{
    Q_OBJECT

private slots:
    void engineDoesWhatTheModelDoes();
    void thousandsGoAtOnce();
    void everyChangeOfTenThousandMessagesIsTold();
};

namespace {

constexpr std::size_t UsualOperations = 200'000;
constexpr std::size_t OperationsOfARun = 400;

struct Run
{
    WorldOptions options;
    std::vector<Operation> operations;
};

std::uint32_t number(std::mt19937_64& random, std::uint32_t below)
{
    return static_cast<std::uint32_t>(random() % below);
}

/// Mostly the usual behaviour, and each option now and then.
Behaviour randomBehaviour(std::mt19937_64& random)
{
    Behaviour behaviour{.minMsgHeapNum = 1};
    switch (number(random, 12)) {
    case 0: behaviour.maxInactive = 1 + number(random, 3); break;
    case 1: behaviour.maxDelayed = 1 + number(random, 3); break;
    case 2: behaviour.nameReuseDelay = 5s; break;
    case 3: behaviour.produceQps = 3; break;
    case 4: behaviour.consumeQps = 3; break;
    case 5: behaviour.controlQps = 5; break;
    case 6: behaviour.maxQueues = 3; break;
    case 7:
        behaviour.maxInactive = 2;
        behaviour.consumeQps = 2;
        break;
    default: break;
    }
    return behaviour;
}

Operation randomOperation(std::mt19937_64& random)
{
    using enum Operation::Kind;
    // How often each, in the order of Kind.
    static constexpr std::array<int, Operation::KindCount> weights{
        6, 10, 1, 2, 14, 2, 1, 1, 2, 40, 14, 30, 16, 50, 12, 5, 25, 25, 2, 2, 14, 3, 4, 0, 0};
    static std::discrete_distribution<int> kinds(weights.begin(), weights.end());
    Operation operation;
    operation.kind = static_cast<Operation::Kind>(kinds(random));
    operation.a = static_cast<std::uint32_t>(random());
    operation.b = static_cast<std::uint32_t>(random());
    operation.c = static_cast<std::uint32_t>(random());
    return operation;
}

QueueSettings randomSettings(std::mt19937_64& random)
{
    QueueSettings settings{.maxMsgHeapNum = 30, .visibilityTimeout = 5s};
    if (number(random, 2) == 0)
        settings.rewindSeconds = 3600s;
    if (number(random, 4) == 0)
        settings.msgRetentionSeconds = 3600s;
    if (number(random, 8) == 0)
        settings.pollingWaitSeconds = 3s;
    return settings;
}

Run randomRun(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Run run;
    run.options.behaviour = randomBehaviour(random);
    constexpr std::array<std::size_t, 3> budgets{1, 3, std::numeric_limits<std::size_t>::max()};
    run.options.budget = budgets[number(random, 3)];
    // Mostly few queues, so that messages meet.
    constexpr std::array<std::uint32_t, 4> queues{2, 3, 4, 9};
    run.options.queues = queues[number(random, 4)];
    run.options.settings = randomSettings(random);
    run.options.commitsBeforeTime = number(random, 4) != 0;
    for (std::uint32_t i = 0; i < run.options.queues; ++i)
        run.operations.push_back({Operation::Kind::Create, i, 7U << 3U, number(random, 1U << 20U)});
    while (run.operations.size() < OperationsOfARun)
        run.operations.push_back(randomOperation(random));
    return run;
}

/// A few operations on queues that hold thousands.
Run largeRun(std::uint64_t seed)
{
    using enum Operation::Kind;
    std::mt19937_64 random(seed);
    Run run;
    run.options.behaviour.minMsgHeapNum = 1;
    run.options.queues = 3;
    run.options.settings = randomSettings(random);
    run.options.settings.maxMsgHeapNum = 100'000;
    if (number(random, 4) != 0)
        run.options.settings.rewindSeconds = 3600s;
    run.options.commitsBeforeTime = number(random, 2) == 0;
    for (std::uint32_t i = 0; i < 3; ++i)
        run.operations.push_back({Create, i, 0x3FU, number(random, 1U << 20U)});
    constexpr std::array kinds{
        SendMany, SendMany,     SendMany,          ConsumeMany,
        Send,     BatchReceive, BatchDelete,       Set,
        Clear,    Jump,         AdvanceToDeadline, Rewind,
        Commit,   Restart,      FailCommit,        Operation::Kind::DeleteQueue};
    for (int i = 0; i < 37; ++i) {
        Operation operation = randomOperation(random);
        operation.kind = kinds[number(random, kinds.size())];
        run.operations.push_back(operation);
        if (operation.kind != ConsumeMany)
            continue;
        // What is deleted now is often rewound or dropped before long.
        const bool isRewind = number(random, 2) == 0;
        operation.kind = isRewind ? Rewind : Set;
        operation.b = isRewind ? 1 : 5 + 5 * 7; // from the oldest; rewindSeconds alone
        operation.c = 0;
        run.operations.push_back(operation);
    }
    return run;
}

/// A world in which much is sent and received, and little else is done.
Run busyRun(std::uint64_t seed)
{
    using enum Operation::Kind;
    std::mt19937_64 random(seed);
    Run run;
    run.options.behaviour.minMsgHeapNum = 1;
    run.options.queues = 4;
    run.options.settings = {.maxMsgHeapNum = 200, .visibilityTimeout = 5s};
    run.options.settings.rewindSeconds = 600s;
    run.options.stateComparedEvery = 25; // it is about events
    for (std::uint32_t i = 0; i < 4; ++i)
        run.operations.push_back({Create, i, 7U << 3U, number(random, 1U << 20U)});
    constexpr std::array kinds{BatchSend,         BatchSend,    BatchSend,   BatchSend, Send,
                               BatchReceive,      BatchReceive, BatchDelete, Delete,    Advance,
                               AdvanceToDeadline, Rewind,       Clear};
    for (int i = 0; i < 1'000; ++i) {
        Operation operation = randomOperation(random);
        operation.kind = kinds[number(random, kinds.size())];
        // Purges are rare, and now and then a setting changes.
        if (operation.kind == Clear && number(random, 20) != 0)
            operation.kind = number(random, 20) == 0 ? Set : AdvanceToDeadline;
        run.operations.push_back(operation);
    }
    return run;
}

/// The index of the operation that shows a difference, and the difference.
struct Failure
{
    std::size_t index = 0;
    std::string what;
    std::string story;
};

using Met = std::map<std::string, int>;

std::optional<Failure> play(const Run& run, const std::vector<Operation>& operations,
                            Met* met = nullptr)
{
    World both(run.options);
    std::string story;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const std::string broken = both.step(operations[i]);
        story += "  " + both.told() + '\n';
        if (!broken.empty())
            return Failure{i, broken, story};
    }
    if (met) {
        for (const auto& [what, times] : both.met())
            (*met)[what] += times;
    }
    return std::nullopt;
}

/// Plays runs until so many operations are done. Returns what went wrong, in words for people.
std::string playAll(Run (*makeRun)(std::uint64_t seed), std::size_t operations, Met& met)
{
    std::uint64_t seed = qEnvironmentVariable("CMQ_MODEL_SEED", "1").toULongLong();
    for (std::size_t done = 0; done < operations; ++seed) {
        const Run run = makeRun(seed);
        done += run.operations.size();
        const auto failure = play(run, run.operations, &met);
        if (!failure)
            continue;
        std::vector<Operation> first = run.operations;
        first.resize(failure->index + 1);
        const auto failsAt = [&](const std::vector<Operation>& fewer) {
            const auto again = play(run, fewer);
            return again ? std::optional(again->index) : std::nullopt;
        };
        const auto shortest = play(run, shrunk(std::move(first), failsAt));
        return "CMQ_MODEL_SEED=" + std::to_string(seed) + ": " + shortest->what + '\n' +
               shortest->story;
    }
    return {};
}

bool hasMet(const Met& met, EventKind kind, int times)
{
    const auto found = met.find(std::string(toString(kind)));
    return found != met.end() && found->second >= times;
}

} // namespace

void TestModel::engineDoesWhatTheModelDoes()
{
    const std::size_t operations = qEnvironmentVariableIsSet("CMQ_MODEL_OPERATIONS")
                                       ? qEnvironmentVariable("CMQ_MODEL_OPERATIONS").toULongLong()
                                       : UsualOperations;
    Met met;
    const std::string broken = playAll(randomRun, operations, met);
    QVERIFY2(broken.empty(), broken.c_str());

    // A run that meets everything proves something.
    for (const auto kind :
         {EventKind::QueueCreated, EventKind::QueueChanged, EventKind::QueueDeleted,
          EventKind::QueueCleared, EventKind::Sent, EventKind::DelayEnded, EventKind::Received,
          EventKind::VisibilityEnded, EventKind::Deleted, EventKind::Rewound,
          EventKind::RetentionEnded, EventKind::RewindWindowEnded, EventKind::RewindTurnedOff,
          EventKind::DeadLettered, EventKind::DeadLetterArrived, EventKind::DeadLetterBlocked,
          EventKind::WaitStarted, EventKind::WaitEnded, EventKind::Refused})
        QVERIFY2(operations < UsualOperations || hasMet(met, kind, 30), toString(kind).data());
}

void TestModel::thousandsGoAtOnce()
{
    Met met;
    const std::string broken = playAll(largeRun, 1000, met);
    QVERIFY2(broken.empty(), broken.c_str());
    for (const auto kind :
         {EventKind::RetentionPurged, EventKind::QueueRewound, EventKind::RewindAreaPurged})
        QVERIFY2(hasMet(met, kind, 3), toString(kind).data());
}

/// The ledger in the world knows nothing but the events, and is right after each step.
void TestModel::everyChangeOfTenThousandMessagesIsTold()
{
    Met met;
    const std::string broken = playAll(busyRun, 34'000, met);
    QVERIFY2(broken.empty(), broken.c_str());
    const int messages = met["Sent"];
    QVERIFY2(messages >= 10'000, std::to_string(messages).c_str());
    for (const auto kind : {EventKind::DelayEnded, EventKind::Received, EventKind::VisibilityEnded,
                            EventKind::Deleted, EventKind::Rewound, EventKind::RewindWindowEnded,
                            EventKind::QueueCleared, EventKind::DeadLettered})
        QVERIFY2(hasMet(met, kind, 10), toString(kind).data());
}

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
