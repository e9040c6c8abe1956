#include "measure.h"

#include "engine/engine.h"
#include "scenario/scenariorun.h"

#include <cstdio>

// How much happens on a clock that obeys, in one second of ours.
// worlds [engine] [world] [day] [undo] [--events=2000000]

namespace {

using namespace bench;
using namespace cmq;
using namespace cmq::scenario;

void print(const char* what, std::int64_t events, double seconds)
{
    std::printf("  %s: %lld events in %.2f s, %.0f events/s\n", what,
                static_cast<long long>(events), seconds, static_cast<double>(events) / seconds);
}

/// The engine alone: send, receive, delete; three events each.
void engineAlone(std::int64_t wanted)
{
    std::printf("Engine on a virtual clock (aim: 1,000,000 events/s)\n");
    engine::Engine engine;
    engine::Output out;
    engine::Token token = 0;
    engine.execute(fromUnixSeconds(1), ++token, CreateQueue{"q", {}}, out);
    std::int64_t events = 0;
    const auto start = Clock::now();
    for (std::int64_t i = 0; events < wanted; ++i) {
        const Time now = fromUnixMilliseconds(1000 + i);
        out = {};
        engine.execute(now, ++token, SendMessage{"q", "body", Seconds(0)}, out);
        engine.execute(now, ++token, ReceiveMessage{"q", Seconds(0)}, out);
        const std::string handle =
            std::get<ReceivedMessage>(*out.answers.back().result).receiptHandle;
        engine.execute(now, ++token, DeleteMessage{"q", handle}, out);
        (void)engine.takeChanges();
        events += std::ssize(out.events);
    }
    print("send, receive, delete", events, secondsSince(start));
}

Scenario shopOf(std::int64_t messages)
{
    Scenario scenario;
    scenario.setup = {CallStep{"CreateQueue", {{"queueName", "q"}}, {}, {}, {}}};
    Producer producer;
    producer.queue = "q";
    producer.every = Milliseconds(10);
    producer.count = messages;
    Consumer consumer;
    consumer.queue = "q";
    consumer.workers = 4;
    consumer.batch = 16;
    consumer.wait = Seconds(30);
    consumer.handling.most = Milliseconds(20);
    scenario.actors = {{"shop", true, producer}, {"workers", true, consumer}};
    return scenario;
}

/// With actors, history and everything that the lab remembers.
void world(std::int64_t wanted)
{
    const std::int64_t messages = wanted / 3;
    auto start = startOf(shopOf(messages));
    if (!start)
        return;
    const auto began = Clock::now();
    (void)start->advanceTo(start->now() + Milliseconds(10 * messages) + Seconds(60));
    print("a shop and four workers in a world of the lab", messages * 3, secondsSince(began));
}

/// Every retry that a topic makes in a day.
void dayOfRetries()
{
    Scenario scenario;
    scenario.setup = {
        CallStep{"CreateTopic", {{"topicName", "t"}}, {}, {}, {}},
        CallStep{"Subscribe",
                 {{"topicName", "t"},
                  {"subscriptionName", "s"},
                  {"protocol", "http"},
                  {"endpoint", "http://nobody.example/"}},
                 {},
                 {},
                 {}},
        CallStep{"PublishMessage", {{"topicName", "t"}, {"msgBody", "m"}}, {}, {}, {}}};
    auto start = startOf(scenario);
    if (!start)
        return;
    const auto began = Clock::now();
    (void)start->advanceTo(start->now() + Seconds(86'400));
    std::printf("A day of retries (aim: below 10 s): %.1f ms, %zu events\n",
                secondsSince(began) * 1000, start->events().size());
}

/// What each step that can be undone costs.
void undo()
{
    auto start = startOf(shopOf(10'000));
    if (!start)
        return;
    (void)start->advanceTo(start->now() + Seconds(200));
    constexpr int copies = 50;
    const auto began = Clock::now();
    std::size_t events = 0;
    for (int i = 0; i < copies; ++i) {
        const World copy = *start;
        events = copy.events().size();
    }
    std::printf("A copy of a world with %zu events in its history: %.2f ms\n", events,
                secondsSince(began) * 1000 / copies);
}

} // namespace

int main(int count, char** values)
{
    const Arguments arguments(count, values);
    const auto events = static_cast<std::int64_t>(arguments.number("events", 2'000'000));
    if (arguments.wants("engine"))
        engineAlone(events);
    if (arguments.wants("world"))
        world(events);
    if (arguments.wants("day"))
        dayOfRetries();
    if (arguments.wants("undo"))
        undo();
}
