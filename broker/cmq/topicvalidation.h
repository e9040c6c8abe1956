#pragma once

#include "validation.h"

namespace cmq {

// The topic part of `validate`: one overload per action. Private to this room.

void check(const CreateTopic& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const SetTopicAttributes& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const ListTopic& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const GetTopicAttributes& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const DescribeTopics& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const DeleteTopic& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const PublishMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const BatchPublishMessage& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const Subscribe& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const Unsubscribe& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const ListSubscriptionByTopic& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const SetSubscriptionAttributes& action, const Behaviour& behaviour,
           FieldErrors& errors);
void check(const GetSubscriptionAttributes& action, const Behaviour& behaviour,
           FieldErrors& errors);
void check(const DescribeSubscriptions& action, const Behaviour& behaviour, FieldErrors& errors);
void check(const ClearSubscriptionFilterTags& action, const Behaviour& behaviour,
           FieldErrors& errors);

} // namespace cmq
