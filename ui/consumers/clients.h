#pragma once

#include "ui/connections/exchange.h"

#include <QHash>
#include <QString>

namespace ui {

/// Which client got which receipt handle, read from the requests over HTTP and from what this
/// console received itself. Of more handles than `HandlesMax` the earlier half is forgotten.
class Clients final
{
public:
    static constexpr qsizetype HandlesMax = 50'000;

    /// A request that was served; others are passed over.
    void add(const Exchange& exchange);
    void add(const QStringList& handles, const QString& client);
    /// Empty: not known.
    [[nodiscard]] QString of(const QString& handle) const;

private:
    QHash<QString, QString> m_recent;
    QHash<QString, QString> m_earlier;
};

/// The handles in the answer to a receive.
[[nodiscard]] QStringList handlesOf(const Exchange& exchange);

} // namespace ui
