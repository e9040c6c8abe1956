#include "samplehistory.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace ui {

namespace {

constexpr double Unknown = std::numeric_limits<double>::quiet_NaN();

std::int64_t bucketOf(cmq::Time time, std::size_t tier)
{
    return cmq::toUnixMilliseconds(time) / SampleHistory::Grains[tier].step.count();
}

cmq::Time timeOf(std::int64_t bucket, std::size_t tier)
{
    return cmq::fromUnixMilliseconds(bucket * SampleHistory::Grains[tier].step.count());
}

/// What was measured so long before the last news is still what is now.
constexpr cmq::Milliseconds LatestLag{std::chrono::seconds(10)};

/// Levels of a queue that is gone.
constexpr Levels Gone{-1};

/// Whether a bucket is in one of the stretches, which are in order.
template <class Coverage>
bool isCovered(const Coverage& coverage, std::int64_t bucket)
{
    const auto next = std::ranges::upper_bound(coverage, bucket, {},
                                               [](const auto& stretch) { return stretch.first; });
    return next != coverage.begin() && std::prev(next)->second >= bucket;
}

double levelValue(Metric metric, const Levels& levels, cmq::Time at)
{
    const auto level = [&](Level which) { return double(levels[std::size_t(which)]); };
    switch (metric) {
    case Metric::Backlog:
        return level(Level::Visible) + level(Level::InFlight) + level(Level::Delayed);
    case Metric::Visible:
    case Metric::TopicBacklog: return level(Level::Visible);
    case Metric::InFlight: return level(Level::InFlight);
    case Metric::Delayed: return level(Level::Delayed);
    case Metric::Rewindable: return level(Level::Rewindable);
    default: break;
    }
    const double oldest = level(Level::Oldest);
    return oldest == 0 ? 0 : std::max(0.0, double(cmq::toUnixMilliseconds(at)) - oldest);
}

double perSecond(Count which, const Tally& tally, std::size_t tier)
{
    const double seconds = double(SampleHistory::Grains[tier].step.count()) / 1000;
    return double(tally.counts[std::size_t(which)]) / seconds;
}

double quantile(Duration which, double share, const Tally& tally)
{
    const Distribution& times = tally.times[std::size_t(which)];
    return times.isEmpty() ? Unknown : times.quantile(share);
}

double tallyValue(Metric metric, const Tally& tally, std::size_t tier)
{
    const auto rate = [&](Count which) { return perSecond(which, tally, tier); };
    switch (metric) {
    case Metric::Sent: return rate(Count::Sent);
    case Metric::SentBytes: return rate(Count::SentBytes);
    case Metric::Received: return rate(Count::Received);
    case Metric::Deleted: return rate(Count::Deleted);
    case Metric::EmptyReceives: return rate(Count::EmptyReceives);
    case Metric::Published: return rate(Count::Published);
    case Metric::PublishedBytes: return rate(Count::PublishedBytes);
    case Metric::Notified: return rate(Count::Notified);
    case Metric::NotifySucceeded: return rate(Count::NotifySucceeded);
    case Metric::InQueueP50: return quantile(Duration::InQueue, 0.5, tally);
    case Metric::InQueueP95: return quantile(Duration::InQueue, 0.95, tally);
    case Metric::InQueueP99: return quantile(Duration::InQueue, 0.99, tally);
    case Metric::HandlingP50: return quantile(Duration::Handling, 0.5, tally);
    case Metric::HandlingP95: return quantile(Duration::Handling, 0.95, tally);
    case Metric::HandlingP99: return quantile(Duration::Handling, 0.99, tally);
    default: break;
    }
    const double sent = rate(Count::Sent);
    return sent > 0 ? rate(Count::SentBytes) / sent : Unknown;
}

} // namespace

void Tally::add(const Tally& other)
{
    for (std::size_t i = 0; i < CountCount; ++i)
        counts[i] += other.counts[i];
    for (std::size_t i = 0; i < DurationCount; ++i)
        times[i].add(other.times[i]);
}

SampleHistory::SampleHistory(std::size_t samplesMax)
    : m_samplesMax(samplesMax)
{
    for (std::size_t i = 0; i < Grains.size(); ++i)
        m_tiers[i].kept = Grains[i].kept / Grains[i].step;
}

SampleHistory::Sample& SampleHistory::sampleAt(Tier& tier, const QString& queue,
                                               std::int64_t bucket)
{
    Samples& samples = tier.queues[queue];
    auto at = samples.end();
    while (at != samples.begin() && std::prev(at)->bucket > bucket)
        --at; // late news of another thread: a few at most
    if (at != samples.begin() && std::prev(at)->bucket == bucket)
        return *std::prev(at);
    ++m_count;
    return *samples.insert(at, Sample{bucket, {}, {}, false});
}

