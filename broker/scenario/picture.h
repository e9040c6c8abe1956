#pragma once

#include "scenario.h"

#include "cmq/messageactions.h"
#include "cmq/queueactions.h"
#include "cmq/topicactions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cmq::scenario {

class World;

/// A message in a picture.
struct PictureMessage
{
    std::uint64_t entry = 0; ///< its place in its queue: with the queue's name it is the message
    std::string msgId;
    std::string body; ///< at most PictureBodyBytes of it
    MessageState state = MessageState::Active;
    /// When this state began, as far as that is known, and when it ends by itself, if it does.
    Time since;
    std::optional<Time> until;
    std::int64_t dequeueCount = 0;
    std::string holder; ///< the actor that has it in hand; empty: the person, or nobody
    bool isDeadLetter = false;
    friend bool operator==(const PictureMessage&, const PictureMessage&) = default;
};

struct PictureQueue
{
    QueueAttributes attributes; ///< with the exact counters
    /// The oldest of each state.
    std::vector<PictureMessage> messages;
    friend bool operator==(const PictureQueue&, const PictureQueue&) = default;
};

/// What a world looks like at an instant: everybody and everything in it, for the stage and for the
/// table that says the same in words.
struct Picture
{
    Time now;
    std::vector<TopicAttributes> topics;
    std::vector<SubscriptionAttributes> subscriptions;
    std::vector<PictureQueue> queues;
    std::vector<Actor> actors;
    friend bool operator==(const Picture&, const Picture&) = default;
};

/// The beginning of a body that a picture has, in bytes, cut between characters.
inline constexpr std::size_t PictureBodyBytes = 60;

/// Looks at the world as it is. Of each queue at most `messagesPerState` messages of a state.
/// Cost: a copy of the engine, then linear in what is shown.
[[nodiscard]] Picture pictureOf(const World& world, std::int64_t messagesPerState);

} // namespace cmq::scenario
