#pragma once

#include "state.h"

namespace cmq::engine {

// The queue actions, a file each. They are given valid parameters (`validate`), at a time that all
// queues they name have been brought up to.

[[nodiscard]] Result<QueueIdReply> execute(const Context& context, CreateQueue&& action);
[[nodiscard]] Result<QueueList> execute(const Context& context, ListQueue&& action);
[[nodiscard]] Result<QueueAttributes> execute(const Context& context, GetQueueAttributes&& action);
[[nodiscard]] Result<QueueSettingsReply> execute(const Context& context,
                                                 SetQueueAttributes&& action);
[[nodiscard]] Result<Done> execute(const Context& context, DeleteQueue&& action);
[[nodiscard]] Result<Done> execute(const Context& context, ClearQueue&& action);
[[nodiscard]] Result<Done> execute(const Context& context, RewindQueue&& action);
[[nodiscard]] Result<QueueIdReply> execute(const Context& context, UnbindDeadLetterQueue&& action);
[[nodiscard]] Result<QueueList> execute(const Context& context,
                                        ListDeadLetterSourceQueues&& action);
[[nodiscard]] Result<QueueDescriptions> execute(const Context& context, DescribeQueues&& action);
[[nodiscard]] Result<MessageIdReply> execute(const Context& context, SendMessage&& action);
[[nodiscard]] Result<MessageIdList> execute(const Context& context, BatchSendMessage&& action);
[[nodiscard]] Result<Done> execute(const Context& context, DeleteMessage&& action);
[[nodiscard]] Result<BatchDeleteReply> execute(const Context& context, BatchDeleteMessage&& action);
[[nodiscard]] Result<Done> execute(const Context& context, RemoveMessage&& action);

// These answer by themselves: now with bodies to fill in, or later.
void execute(const Context& context, Token token, ReceiveMessage&& action);
void execute(const Context& context, Token token, BatchReceiveMessage&& action);
void execute(const Context& context, Token token, PeekMessages&& action);

} // namespace cmq::engine
