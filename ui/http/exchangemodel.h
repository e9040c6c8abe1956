#pragma once

#include "ui/common/tablemodel.h"
#include "ui/connections/exchange.h"

namespace ui {

/// What a row shows of an exchange: small and comparable, the rest stays in the log.
struct ExchangeRow
{
    quint64 number = 0;
    cmq::Time time;
    Exchange::Direction direction = Exchange::Direction::Served;
    QString action;
    QString object;
    QString result; ///< code, or that there is no answer
    bool hasFailed = false;
    qint64 microseconds = 0;
    friend bool operator==(const ExchangeRow&, const ExchangeRow&) = default;
};

[[nodiscard]] ExchangeRow toRow(const Exchange& exchange);

/// The requests of a connection as a table.
class ExchangeModel final : public TableModel<ExchangeRow>
{
    Q_OBJECT

public:
    explicit ExchangeModel(QObject* parent = nullptr);
};

} // namespace ui
