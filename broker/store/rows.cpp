#include "rows.h"

#include "checksum.h"
#include "cloudcolumn.h"
#include "netstrings.h"

#include <tuple>
#include <vector>

namespace cmq::store {

namespace {

// A record as its columns, in the order of the SELECT without the sum. What is written, what is
// read and what is summed is this one list.

std::int64_t column(Time time)
{
    return toUnixMilliseconds(time);
}

std::optional<std::int64_t> column(const std::optional<Time>& time)
{
    return time ? std::optional(toUnixMilliseconds(*time)) : std::nullopt;
}

std::string column(const std::vector<std::string>& list)
{
    return toNetstrings(list);
}

auto columns(const EngineRow& row)
{
    return std::tuple(row.record.nextNumber, row.record.nextKey, row.record.seed,
                      column(row.record.time), row.messages);
}

auto columns(const QueueRecord& record)
{
    const QueueSettings& settings = record.settings;
    const auto& policy = settings.deadLetterPolicy;
    using Text = std::optional<std::string_view>;
    using Number = std::optional<std::int64_t>;
    return std::tuple(record.key, std::string_view(record.queueName),
                      std::string_view(record.queueId), column(record.createTime),
                      column(record.lastModifyTime), record.deadLetterBarrier,
                      settings.maxMsgHeapNum, std::int64_t(settings.pollingWaitSeconds.count()),
                      std::int64_t(settings.visibilityTimeout.count()), settings.maxMsgSize,
                      std::int64_t(settings.msgRetentionSeconds.count()),
                      std::int64_t(settings.rewindSeconds.count()),
                      policy ? Text(policy->deadLetterQueue) : Text(),
                      policy ? Number(static_cast<int>(policy->policy)) : Number(),
                      policy ? Number(policy->maxReceiveCount) : Number(),
                      policy ? Number(policy->maxTimeToLive.count()) : Number());
}

auto columns(const TopicRecord& record)
{
    return std::tuple(record.key, std::string_view(record.topicName),
                      std::string_view(record.topicId), record.maxMsgSize,
                      static_cast<int>(record.filterType), column(record.createTime),
                      column(record.lastModifyTime));
}

auto columns(const SubscriptionRecord& record)
{
    return std::tuple(record.key, record.topic, std::string_view(record.subscriptionName),
                      std::string_view(record.subscriptionId), static_cast<int>(record.protocol),
                      std::string_view(record.endpoint), static_cast<int>(record.notifyStrategy),
                      static_cast<int>(record.notifyContentFormat), column(record.filterTag),
                      column(record.bindingKey), column(record.createTime),
                      column(record.lastModifyTime));
}

auto columns(const MessageRecord& record)
{
    const auto& origin = record.origin;
    using Text = std::optional<std::string_view>;
    using Number = std::optional<std::int64_t>;
    return std::tuple(record.entry, record.queue,
                      record.msgId == record.entry ? std::nullopt : std::optional(record.msgId),
                      column(record.enqueueTime), static_cast<int>(record.state),
                      column(record.due), column(record.firstDequeueTime), record.bodyBytes,
                      record.dequeueCount, record.handleGeneration,
                      record.visibleTime == record.enqueueTime
                          ? std::nullopt
                          : std::optional(column(record.visibleTime)),
                      origin ? Text(origin->queueName) : Text(),
                      origin ? Number(column(origin->enqueueTime)) : Number(),
                      origin ? Number(origin->dequeueCount) : Number());
}

auto columns(const Purge& purge)
{
    return std::tuple(purge.queue, purge.upTo);
}

auto columns(const RewindAreaChange& change)
{
    return std::tuple(change.number, change.queue, change.first, change.last,
                      column(change.rewoundAt));
}

auto columns(const ReleasingName& record)
{
    return std::tuple(static_cast<int>(record.isTopic), std::string_view(record.name),
                      column(record.freeTime));
}

auto columns(const PublishedRecord& record)
{
    return std::tuple(record.msgId, record.topic, column(record.publishTime), record.bodyBytes,
                      column(record.msgTag));
}

auto columns(const DeliveryRecord& record)
{
    return std::tuple(record.msgId, record.subscription, record.attempts,
                      column(record.nextAttemptTime));
}

// The sum of a row: 32 bits of a mix in which a change of any one column changes the 64 bits.
struct RowSum
{
    std::uint64_t state = 0x434d51;

