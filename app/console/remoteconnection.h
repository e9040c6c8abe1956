#pragma once

#include "remoteoptions.h"

#include "ui/connections/connection.h"
#include "ui/connections/remoteprofile.h"
#include "ui/connections/secretstore.h"

#include <memory>

namespace ui {
class Settings;
}

/// What RemoteService wants to know of a saved connection.
[[nodiscard]] RemoteOptions remoteOptions(const ui::RemoteProfile& profile,
                                          const ui::Credentials& credentials);

/// A connection to an endpoint, on the endpoint's clock as far as it says. Nothing is sent yet.
/// `settings` outlive it.
[[nodiscard]] std::unique_ptr<ui::Connection> openRemote(const ui::RemoteProfile& profile,
                                                         const ui::Credentials& credentials,
                                                         const ui::Settings& settings);
