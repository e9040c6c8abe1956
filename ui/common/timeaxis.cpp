#include "timeaxis.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct TimeAxis
{
    Q_DECLARE_TR_FUNCTIONS(ui::TimeAxis)
};

constexpr std::int64_t SecondMs = 1000;
constexpr std::int64_t MinuteMs = 60 * SecondMs;
constexpr std::int64_t HourMs = 60 * MinuteMs;
constexpr std::int64_t DayMs = 24 * HourMs;

constexpr std::array<std::int64_t, 33> Steps{1,
                                             2,
                                             5,
                                             10,
                                             20,
                                             50,
                                             100,
                                             200,
                                             500,
                                             SecondMs,
                                             2 * SecondMs,
                                             5 * SecondMs,
                                             10 * SecondMs,
                                             15 * SecondMs,
                                             30 * SecondMs,
                                             MinuteMs,
                                             2 * MinuteMs,
                                             5 * MinuteMs,
                                             10 * MinuteMs,
                                             15 * MinuteMs,
                                             30 * MinuteMs,
                                             HourMs,
                                             2 * HourMs,
                                             3 * HourMs,
                                             6 * HourMs,
                                             12 * HourMs,
                                             DayMs,
                                             2 * DayMs,
                                             7 * DayMs,
                                             14 * DayMs,
                                             30 * DayMs,
                                             90 * DayMs,
                                             365 * DayMs};

QDateTime local(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

QString labelOf(std::int64_t ms, std::int64_t step)
{
    if (step < SecondMs)
        return local(ms).toString(u"HH:mm:ss.zzz"_s);
    if (step < MinuteMs)
        return local(ms).toString(u"HH:mm:ss"_s);
    if (step < HourMs)
        return local(ms).toString(u"HH:mm"_s);
    if (step < DayMs)
        return local(ms).toString(u"MM-dd HH:mm"_s);
    return local(ms).toString(u"yyyy-MM-dd"_s);
}

} // namespace

QList<TimeTick> timeTicks(cmq::Time from, cmq::Time to, int most)
{
    const std::int64_t first = cmq::toUnixMilliseconds(from);
    const std::int64_t last = cmq::toUnixMilliseconds(to);
    if (last < first)
        return {};
    const auto count = [&](std::int64_t step) { return (last - first) / step + 1; };
    std::int64_t step = Steps.back();
    for (const std::int64_t each : Steps) {
        if (count(each) <= most) {
            step = each;
            break;
        }
    }
    while (count(step) > most)
        step *= 2;
    // Round where people read it: midnight is theirs, not UTC's.
    const std::int64_t offset = std::int64_t(local(first).offsetFromUtc()) * SecondMs;
    std::int64_t at = (first + offset) / step * step - offset;
    QList<TimeTick> ticks;
    for (; at <= last; at += step) {
        if (at >= first)
            ticks.append({cmq::fromUnixMilliseconds(at), labelOf(at, step)});
    }
    return ticks;
}

QString formatExactInstant(cmq::Time instant)
{
    return local(cmq::toUnixMilliseconds(instant)).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString isoInstant(cmq::Time instant)
{
    return QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(instant), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

QString formatExactSpan(cmq::Milliseconds span)
{
    const std::int64_t ms = span.count();
    if (ms < SecondMs)
        return TimeAxis::tr("%1 ms", "milliseconds").arg(ms);
    if (ms < MinuteMs)
        return TimeAxis::tr("%1 s", "seconds").arg(QString::number(double(ms) / 1000, 'g', 5));
    const auto two = [](const QString& large, std::int64_t rest, const QString& small) {
        return rest == 0 ? large : large + u' ' + small;
    };
    const std::int64_t seconds = ms % MinuteMs / SecondMs;
    const std::int64_t minutes = ms % HourMs / MinuteMs;
    const std::int64_t hours = ms % DayMs / HourMs;
    if (ms < HourMs)
        return two(TimeAxis::tr("%1 min", "minutes").arg(ms / MinuteMs), seconds,
                   TimeAxis::tr("%1 s", "seconds").arg(seconds));
    if (ms < DayMs)
        return two(TimeAxis::tr("%1 h", "hours").arg(ms / HourMs), minutes,
                   TimeAxis::tr("%1 min", "minutes").arg(minutes));
    return two(TimeAxis::tr("%1 d", "days").arg(ms / DayMs), hours,
               TimeAxis::tr("%1 h", "hours").arg(hours));
}

} // namespace ui
