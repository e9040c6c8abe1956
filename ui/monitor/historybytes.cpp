#include "samplehistory.h"

#include <utility>

// The form of a history in a file. Numbers are variable in length, smallest first, and mostly
// differences to the one before, so that a quiet history is small. It begins with a magic number
// and a version; a change of the form takes the next version, and a file of another one is begun
// anew, for what it holds can be measured again.

namespace ui {

namespace {

constexpr std::uint64_t Magic = 0x434D5148; // "CMQH"
constexpr std::uint64_t Version = 2;

// What a sample has.
constexpr std::uint64_t HasLevels = 1;
constexpr std::uint64_t HasCounts = 2;
constexpr std::uint64_t HasTimes = 4;

class Writer
{
public:
    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_bytes.append(char(value | 0x80U));
        m_bytes.append(char(value));
    }
    /// Small ones are short, whatever their sign.
    void difference(std::int64_t value)
    {
        number((std::uint64_t(value) << 1U) ^ std::uint64_t(value >> 63));
    }
    void text(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(std::uint64_t(utf8.size()));
        m_bytes.append(utf8);
    }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads what a writer wrote; after the first thing that is not there everything is zero.
class Reader
{
public:
    explicit Reader(const QByteArray& bytes)
        : m_at(bytes.begin())
        , m_end(bytes.end())
    {
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_at == m_end)
                break;
            const auto byte = std::uint64_t(static_cast<unsigned char>(*m_at++));
            value |= (byte & 0x7FU) << shift;
            if (byte < 0x80)
                return value;
        }
        m_isGood = false;
        return 0;
    }
    std::int64_t difference()
    {
        const std::uint64_t value = number();
        return std::int64_t(value >> 1U) ^ -std::int64_t(value & 1U);
    }
    /// Adds a difference to what it is a difference to; a damaged one may be of any size.
    std::int64_t next(std::int64_t& value)
    {
        return value = std::int64_t(std::uint64_t(value) + std::uint64_t(difference()));
    }
    QString text()
    {
        const std::uint64_t size = number();
        if (size > std::uint64_t(m_end - m_at)) {
            m_isGood = false;
            return {};
        }
        const QByteArray utf8(m_at, qsizetype(size));
        m_at += size;
        return QString::fromUtf8(utf8);
    }
    /// As often as the number that comes next says, which may be damaged.
    template <class Each>
    void times(Each each)
    {
        const std::uint64_t count = number();
        for (std::uint64_t i = 0; i < count && m_isGood; ++i)
            each();
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_end; }

private:
    QByteArray::const_iterator m_at;
    QByteArray::const_iterator m_end;
    bool m_isGood = true;
};

void write(Writer& out, const Tally& tally)
{
    for (const std::int64_t count : tally.counts)
        out.difference(count);
}

void write(Writer& out, const Distribution& times)
{
    out.number(times.parts().size());
    for (const auto& [step, count] : times.parts()) {
        out.number(step);
        out.number(count);
    }
}

} // namespace

QByteArray SampleHistory::toBytes() const
{
    Writer out;
    out.number(Magic);
    out.number(Version);
    out.difference(cmq::toUnixMilliseconds(m_last));
    for (const Tier& tier : m_tiers) {
        for (const Coverage* coverage : {&tier.levels, &tier.counts}) {
            out.number(coverage->size());
            for (const auto& [first, last] : *coverage) {
                out.difference(first);
                out.difference(last - first);
            }
        }
        out.number(std::uint64_t(tier.queues.size()));
        for (auto queue = tier.queues.begin(); queue != tier.queues.end(); ++queue) {
            out.text(queue.key());
            out.number(queue->size());
            std::int64_t bucket = 0;
            Levels levels{};
            for (const Sample& sample : *queue) {
                const bool hasTimes =
                    !sample.tally.times[0].isEmpty() || !sample.tally.times[1].isEmpty();
                const bool hasCounts = sample.tally.counts != Counts{};
                out.difference(sample.bucket - std::exchange(bucket, sample.bucket));
                out.number((sample.hasLevels ? HasLevels : 0) | (hasCounts ? HasCounts : 0) |
                           (hasTimes ? HasTimes : 0));
                for (std::size_t i = 0; i < LevelCount && sample.hasLevels; ++i)
                    out.difference(sample.levels[i] - std::exchange(levels[i], sample.levels[i]));
                if (hasCounts)
                    write(out, sample.tally);
                for (std::size_t i = 0; i < DurationCount && hasTimes; ++i)
                    write(out, sample.tally.times[i]);
            }
        }
    }
    return out.bytes();
}

bool SampleHistory::fromBytes(const QByteArray& bytes)
{
    Reader in(bytes);
    if (in.number() != Magic || in.number() != Version)
        return false;
    SampleHistory read(m_samplesMax);
    bool isWhole = true;
    read.m_last = cmq::fromUnixMilliseconds(in.difference());
    for (Tier& tier : read.m_tiers) {
        for (Coverage* coverage : {&tier.levels, &tier.counts}) {
            in.times([&] {
                std::int64_t bucket = in.difference();
                const std::int64_t first = bucket;
                coverage->emplace_back(first, in.next(bucket));
            });
        }
        in.times([&] {
            Samples& samples = tier.queues[in.text()];
            std::int64_t bucket = 0;
            Levels levels{};
            isWhole = isWhole && samples.empty();
            in.times([&] {
                Sample sample;
                sample.bucket = in.next(bucket);
                const std::uint64_t has = in.number();
                sample.hasLevels = (has & HasLevels) != 0;
                for (std::size_t i = 0; i < LevelCount && sample.hasLevels; ++i)
                    sample.levels[i] = in.next(levels[i]);
                for (std::size_t i = 0; i < CountCount && (has & HasCounts) != 0; ++i)
                    sample.tally.counts[i] = in.difference();
                for (std::size_t i = 0; i < DurationCount && (has & HasTimes) != 0; ++i) {
                    in.times([&] {
                        const auto step = std::uint16_t(in.number());
                        sample.tally.times[i].addPart({step, std::uint32_t(in.number())});
                    });
                }
                samples.push_back(std::move(sample));
                ++read.m_count;
            });
            isWhole = isWhole && !samples.empty(); // we write no empty ones, and each name once
        });
    }
    if (!in.isGood() || !in.isAtEnd() || !isWhole)
        return false;
    *this = std::move(read);
    return true;
}

} // namespace ui
