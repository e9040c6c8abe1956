#pragma once

#include "measure.h"

#include "cmq/service.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace bench {

/// A fixed number of requests in flight on one queue: each slot sends, receives, deletes, and
/// starts again when the answer is there.
class Flight
{
public:
    struct Options
    {
        std::string queueName = "bench";
        int slots = 64;
        int batch = 1; ///< messages of a request; 1 uses the single actions
        std::size_t bodyBytes = 1024;
    };
    struct Figures
    {
        double lifecyclesPerSecond = 0;
        Samples send, receive, erase;
    };

    Flight(cmq::Service& service, const Options& options);
    ~Flight();
    Flight(const Flight&) = delete;
    Flight& operator=(const Flight&) = delete;
    /// Runs for so long and then lets what is in flight end.
    Figures run(double seconds);

private:
    struct Slot;
    void send(Slot& slot);
    void receive(Slot& slot);
    void erase(Slot& slot, std::vector<std::string> receiptHandles);
    void ended(Slot& slot);
    void failed(const cmq::Error& error);

    cmq::Service& m_service;
    const Options m_options;
    const std::string m_body;
    std::vector<std::unique_ptr<Slot>> m_slots;
    std::atomic<bool> m_isStopping{false};
    std::atomic<std::uint64_t> m_deleted{0};
    std::mutex m_mutex; ///< guards m_flying
    std::condition_variable m_landed;
    int m_flying = 0;
};

} // namespace bench
