#pragma once

#include "pushsender.h"

#include "push/pusher.h"

#include <memory>

namespace cmq {

/// The pushes of a broker over real HTTP. `options.allowsLocal` should be what
/// Behaviour::allowLocalPush is.
class HttpPushSender final : public PushSender
{
public:
    explicit HttpPushSender(push::Options options);
    ~HttpPushSender() override;

    void start(Finished finished) override;
    void send(engine::PushRequest request, std::string body) override;
    void cancel(std::uint64_t pushId) override;

private:
    push::Options m_options;
    std::unique_ptr<push::Pusher> m_pusher;
};

} // namespace cmq
