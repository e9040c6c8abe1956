#pragma once

#include "topology.h"

#include "cmq/result.h"

#include <QObject>

#include <functional>

namespace ui {

class Connection;

/// Asks a connection for all it holds; `done` hears it once, later, on the thread of `context` and
/// never after that is gone. `connection` outlives `context`.
void askTopology(Connection& connection, QObject* context,
                 std::function<void(cmq::Result<Topology>)> done);

} // namespace ui
