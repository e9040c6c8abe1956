#pragma once

#include "cmq/copysource.h"
#include "cmq/result.h"
#include "cmq/service.h"

#include <QFuture>
#include <QString>

#include <functional>
#include <memory>

namespace cmq::scenario {
struct Scenario;
}

/// An embedded broker that runs, and what there is to say about it.
struct OpenedBroker
{
    std::unique_ptr<cmq::Service> service;
    std::function<cmq::Time()> clock; ///< valid as long as `service`
    QString salvage;                  ///< what was saved if its store was damaged; else empty
};
/// Shared, because a future's result can be asked for twice; whoever takes it moves out of it.
using BrokerOpening = cmq::Result<std::shared_ptr<OpenedBroker>>;

/// Opens the store in `folder` on a thread of the pool: large ones take seconds. The progress of
/// the future counts messages that are loaded. `pushesLocally`: also to addresses of this computer
/// and its network.
[[nodiscard]] QFuture<BrokerOpening> openLocalBroker(const QString& folder, bool pushesLocally);

/// The world of a scenario, in memory. Fails when its setup does.
[[nodiscard]] BrokerOpening openSandbox(cmq::scenario::Scenario scenario);
/// A world that begins as another broker was; built on a thread of the pool.
[[nodiscard]] QFuture<BrokerOpening> openCopy(std::shared_ptr<const cmq::BrokerCopy> copy);
