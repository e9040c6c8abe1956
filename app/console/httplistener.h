#pragma once

#include "ui/receiver/arrivallog.h"
#include "ui/receiver/pushlistener.h"

#include <memory>
#include <mutex>

namespace cmq::push {
class HttpReceiver;
struct ReceivedRequest;
struct ReceiverAnswer;
} // namespace cmq::push

/// The console's receiver over the broker's HTTP server. What arrives waits here, bounded, until
/// the GUI takes it: a flood makes one signal.
class HttpListener final : public ui::PushListener
{
    Q_OBJECT

public:
    explicit HttpListener(QObject* parent = nullptr);
    ~HttpListener() override;

    [[nodiscard]] cmq::Result<void> start(quint16 port) override;
    void stop() override;
    [[nodiscard]] bool isListening() const override { return m_server != nullptr; }
    void setReply(const ui::ReceiverReply& reply) override;
    void setClock(Clock clock) override;
    [[nodiscard]] std::pair<QList<ui::Arrival>, qint64> take() override;

private:
    cmq::push::ReceiverAnswer answer(const cmq::push::ReceivedRequest& request);

    std::mutex m_mutex; ///< guards the next three, which the server's thread uses, too
    ui::ReceiverReply m_reply;
    Clock m_clock;
    ui::ArrivalLog m_inbox;

    std::unique_ptr<cmq::push::HttpReceiver> m_server; // last: it calls us until it is gone
};
