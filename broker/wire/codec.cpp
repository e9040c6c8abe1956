#include "codec.h"

#include "json.h"
#include "jsonreader.h"
#include "jsonwriter.h"
#include "parameterreader.h"
#include "parameterwriter.h"
#include "wireerror.h"

#include "cmq/names.h"
#include "cmq/utf8.h"

#include <algorithm>
#include <array>

namespace cmq::wire {

namespace json = boost::json;

namespace {

template <class A>
concept OnWire = requires(A& action, ParameterReader& reader)
{
    describe(reader, action);
};

using ReadAction = Action (*)(ParameterReader&);

template <std::size_t Index>
constexpr ReadAction readActionOf()
{
    using A = ActionAt<Index>;
    if constexpr (OnWire<A>) {
        return [](ParameterReader& reader) {
            A action{};
            describe(reader, action);
            return Action(std::move(action));
        };
    } else {
        return nullptr;
    }
}

constexpr auto Readers = []<std::size_t... I>(std::index_sequence<I...>)
{
    return std::array{readActionOf<I>()...};
}
(std::make_index_sequence<ActionCount>());

/// API 3.0's names for actions of the v2 API.
constexpr std::array Aliases = std::to_array<std::array<std::string_view, 2>>({
    {"UnbindDeadLetter", "UnbindDeadLetterQueue"},
    {"DescribeDeadLetterSourceQueues", "ListDeadLetterSourceQueues"},
});

/// Case does not count: Java's SDK sends `ClearSUbscriptionFIlterTags`.
ReadAction findReader(std::string_view name)
{
    for (const auto& [alias, original] : Aliases) {
        if (equalsIgnoringCase(name, alias))
            name = original;
    }
    for (std::size_t i = 0; i < Readers.size(); ++i) {
        if (Readers[i] && equalsIgnoringCase(name, actionTraits(i).name))
            return Readers[i];
    }
    return nullptr;
}

constexpr std::array CommonParameters = std::to_array<std::string_view>(
    {"Action", "Nonce", "SecretId", "Signature", "SignatureMethod", "Timestamp"});

/// What BatchDeleteMessage says as a whole.
std::optional<Error> errorOf(const Reply& reply)
{
    const auto* deleted = std::get_if<BatchDeleteReply>(&reply);
    if (!deleted || deleted->errorList.empty())
        return std::nullopt;
    return makeError(deleted->deletedCount == 0 ? ErrorId::BatchDeleteFailed
                                                : ErrorId::DeletePartiallyFailed);
}

int write(std::string& out, const Envelope& envelope, const Error* error, const Reply* reply)
{
    JsonWriter writer(out);
    writer.field("code", std::int64_t{error ? error->code : 0});
    writer.field("message", error ? wireMessage(*error) : std::string());
    if (!error)
        writer.field("codeDesc", "Success");
    writer.field("requestId", std::to_string(envelope.requestId));
    if (envelope.clientRequestId)
        writer.longField("clientRequestId", *envelope.clientRequestId);
    if (reply) {
        std::visit(
            [&]<class R>(const R& each) {
                if constexpr (requires { describe(writer, each); })
                    describe(writer, each);
            },
            *reply);
    }
    return error ? error->code : 0;
}

/// BatchDeleteMessage answers an error envelope for what is a reply here.
bool isBatchDeleteReply(const Action& action, const Error& error, const json::object& object)
{
    return std::holds_alternative<BatchDeleteMessage>(action) &&
           (error.id == ErrorId::DeletePartiallyFailed || error.id == ErrorId::BatchDeleteFailed) &&
           object.contains("errorList");
}

Result<Reply> replyFrom(const Action& action, const json::object& object)
{
    JsonReader reader(object);
    Reply reply = std::visit(
        [&]<class A>(const A&) -> Reply {
            typename A::Reply each{};
            if constexpr (requires { describe(reader, each); })
                describe(reader, each);
            return each;
        },
        action);
    if (std::string problem = reader.takeProblem(); !problem.empty())
        return fail(notUnderstood(std::move(problem)));
    if (auto* deleted = std::get_if<BatchDeleteReply>(&reply)) {
        const std::size_t asked = std::get<BatchDeleteMessage>(action).receiptHandle.size();
        deleted->deletedCount = asked - std::min(asked, deleted->errorList.size());
    }
    return reply;
}

} // namespace

std::optional<std::string_view> findParameter(std::span<const Parameter> sorted,
                                              std::string_view name)
{
    const auto found = std::ranges::lower_bound(sorted, name, {}, &Parameter::name);
    if (found == sorted.end() || found->name != name)
        return std::nullopt;
    return found->value;
}

Result<Action> actionFromParameters(std::span<const Parameter> sorted)
{
    const auto name = findParameter(sorted, "Action");
    if (!name || name->empty())
        return fail(ErrorId::ActionMissing);
    if (!isValidUtf8(*name))
        return fail(ErrorId::ParametersError, "Action", "the name is not UTF-8");
    const ReadAction read = findReader(*name);
    if (!read)
        return fail(ErrorId::ActionUnknown, *name);
    for (const Parameter& parameter : sorted) {
        if (!isValidUtf8(parameter.name) || !isValidUtf8(parameter.value))
            return fail(ErrorId::ParametersError, {}, "a parameter is not UTF-8");
    }
    ParameterReader reader(sorted);
    for (const std::string_view common : CommonParameters)
        reader.scalar(common);
    Action action = read(reader);
    if (auto error = reader.takeError())
        return fail(std::move(*error));
    return action;
}

bool isOnWire(const Action& action)
{
    return Readers[action.index()] != nullptr;
}

std::vector<FormField> toParameters(const Action& action)
{
    ParameterWriter writer;
    writer.add("Action", std::string(actionTraits(action).name));
    std::visit(
        [&]<class A>(const A& each) {
            if constexpr (OnWire<A>)
                describe(writer, each);
        },
        action);
    return writer.take();
}

int appendAnswer(std::string& out, const Envelope& envelope, const Error& error)
{
    const Error written = wireError(error);
    return write(out, envelope, &written, nullptr);
}

int appendAnswer(std::string& out, const Envelope& envelope, const Result<Reply>& result)
{
    if (!result)
        return appendAnswer(out, envelope, result.error());
    const std::optional<Error> error = errorOf(*result);
    return write(out, envelope, error ? &*error : nullptr, &*result);
}

Answer answerFromJson(const Action& action, std::string_view text)
{
    Answer answer{{}, fail(ErrorId::ConnectionFailed)};
    const auto value = parseJson(text);
    const json::object* object = value ? value->if_object() : nullptr;
    if (!object) {
        answer.result = fail(notUnderstood(value ? "it is no JSON object" : value.error().detail));
        return answer;
    }

    JsonReader reader(*object);
    std::int64_t code = 0;
    std::string message;
    reader.field("requestId", answer.requestId);
    reader.field("code", code, Required);
    reader.field("message", message);
    if (std::string problem = reader.takeProblem(); !problem.empty()) {
        answer.result = fail(notUnderstood(std::move(problem)));
        return answer;
    }
    if (code != 0) {
        Error error =
            errorFromWire(static_cast<int>(std::clamp<std::int64_t>(code, -1, 1'000'000)), message);
        if (!isBatchDeleteReply(action, error, *object)) {
            answer.result = fail(std::move(error));
            return answer;
        }
    }
    answer.result = replyFrom(action, *object);
    return answer;
}

} // namespace cmq::wire