void SampleHistory::addLevels(cmq::Time time, const QString& queue, const Levels& levels)
{
    for (std::size_t i = 0; i < m_tiers.size(); ++i) {
        const std::int64_t bucket = bucketOf(time, i);
        const Samples& known = m_tiers[i].queues[queue];
        const auto last = std::find_if(known.rbegin(), known.rend(),
                                       [](const Sample& each) { return each.hasLevels; });
        if (last != known.rend() && last->bucket < bucket && last->levels == levels)
            continue; // as before
        Sample& sample = sampleAt(m_tiers[i], queue, bucket);
        sample.levels = levels;
        sample.hasLevels = true;
    }
    m_last = std::max(m_last, time);
    forget();
}

void SampleHistory::endLevels(cmq::Time time, const QString& queue)
{
    addLevels(time, queue, Gone);
}

void SampleHistory::addTally(cmq::Time time, const QString& queue, const Tally& tally)
{
    for (std::size_t i = 0; i < m_tiers.size(); ++i)
        sampleAt(m_tiers[i], queue, bucketOf(time, i)).tally.add(tally);
    m_last = std::max(m_last, time);
    forget();
}

void SampleHistory::cover(Coverage& coverage, std::int64_t first, std::int64_t last)
{
    if (!coverage.empty() && first <= coverage.back().second + 1)
        coverage.back().second = std::max(coverage.back().second, last);
    else
        coverage.emplace_back(first, last);
}

void SampleHistory::coverLevels(cmq::Time from, cmq::Time to)
{
    for (std::size_t i = 0; i < m_tiers.size(); ++i)
        cover(m_tiers[i].levels, bucketOf(from, i), bucketOf(to, i));
    m_last = std::max(m_last, to);
    forget();
}

void SampleHistory::coverCounts(cmq::Time from, cmq::Time to)
{
    for (std::size_t i = 0; i < m_tiers.size(); ++i) {
        Tier& tier = m_tiers[i];
        const std::int64_t first = std::max(bucketOf(from, i), tier.incomplete + 1);
        if (first <= bucketOf(to, i))
            cover(tier.counts, first, bucketOf(to, i));
    }
    m_last = std::max(m_last, to);
    forget();
}

/// A bucket is known or it is not: an hour in which something was missed has no exact sum.
void SampleHistory::uncoverCounts(cmq::Time from, cmq::Time to)
{
    for (std::size_t i = 0; i < m_tiers.size(); ++i) {
        Tier& tier = m_tiers[i];
        const std::int64_t first = bucketOf(from, i);
        tier.incomplete = bucketOf(to, i);
        while (!tier.counts.empty() && tier.counts.back().first >= first)
            tier.counts.pop_back();
        if (!tier.counts.empty())
            tier.counts.back().second = std::min(tier.counts.back().second, first - 1);
    }
}

void SampleHistory::forget()
{
    for (std::size_t i = 0; i < m_tiers.size(); ++i)
        forgetBefore(m_tiers[i], bucketOf(m_last, i) - m_tiers[i].kept);
    for (std::size_t i = 0; i < 2 && m_count > m_samplesMax; ++i) {
        Tier& tier = m_tiers[i];
        while (m_count > m_samplesMax && tier.kept > 1) {
            tier.kept -= std::max<std::int64_t>(1, tier.kept / 16);
            forgetBefore(tier, bucketOf(m_last, i) - tier.kept);
        }
    }
}

/// The last levels before stay, at the border: what did not change since is still known.
void SampleHistory::forgetBefore(Tier& tier, std::int64_t bucket)
{
    const auto trim = [&](Coverage& coverage) {
        while (!coverage.empty() && coverage.front().second < bucket)
            coverage.pop_front();
        if (!coverage.empty())
            coverage.front().first = std::max(coverage.front().first, bucket);
    };
    const bool isDue = (!tier.levels.empty() && tier.levels.front().first < bucket) ||
                       (!tier.counts.empty() && tier.counts.front().first < bucket);
    if (!isDue)
        return;
    trim(tier.levels);
    trim(tier.counts);
    for (auto queue = tier.queues.begin(); queue != tier.queues.end();) {
        Samples& samples = *queue;
        while (samples.size() > 1 && samples[1].bucket <= bucket) {
            if (!samples[1].hasLevels && samples[0].hasLevels) {
                samples[1].levels = samples[0].levels;
                samples[1].hasLevels = true;
            }
            samples.pop_front();
            --m_count;
        }
        const Sample& last = samples.back();
        const bool isOver =
            samples.size() == 1 && last.bucket < bucket && (!last.hasLevels || last.levels == Gone);
        if (!isOver) {
            ++queue;
            continue;
        }
        queue = tier.queues.erase(queue);
        --m_count;
    }
}

