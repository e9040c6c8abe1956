#pragma once

#include "ui/connections/serving.h"

#include "cmq/service.h"
#include "endpoint/endpoint.h"

#include <QFutureWatcher>

#include <memory>

/// Serves a service of this process with the endpoint of cmq-endpoint.
///
/// The destructor waits until every client has heard something, which takes 3 s at most.
class BrokerServer final : public ui::Serving
{
    Q_OBJECT

public:
    /// Both outlive us; `observer` may be null.
    BrokerServer(cmq::Service& service, std::shared_ptr<cmq::endpoint::RequestObserver> observer);
    ~BrokerServer() override;

    [[nodiscard]] State state() const override;
    [[nodiscard]] QString url() const override;
    [[nodiscard]] const ui::ServingKeys& keys() const override { return m_keys; }
    [[nodiscard]] bool needsKeys() const override { return m_needsKeys; }

    [[nodiscard]] cmq::Result<quint16> start(const ui::ServingPlace& place) override;
    void stop() override;
    void renewKeys() override;

private:
    cmq::Service& m_service;
    std::shared_ptr<cmq::endpoint::RequestObserver> m_observer;
    ui::ServingKeys m_keys;
    bool m_needsKeys = true;
    std::unique_ptr<cmq::endpoint::Endpoint> m_endpoint; // while it is On
    QFutureWatcher<void> m_stopping;
};
