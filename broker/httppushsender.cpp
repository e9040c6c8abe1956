#include "httppushsender.h"

#include <utility>

namespace cmq {

HttpPushSender::HttpPushSender(push::Options options)
    : m_options(std::move(options))
{
}

HttpPushSender::~HttpPushSender() = default;

void HttpPushSender::start(Finished finished)
{
    m_pusher = std::make_unique<push::Pusher>(
        m_options, [finished = std::move(finished)](std::uint64_t id, push::PushResult result) {
            finished(id, {result.isDelivered, result.httpStatus, std::move(result.reason)});
        });
}

void HttpPushSender::send(engine::PushRequest request, std::string body)
{
    push::Push push;
    push.id = request.pushId;
    push.url = std::move(request.url);
    push.format = request.format;
    push.topicName = std::move(request.topicName);
    push.topicOwner = std::move(request.topicOwner);
    push.subscriptionName = std::move(request.subscriptionName);
    push.msgId = request.msgId;
    push.publishTime = request.publishTime;
    push.msgTag = std::move(request.msgTag);
    push.body = std::move(body);
    m_pusher->send(std::move(push));
}

void HttpPushSender::cancel(std::uint64_t pushId)
{
    m_pusher->cancel(pushId);
}

} // namespace cmq
