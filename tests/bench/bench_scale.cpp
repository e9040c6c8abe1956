#include "flight.h"

#include "embeddedbroker.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <malloc.h>
#include <thread>

// What grows with the number of messages and queues, and what must not.
// scale [backlog] [lateness] [queues] [clear] [rewind]
//       [--from=1000] [--messages=100000] [--body=100] [--queues=10000]

namespace {

using namespace bench;
using namespace cmq;

[[noreturn]] void give(const Error& error)
{
    std::fprintf(stderr, "the benchmark failed: %s\n", toString(error).c_str());
    std::exit(1);
}

std::unique_ptr<EmbeddedBroker> openBroker(const std::filesystem::path& folder)
{
    BrokerOptions options;
    options.folder = folder;
    options.behaviour.maxQueues = 100'000;
    auto broker = EmbeddedBroker::open(std::move(options));
    if (!broker)
        give(broker.error());
    return std::move(*broker);
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

/// Runs `count` requests, so many at a time; `request(i, done)` starts one.
void inFlight(std::size_t count, std::size_t atATime,
              const std::function<void(std::size_t, std::function<void()>)>& request)
{
    std::atomic<std::size_t> next{0}, ended{0};
    std::promise<void> all;
    std::function<void()> another = [&] {
        const std::size_t i = next++;
        if (i < count) {
            request(i, [&] {
                another();
                if (++ended == count)
                    all.set_value();
            });
        }
    };
    if (count == 0)
        return;
    for (std::size_t i = 0; i < std::min(atATime, count); ++i)
        another();
    all.get_future().wait();
}

void fill(Service& service, const std::string& queue, std::size_t messages, std::size_t bodyBytes)
{
    const std::vector<std::string> bodies(16, bodyOf(bodyBytes));
    inFlight(messages / 16, 64, [&](std::size_t, std::function<void()> done) {
        call<BatchSendMessage>(service, {queue, bodies, {}}, [done](const auto& result) {
            if (!result)
                give(result.error());
            done();
        });
    });
}

double mebibytes(std::uint64_t bytes)
{
    return static_cast<double>(bytes) / 1048576.0;
}

void backlog(double least, double most, std::size_t bodyBytes)
{
    std::printf("Backlog: cost of a lifecycle on top of so many waiting messages of %zu bytes "
                "(aim: flat; 10,000,000 below 1 GiB, open in 10 s)\n",
                bodyBytes);
    for (double messages = least; messages <= most * 1.001; messages *= 10) {
        const Folder folder;
        const auto before = residentBytes();
        auto start = bench::Clock::now();
        {
            const auto broker = openBroker(folder.path());
            ask(*broker, CreateQueue{"bench", {}});
            fill(*broker, "bench", static_cast<std::size_t>(messages), bodyBytes);
            const double filling = secondsSince(start);
            Flight::Options options;
            options.bodyBytes = bodyBytes;
            Flight flight(*broker, options);
            flight.run(0.5);
            const auto figures = flight.run(2);
            std::printf("  %.0e: filled with %.0f/s; %.0f lifecycles/s; receive %s; "
                        "store %.0f MiB\n",
                        messages, messages / filling, figures.lifecyclesPerSecond,
                        figures.receive.toString().c_str(), mebibytes(broker->totals().storeBytes));
        }
        ::malloc_trim(0); // what the first broker gave back is not the second one's
        const auto closed = residentBytes();
        start = bench::Clock::now();
        const auto broker = openBroker(folder.path());
        const double opening = secondsSince(start);
        const auto resident = residentBytes();
        std::printf("         opened again in %.2f s; resident %.0f MiB (%.0f before all, "
                    "%.0f when closed)\n",
                    opening, mebibytes(resident), mebibytes(before), mebibytes(closed));
    }
}

void lateness(std::size_t messages)
{
    std::printf("Lateness of %zu messages delayed by 1 to 10 s, received and deleted meanwhile "
                "(aim: p50 5 ms, p99 20 ms)\n",
                messages);
    const Folder folder;
    const auto broker = openBroker(folder.path());
    ask(*broker, CreateQueue{"bench", {}});
    const std::string body = bodyOf(1024);
    const std::size_t batches = messages / 16;
    // Sent evenly within a second, with delays of whole seconds in turn: evenly due within ten. The
    // receivers are there before the first is due.
    std::thread sender([&] {
        const auto start = bench::Clock::now();
        for (std::size_t i = 0; i < batches; ++i) {
            std::this_thread::sleep_until(start +
                                          std::chrono::nanoseconds(1'000'000'000) * i / batches);
            const Seconds delay(1 + static_cast<int>(i % 10));
            const std::vector<std::string> bodies(16, std::to_string(delay.count()) + ' ' + body);
            call<BatchSendMessage>(*broker, {"bench", bodies, delay},
                                   [&, i, start](const auto& result) {
                                       if (!result)
                                           give(result.error());
                                       if (i + 1 == batches)
                                           std::printf("  sent in %.2f s\n", secondsSince(start));
                                   });
        }
    });
    Samples late;
    inFlight(batches * 16, 64, [&](std::size_t, std::function<void()> done) {
        call<ReceiveMessage>(*broker, {"bench", Seconds(30)},
                             [&, done](const Result<ReceivedMessage>& message) {
                                 if (!message)
                                     give(message.error());
                                 const auto due = message->enqueueTime +
                                                  Seconds(std::atoi(message->msgBody.c_str()));
                                 late.add(broker->now() - due);
                                 call<DeleteMessage>(*broker, {"bench", message->receiptHandle},
                                                     [done](const auto&) { done(); });
                             });
    });
    sender.join();
    std::printf("  late by %s\n", late.toString().c_str());
}

void queues(std::size_t count)
{
    std::printf("%zu queues with a message each (aim: open within 1 s, idle below 1 %% CPU)\n",
                count);
    const Folder folder;
    {
        const auto broker = openBroker(folder.path());
        auto start = bench::Clock::now();
        inFlight(count, 64, [&](std::size_t i, std::function<void()> done) {
            call<CreateQueue>(*broker, {"queue-" + std::to_string(i), {}},
                              [done](const auto&) { done(); });
        });
        std::printf("  created with %.0f/s\n", static_cast<double>(count) / secondsSince(start));
        inFlight(count, 64, [&](std::size_t i, std::function<void()> done) {
            call<SendMessage>(*broker, {"queue-" + std::to_string(i), "hello", {}},
                              [done](const auto&) { done(); });
        });
    }
    const auto start = bench::Clock::now();
    const auto broker = openBroker(folder.path());
    std::printf("  opened in %.2f s\n", secondsSince(start));
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const double before = cpuSeconds();
    std::this_thread::sleep_for(std::chrono::seconds(5));
    std::printf("  idle: %.2f %% CPU\n", (cpuSeconds() - before) / 5 * 100);
}

/// Does one thing while another queue is used; says how long it took and what the other felt.
void beside(EmbeddedBroker& broker, const char* what, const std::function<void()>& act)
{
    Flight::Options options;
    options.slots = 8;
    Flight flight(broker, options);
    const auto idle = flight.run(2);
    std::thread acting([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        const auto start = bench::Clock::now();
        act();
        std::printf("  %s answered after %.1f ms\n", what, secondsSince(start) * 1000);
    });
    const auto busy = flight.run(6);
    acting.join();
    std::printf("    the other's send before: %s\n    and meanwhile:            %s\n",
                idle.send.toString().c_str(), busy.send.toString().c_str());
}

void clear(std::size_t messages)
{
    std::printf("A queue with %zu messages is cleared and deleted while another is used (aim: "
                "nobody waits 50 ms)\n",
                messages);
    const Folder folder;
    const auto broker = openBroker(folder.path());
    ask(*broker, CreateQueue{"bench", {}});
    ask(*broker, CreateQueue{"large", {}});
    fill(*broker, "large", messages, 100);
    beside(*broker, "ClearQueue", [&] { ask(*broker, ClearQueue{"large"}); });
    fill(*broker, "large", messages, 100);
    beside(*broker, "DeleteQueue", [&] { ask(*broker, DeleteQueue{"large"}); });
}

/// Receives and deletes all that is visible.
void consume(Service& service, const std::string& queue, std::size_t messages)
{
    inFlight(messages / 16, 64, [&](std::size_t, std::function<void()> done) {
        call<BatchReceiveMessage>(
            service, {queue, 16, {}}, [&, done](const Result<ReceivedMessages>& batch) {
                if (!batch)
                    give(batch.error());
                BatchDeleteMessage remove{queue, {}};
                for (const ReceivedMessage& message : batch->msgInfoList)
                    remove.receiptHandle.push_back(message.receiptHandle);
                call<BatchDeleteMessage>(service, remove, [done](const auto&) { done(); });
            });
    });
}

void rewind(std::size_t messages)
{
    std::printf("A queue with %zu deleted messages is rewound, and its rewind turned off, while "
                "another is used (aim: nobody waits 50 ms)\n",
                messages);
    const Folder folder;
    const auto broker = openBroker(folder.path());
    ask(*broker, CreateQueue{"bench", {}});
    ask(*broker, CreateQueue{"dead", {}});
    CreateQueue large{"large", {}};
    large.settings.rewindSeconds = Seconds(43'200);
    ask(*broker, large);
    const Time start = broker->now();
    fill(*broker, "large", messages, 100);
    consume(*broker, "large", messages);
    beside(*broker, "RewindQueue", [&] { ask(*broker, RewindQueue{"large", start}); });
    beside(*broker, "SetQueueAttributes with maxTimeToLive", [&] {
        SetQueueAttributes policy{"large", {}};
        policy.change.deadLetterPolicy =
            DeadLetterPolicy{"dead", DeadLetterRule::MaxTimeToLive, 0, Seconds(43'200)};
        ask(*broker, policy);
    });
    consume(*broker, "large", messages);
    beside(*broker, "SetQueueAttributes with rewindSeconds 0", [&] {
        SetQueueAttributes off{"large", {}};
        off.change.rewindSeconds = Seconds(0);
        ask(*broker, off);
    });
}

} // namespace

int main(int count, char** values)
{
    const Arguments arguments(count, values);
    const double messages = arguments.number("messages", 100'000);
    if (arguments.wants("backlog"))
        backlog(arguments.number("from", 1000), messages,
                static_cast<std::size_t>(arguments.number("body", 100)));
    if (arguments.wants("lateness"))
        lateness(static_cast<std::size_t>(messages));
    if (arguments.wants("queues"))
        queues(static_cast<std::size_t>(arguments.number("queues", 10'000)));
    if (arguments.wants("clear"))
        clear(static_cast<std::size_t>(messages));
    if (arguments.wants("rewind"))
        rewind(static_cast<std::size_t>(messages));
}
