#include "measure.h"

#include "embeddedbroker.h"
#include "engine/engine.h"
#include "engine/filterindex.h"

#include <cstdio>
#include <cstdlib>
#include <future>
#include <random>

// What a publish costs: fan-out, matching, and the memory of what waits.
// topics [fanout] [matching] [memory] [--seconds=3] [--messages=1000000]

namespace {

using namespace bench;
using namespace cmq;

[[noreturn]] void give(const Error& error)
{
    std::fprintf(stderr, "the benchmark failed: %s\n", toString(error).c_str());
    std::exit(1);
}

template <class A>
typename A::Reply ask(Service& service, A action)
{
    std::promise<Result<typename A::Reply>> answer;
    call<A>(service, std::move(action),
            [&](Result<typename A::Reply> result) { answer.set_value(std::move(result)); });
    auto result = answer.get_future().get();
    if (!result)
        give(result.error());
    return std::move(*result);
}

/// Publishes with so many requests in flight for so long; returns publishes per second.
double publishRate(Service& service, int inFlight, double seconds)
{
    const auto start = bench::Clock::now();
    const std::string body = bodyOf(1024);
    std::atomic<std::uint64_t> published{0};
    std::atomic<int> flying{inFlight};
    std::promise<void> landed;
    std::function<void()> next = [&] {
        if (secondsSince(start) > seconds) {
            if (--flying == 0)
                landed.set_value();
            return;
        }
        call<PublishMessage>(service, {"news", body}, [&](const auto& result) {
            if (!result)
                give(result.error());
            ++published;
            next();
        });
    };
    for (int i = 0; i < inFlight; ++i)
        next();
    landed.get_future().wait();
    return static_cast<double>(published) / secondsSince(start);
}

void fanout(int queues, int inFlight, double seconds)
{
    const Folder folder;
    BrokerOptions options;
    options.folder = folder.path();
    options.behaviour.maxQueues = 10'000;
    options.behaviour.maxSubscriptionsPerTopic = 10'000;
    auto broker = EmbeddedBroker::open(std::move(options));
    if (!broker)
        give(broker.error());
    ask(**broker, CreateTopic{"news"});
    for (int i = 0; i < queues; ++i) {
        const std::string name = "q" + std::to_string(i);
        ask(**broker, CreateQueue{name, {}});
        ask(**broker, Subscribe{"news", "s" + std::to_string(i), Protocol::Queue, name});
    }
    const double rate = publishRate(**broker, inFlight, seconds);
    std::printf("  to %4d queues, %2d publishes in flight: %.0f publishes/s, %.0f deliveries/s\n",
                queues, inFlight, rate, rate * queues);
}

/// 1,000 subscriptions of 5 keys, as people write them.
void matching(double seconds)
{
    const std::vector<std::string> words{"eu", "us", "cn",   "orders", "prices", "gold", "oil",
                                         "a",  "b",  "high", "low",    "paid",   "open", "x"};
    std::minstd_rand random(1);
    const auto word = [&] { return words[random() % words.size()]; };
    engine::FilterIndex index(FilterType::Routing);
    std::vector<SubscriptionRecord> records;
    for (SubscriptionKey key = 1; key <= 1000; ++key) {
        SubscriptionRecord record;
        record.key = key;
        for (int i = 0; i < 5; ++i) {
            std::string binding;
            for (std::size_t length = 2 + random() % 4; length > 0; --length) {
                const auto kind = random() % 12;
                binding += (binding.empty() ? "" : ".") + (kind == 0  ? "#"
                                                           : kind < 4 ? "*"
                                                                      : word());
            }
            record.bindingKey.push_back(binding);
        }
        index.add(record);
        records.push_back(std::move(record));
    }
    std::vector<std::string> keys;
    for (int i = 0; i < 1000; ++i) {
        std::string key = word();
        for (std::size_t length = 1 + random() % 4; length > 0; --length)
            key += '.' + word();
        keys.push_back(key);
    }
    const auto rate = [&](auto match) {
        const auto start = bench::Clock::now();
        std::size_t rounds = 0, found = 0;
        while (secondsSince(start) < seconds)
            found += match(keys[rounds++ % keys.size()]);
        return std::pair(static_cast<double>(rounds) / secondsSince(start),
                         static_cast<double>(found) / static_cast<double>(rounds));
    };
    const auto [indexed, mean] =
        rate([&](const std::string& key) { return index.match({}, key).size(); });
    const auto [one, same] = rate([&](const std::string& key) {
        std::size_t found = 0;
        for (const SubscriptionRecord& record : records)
            found += matchRouting(record.bindingKey, key).isMatch() ? 1 : 0;
        return found;
    });
    std::printf(
        "  1,000 subscriptions of 5 keys, %.0f of them match: %.0f messages/s; one key after "
        "the other %.0f (%.0f match)\n",
        mean, indexed, one, same);

    // The worst that a binding key can be, against a key that is longer than CMQ allows.
    std::string hashes = "#", long31 = "a";
    for (int i = 1; i < 15; ++i)
        hashes += ".#";
    for (int i = 1; i < 31; ++i)
        long31 += ".a";
    Samples alone, inIndex;
    engine::FilterIndex worst(FilterType::Routing);
    SubscriptionRecord record;
    record.key = 1;
    record.bindingKey = {hashes + ".b"};
    worst.add(record);
    for (int i = 0; i < 1000; ++i) {
        auto start = bench::Clock::now();
        if (matchRoutingKey(record.bindingKey.front(), long31))
            std::abort();
        alone.add(bench::Clock::now() - start);
        start = bench::Clock::now();
        if (!worst.match({}, long31).empty())
            std::abort();
        inIndex.add(bench::Clock::now() - start);
    }
    std::printf(
        "  the worst key (fifteen # against 31 words): %s; in the index %s (aim: below 1 ms)\n",
        alone.toString().c_str(), inIndex.toString().c_str());
}

/// Memory of the engine for `messages` that wait for `subscriptions`.
double waitingBytes(int subscriptions, int messages)
{
    engine::Engine engine(Behaviour{.recordEvents = false});
    engine::Output out;
    const Time now = fromUnixSeconds(1'800'000'000);
    const auto execute = [&](Action action) {
        engine.execute(now, 1, std::move(action), out);
        if (!out.answers.front().result)
            give(out.answers.front().result.error());
        out = {};
    };
    execute(CreateTopic{"news"});
    for (int i = 0; i < subscriptions; ++i)
        execute(Subscribe{"news", "s" + std::to_string(i), Protocol::Queue, "missing"});
    const std::uint64_t before = residentBytes();
    for (int i = 0; i < messages; ++i) {
        execute(PublishMessage{"news", "x"});
        if (i % 1000 == 0)
            (void)engine.takeChanges();
    }
    (void)engine.takeChanges();
    return static_cast<double>(residentBytes() - before) / messages;
}

void memory(int messages)
{
    const double one = waitingBytes(1, messages);
    const double eleven = waitingBytes(11, messages);
    std::printf(
        "  %d messages that wait: %.0f bytes each with one subscription, %.1f more for each "
        "further delivery\n",
        messages, one, (eleven - one) / 10);
}

} // namespace

int main(int count, char** values)
{
    const Arguments arguments(count, values);
    const double seconds = arguments.number("seconds", 3);
    if (arguments.wants("fanout")) {
        std::printf("Fan-out of one publish, durable, 1 KiB\n");
        fanout(10, 64, seconds);
        fanout(1000, 1, seconds);
        fanout(1000, 16, seconds);
    }
    if (arguments.wants("matching")) {
        std::printf("Matching\n");
        matching(seconds / 3);
    }
    if (arguments.wants("memory")) {
        std::printf("Memory\n");
        memory(static_cast<int>(arguments.number("messages", 1'000'000)));
    }
}
