#pragma once

#include "ui/connections/connection.h"

#include <functional>

/// How the actions of a connection look as requests to the address that `urlOf` tells, and those
/// that go to API 3.0 to `cloudUrl`, for `region`. Without keys.
[[nodiscard]] ui::Connection::Encoder callEncoder(std::function<QString(const cmq::Action&)> urlOf,
                                                  const QString& cloudUrl = {},
                                                  const QString& region = {});
