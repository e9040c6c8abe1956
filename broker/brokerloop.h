#pragma once

#include "bodycache.h"
#include "embeddedbroker.h"
#include "eventfeed.h"
#include "inbox.h"

#include "engine/engine.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace cmq {

/// The inside of an EmbeddedBroker: its thread, and what that thread owns.
class EmbeddedBroker::Loop final
{
public:
    Loop(std::unique_ptr<store::Store> store, BrokerOptions&& options);
    ~Loop();

    /// Loads the store, salvaging it when it is damaged, and starts the thread.
    [[nodiscard]] Result<void> start();
    /// Answers everything and ends the thread.
    void stop();

    Inbox inbox;
    EventFeed events;
    std::atomic<RequestId> lastRequest{0};
    const std::shared_ptr<Clock> clock;
    std::optional<store::SalvageReport> salvage;

    [[nodiscard]] BrokerTotals totals() const;

private:
    struct Pending
    {
        Completion completion;
        ErrorId failure; ///< how the action fails when the store does
    };
    using Steady = std::chrono::steady_clock;

    void run();
    /// Executes what has arrived and is due, commits, answers. Whether there is more to do at once.
    bool runOnce();
    void handle(input::Call& call);
    void handle(input::Cancel& cancel);
    void handle(input::PushFinished& finished);
    void handle(input::Advance& advance);
    void handle(input::NextChange& question);
    void handle(input::Copy& copy);
    [[nodiscard]] Result<BrokerCopy> copyOf(const CopyScope& scope);
    void cancelEverything();

    /// Commits what the engine did since the last time, and lets it out.
    void flush();
    void flushIfLarge();
    void takeBodies();
    [[nodiscard]] Result<std::string> body(BodyId id);
    void fillPushes();
    [[nodiscard]] Result<void> commit();
    void letOut();
    void startPushes();
    void answer(RequestId request, Result<Reply> result);

    void storeFailed(const Error& error);
    void failEverything(const Error& error);
    [[nodiscard]] Result<void> loadEngine();
    void tryStoreAgain();
    void sweep();
    void updateTotals();
    [[nodiscard]] Inbox::Deadline nextWake(bool isMoreDue) const;

    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<PushSender> m_pushSender;
    LoadProgress m_progress;
    const BrokerOptions m_options;
    engine::Engine m_engine;
    BodyCache m_cache;
    EngineRecord m_committed;
    Time m_now; ///< of the inputs that are being executed
    std::unordered_map<RequestId, Pending> m_pending;

    std::vector<Input> m_inputs; ///< that are being executed

    // What has been executed and not yet committed.
    engine::Output m_out;
    std::vector<Result<std::string>> m_pushBodies;
    std::size_t m_batchBytes = 0;

    /// Pushes in flight, under a number of ours: those of an engine that is gone mean nothing.
    std::unordered_map<std::uint64_t, std::uint64_t> m_enginePushes;
    std::unordered_map<std::uint64_t, std::uint64_t> m_ownPushes;
    std::uint64_t m_lastPush = 0;

    std::optional<Error> m_problem; ///< the store cannot be used at the moment
    Steady::time_point m_retryAt;
    bool m_mustSweep = true;
    std::size_t m_erasedSinceSweep = 0;
    std::uint64_t m_commits = 0;
    bool m_areTotalsStale = true;
    Steady::time_point m_totalsAt;

    mutable std::mutex m_totalsMutex; ///< guards m_totals
    BrokerTotals m_totals;

    std::thread m_thread;
};

} // namespace cmq
