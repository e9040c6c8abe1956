#pragma once

#include "distribution.h"
#include "metric.h"

#include "cmq/time.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <deque>
#include <vector>

namespace ui {

/// What happened to an object in some time.
struct Tally
{
    Counts counts{};
    std::array<Distribution, DurationCount> times;

    void add(const Tally& other);
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// Which part of a history is asked for. Objects are queues by their names, topics by their keys.
struct SeriesQuery
{
    QStringList queues;
    Metric metric = Metric::Backlog;
    cmq::Time from;
    cmq::Time to;
};

struct SeriesPoint
{
    cmq::Time time;
    double value = 0; ///< NaN: not known, or of nothing (an average without messages)
};

/// The values of one queue in order, one for each step of the grain.
struct Series
{
    QString queue;
    std::vector<SeriesPoint> points;
};

/// Measurements of queues and topics over time, in three grains at once: seconds for an hour,
/// minutes for two days, hours for 90 days. Counts and times of a coarse grain are exactly the sums
/// of the fine one, levels are those at its end. An object where nothing happens costs nothing.
///
/// Time only goes forward. What was not measured is not known, which is something else than zero.
/// Pure: no clock, no file, no thread.
class SampleHistory final
{
public:
    struct Grain
    {
        cmq::Milliseconds step;
        cmq::Milliseconds kept;
    };
    static constexpr std::array<Grain, 3> Grains{
        Grain{std::chrono::seconds(1), std::chrono::hours(1)},
        Grain{std::chrono::minutes(1), std::chrono::hours(48)},
        Grain{std::chrono::hours(1), std::chrono::hours(90 * 24)}};

    /// Keeps at most so many samples; where that is too few, seconds go first, then minutes.
    explicit SampleHistory(std::size_t samplesMax = 500'000);

    void addLevels(cmq::Time time, const QString& queue, const Levels& levels);
    /// The queue is gone: what it holds is not known from now on.
    void endLevels(cmq::Time time, const QString& queue);
    void addTally(cmq::Time time, const QString& queue, const Tally& tally);
    /// All levels (counts) from `from` to `to` have been added: what is not there did not change
    /// (is zero).
    void coverLevels(cmq::Time from, cmq::Time to);
    void coverCounts(cmq::Time from, cmq::Time to);
    /// Some counts of this time, which is the latest, are not known after all.
    void uncoverCounts(cmq::Time from, cmq::Time to);

    /// In the finest grain that reaches back to `from`.
    [[nodiscard]] QList<Series> series(const SeriesQuery& query) const;
    /// What every object has now, that is of the last whole second that was measured (of durations:
    /// minute); those of which nothing is known are left out.
    [[nodiscard]] QHash<QString, double> latest(Metric metric) const;
    /// The distance of points of such a series.
    [[nodiscard]] cmq::Milliseconds stepOf(cmq::Time from) const;
    /// The queues that anything is known of, in order.
    [[nodiscard]] QStringList queues() const;
    /// When the first measurement was, as far as it is kept; none: there is none.
    [[nodiscard]] std::optional<cmq::Time> begin() const;
    [[nodiscard]] std::size_t sampleCount() const { return m_count; }

    /// The whole history as bytes, and back; false for what no version of this wrote.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] bool fromBytes(const QByteArray& bytes);

private:
    struct Sample
    {
        std::int64_t bucket = 0; ///< time / step
        Levels levels{};
        Tally tally;
        bool hasLevels = false;
    };
    using Samples = std::deque<Sample>;
    /// Buckets that were measured: first and last of each stretch.
    using Coverage = std::deque<std::pair<std::int64_t, std::int64_t>>;
    struct Tier
    {
        QHash<QString, Samples> queues;
        Coverage levels;
        Coverage counts;
        std::int64_t incomplete = -1; ///< the last bucket whose counts are not all known
        std::int64_t kept = 0;        ///< buckets
    };

    static void cover(Coverage& coverage, std::int64_t first, std::int64_t last);
    Sample& sampleAt(Tier& tier, const QString& queue, std::int64_t bucket);
    [[nodiscard]] static double valueOf(Metric metric, const Sample* sample, std::size_t tier,
                                        cmq::Time at);
    void forget();
    void forgetBefore(Tier& tier, std::int64_t bucket);
    [[nodiscard]] std::size_t tierFor(cmq::Time from) const;

    std::array<Tier, 3> m_tiers;
    std::size_t m_samplesMax;
    std::size_t m_count = 0;
    cmq::Time m_last; ///< the latest time that anything was added for
};

} // namespace ui
