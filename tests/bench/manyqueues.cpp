#include "manyqueues.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <string>

namespace bench {

std::unique_ptr<cmq::EmbeddedBroker> openWithQueues(cmq::BrokerOptions options, int queues)
{
    options.behaviour.maxQueues = 100'000;
    auto broker = cmq::EmbeddedBroker::open(std::move(options));
    if (!broker) {
        std::fprintf(stderr, "%s\n", toString(broker.error()).c_str());
        std::exit(1);
    }
    std::promise<void> created;
    std::atomic<int> left = queues + 1;
    const auto count = [&](const auto&) {
        if (--left == 0)
            created.set_value();
    };
    cmq::call<cmq::CreateQueue>(**broker, {"bench", {}}, count);
    for (int i = 0; i < queues; ++i)
        cmq::call<cmq::CreateQueue>(**broker, {"queue-" + std::to_string(i), {}}, count);
    created.get_future().wait();
    return std::move(*broker);
}

} // namespace bench
