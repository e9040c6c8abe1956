#pragma once

#include "arrival.h"

namespace ui {

/// The newest arrivals, within bounds of their number and bytes. A value.
class ArrivalLog final
{
public:
    static constexpr qsizetype CountMax = 1000;
    static constexpr qsizetype BytesMax = qsizetype(64) * 1024 * 1024;

    /// Gives it its number; the oldest go when there are too many, or too large ones.
    void append(Arrival arrival);
    /// So many came and went that were never seen here.
    void skip(qint64 count);
    void clear();

    /// From the oldest to the newest.
    [[nodiscard]] const QList<Arrival>& arrivals() const { return m_arrivals; }
    /// How many have gone because newer ones came.
    [[nodiscard]] qint64 forgotten() const { return m_forgotten; }

private:
    QList<Arrival> m_arrivals;
    qsizetype m_bytes = 0;
    qint64 m_count = 0;
    qint64 m_forgotten = 0;
};

} // namespace ui
