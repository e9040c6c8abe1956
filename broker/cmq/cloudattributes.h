#pragma once

#include "time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cmq {

// What queues and topics have in Tencent's API 3.0 (TDMQ for CMQ) and not in v2. The broker here
// keeps and shows it; the meanings behind it (billing, tracing, transactions) are the cloud's.

/// A resource tag, `TagKey` and `TagValue`: how accounts sort what they pay for. Not to be mixed up
/// with a message's tags.
struct ResourceTag
{
    std::string tagKey;   ///< 1 to 127 bytes, once per object
    std::string tagValue; ///< up to 255 bytes
    friend bool operator==(const ResourceTag&, const ResourceTag&) = default;
};

inline constexpr std::size_t ResourceTagsMax = 50;
inline constexpr std::size_t ResourceTagKeyMaxBytes = 127;
inline constexpr std::size_t ResourceTagValueMaxBytes = 255;

/// Objects that have this key with any of the values; no values: with any.
struct ResourceTagFilter
{
    std::string tagKey;
    std::vector<std::string> tagValues;
    friend bool operator==(const ResourceTagFilter&, const ResourceTagFilter&) = default;
};

/// Whether the tags satisfy every filter.
[[nodiscard]] bool satisfies(std::span<const ResourceTag> tags,
                             std::span<const ResourceTagFilter> filters);

/// Settings of a queue that only API 3.0 has. Absent: not said; as a change, it stays as it is.
/// Source: API 3.0, CreateCmqQueue.
struct CloudSettings
{
    std::optional<bool> trace;                     ///< the message trace is on
    std::optional<bool> transaction;               ///< for transactional messages
    std::optional<Seconds> firstQueryInterval;     ///< of a transaction, until it is asked about
    std::optional<std::int64_t> maxQueryCount;     ///< how often a transaction is asked about
    std::optional<std::int64_t> retentionSizeInMB; ///< for rewinding; 0 = off, else 1024 to 10240

    [[nodiscard]] bool isEmpty() const { return *this == CloudSettings(); }
    friend bool operator==(const CloudSettings&, const CloudSettings&) = default;
};

inline constexpr std::int64_t RetentionSizeMin = 1024;
inline constexpr std::int64_t RetentionSizeMax = 10240;

/// The settings after a change.
[[nodiscard]] CloudSettings apply(const CloudSettings& change, CloudSettings settings);
/// The change that turns `from` into `to`.
[[nodiscard]] CloudSettings difference(const CloudSettings& from, const CloudSettings& to);

/// Limits that the cloud puts on a queue and nobody sets. Absent: not said.
struct CloudLimits
{
    std::optional<std::int64_t> maxDelaySeconds;
    std::optional<std::int64_t> maxUnackedMsgNum;  ///< received and not deleted, at most
    std::optional<std::int64_t> maxMsgBacklogSize; ///< bytes of waiting messages, at most
    friend bool operator==(const CloudLimits&, const CloudLimits&) = default;
};

} // namespace cmq
