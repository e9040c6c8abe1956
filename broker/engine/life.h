#pragma once

#include "state.h"

namespace cmq::engine {

// The life of a message: the transitions of CMQ's state machine, each with its event. They keep
// counters, timers and the store's changes right; serving waiting receivers and deadlines is up to
// the caller (timeline.h). Source: CMQ guide, life of a message.

/// What is enqueued.
struct NewMessage
{
    BodyId msgId = 0;
    Entry entry = 0;
    std::uint32_t bodyBytes = 0;
    Seconds delay{0};
    std::optional<MessageOrigin> origin; ///< of a dead-lettered message
};

/// Puts a message at the end of the queue, delayed or active.
MessageLog::Cursor enqueue(const Context& context, Queue& queue, NewMessage message);

/// Whom a message is given to.
struct Receiver
{
    std::uint64_t wait = 0;  ///< the number of the wait that this ends; 0: nobody waited
    std::string_view client; ///< who it is, as they said
};

/// Active → Inactive: a new handle, older ones are dead.
ReceivedMessage receive(const Context& context, Queue& queue, const MessageLog::Cursor& cursor,
                        const Receiver& receiver);

/// Delayed, Active or Inactive → Rewindable, or gone where nothing can be rewound any more.
/// `reason`: of the event, if it was not done with a receipt handle.
void markDeleted(const Context& context, Queue& queue, const MessageLog::Cursor& cursor,
                 std::string reason = {});

/// Delayed or Inactive → Active, because its time has come.
void becomeActive(const Context& context, Queue& queue, const MessageLog::Cursor& cursor);

/// Rewindable → Active, because somebody asked for what was sent from `start` on.
void rewind(const Context& context, Queue& queue, const MessageLog::Cursor& cursor, Time start);

/// What a rewind forgets of a message that is active again; the store is not told.
void resetForRewind(const Context& context, Queue& queue, Message& message);

/// Any state → gone; `kind` says why.
void expire(const Context& context, Queue& queue, const MessageLog::Cursor& cursor, EventKind kind);

/// Sets or removes the one timer of a message.
void setTimer(Queue& queue, Message& message, std::optional<Time> due);

/// When an active message must go to the dead-letter queue: when it is too old, or at once when it
/// was received often enough. None when it may stay.
[[nodiscard]] std::optional<Time> deadLetterTime(const Queue& queue, const Message& message);

/// The setting that ends the life of a message of this queue, deleted or not.
void nameLife(Event& event, const Queue& queue, bool isDeleted);

/// An event about a message, with its identity filled in.
[[nodiscard]] Event messageEvent(EventKind kind, const Queue& queue, const Message& message);

} // namespace cmq::engine
