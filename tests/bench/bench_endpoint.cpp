// The endpoint over a durable broker beside its floor, in alternating rounds of one run.
//   endpoint [single] [batch] [--seconds=3] [--rounds=3] [--connections=64]
#include "httpfloor.h"
#include "httpload.h"

#include "embeddedbroker.h"
#include "endpoint/endpoint.h"

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace cmq;

namespace {

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

struct Rounds
{
    std::vector<double> requests;
    std::vector<double> lifecycles;
    std::map<std::string, bench::Samples> latency;
    std::map<std::string, double> cpuSeconds; ///< by thread
    double seconds = 0;

    void run(const bench::HttpLoadOptions& load)
    {
        const auto before = bench::cpuSecondsByThread();
        add(bench::runHttpLoad(load));
        seconds += load.seconds;
        for (const auto& [name, after] : bench::cpuSecondsByThread())
            cpuSeconds[name] += after - (before.contains(name) ? before.at(name) : 0);
    }

    void add(const bench::HttpLoadResult& result)
    {
        if (!result.problem.empty())
            std::printf("  problem: %s\n", result.problem.c_str());
        requests.push_back(result.requestsPerSecond);
        lifecycles.push_back(result.lifecyclesPerSecond);
        for (const auto& [action, samples] : result.latency)
            latency[action].add(samples);
    }

    void print(const char* name) const
    {
        std::printf("  %-9s %8.0f requests/s %8.0f lifecycles/s", name, median(requests),
                    median(lifecycles));
        for (const auto& [action, samples] : latency)
            std::printf("   %s p50 %.0f p99 %.0f us", action.c_str(), samples.percentile(0.5),
                        samples.percentile(0.99));
        std::printf("\n%12s CPU of a request:", "");
        for (const auto& [thread, used] : cpuSeconds) {
            if (used > 0.01 * seconds)
                std::printf(" %s %.1f us", thread.c_str(),
                            used * 1e6 / (median(requests) * seconds));
        }
        std::printf("\n");
    }
};

int measure(const bench::Arguments& arguments, int batch)
{
    bench::HttpLoadOptions load;
    load.batch = batch;
    load.seconds = arguments.number("seconds", 3);
    load.connections = static_cast<int>(arguments.number("connections", 64));

    const bench::Folder folder;
    BrokerOptions brokerOptions;
    brokerOptions.folder = folder.path() / "store";
    auto broker = EmbeddedBroker::open(std::move(brokerOptions));
    endpoint::EndpointOptions options;
    options.keys = {{load.secretId, load.secretKey, true}};
    auto served = broker ? endpoint::Endpoint::start(**broker, std::move(options))
                         : Result<std::unique_ptr<endpoint::Endpoint>>(fail(broker.error()));
    if (!served) {
        std::printf("  %s\n", served.error().detail.c_str());
        return 1;
    }
    const bench::HttpFloor floor(load.secretKey, batch);
    load.port = (*served)->port();
    (void)bench::askOnce(load, {{"Action", "CreateQueue"}, {"queueName", "bench"}});

    Rounds floorRounds, endpointRounds;
    for (int round = 0; round < static_cast<int>(arguments.number("rounds", 3)); ++round) {
        load.port = floor.port();
        floorRounds.run(load);
        load.port = (*served)->port();
        endpointRounds.run(load);
    }
    std::printf("%d connections, signed with HmacSHA1, 1 KiB, batches of %d, durable\n",
                load.connections, batch);
    floorRounds.print("floor");
    endpointRounds.print("endpoint");
    std::printf("  %-9s %8.1f\n", "requests of a commit",
                median(endpointRounds.requests) * endpointRounds.seconds /
                    static_cast<double>((*broker)->totals().commits));
    std::printf("  %-9s %8.2f\n", "ratio",
                median(endpointRounds.requests) / median(floorRounds.requests));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const bench::Arguments arguments(argc, argv);
    int status = 0;
    if (arguments.wants("single"))
        status |= measure(arguments, 1);
    if (arguments.wants("batch"))
        status |= measure(arguments, 16);
    return status;
}
