#pragma once

#include "cloudattributes.h"
#include "time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cmq {

/// When a message goes to the dead-letter queue. The numbers are CMQ's.
enum class DeadLetterRule : std::uint8_t {
    MaxReceiveCount = 0, ///< received too often without being deleted
    MaxTimeToLive = 1,   ///< not deleted for too long since it became visible
};

/// The attribute deadLetterPolicy. Source: CMQ API, CreateQueue with dead letter.
struct DeadLetterPolicy
{
    /// Name of an existing queue that has no dead-letter queue itself and serves fewer than six.
    std::string deadLetterQueue;
    DeadLetterRule policy = DeadLetterRule::MaxReceiveCount;
    /// 1 to 1000; used by policy 0.
    std::int64_t maxReceiveCount = 0;
    /// 300 to 43200 s and below msgRetentionSeconds; used by policy 1.
    Seconds maxTimeToLive{0};

    friend bool operator==(const DeadLetterPolicy&, const DeadLetterPolicy&) = default;
};

inline constexpr std::int64_t MaxReceiveCountMin = 1;
inline constexpr std::int64_t MaxReceiveCountMax = 1000;
inline constexpr Seconds MaxTimeToLiveMin{300};
inline constexpr Seconds MaxTimeToLiveMax{43200};
/// So many queues may share one dead-letter queue (4000/10780).
inline constexpr std::size_t DeadLetterSourcesMax = 6;

/// The attributes of a queue that a user sets. Ranges and defaults are in `queueSettingRules()`.
/// Source: CMQ API, CreateQueue.
struct QueueSettings
{
    /// Most messages that are delayed, active or inactive at once (4410 above it).
    std::int64_t maxMsgHeapNum = 100'000'000;
    /// How long a receive without a wait of its own waits for a message.
    Seconds pollingWaitSeconds{0};
    /// How long a received message stays hidden.
    Seconds visibilityTimeout{30};
    /// Longest body, in bytes.
    std::int64_t maxMsgSize = 65536;
    /// How long a message lives, counted from sending, in whatever state.
    Seconds msgRetentionSeconds{345600};
    /// How long, counted from sending, a deleted message can be rewound; 0 = off.
    Seconds rewindSeconds{0};
    std::optional<DeadLetterPolicy> deadLetterPolicy;
    CloudSettings cloud{}; ///< of API 3.0 only

    friend bool operator==(const QueueSettings&, const QueueSettings&) = default;
};

/// What SetQueueAttributes changes: an absent member keeps its value.
struct QueueSettingsChange
{
    std::optional<std::int64_t> maxMsgHeapNum;
    std::optional<Seconds> pollingWaitSeconds;
    std::optional<Seconds> visibilityTimeout;
    std::optional<std::int64_t> maxMsgSize;
    std::optional<Seconds> msgRetentionSeconds;
    std::optional<Seconds> rewindSeconds;
    std::optional<DeadLetterPolicy> deadLetterPolicy;
    CloudSettings cloud{};

    friend bool operator==(const QueueSettingsChange&, const QueueSettingsChange&) = default;
};

/// The settings after a change.
[[nodiscard]] QueueSettings apply(const QueueSettingsChange& change, QueueSettings settings);
/// The change that turns `from` into `to`. A removed dead-letter policy is no such change: that is
/// UnbindDeadLetterQueue.
[[nodiscard]] QueueSettingsChange difference(const QueueSettings& from, const QueueSettings& to);

enum class SettingUnit : std::uint8_t { Count, Second, Byte };

/// One integer attribute of a queue: what validation, forms, the wire and the store read.
struct QueueSettingRule
{
    std::string_view name; ///< as CMQ spells it
    SettingUnit unit;
    std::int64_t min;
    std::int64_t max;
    std::int64_t defaultValue;
    std::int64_t (*get)(const QueueSettings&);
    void (*set)(QueueSettings&, std::int64_t);
    std::optional<std::int64_t> (*getChange)(const QueueSettingsChange&);
    void (*setChange)(QueueSettingsChange&, std::int64_t);
};

[[nodiscard]] std::span<const QueueSettingRule> queueSettingRules();
/// The rule of an attribute by its CMQ name; the name must be one of the table's.
[[nodiscard]] const QueueSettingRule& queueSettingRule(std::string_view name);

} // namespace cmq
