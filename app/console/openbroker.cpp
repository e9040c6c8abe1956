#include "openbroker.h"

#include "embeddedbroker.h"
#include "httppushsender.h"
#include "scenario/sandbox.h"

#include <QDir>
#include <QPromise>
#include <QtConcurrent>

namespace {

BrokerOpening open(cmq::BrokerOptions options, bool pushesLocally)
{
    options.behaviour.allowLocalPush = pushesLocally;
    cmq::push::Options push;
    push.allowsLocal = pushesLocally;
    options.pushSender = std::make_unique<cmq::HttpPushSender>(std::move(push));
    auto broker = cmq::EmbeddedBroker::open(std::move(options));
    if (!broker)
        return cmq::fail(std::move(broker.error()));
    auto opened = std::make_shared<OpenedBroker>();
    if ((*broker)->salvage())
        opened->salvage = QString::fromStdString((*broker)->salvage()->toString());
    opened->clock = [clock = broker->get()] { return clock->now(); };
    opened->service = std::move(*broker);
    return opened;
}

std::shared_ptr<OpenedBroker> opened(std::unique_ptr<cmq::scenario::Sandbox> sandbox)
{
    auto broker = std::make_shared<OpenedBroker>();
    broker->clock = [clock = sandbox.get()] { return clock->now(); };
    broker->service = std::move(sandbox);
    return broker;
}

} // namespace

QFuture<BrokerOpening> openLocalBroker(const QString& folder, bool pushesLocally)
{
    return QtConcurrent::run([folder, pushesLocally](QPromise<BrokerOpening>& promise) {
        QDir().mkpath(folder); // if it cannot be made, opening says so
        cmq::BrokerOptions options;
        options.folder = QFile::encodeName(folder).toStdString();
        options.progress = [&promise](std::uint64_t done, std::uint64_t total) {
            promise.setProgressRange(0, static_cast<int>(total));
            promise.setProgressValue(static_cast<int>(done));
        };
        promise.addResult(open(std::move(options), pushesLocally));
    });
}

BrokerOpening openSandbox(cmq::scenario::Scenario scenario)
{
    return cmq::scenario::Sandbox::open(std::move(scenario)).map(opened);
}

QFuture<BrokerOpening> openCopy(std::shared_ptr<const cmq::BrokerCopy> copy)
{
    return QtConcurrent::run([copy = std::move(copy)] {
        return BrokerOpening(opened(cmq::scenario::Sandbox::open(*copy)));
    });
}
