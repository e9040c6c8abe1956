#include "flight.h"
#include "floors.h"

#include "embeddedbroker.h"

#include <cstdio>
#include <future>

// Send, receive, delete: how many, how fast, next to what the machine can do at best.
// lifecycles [single] [batch] [memory] [latency] [floors] [--seconds=3]

namespace {

using namespace bench;
using namespace cmq;

std::unique_ptr<EmbeddedBroker> openBroker(const std::filesystem::path& folder, bool events = true)
{
    BrokerOptions options;
    options.folder = folder;
    options.behaviour.recordEvents = events;
    auto broker = EmbeddedBroker::open(std::move(options));
    if (!broker) {
        std::fprintf(stderr, "%s\n", toString(broker.error()).c_str());
        std::exit(1);
    }
    std::promise<void> created;
    call<CreateQueue>(**broker, {"bench", {}}, [&](const auto&) { created.set_value(); });
    created.get_future().wait();
    return std::move(*broker);
}

Flight::Figures fly(const std::filesystem::path& folder, int slots, int batch, double seconds)
{
    const auto broker = openBroker(folder);
    Flight::Options options;
    options.slots = slots;
    options.batch = batch;
    Flight flight(*broker, options);
    flight.run(seconds / 4); // warm
    auto figures = flight.run(seconds);
    const auto totals = broker->totals();
    std::printf("  %d x %d in flight: %.0f lifecycles/s, %.0f commits/s\n", slots, batch,
                figures.lifecyclesPerSecond,
                static_cast<double>(totals.commits) / (seconds * 1.25));
    std::printf("    send    %s\n    receive %s\n    delete  %s\n", figures.send.toString().c_str(),
                figures.receive.toString().c_str(), figures.erase.toString().c_str());
    return figures;
}

void single(double seconds)
{
    std::printf("Durable, 1 KiB, single messages (aim: 30,000/s and 0.9 of the floor)\n");
    const double floor = groupCommitRate(64, seconds);
    const Folder folder;
    const auto figures = fly(folder.path(), 64, 1, seconds);
    std::printf("  floor, group commit of three steps with 64 threads: %.0f lifecycles/s; ratio "
                "%.2f\n",
                floor, figures.lifecyclesPerSecond / floor);
}

void batch(double seconds)
{
    std::printf("Durable, 1 KiB, batches of 16 (aim: 85,000/s, 0.6 of the floor of 256, half of "
                "that of 64)\n");
    const double floor256 = sqliteRate(256, seconds);
    const Folder folder;
    const auto figures = fly(folder.path(), 64, 16, seconds);
    const double floor64 = sqliteRate(64, seconds);
    std::printf("  floor, SQLite with one commit per 256: %.0f lifecycles/s; ratio %.2f\n"
                "  floor, SQLite with one commit per 64: %.0f lifecycles/s; ratio %.2f\n",
                floor256, figures.lifecyclesPerSecond / floor256, floor64,
                figures.lifecyclesPerSecond / floor64);
}

void memory(double seconds)
{
    std::printf("In memory, 1 KiB, one caller (aim: 500,000/s)\n");
    fly({}, 256, 1, seconds);
    fly({}, 64, 16, seconds);
}

void latency(double seconds)
{
    std::printf("Durable, 1 KiB, one request at a time (aim: send p50 at most twice fdatasync's, "
                "p99 five times)\n");
    const Samples floor = fdatasyncLatency(seconds);
    const Folder folder;
    const auto figures = fly(folder.path(), 1, 1, seconds);
    std::printf("  floor, append and fdatasync: %s; ratio p50 %.2f p99 %.2f\n",
                floor.toString().c_str(), figures.send.percentile(0.5) / floor.percentile(0.5),
                figures.send.percentile(0.99) / floor.percentile(0.99));
}

} // namespace

int main(int count, char** values)
{
    const Arguments arguments(count, values);
    const double seconds = arguments.number("seconds", 3);
    if (arguments.wants("single"))
        single(seconds);
    if (arguments.wants("batch"))
        batch(seconds);
    if (arguments.wants("memory"))
        memory(seconds);
    if (arguments.wants("latency"))
        latency(seconds);
}
