#pragma once

#include "clock.h"
#include "pushsender.h"

#include "cmq/behaviour.h"
#include "cmq/copysource.h"
#include "cmq/eventsource.h"
#include "cmq/service.h"
#include "cmq/timecontrol.h"
#include "store/store.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace cmq {

/// So many messages of so many have been loaded.
using LoadProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

struct BrokerOptions
{
    /// Where the store is; made when only its parent exists. Empty: in memory, gone with the
    /// broker.
    std::filesystem::path folder;
    /// The store itself, instead of `folder`.
    std::unique_ptr<store::Store> store;
    Behaviour behaviour;
    /// None: the world's time. A VirtualClock moves by `EmbeddedBroker::advance` only.
    std::shared_ptr<Clock> clock;
    /// Decides ids and retry intervals of a new store; 0: any.
    std::uint64_t seed = 0;
    /// Bodies kept in memory, in bytes; others are read from the store when they are needed.
    std::uint64_t bodyCacheBytes = std::uint64_t{64} << 20;
    /// Events remembered for `EventSource::history`, about 250 bytes each.
    std::size_t historyEvents = 100'000;
    /// Hears now and then while a store is opened, on the thread that opens.
    LoadProgress progress;
    /// Makes HTTP pushes. None: each push fails, and its reason says so.
    std::unique_ptr<PushSender> pushSender;
};

/// What a broker holds, some tenths of a second ago at most.
struct BrokerTotals
{
    std::int64_t messages = 0;      ///< in all queues, in whatever state
    std::uint64_t storeBytes = 0;   ///< on disk, or of bodies in memory
    std::uint64_t openRequests = 0; ///< not answered yet, waiting receives included
    std::uint64_t commits = 0;      ///< since it was opened
    Time time;
    bool isDiskFull = false; ///< sends are refused; the rest works
    std::string problem;     ///< why nothing works at the moment; else empty
};

/// CMQ in this process: an engine on a thread of its own, a store and a clock.
///
/// It executes all calls that have arrived, commits the store once, and only then answers: a
/// success is durable. Bodies are filled in from a cache or the store; a message whose body is
/// damaged on disk is never answered with other bytes, but with ReceiveFailed.
///
/// When a commit fails, every caller of that batch and every waiting receive gets a failure
/// (6000; `detail` names the cause, `outcome` says whether it may have happened after all), and the
/// engine is made anew from what the store holds. With a full disk sends are refused until there is
/// room again, which is looked for once a second; everything else goes on. With a broken disk
/// everything is refused, and the store is tried again once a second.
///
/// Thread: any; completions are called on the broker's thread and never from inside `call`. Calls
/// that are made during destruction (from completions) are answered with Cancelled, too.
class EmbeddedBroker final : public Service,
                             public TimeControl,
                             public EventSource,
                             public CopySource
{
public:
    /// Opens or makes a store, loads it and starts. Errors: Store…, with a sentence and the
    /// path. Blocks for as long as loading takes: seconds for ten million messages.
    [[nodiscard]] static Result<std::unique_ptr<EmbeddedBroker>> open(BrokerOptions options);
    ~EmbeddedBroker() override;

    RequestId call(Action action, Completion completion) override;
    void cancel(RequestId request) override;
    /// All actions, the in-process ones too.
    [[nodiscard]] bool supports(const Action& action) const override;

    /// Moves a VirtualClock on. Everything that becomes due on the way happens at its exact time;
    /// then the completion hears the new time, on the broker's thread. Other clocks: NotSupported.
    void advance(Milliseconds by, std::function<void(Result<Time>)> completion) override;
    void nextChange(std::function<void(Result<std::optional<Time>>)> completion) override;

    // What happened: live, and the recent past since it was opened. Nothing is told before it is
    // durable.
    ObserverId observe(Observer observer, std::size_t bound) override;
    void stopObserving(ObserverId observer) override;
    void history(EventQuery query, std::function<void(EventHistory)> completion) override;
    void setHistoryCount(std::size_t events) override;

    void copy(CopyScope scope, std::function<void(Result<BrokerCopy>)> completion) override;

    [[nodiscard]] BrokerTotals totals() const;
    /// The broker's time now.
    [[nodiscard]] Time now() const override;
    /// What was saved, if the store was damaged when it was opened.
    [[nodiscard]] const std::optional<store::SalvageReport>& salvage() const;

private:
    class Loop;
    explicit EmbeddedBroker(std::unique_ptr<Loop> loop);
    const std::unique_ptr<Loop> m_loop;
};

} // namespace cmq
