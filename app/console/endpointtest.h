#pragma once

#include "remoteoptions.h"

#include "ui/connections/endpointreport.h"

#include <functional>

class QObject;

/// Tries an endpoint: asks it for one queue, and its topic address for one topic, and says how far
/// that came. Changes nothing there. `done` is called later, unless `context` goes before.
void testEndpoint(RemoteOptions options, QObject* context,
                  std::function<void(const ui::EndpointReport&)> done);
