#pragma once

#include "validation.h"

namespace cmq {

// The queue part of `validate`: one overload per action. Private to this room.

void check(const CreateQueue& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const ListQueue& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const GetQueueAttributes& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const SetQueueAttributes& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const DeleteQueue& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const ClearQueue& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const RewindQueue& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const UnbindDeadLetterQueue& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const ListDeadLetterSourceQueues& action, const Behaviour& behaviour,
           FieldErrors& errors);
void check(const DescribeQueues& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const SendMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const BatchSendMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const ReceiveMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const BatchReceiveMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const DeleteMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const BatchDeleteMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const PeekMessages& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const RemoveMessage& action, const Behaviour& behaviour, FieldErrors& errors);

} // namespace cmq
