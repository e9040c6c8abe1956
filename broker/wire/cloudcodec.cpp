#include "cloudcodec.h"

#include "clouderrors.h"
#include "cloudreader.h"
#include "cloudsubstitutes.h"
#include "cloudwriter.h"
#include "wireerror.h"

#include "cmq/names.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>

namespace cmq::wire {

namespace json = boost::json;

namespace {

struct Service
{
    std::string_view name;
    std::string_view version;
};

constexpr std::array Services{Service{"tdmq", "2020-02-17"}, Service{"cmq", "2019-03-04"}};

const Service& serviceOf(CloudApi api)
{
    return Services[static_cast<std::size_t>(api)];
}

/// An action's names in the two products; empty where one does not have it.
struct Names
{
    std::string_view action; ///< as v2 spells it
    std::string_view tdmq;
    std::string_view cmq;

    [[nodiscard]] std::string_view of(CloudApi api) const
    {
        return api == CloudApi::Tdmq ? tdmq : cmq;
    }
};

constexpr std::array AllNames = std::to_array<Names>({
    {"CreateQueue", "CreateCmqQueue", "CreateQueue"},
    {"DeleteQueue", "DeleteCmqQueue", "DeleteQueue"},
    {"SetQueueAttributes", "ModifyCmqQueueAttribute", "ModifyQueueAttribute"},
    {"DescribeQueues", "DescribeCmqQueues", "DescribeQueueDetail"},
    {"GetQueueAttributes", "DescribeCmqQueueDetail", ""},
    {"ClearQueue", "ClearCmqQueue", "ClearQueue"},
    {"RewindQueue", "RewindCmqQueue", "RewindQueue"},
    {"UnbindDeadLetterQueue", "UnbindCmqDeadLetter", "UnbindDeadLetter"},
    {"ListDeadLetterSourceQueues", "DescribeCmqDeadLetterSourceQueues",
     "DescribeDeadLetterSourceQueues"},
    {"CreateTopic", "CreateCmqTopic", "CreateTopic"},
    {"DeleteTopic", "DeleteCmqTopic", "DeleteTopic"},
    {"SetTopicAttributes", "ModifyCmqTopicAttribute", "ModifyTopicAttribute"},
    {"DescribeTopics", "DescribeCmqTopics", "DescribeTopicDetail"},
    {"GetTopicAttributes", "DescribeCmqTopicDetail", ""},
    {"Subscribe", "CreateCmqSubscribe", "CreateSubscribe"},
    {"Unsubscribe", "DeleteCmqSubscribe", "DeleteSubscribe"},
    {"SetSubscriptionAttributes", "ModifyCmqSubscriptionAttribute", "ModifySubscriptionAttribute"},
    {"DescribeSubscriptions", "DescribeCmqSubscriptionDetail", "DescribeSubscriptionDetail"},
    {"ClearSubscriptionFilterTags", "ClearCmqSubscriptionFilterTags",
     "ClearSubscriptionFilterTags"},
    {"SendMessage", "SendCmqMsg", ""},
    {"PublishMessage", "PublishCmqMsg", ""},
});

template <class A>
concept InCloud = requires(A& action, CloudReader& reader)
{
    describeCloud(reader, action);
};

using ReadCloudAction = Action (*)(CloudReader&);

template <std::size_t Index>
constexpr ReadCloudAction cloudReaderOf()
{
    using A = ActionAt<Index>;
    if constexpr (InCloud<A>) {
        return [](CloudReader& reader) {
            A action{};
            if constexpr (requires { action.limit; })
                action.limit = ListLimitDefault;
            describeCloud(reader, action);
            if constexpr (requires { action.limit; })
                action.limit = std::min(action.limit, ListLimitMax);
            return Action(std::move(action));
        };
    } else {
        return nullptr;
    }
}

constexpr auto CloudReaders = []<std::size_t... I>(std::index_sequence<I...>)
{
    return std::array{cloudReaderOf<I>()...};
}
(std::make_index_sequence<ActionCount>());

const Names* namesOf(const Action& action)
{
    const auto found = std::ranges::find(AllNames, actionTraits(action).name, &Names::action);
    return found == AllNames.end() ? nullptr : &*found;
}

std::string_view nameOf(const Action& action, CloudApi api)
{
    const Names* names = namesOf(action);
    return names ? names->of(api) : std::string_view();
}

ReadCloudAction findCloudReader(CloudApi api, std::string_view name)
{
    for (const Names& names : AllNames) {
        if (names.of(api).empty() || names.of(api) != name)
            continue;
        for (std::size_t i = 0; i < CloudReaders.size(); ++i) {
            if (actionTraits(i).name == names.action)
                return CloudReaders[i];
        }
    }
    return nullptr;
}

Error unknownAction(CloudApi api, std::string_view name)
{
    const auto isOther = [&](const Names& names) {
        return names.of(api == CloudApi::Tdmq ? CloudApi::Cmq : CloudApi::Tdmq) == name;
    };
    return makeError(ErrorId::ActionUnknown, name,
                     std::ranges::any_of(AllNames, isOther)
                         ? "it belongs to another version than " + std::string(cloudVersion(api))
                         : std::string("it is none of CMQ's"));
}

/// RFC 9562's form, of a number that grows: as unique as the number, and not guessed to be one.
std::string uuidOf(std::uint64_t number)
{
    std::uint64_t mixed = number + 0x9E3779B97F4A7C15;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    mixed ^= mixed >> 31;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {mixed, number}) {
        for (int shift = 60; shift >= 0; shift -= 4)
            text += digits[(half >> shift) & 15];
    }
    text[12] = '4';
    text[16] = '8';
    for (const std::size_t at : {20, 16, 12, 8})
        text.insert(at, 1, '-');
    return text;
}

const json::object* memberObject(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value ? value->if_object() : nullptr;
}

std::string memberText(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    const json::string* text = value ? value->if_string() : nullptr;
    return text ? std::string(*text) : std::string();
}

Result<Reply> cloudReplyFrom(const Action& action, CloudApi api, const json::object& response)
{
    CloudReader reader(response, api, CloudReader::Side::Answer);
    Reply reply = std::visit(
        [&]<class A>(const A&) -> Reply {
            typename A::Reply each{};
            if constexpr (requires { describeCloud(reader, each); })
                describeCloud(reader, each);
            return each;
        },
        action);
    if (auto error = reader.takeError())
        return fail(notUnderstood(toString(*error)));
    return reply;
}

} // namespace

