#pragma once

#include "cmq/error.h"
#include "cmq/result.h"
#include "cmq/topicactions.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace ui {

class Connection;

/// The subscriptions of all of `topics`, a few topics at a time; `done` hears them in the order of
/// the topics, or the first refusal, on the thread of `context` and never after that is gone. A
/// topic that went meanwhile has none. `connection` outlives `context`.
void listSubscriptions(
    Connection& connection, const QStringList& topics, QObject* context,
    std::function<void(cmq::Result<std::vector<cmq::SubscriptionAttributes>>)> done);

} // namespace ui
