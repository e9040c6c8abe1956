#pragma once

#include "arrival.h"

#include "ui/bodyview/propertylist.h"
#include "ui/common/tablemodel.h"

namespace ui {

/// The columns of the table of what arrived.
class ArrivalModel final : public TableModel<Arrival>
{
public:
    explicit ArrivalModel(QObject* parent = nullptr);
};

/// What was said to a request: "200", "500 after 2 s", "nothing".
[[nodiscard]] QString replyText(const ReceiverReply& reply);

/// The request line, the headers as they came, and what was answered.
[[nodiscard]] QList<Property> arrivalProperties(const Arrival& arrival);

} // namespace ui
