#include "shrink.h"
#include "topicworld.h"

#include <QTest>

#include <array>
#include <optional>
#include <random>

using namespace cmq;
using namespace conformance;

/// Random operations with topics on the engine and on the naive model, with restarts and failing
/// commits; after each everything that can be seen is compared. CMQ_MODEL_OPERATIONS and
/// CMQ_MODEL_SEED make it longer, and other.
class TestTopicModel final : public QObject
{
    Q_OBJECT

private slots:
    void engineDoesWhatTheModelDoes();
};

namespace {

constexpr std::size_t UsualOperations = 40'000;
constexpr std::size_t OperationsOfARun = 400;

std::uint32_t number(std::mt19937_64& random, std::uint32_t below)
{
    return static_cast<std::uint32_t>(random() % below);
}

Behaviour randomBehaviour(std::mt19937_64& random)
{
    Behaviour behaviour{.minMsgHeapNum = 1};
    behaviour.cascadeSubscriptions = number(random, 8) == 0;
    if (number(random, 8) == 0)
        behaviour.maxSubscriptionsPerTopic = 2;
    if (number(random, 8) == 0)
        behaviour.maxTopics = 1;
    return behaviour;
}

TopicOperation randomOperation(std::mt19937_64& random)
{
    // How often each, in the order of Kind.
    static constexpr std::array<int, TopicOperation::KindCount> weights{
        6, 5, 6, 5, 2, 3, 12, 4, 8, 2, 50, 12, 30, 30, 14, 40, 3, 14, 3, 4};
    static std::discrete_distribution<int> kinds(weights.begin(), weights.end());
    TopicOperation operation;
    operation.kind = static_cast<TopicOperation::Kind>(kinds(random));
    operation.a = static_cast<std::uint32_t>(random());
    operation.b = static_cast<std::uint32_t>(random());
    operation.c = static_cast<std::uint32_t>(random());
    return operation;
}

struct Run
{
    Behaviour behaviour;
    std::vector<TopicOperation> operations;
};

Run randomRun(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Run run;
    run.behaviour = randomBehaviour(random);
    // Something to publish to from the start.
    for (std::uint32_t i = 0; i < 2; ++i)
        run.operations.push_back({TopicOperation::Kind::CreateTopic, i, 1, number(random, 2)});
    while (run.operations.size() < OperationsOfARun)
        run.operations.push_back(randomOperation(random));
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

std::optional<Failure> play(const Behaviour& behaviour,
                            const std::vector<TopicOperation>& operations, Met* met = nullptr)
{
    TopicWorld both(behaviour);
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

} // namespace

void TestTopicModel::engineDoesWhatTheModelDoes()
{
    const std::size_t operations = qEnvironmentVariableIsSet("CMQ_MODEL_OPERATIONS")
                                       ? qEnvironmentVariable("CMQ_MODEL_OPERATIONS").toULongLong()
                                       : UsualOperations;
    std::uint64_t seed = qEnvironmentVariable("CMQ_MODEL_SEED", "1").toULongLong();
    Met met;
    for (std::size_t done = 0; done < operations; ++seed) {
        const Run run = randomRun(seed);
        done += run.operations.size();
        const auto failure = play(run.behaviour, run.operations, &met);
        if (!failure)
            continue;
        std::vector<TopicOperation> first = run.operations;
        first.resize(failure->index + 1);
        const auto failsAt = [&](const std::vector<TopicOperation>& fewer) {
            const auto again = play(run.behaviour, fewer);
            return again ? std::optional(again->index) : std::nullopt;
        };
        const auto shortest = play(run.behaviour, shrunk(std::move(first), failsAt));
        QFAIL(("CMQ_MODEL_SEED=" + std::to_string(seed) + ": " + shortest->what + '\n' +
               shortest->story)
                  .c_str());
    }
    if (operations < UsualOperations)
        return;
    // A run that meets everything proves something.
    for (const auto kind :
         {EventKind::TopicCreated, EventKind::TopicChanged, EventKind::TopicDeleted,
          EventKind::Subscribed, EventKind::SubscriptionChanged, EventKind::Unsubscribed,
          EventKind::Published, EventKind::Matched, EventKind::NotMatched,
          EventKind::DeliveryAttempted, EventKind::Delivered, EventKind::DeliveryFailed,
          EventKind::DeliveryDropped})
        QVERIFY2(met[std::string(toString(kind))] >= 30, toString(kind).data());
    for (const char* refusal : {"(10540)", "(10550)", "(10560)", "(10600)", "(10650)", "(10700)",
                                "(10710)", "(10720)", "(10730)", "(10230)", "(10110)", "(10470)"})
        QVERIFY2(met[refusal] >= 5, refusal);
}

QTEST_GUILESS_MAIN(TestTopicModel)
#include "tst_topicmodel.moc"