std::string_view cloudService(CloudApi api)
{
    return serviceOf(api).name;
}

std::string_view cloudVersion(CloudApi api)
{
    return serviceOf(api).version;
}

std::optional<CloudApi> cloudApiFromVersion(std::string_view version)
{
    for (const CloudApi api : {CloudApi::Tdmq, CloudApi::Cmq}) {
        if (cloudVersion(api) == version)
            return api;
    }
    return std::nullopt;
}

bool isInCloud(const Action& action, CloudApi api)
{
    return !nameOf(substituteFor(action, api), api).empty();
}

CloudRequest toCloudRequest(const Action& action, CloudApi api)
{
    const Action asked = substituteFor(action, api);
    CloudRequest request{std::string(nameOf(asked, api)), {}};
    CloudWriter writer(request.body, api, CloudWriter::Side::Request);
    std::visit(
        [&]<class A>(const A& each) {
            if constexpr (InCloud<A>)
                describeCloud(writer, each);
        },
        asked);
    return request;
}

Result<Action> actionFromCloud(CloudApi api, std::string_view name, std::string_view body)
{
    const ReadCloudAction read = findCloudReader(api, name);
    if (!read)
        return fail(unknownAction(api, name));
    const auto value = parseJson(body.empty() ? "{}" : body);
    const json::object* object = value ? value->if_object() : nullptr;
    if (!object)
        return fail(ErrorId::ParametersError, "body", "the body is no JSON object");
    CloudReader reader(*object, api, CloudReader::Side::Request);
    Action action = read(reader);
    if (auto error = reader.takeError())
        return fail(std::move(*error));
    return action;
}

int appendCloudAnswer(std::string& out, std::uint64_t requestId, CloudApi api,
                      const Result<Reply>& result)
{
    const std::optional<Error> error =
        result ? std::nullopt : std::optional(wireError(result.error()));
    out += "{\"Response\":";
    {
        CloudWriter response(out, api, CloudWriter::Side::Answer);
        if (error) {
            response.object("Error", [&](CloudWriter& inner) {
                inner.field("Code", cloudCode(*error));
                inner.field("Message", cloudMessage(*error));
            });
        } else {
            std::visit(
                [&]<class R>(const R& each) {
                    if constexpr (requires { describeCloud(response, each); })
                        describeCloud(response, each);
                },
                *result);
        }
        response.field("RequestId", uuidOf(requestId));
    }
    out += '}';
    return error ? error->code : 0;
}

Answer answerFromCloud(const Action& action, CloudApi api, std::string_view text)
{
    Answer answer{{}, fail(ErrorId::ConnectionFailed)};
    const auto value = parseJson(text);
    const json::object* object = value ? value->if_object() : nullptr;
    const json::object* response = object ? memberObject(*object, "Response") : nullptr;
    if (!response) {
        answer.result =
            fail(notUnderstood(value ? "it has no object Response" : value.error().detail));
        return answer;
    }
    answer.requestId = memberText(*response, "RequestId");
    if (const json::object* error = memberObject(*response, "Error")) {
        answer.result =
            afterSubstitute(action, fail(errorFromCloud(action, memberText(*error, "Code"),
                                                        memberText(*error, "Message"))));
        return answer;
    }
    answer.result =
        afterSubstitute(action, cloudReplyFrom(substituteFor(action, api), api, *response));
    return answer;
}

} // namespace cmq::wire
