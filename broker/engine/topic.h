#pragma once

#include "bucket.h"
#include "filterindex.h"

#include "cmq/names.h"
#include "cmq/records.h"

#include <deque>
#include <map>
#include <optional>
#include <string>

namespace cmq::engine {

/// A topic: settings, and which subscriptions it has. A value.
struct Topic
{
    TopicRecord record;
    /// In the order of lists; a name and its case twin are the same here.
    std::map<std::string, SubscriptionKey, LessIgnoringCase> subscriptionsByName;
    FilterIndex filters;
    /// Messages that at least one subscription still waits for.
    std::int64_t msgCount = 0;
    Bucket produceBucket;
    bool isStored = false;
    bool isDirty = false;

    [[nodiscard]] const std::string& name() const { return record.topicName; }
};

/// A message that at least one subscription still waits for.
struct Published
{
    TopicKey topic = 0;
    std::uint32_t bodyBytes = 0;
    Time publishTime;
    std::uint32_t outstanding = 0; ///< deliveries
    bool isStored = false;
    std::vector<std::string> msgTag;
};

/// A delivery that is being attempted, or has failed and will be tried again.
struct Attempted
{
    std::uint32_t attempts = 0; ///< that failed
    bool isDirty = false;
    Time nextAttemptTime;
    std::uint64_t pushId = 0; ///< of the push in flight; 0 = none

    [[nodiscard]] bool isFailing() const { return attempts > 0; }
};

/// A subscription and its deliveries. A value.
///
/// Deliveries wait in order of publishing: 8 bytes each, so that a subscriber may be away for a
/// day. Only the few that have been attempted know more.
struct Subscription
{
    SubscriptionRecord record;
    std::map<BodyId, Attempted> attempted;
    /// Not attempted yet, ascending. After a restart these may be older than attempted ones.
    std::deque<BodyId> backlog;

    /// Deliveries of messages up to this one are in the store.
    BodyId storedUpTo = 0;
    std::string lastFailure;
    /// Under which time Topics::deadlines knows this subscription.
    std::optional<Time> registeredDeadline;
    bool isStored = false;
    bool isDirty = false;
    bool hasNewDeliveries = false;

    [[nodiscard]] const std::string& name() const { return record.subscriptionName; }
    [[nodiscard]] std::int64_t msgCount() const
    {
        return static_cast<std::int64_t>(attempted.size() + backlog.size());
    }
    /// The oldest delivery of all; 0 = none.
    [[nodiscard]] BodyId oldest() const
    {
        if (attempted.empty() || backlog.empty())
            return attempted.empty() ? (backlog.empty() ? 0 : backlog.front())
                                     : attempted.begin()->first;
        return std::min(attempted.begin()->first, backlog.front());
    }
};

} // namespace cmq::engine
