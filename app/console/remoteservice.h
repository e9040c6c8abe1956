#pragma once

#include "remoteoptions.h"

#include "cmq/service.h"

#include <QThread>

#include <atomic>
#include <optional>

class RemoteClient;

/// A CMQ endpoint somewhere, over its signed HTTP API.
///
/// A request that was sent but not answered says MayHaveHappened; nothing that changes anything is
/// ever sent twice. The actions that describe many things are made of many requests; PeekMessages
/// does not exist remotely. A cancelled receive may still have taken a message: the endpoint
/// learns of it only by the closed connection.
///
/// Thread: as of Service. It has a thread of its own, so that neither TLS nor a long answer ever
/// holds up the caller. Must not be destroyed in a completion.
class RemoteService final : public cmq::Service
{
public:
    explicit RemoteService(RemoteOptions options);
    ~RemoteService() override;

    cmq::RequestId call(cmq::Action action, Completion completion) override;
    void cancel(cmq::RequestId request) override;
    [[nodiscard]] bool supports(const cmq::Action& action) const override;

    /// The endpoint's clock minus ours by its latest Date header. From any thread.
    [[nodiscard]] std::optional<cmq::Seconds> clockSkew() const;
    /// How many requests describe things at once from the next listing on: 1 to 5. From any thread.
    void setListingRequests(int count);

private:
    QThread m_thread;
    RemoteClient* m_client; // lives and dies on m_thread
    std::atomic<cmq::RequestId> m_lastRequest{0};
};
