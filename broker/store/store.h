#pragma once

#include "cmq/records.h"
#include "cmq/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace cmq::store {

/// Takes what a store holds, record by record; see `Store::load` for the order.
class Visitor
{
public:
    Visitor() = default;
    Visitor(const Visitor&) = delete;
    Visitor& operator=(const Visitor&) = delete;
    virtual ~Visitor() = default;

    virtual void visit(const EngineRecord& record) = 0;
    virtual void visit(const ReleasingName& record) = 0;
    virtual void visit(const QueueRecord& record) = 0;
    virtual void visit(const TopicRecord& record) = 0;
    virtual void visit(const SubscriptionRecord& record) = 0;
    virtual void visit(const MessageRecord& record) = 0;
    virtual void visit(const PublishedRecord& record) = 0;
    virtual void visit(const DeliveryRecord& record) = 0;
    /// Called now and then: so many messages of about so many have been visited.
    virtual void progress(std::uint64_t /*done*/, std::uint64_t /*total*/) {}
};

/// Gives the bytes of a body of `StoreChanges::newBodies`; they must stay until commit returns.
using BodyLookup = std::function<std::string_view(BodyId)>;

/// What a salvage saved, and what it could not.
struct SalvageReport
{
    std::string damage; ///< what was wrong with the file, in words
    std::string keptAs; ///< path of the damaged original
    std::uint64_t queues = 0;
    std::uint64_t messages = 0;
    /// Queues whose own row was lost: they have a made-up name and default settings.
    std::uint64_t renamedQueues = 0;
    /// Messages that were seen but could not be saved, because they or their bodies are damaged.
    std::uint64_t lostMessages = 0;

    /// One sentence for people.
    [[nodiscard]] std::string toString() const;
};

/// Where a broker's state survives. It decides nothing: the engine says what to write.
///
/// Thread: one at a time. Errors are Store…, with a sentence in `detail` that names the file
/// and what to do; their `outcome` says whether the change may be there after all.
class Store
{
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    /// Gives everything to `visitor`: the engine's record (the default one for a new store),
    /// names that are not free, queues, topics, subscriptions, messages in ascending entry order,
    /// published messages in ascending msgId order, deliveries. Purges and changes of rewind areas
    /// have happened, also when not yet swept. Bodies are not touched. On error the visitor may
    /// have got a part; `isDamaged` tells whether `salvage` may help.
    [[nodiscard]] virtual Result<void> load(Visitor& visitor) = 0;

    /// Writes `changes`, all or nothing; a success is durable. `bodies` is asked for the bytes of
    /// each new body once. On error call `recover` before anything else; with the outcome
    /// MayHaveHappened only a load can tell then whether the changes are there.
    [[nodiscard]] virtual Result<void> commit(const StoreChanges& changes,
                                              const BodyLookup& bodies) = 0;

    /// The bytes of a body exactly as they were committed, or an error: never other bytes.
    [[nodiscard]] virtual Result<std::string> readBody(BodyId body) = 0;

    /// Brings what happened to many messages at once to their rows: frees those that are gone,
    /// changes those that were rewound. Gives space back to a full disk. Looks at about `maxRows`
    /// rows; returns whether more is left.
    [[nodiscard]] virtual Result<bool> sweep(std::size_t maxRows) = 0;

    /// Does what can wait until the answers are out: writes the log back when it has grown. Costs
    /// nothing when there is nothing to do, else a few milliseconds. Failures show in the next
    /// commit.
    virtual void tidy() = 0;

    /// Makes the store usable again after a failed commit or sweep. While this
    /// fails, nothing else works; try again later.
    [[nodiscard]] virtual Result<void> recover() = 0;

    /// Whether the disk was full lately: changes that need no new bodies may still be committed.
    [[nodiscard]] virtual bool isFull() const = 0;
    /// Looks whether there is room again; returns what `isFull` says afterwards.
    virtual bool stillFull() = 0;

    /// Whether load or readBody found that the file is damaged.
    [[nodiscard]] virtual bool isDamaged() const = 0;
    /// Saves what can be read from a damaged file into a new one and keeps the original beside it.
    /// Then load again, with a fresh visitor. Reads every body: minutes for many gigabytes.
    [[nodiscard]] virtual Result<SalvageReport> salvage() = 0;

    /// Bytes on disk (in memory for a store in memory), all files together.
    [[nodiscard]] virtual std::uint64_t sizeInBytes() const = 0;
};

} // namespace cmq::store
