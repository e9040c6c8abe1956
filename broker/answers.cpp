#include "answers.h"

#include <utility>

namespace cmq {

namespace {

using BodyReader = std::function<Result<std::string>(BodyId)>;

Error bodyFailure(const Error& cause)
{
    Error error = storeFailure(ErrorId::ReceiveFailed, cause);
    error.outcome = Outcome::MayHaveHappened; // it counts as received, and comes back
    return error;
}

void fill(engine::Answer& answer, ReceivedMessage& message, const BodyReader& body)
{
    auto bytes = body(answer.bodies.front());
    if (bytes)
        message.msgBody = std::move(*bytes);
    else
        answer.result = fail(bodyFailure(bytes.error()));
}

void fill(engine::Answer& answer, ReceivedMessages& reply, const BodyReader& body)
{
    std::vector<ReceivedMessage> whole;
    Error failure;
    for (std::size_t i = 0; i < reply.msgInfoList.size(); ++i) {
        auto bytes = body(answer.bodies[i]);
        if (bytes) {
            reply.msgInfoList[i].msgBody = std::move(*bytes);
            whole.push_back(std::move(reply.msgInfoList[i]));
        } else {
            failure = bodyFailure(bytes.error());
        }
    }
    if (whole.empty())
        answer.result = fail(std::move(failure));
    else
        reply.msgInfoList = std::move(whole);
}

void fill(engine::Answer& answer, PeekedMessages& reply, const BodyReader& body)
{
    for (std::size_t i = 0; i < reply.messages.size(); ++i)
        reply.messages[i].msgBody = body(answer.bodies[i]).value_or(std::string());
}

template <class Other>
void fill(engine::Answer&, Other&, const BodyReader&)
{
}

struct Failure
{
    ErrorId operator()(const SendMessage&) const { return ErrorId::SendFailed; }
    ErrorId operator()(const BatchSendMessage&) const { return ErrorId::SendFailed; }
    ErrorId operator()(const PublishMessage&) const { return ErrorId::SendFailed; }
    ErrorId operator()(const BatchPublishMessage&) const { return ErrorId::SendFailed; }
    ErrorId operator()(const ReceiveMessage&) const { return ErrorId::ReceiveFailed; }
    ErrorId operator()(const BatchReceiveMessage&) const { return ErrorId::ReceiveFailed; }
    ErrorId operator()(const DeleteMessage&) const { return ErrorId::DeleteFailed; }
    ErrorId operator()(const BatchDeleteMessage&) const { return ErrorId::DeleteFailed; }
    ErrorId operator()(const RemoveMessage&) const { return ErrorId::DeleteFailed; }
    ErrorId operator()(const GetQueueAttributes&) const
    {
        return ErrorId::GetQueueAttributesFailed;
    }
    ErrorId operator()(const SetQueueAttributes&) const
    {
        return ErrorId::SetQueueAttributesFailed;
    }
    ErrorId operator()(const DeleteQueue&) const { return ErrorId::DeleteQueueFailed; }
    ErrorId operator()(const ListQueue&) const { return ErrorId::ListQueueFailed; }
    template <class Other>
    ErrorId operator()(const Other&) const
    {
        return ErrorId::InternalError;
    }
};

} // namespace

ErrorId failureOf(const Action& action)
{
    return std::visit(Failure(), action);
}

bool isSend(const Action& action)
{
    return failureOf(action) == ErrorId::SendFailed;
}

Error storeFailure(ErrorId failure, const Error& cause)
{
    Error error = makeError(failure, {}, cause.detail);
    error.outcome = cause.outcome;
    return error;
}

Error diskFull()
{
    return makeError(ErrorId::StoreFailed, {},
                     "The disk that holds the store is full. Free some space; sending goes on by "
                     "itself then. Receiving and deleting work.");
}

void fillBodies(engine::Output& out, const BodyReader& body)
{
    for (engine::Answer& answer : out.answers) {
        if (answer.result && !answer.bodies.empty())
            std::visit([&](auto& reply) { fill(answer, reply, body); }, *answer.result);
    }
}

} // namespace cmq
