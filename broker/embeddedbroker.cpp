#include "embeddedbroker.h"

#include "brokerloop.h"

#include "store/memorystore.h"
#include "store/sqlitestore.h"

#include <random>
#include <utility>

namespace cmq {

namespace {

Result<std::unique_ptr<store::Store>> openStore(BrokerOptions& options)
{
    if (options.store)
        return std::move(options.store);
    if (options.folder.empty()) {
        options.bodyCacheBytes = 0; // the store is the memory
        return std::make_unique<store::MemoryStore>();
    }
    return store::SqliteStore::open(options.folder);
}

std::uint64_t anySeed()
{
    std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

} // namespace

Result<std::unique_ptr<EmbeddedBroker>> EmbeddedBroker::open(BrokerOptions options)
{
    auto store = openStore(options);
    if (!store)
        return fail(store.error());
    if (!options.clock)
        options.clock = std::make_shared<SystemClock>();
    if (options.seed == 0)
        options.seed = anySeed();
    auto loop = std::make_unique<Loop>(std::move(*store), std::move(options));
    if (const auto started = loop->start(); !started)
        return fail(started.error());
    return std::unique_ptr<EmbeddedBroker>(new EmbeddedBroker(std::move(loop)));
}

EmbeddedBroker::EmbeddedBroker(std::unique_ptr<Loop> loop)
    : m_loop(std::move(loop))
{
}

EmbeddedBroker::~EmbeddedBroker()
{
    m_loop->stop(); // while completions may still call
}

RequestId EmbeddedBroker::call(Action action, Completion completion)
{
    const RequestId request = ++m_loop->lastRequest;
    m_loop->inbox.post(input::Call{request, std::move(action), std::move(completion)});
    return request;
}

void EmbeddedBroker::cancel(RequestId request)
{
    m_loop->inbox.post(input::Cancel{request});
}

bool EmbeddedBroker::supports(const Action&) const
{
    return true;
}

void EmbeddedBroker::advance(Milliseconds by, std::function<void(Result<Time>)> completion)
{
    m_loop->inbox.post(input::Advance{by, std::move(completion)});
}

void EmbeddedBroker::nextChange(std::function<void(Result<std::optional<Time>>)> completion)
{
    m_loop->inbox.post(input::NextChange{std::move(completion)});
}

EventSource::ObserverId EmbeddedBroker::observe(Observer observer, std::size_t bound)
{
    return m_loop->events.observe(std::move(observer), bound);
}

void EmbeddedBroker::stopObserving(ObserverId observer)
{
    m_loop->events.stopObserving(observer);
}

void EmbeddedBroker::history(EventQuery query, std::function<void(EventHistory)> completion)
{
    m_loop->events.history(std::move(query), std::move(completion));
}

void EmbeddedBroker::setHistoryCount(std::size_t events)
{
    m_loop->events.setHistoryCount(events);
}

void EmbeddedBroker::copy(CopyScope scope, std::function<void(Result<BrokerCopy>)> completion)
{
    m_loop->inbox.post(input::Copy{std::move(scope), std::move(completion)});
}

BrokerTotals EmbeddedBroker::totals() const
{
    return m_loop->totals();
}

Time EmbeddedBroker::now() const
{
    return m_loop->clock->now();
}

const std::optional<store::SalvageReport>& EmbeddedBroker::salvage() const
{
    return m_loop->salvage;
}

} // namespace cmq
