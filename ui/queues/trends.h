#pragma once

#include "queuerow.h"

#include <QHash>

#include <deque>
#include <functional>
#include <vector>

namespace ui {

/// A value since some instant.
struct TrendPoint
{
    cmq::Time since;
    std::int64_t value = 0;
    friend bool operator==(const TrendPoint&, const TrendPoint&) = default;
};

/// The backlogs of queues (or of what else has a name) over the last minutes, for the small lines
/// in tables. A name whose value stays costs one point; one that is not added any more is
/// forgotten.
///
/// Pure: time comes with the values, and only goes forward (what lies ahead of it is dropped).
class Trends final
{
public:
    static constexpr cmq::Milliseconds Span = std::chrono::minutes(5);
    /// A busy queue keeps so many changes; older ones go first.
    static constexpr std::size_t PointsMax = 150;

    /// All there are at `time`; called once for each time.
    void add(cmq::Time time, const QList<QueueRow>& queues);
    void add(cmq::Time time, const std::vector<std::pair<QString, std::int64_t>>& values);

    /// From the oldest to the latest; the first may be older than the span. Null if nothing is
    /// known.
    [[nodiscard]] const std::deque<TrendPoint>* of(const QString& name) const;
    [[nodiscard]] cmq::Time end() const { return m_end; }

private:
    struct Trend
    {
        std::deque<TrendPoint> points;
        std::uint64_t round = 0; ///< the last one that it was in
    };

    void begin(cmq::Time time);
    void addOne(const QString& name, std::int64_t value);
    void forgetMissing(qsizetype present);

    QHash<QString, Trend> m_trends;
    cmq::Time m_end;
    std::uint64_t m_round = 0;
};

/// One of several trends.
struct TrendOf
{
    const Trends* trends;
    QString name;
};
/// Finds the trend of a row by its key; what it finds is used at once.
using TrendSource = std::function<TrendOf(const QString& key)>;

/// "Now 12; between 3 and 40 in the last 5 min"; empty if nothing is known.
[[nodiscard]] QString trendText(const TrendOf& trend);

} // namespace ui
