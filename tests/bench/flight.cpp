#include "flight.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace bench {

using namespace cmq;

struct Flight::Slot
{
    Clock::time_point start;
    Samples send, receive, erase;
};

Flight::Flight(Service& service, const Options& options)
    : m_service(service)
    , m_options(options)
    , m_body(bodyOf(options.bodyBytes))
{
}

Flight::~Flight() = default;

void Flight::failed(const Error& error)
{
    std::fprintf(stderr, "the benchmark failed: %s\n", toString(error).c_str());
    std::exit(1);
}

Flight::Figures Flight::run(double seconds)
{
    m_isStopping = false;
    m_deleted = 0;
    m_slots.clear();
    for (int i = 0; i < m_options.slots; ++i)
        m_slots.push_back(std::make_unique<Slot>());
    m_flying = m_options.slots;
    const auto start = Clock::now();
    for (const auto& slot : m_slots)
        send(*slot);
    std::unique_lock lock(m_mutex);
    m_landed.wait_for(lock, std::chrono::duration<double>(seconds));
    const double rate = static_cast<double>(m_deleted) / secondsSince(start);
    m_isStopping = true;
    m_landed.wait(lock, [this] { return m_flying == 0; });
    Figures figures;
    figures.lifecyclesPerSecond = rate;
    for (const auto& slot : m_slots) {
        figures.send.add(slot->send);
        figures.receive.add(slot->receive);
        figures.erase.add(slot->erase);
    }
    return figures;
}

void Flight::ended(Slot& slot)
{
    slot.erase.add(Clock::now() - slot.start);
    m_deleted += static_cast<std::uint64_t>(m_options.batch);
    if (!m_isStopping)
        return send(slot);
    const std::scoped_lock lock(m_mutex);
    if (--m_flying == 0)
        m_landed.notify_one();
}

void Flight::send(Slot& slot)
{
    slot.start = Clock::now();
    const auto sent = [this, &slot](const auto& result) {
        if (!result)
            return failed(result.error());
        slot.send.add(Clock::now() - slot.start);
        receive(slot);
    };
    if (m_options.batch == 1) {
        call<SendMessage>(m_service, {m_options.queueName, m_body, {}}, sent);
    } else {
        const std::vector<std::string> bodies(static_cast<std::size_t>(m_options.batch), m_body);
        call<BatchSendMessage>(m_service, {m_options.queueName, bodies, {}}, sent);
    }
}

void Flight::receive(Slot& slot)
{
    slot.start = Clock::now();
    if (m_options.batch == 1) {
        call<ReceiveMessage>(m_service, {m_options.queueName, {}},
                             [this, &slot](const Result<ReceivedMessage>& result) {
                                 if (!result)
                                     return failed(result.error());
                                 slot.receive.add(Clock::now() - slot.start);
                                 erase(slot, {result->receiptHandle});
                             });
        return;
    }
    call<BatchReceiveMessage>(m_service, {m_options.queueName, m_options.batch, {}},
                              [this, &slot](const Result<ReceivedMessages>& result) {
                                  if (!result)
                                      return failed(result.error());
                                  slot.receive.add(Clock::now() - slot.start);
                                  std::vector<std::string> handles;
                                  for (const ReceivedMessage& message : result->msgInfoList)
                                      handles.push_back(message.receiptHandle);
                                  erase(slot, std::move(handles));
                              });
}

void Flight::erase(Slot& slot, std::vector<std::string> receiptHandles)
{
    slot.start = Clock::now();
    if (m_options.batch == 1) {
        call<DeleteMessage>(m_service, {m_options.queueName, std::move(receiptHandles.front())},
                            [this, &slot](const Result<Done>& result) {
                                if (!result)
                                    return failed(result.error());
                                ended(slot);
                            });
        return;
    }
    call<BatchDeleteMessage>(m_service, {m_options.queueName, std::move(receiptHandles)},
                             [this, &slot](const Result<BatchDeleteReply>& result) {
                                 if (!result)
                                     return failed(result.error());
                                 ended(slot);
                             });
}

} // namespace bench
