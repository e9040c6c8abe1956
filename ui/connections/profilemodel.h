#pragma once

#include "remoteprofile.h"

#include "ui/common/tablemodel.h"

namespace ui {

/// The columns of the saved connections.
class ProfileModel final : public TableModel<RemoteProfile>
{
public:
    explicit ProfileModel(QObject* parent = nullptr);
};

/// "read-only · production", or empty.
[[nodiscard]] QString profileFlags(const RemoteProfile& profile);

} // namespace ui