    template <class Number>
    requires std::is_integral_v<Number>
    void add(Number number)
    {
        state = (state ^ static_cast<std::uint64_t>(number)) * 0x9E3779B97F4A7C15;
        state ^= state >> 32;
    }
    void add(std::string_view text) { state = checksum(text, state); }
    template <class Value>
    void add(const std::optional<Value>& value)
    {
        if (value)
            add(*value);
        else
            add(0x6e756c6c);
    }
};

/// `later` is a column that older versions did not have: nothing in it leaves their sums as they
/// are.
template <class Columns, class Later = std::uint64_t>
std::uint32_t sumOf(const Columns& columns, const Later& later = {})
{
    RowSum sum;
    std::apply([&](const auto&... values) { (sum.add(values), ...); }, columns);
    if (later != Later())
        sum.add(later);
    return static_cast<std::uint32_t>(sum.state);
}

template <class Record>
int write(Statement& statement, const Record& record)
{
    const auto list = columns(record);
    const std::uint32_t sum = sumOf(list);
    return std::apply([&](const auto&... values) { return statement.run(values..., sum); }, list);
}

int write(Statement& statement, const MessageRow& row)
{
    const auto list = columns(row.record);
    const std::uint64_t known = row.knownAreaChange;
    const std::uint32_t sum = sumOf(list, known);
    return std::apply(
        [&](const auto&... values) {
            return statement.run(values..., sum, known ? std::optional(known) : std::nullopt);
        },
        list);
}

/// Queues and topics, with what API 3.0 adds behind the sum.
template <class Record>
int writeWithCloud(Statement& statement, const Record& record)
{
    const auto list = columns(record);
    const std::string cloud = cloudColumn(record);
    const std::uint32_t sum = sumOf(list, std::string_view(cloud));
    return std::apply(
        [&](const auto&... values) {
            return statement.run(values..., sum,
                                 cloud.empty() ? std::nullopt
                                               : std::optional<std::string_view>(cloud));
        },
        list);
}

template <class Record>
constexpr int SumColumn =
    static_cast<int>(std::tuple_size_v<decltype(columns(std::declval<const Record&>()))>);

template <class Record>
bool isWhole(const Statement& row, const Record& record)
{
    return row.number(SumColumn<Record>) == sumOf(columns(record));
}

template <class Record>
bool isWholeWithCloud(const Statement& row, const Record& record)
{
    return row.number(SumColumn<Record>) ==
           sumOf(columns(record), row.bytes(SumColumn<Record> + 1));
}

std::uint64_t unsignedAt(const Statement& row, int column)
{
    return static_cast<std::uint64_t>(row.number(column));
}

std::uint32_t unsigned32At(const Statement& row, int column)
{
    return static_cast<std::uint32_t>(row.number(column));
}

Time timeAt(const Statement& row, int column)
{
    return fromUnixMilliseconds(row.number(column));
}

std::string textAt(const Statement& row, int column)
{
    return std::string(row.bytes(column));
}

template <class Enum>
bool enumAt(const Statement& row, int column, Enum last, Enum& out)
{
    const std::int64_t value = row.number(column);
    out = static_cast<Enum>(value);
    return value >= 0 && value <= static_cast<std::int64_t>(last);
}

} // namespace

Writer::Writer(sqlite3* database)
    : m_begin(database, "BEGIN IMMEDIATE")
    , m_commit(database, "COMMIT")
    , m_putEngine(database, "REPLACE INTO engine VALUES(1,?,?,?,?,?,?)")
    , m_putQueue(database, "REPLACE INTO queue VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    , m_putTopic(database, "REPLACE INTO topic VALUES(?,?,?,?,?,?,?,?,?)")
    , m_putSubscription(database, "REPLACE INTO subscription VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)")
    , m_putPurge(database, "REPLACE INTO purge VALUES(?,?,?)")
    , m_putPublished(database, "REPLACE INTO published VALUES(?,?,?,?,?,?)")
    , m_putDelivery(database, "REPLACE INTO delivery VALUES(?,?,?,?,?)")
    , m_putRewindAreaChange(database, "REPLACE INTO rewindAreaChange VALUES(?,?,?,?,?,?)")
    , m_putReleasingName(database, "REPLACE INTO releasingName VALUES(?,?,?,?)")
    , m_insertMessage(database, "INSERT INTO message VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    , m_updateMessage(
          database,
          "UPDATE message SET queue=?2, msgId=?3, enqueueTime=?4, state=?5, due=?6, "
          "firstDequeueTime=?7, bodyBytes=?8, dequeueCount=?9, handleGeneration=?10, "
          "visibleTime=?11, originQueue=?12, originEnqueueTime=?13, originDequeueCount=?14, "
          "sum=?15, knownAreaChange=?16 WHERE entry=?1")
    , m_insertBody(database, "INSERT INTO body VALUES(?,?,?)")
    , m_eraseQueue(database, "DELETE FROM queue WHERE key=?")
    , m_eraseTopic(database, "DELETE FROM topic WHERE key=?")
    , m_eraseSubscription(database, "DELETE FROM subscription WHERE key=?")
    , m_eraseMessages(database, "DELETE FROM message WHERE entry BETWEEN ? AND ?")
    , m_eraseBodies(database, "DELETE FROM body WHERE id BETWEEN ? AND ?")
    , m_erasePurge(database, "DELETE FROM purge WHERE queue=?")
    , m_eraseRewindAreaChange(database, "DELETE FROM rewindAreaChange WHERE number=?")
    , m_eraseReleasingName(database, "DELETE FROM releasingName WHERE isTopic=? AND name=?")
    , m_erasePublished(database, "DELETE FROM published WHERE msgId=?")
    , m_eraseDelivery(database, "DELETE FROM delivery WHERE msgId=? AND subscription=?")
{
}

bool Writer::isValid() const
{
    for (const Statement* statement : {&m_begin,
                                       &m_commit,
                                       &m_putEngine,
                                       &m_putQueue,
                                       &m_putTopic,
                                       &m_putSubscription,
                                       &m_putPurge,
                                       &m_putPublished,
                                       &m_putDelivery,
                                       &m_insertMessage,
                                       &m_updateMessage,
                                       &m_insertBody,
                                       &m_eraseQueue,
                                       &m_eraseTopic,
                                       &m_eraseSubscription,
                                       &m_eraseMessages,
                                       &m_eraseBodies,
                                       &m_erasePurge,
                                       &m_erasePublished,
                                       &m_eraseDelivery,
                                       &m_putRewindAreaChange,
                                       &m_putReleasingName,
                                       &m_eraseRewindAreaChange,
                                       &m_eraseReleasingName}) {
        if (!statement->isValid())
            return false;
    }
    return true;
}

int Writer::put(const EngineRow& row)
{
    return write(m_putEngine, row);
}

int Writer::put(const QueueRecord& record)
{
    return writeWithCloud(m_putQueue, record);
}

int Writer::put(const TopicRecord& record)
{
    return writeWithCloud(m_putTopic, record);
}

int Writer::put(const SubscriptionRecord& record)
{
    return write(m_putSubscription, record);
}

int Writer::put(const Purge& purge)
{
    return write(m_putPurge, purge);
}

int Writer::put(const PublishedRecord& record)
{
    return write(m_putPublished, record);
}

int Writer::put(const DeliveryRecord& record)
{
    return write(m_putDelivery, record);
}

int Writer::put(const RewindAreaChange& change)
{
    return write(m_putRewindAreaChange, change);
}

int Writer::put(const ReleasingName& record)
{
    return write(m_putReleasingName, record);
}

int Writer::insert(const MessageRow& row)
{
    return write(m_insertMessage, row);
}

int Writer::update(const MessageRow& row)
{
    return write(m_updateMessage, row);
}

int Writer::insertBody(BodyId body, std::string_view bytes)
{
    // The id is the seed: another message's body is as wrong as a damaged one.
    return m_insertBody.run(body, checksum(bytes, body), Blob{bytes});
}

bool read(const Statement& row, EngineRow& out)
{
    out.record.nextNumber = unsignedAt(row, 0);
    out.record.nextKey = unsigned32At(row, 1);
    out.record.seed = unsignedAt(row, 2);
    out.record.time = timeAt(row, 3);
    out.messages = row.number(4);
    return isWhole(row, out);
}

bool read(const Statement& row, QueueRecord& out)
{
    out.key = unsigned32At(row, 0);
    out.queueName = row.bytes(1);
    out.queueId = row.bytes(2);
    out.createTime = timeAt(row, 3);
    out.lastModifyTime = timeAt(row, 4);
    out.deadLetterBarrier = unsignedAt(row, 5);
    QueueSettings& settings = out.settings;
    settings.maxMsgHeapNum = row.number(6);
    settings.pollingWaitSeconds = Seconds(row.number(7));
    settings.visibilityTimeout = Seconds(row.number(8));
    settings.maxMsgSize = row.number(9);
    settings.msgRetentionSeconds = Seconds(row.number(10));
    settings.rewindSeconds = Seconds(row.number(11));
    settings.deadLetterPolicy.reset();
    bool isKnown = true;
    if (!row.isNull(12)) {
        DeadLetterPolicy& policy = settings.deadLetterPolicy.emplace();
        policy.deadLetterQueue = row.bytes(12);
        isKnown = enumAt(row, 13, DeadLetterRule::MaxTimeToLive, policy.policy);
        policy.maxReceiveCount = row.number(14);
        policy.maxTimeToLive = Seconds(row.number(15));
    }
    readCloud(row.bytes(SumColumn<QueueRecord> + 1), out);
    return isKnown && isWholeWithCloud(row, out);
}

bool read(const Statement& row, TopicRecord& out)
{
    out.key = unsigned32At(row, 0);
    out.topicName = row.bytes(1);
    out.topicId = row.bytes(2);
    out.maxMsgSize = row.number(3);
    const bool isKnown = enumAt(row, 4, FilterType::Routing, out.filterType);
    out.createTime = timeAt(row, 5);
    out.lastModifyTime = timeAt(row, 6);
    readCloud(row.bytes(SumColumn<TopicRecord> + 1), out);
    return isKnown && isWholeWithCloud(row, out);
}

bool read(const Statement& row, SubscriptionRecord& out)
{
    out.key = unsigned32At(row, 0);
    out.topic = unsigned32At(row, 1);
    out.subscriptionName = row.bytes(2);
    out.subscriptionId = row.bytes(3);
    bool isKnown = enumAt(row, 4, Protocol::Queue, out.protocol);
    out.endpoint = row.bytes(5);
    isKnown &= enumAt(row, 6, NotifyStrategy::ExponentialDecayRetry, out.notifyStrategy);
    isKnown &= enumAt(row, 7, NotifyContentFormat::Simplified, out.notifyContentFormat);
    out.filterTag = fromNetstrings(row.bytes(8));
    out.bindingKey = fromNetstrings(row.bytes(9));
    out.createTime = timeAt(row, 10);
    out.lastModifyTime = timeAt(row, 11);
    return isKnown && isWhole(row, out);
}

bool read(const Statement& row, MessageRow& whole)
{
    MessageRecord& out = whole.record;
    out.entry = unsignedAt(row, 0);
    out.queue = unsigned32At(row, 1);
    out.msgId = row.isNull(2) ? out.entry : unsignedAt(row, 2);
    out.enqueueTime = timeAt(row, 3);
    const bool isKnown = enumAt(row, 4, MessageState::Rewindable, out.state);
    out.due = timeAt(row, 5);
    out.firstDequeueTime = row.isNull(6) ? std::nullopt : std::optional(timeAt(row, 6));
    out.bodyBytes = unsigned32At(row, 7);
    out.dequeueCount = unsigned32At(row, 8);
    out.handleGeneration = unsigned32At(row, 9);
    out.visibleTime = row.isNull(10) ? out.enqueueTime : timeAt(row, 10);
    out.origin.reset();
    if (!row.isNull(11))
        out.origin = MessageOrigin{textAt(row, 11), timeAt(row, 12), unsigned32At(row, 13)};
    whole.knownAreaChange = unsignedAt(row, 15);
    return isKnown && row.number(14) == sumOf(columns(out), whole.knownAreaChange);
}

bool read(const Statement& row, Purge& out)
{
    out = {unsigned32At(row, 0), unsignedAt(row, 1)};
    return isWhole(row, out);
}

bool read(const Statement& row, RewindAreaChange& out)
{
    out = {unsignedAt(row, 0), unsigned32At(row, 1), unsignedAt(row, 2), unsignedAt(row, 3),
           row.isNull(4) ? std::nullopt : std::optional(timeAt(row, 4))};
    return isWhole(row, out);
}

bool read(const Statement& row, ReleasingName& out)
{
    out = {row.number(0) != 0, textAt(row, 1), timeAt(row, 2)};
    return isWhole(row, out);
}

bool read(const Statement& row, PublishedRecord& out)
{
    out.msgId = unsignedAt(row, 0);
    out.topic = unsigned32At(row, 1);
    out.publishTime = timeAt(row, 2);
    out.bodyBytes = unsigned32At(row, 3);
    out.msgTag = fromNetstrings(row.bytes(4));
    return isWhole(row, out);
}

bool read(const Statement& row, DeliveryRecord& out)
{
    out.msgId = unsignedAt(row, 0);
    out.subscription = unsigned32At(row, 1);
    out.attempts = unsigned32At(row, 2);
    out.nextAttemptTime = timeAt(row, 3);
    return isWhole(row, out);
}

bool read(const Statement& row, BodyRow& out)
{
    out.id = unsignedAt(row, 0);
    out.bytes = row.bytes(1);
    return unsignedAt(row, 2) == checksum(out.bytes, out.id);
}

} // namespace cmq::store
