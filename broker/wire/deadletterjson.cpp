#include "deadletterjson.h"

#include "json.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace cmq::wire {

namespace json = boost::json;

namespace {

std::optional<std::int64_t> number(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (!value || !value->is_int64())
        return std::nullopt;
    return value->get_int64();
}

} // namespace

Result<DeadLetterPolicy> deadLetterPolicyFromJson(std::string_view text)
{
    const auto value = parseJson(text);
    const json::object* object = value ? value->if_object() : nullptr;
    if (!object)
        return fail(ErrorId::DeadLetterPolicyNotJson, "deadLetterPolicy");

    DeadLetterPolicy policy;
    const json::value* queue = object->if_contains("deadLetterQueue");
    if (!queue || !queue->is_string() || queue->get_string().empty())
        return fail(ErrorId::DeadLetterQueueMember, "deadLetterQueue");
    policy.deadLetterQueue = queue->get_string();

    const auto rule = number(*object, "policy");
    if (rule != 0 && rule != 1)
        return fail(ErrorId::DeadLetterPolicyMember, "policy");
    policy.policy = *rule == 0 ? DeadLetterRule::MaxReceiveCount : DeadLetterRule::MaxTimeToLive;

    const std::string_view condition = *rule == 0 ? "maxReceiveCount" : "maxTimeToLive";
    const auto limit = number(*object, condition);
    if (!limit)
        return fail(ErrorId::DeadLetterPolicyParameters, condition,
                    std::string(condition) + " is an integer and needed with this policy");
    if (*rule == 0)
        policy.maxReceiveCount = *limit;
    else
        policy.maxTimeToLive = Seconds(*limit);
    return policy;
}

std::string deadLetterPolicyToJson(const DeadLetterPolicy& policy, std::string_view queue)
{
    json::object object{{"deadLetterQueue", queue},
                        {"policy", static_cast<std::int64_t>(policy.policy)}};
    if (policy.policy == DeadLetterRule::MaxReceiveCount)
        object["maxReceiveCount"] = policy.maxReceiveCount;
    else
        object["maxTimeToLive"] = policy.maxTimeToLive.count();
    return json::serialize(object);
}

} // namespace cmq::wire
