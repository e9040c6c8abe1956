#include "samplehistory.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace ui {

namespace {

constexpr quint32 Magic = 0x434D5148; // "CMQH"
constexpr quint32 Version = 1;
constexpr double Unknown = std::numeric_limits<double>::quiet_NaN();

std::int64_t bucketOf(cmq::Time time, std::size_t tier)
{
    return cmq::toUnixMilliseconds(time) / SampleHistory::Grains[tier].step.count();
}

cmq::Time timeOf(std::int64_t bucket, std::size_t tier)
{
    return cmq::fromUnixMilliseconds(bucket * SampleHistory::Grains[tier].step.count());
}

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
    case Metric::Visible: return level(Level::Visible);
    case Metric::InFlight: return level(Level::InFlight);
    case Metric::Delayed: return level(Level::Delayed);
    case Metric::Rewindable: return level(Level::Rewindable);
    default: break;
    }
    const double oldest = level(Level::Oldest);
    return oldest == 0 ? 0 : std::max(0.0, double(cmq::toUnixMilliseconds(at)) - oldest);
}

std::int64_t countValue(Metric metric, const Counts& counts)
{
    switch (metric) {
    case Metric::Sent: return counts[std::size_t(Count::Sent)];
    case Metric::SentBytes: return counts[std::size_t(Count::SentBytes)];
    case Metric::Received: return counts[std::size_t(Count::Received)];
    case Metric::Deleted: return counts[std::size_t(Count::Deleted)];
    default: return counts[std::size_t(Count::EmptyReceives)];
    }
}

} // namespace

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

void SampleHistory::addCounts(cmq::Time time, const QString& queue, const Counts& counts)
{
    for (std::size_t i = 0; i < m_tiers.size(); ++i) {
        Sample& sample = sampleAt(m_tiers[i], queue, bucketOf(time, i));
        for (std::size_t each = 0; each < CountCount; ++each)
            sample.counts[each] += counts[each];
    }
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
    const bool isDue =
        (!tier.levels.empty() && tier.levels.front().first < bucket) ||
        (!tier.counts.empty() && tier.counts.front().first < bucket);
    if (!isDue)
        return;
    trim(tier.levels);
    trim(tier.counts);
    for (Samples& samples : tier.queues) {
        while (samples.size() > 1 && samples[1].bucket <= bucket) {
            if (!samples[1].hasLevels && samples[0].hasLevels) {
                samples[1].levels = samples[0].levels;
                samples[1].hasLevels = true;
            }
            samples.pop_front();
            --m_count;
        }
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

QList<Series> SampleHistory::series(const SeriesQuery& query) const
{
    const std::size_t index = tierFor(query.from);
    const Tier& tier = m_tiers[index];
    const bool isCount = isRate(query.metric);
    const Coverage& coverage = isCount ? tier.counts : tier.levels;
    const double seconds = double(Grains[index].step.count()) / 1000;
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
            std::int64_t counted = 0;
            for (; next != samples.end() && next->bucket <= bucket; ++next) {
                if (next->hasLevels)
                    levels = &*next;
                if (next->bucket == bucket)
                    counted = countValue(query.metric, next->counts);
            }
            const cmq::Time at = timeOf(bucket, index);
            double value = Unknown;
            if (isCovered(coverage, bucket) && isCount)
                value = double(counted) / seconds;
            else if (isCovered(coverage, bucket) && levels)
                value = levelValue(query.metric, levels->levels, at + Grains[index].step);
            series.points.push_back({at, value});
        }
        list.append(std::move(series));
    }
    return list;
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
            const bool isSameStep = first && i + 1 < Grains.size() &&
                                    time < *first + Grains[i + 1].step;
            if (!first || time < *first || isSameStep)
                first = time;
        }
    }
    return first;
}

QByteArray SampleHistory::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << Magic << Version << qint64(cmq::toUnixMilliseconds(m_last));
    for (const Tier& tier : m_tiers) {
        for (const Coverage* coverage : {&tier.levels, &tier.counts}) {
            out << quint32(coverage->size());
            for (const auto& [first, last] : *coverage)
                out << qint64(first) << qint64(last);
        }
        out << quint32(tier.queues.size());
        for (auto queue = tier.queues.begin(); queue != tier.queues.end(); ++queue) {
            out << queue.key() << quint32(queue->size());
            for (const Sample& sample : *queue) {
                out << qint64(sample.bucket) << sample.hasLevels;
                for (const std::int64_t level : sample.levels)
                    out << qint64(level);
                for (const std::int64_t count : sample.counts)
                    out << qint64(count);
            }
        }
    }
    return bytes;
}

bool SampleHistory::fromBytes(const QByteArray& bytes)
{
    QDataStream in(bytes);
    quint32 magic = 0;
    quint32 version = 0;
    in >> magic >> version;
    if (magic != Magic || version != Version)
        return false;
    SampleHistory read(m_samplesMax);
    const auto number = [&] {
        qint64 value = 0;
        in >> value;
        return std::int64_t(value);
    };
    // A damaged length must not make us read on for ever: the stream says when it is over.
    const auto times = [&](const auto& each) {
        quint32 count = 0;
        in >> count;
        for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
            each();
    };
    read.m_last = cmq::fromUnixMilliseconds(number());
    for (Tier& tier : read.m_tiers) {
        for (Coverage* coverage : {&tier.levels, &tier.counts}) {
            times([&] {
                const std::int64_t first = number();
                coverage->emplace_back(first, number());
            });
        }
        times([&] {
            QString name;
            in >> name;
            Samples& samples = tier.queues[name];
            times([&] {
                Sample sample;
                sample.bucket = number();
                in >> sample.hasLevels;
                for (std::int64_t& level : sample.levels)
                    level = number();
                for (std::int64_t& count : sample.counts)
                    count = number();
                samples.push_back(sample);
                ++read.m_count;
            });
        });
    }
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return false;
    *this = std::move(read);
    return true;
}

} // namespace ui