std::size_t SampleHistory::tierFor(cmq::Time from) const
{
    for (std::size_t i = 0; i + 1 < m_tiers.size(); ++i) {
        if (bucketOf(from, i) >= bucketOf(m_last, i) - m_tiers[i].kept)
            return i;
    }
    return m_tiers.size() - 1;
}

cmq::Milliseconds SampleHistory::stepOf(cmq::Time from) const
{
    return Grains[tierFor(from)].step;
}

/// `sample`: for levels the latest one that has them, else that of the bucket; null: there is none.
/// `at`: what ages are counted to.
double SampleHistory::valueOf(Metric metric, const Sample* sample, std::size_t tier, cmq::Time at)
{
    static const Tally nothing;
    if (needsEvents(metric))
        return tallyValue(metric, sample ? sample->tally : nothing, tier);
    if (!sample || sample->levels == Gone)
        return Unknown;
    return levelValue(metric, sample->levels, at);
}

QList<Series> SampleHistory::series(const SeriesQuery& query) const
{
    const std::size_t index = tierFor(query.from);
    const Tier& tier = m_tiers[index];
    const bool isTold = needsEvents(query.metric);
    const Coverage& coverage = isTold ? tier.counts : tier.levels;
    const std::int64_t last = std::min(bucketOf(query.to, index), bucketOf(m_last, index));
    QList<Series> list;
    for (const QString& queue : query.queues) {
        Series series{queue, {}};
        static const Samples none;
        const auto found = tier.queues.constFind(queue);
        const Samples& samples = found == tier.queues.constEnd() ? none : *found;
        auto next = samples.begin();
        const Sample* levels = nullptr;
        std::int64_t bucket = std::max(bucketOf(query.from, index),
                                       coverage.empty() ? last + 1 : coverage.front().first);
        for (; bucket <= last; ++bucket) {
            const Sample* own = nullptr;
            for (; next != samples.end() && next->bucket <= bucket; ++next) {
                if (next->hasLevels)
                    levels = &*next;
                if (next->bucket == bucket)
                    own = &*next;
            }
            const cmq::Time at = timeOf(bucket, index);
            double value = Unknown;
            if (isCovered(coverage, bucket))
                value =
                    valueOf(query.metric, isTold ? own : levels, index, at + Grains[index].step);
            series.points.push_back({at, value});
        }
        list.append(std::move(series));
    }
    return list;
}

QHash<QString, double> SampleHistory::latest(Metric metric) const
{
    const bool isTold = needsEvents(metric);
    const std::size_t index = metricKind(metric) == MetricKind::Percentile ? 1 : 0;
    const Tier& tier = m_tiers[index];
    const Coverage& coverage = isTold ? tier.counts : tier.levels;
    QHash<QString, double> values;
    // News of one kind may be a little ahead of the other.
    if (coverage.empty() || timeOf(coverage.back().second + 1, index) + LatestLag < m_last)
        return values;
    // A rate needs a whole second; the one that has begun is not over.
    const std::int64_t bucket = coverage.back().second - (isTold && index == 0 ? 1 : 0);
    if (!isCovered(coverage, bucket))
        return values;
    for (auto queue = tier.queues.begin(); queue != tier.queues.end(); ++queue) {
        if (isTopicKey(queue.key()) != isOfTopics(metric))
            continue;
        const auto sample = std::find_if(queue->rbegin(), queue->rend(), [&](const Sample& each) {
            return each.bucket <= bucket && (isTold || each.hasLevels);
        });
        const bool isThere = sample != queue->rend() && (!isTold || sample->bucket == bucket);
        const double value = valueOf(metric, isThere ? &*sample : nullptr, index, m_last);
        if (!std::isnan(value))
            values.insert(queue.key(), value);
    }
    return values;
}

QStringList SampleHistory::queues() const
{
    QStringList names = m_tiers.back().queues.keys();
    names.sort();
    return names;
}

std::optional<cmq::Time> SampleHistory::begin() const
{
    std::optional<cmq::Time> first;
    // From the coarsest on: a finer grain that begins in the same hour knows better when.
    for (std::size_t i = m_tiers.size(); i-- > 0;) {
        for (const Coverage* coverage : {&m_tiers[i].levels, &m_tiers[i].counts}) {
            if (coverage->empty())
                continue;
            const cmq::Time time = timeOf(coverage->front().first, i);
            const bool isSameStep =
                first && i + 1 < Grains.size() && time < *first + Grains[i + 1].step;
            if (!first || time < *first || isSameStep)
                first = time;
        }
    }
    return first;
}

} // namespace ui
