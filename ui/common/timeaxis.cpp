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

constexpr std::int64_t Second = 1000;
constexpr std::int64_t Minute = 60 * Second;
constexpr std::int64_t Hour = 60 * Minute;
constexpr std::int64_t Day = 24 * Hour;

constexpr std::array<std::int64_t, 33> Steps{
    1,           2,           5,           10,          20,          50,         100,
    200,         500,         Second,      2 * Second,  5 * Second,  10 * Second, 15 * Second,
    30 * Second, Minute,      2 * Minute,  5 * Minute,  10 * Minute, 15 * Minute, 30 * Minute,
    Hour,        2 * Hour,    3 * Hour,    6 * Hour,    12 * Hour,   Day,         2 * Day,
    7 * Day,     14 * Day,    30 * Day,    90 * Day,    365 * Day};

QDateTime local(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

QString labelOf(std::int64_t ms, std::int64_t step)
{
    if (step < Second)
        return local(ms).toString(u"HH:mm:ss.zzz"_s);
    if (step < Minute)
        return local(ms).toString(u"HH:mm:ss"_s);
    if (step < Hour)
        return local(ms).toString(u"HH:mm"_s);
    if (step < Day)
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
    const std::int64_t offset = std::int64_t(local(first).offsetFromUtc()) * Second;
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
    if (ms < Second)
        return TimeAxis::tr("%1 ms", "milliseconds").arg(ms);
    if (ms < Minute)
        return TimeAxis::tr("%1 s", "seconds").arg(QString::number(double(ms) / 1000, 'g', 5));
    const auto two = [](const QString& large, std::int64_t rest, const QString& small) {
        return rest == 0 ? large : large + u' ' + small;
    };
    const std::int64_t seconds = ms % Minute / Second;
    const std::int64_t minutes = ms % Hour / Minute;
    const std::int64_t hours = ms % Day / Hour;
    if (ms < Hour)
        return two(TimeAxis::tr("%1 min", "minutes").arg(ms / Minute), seconds,
                   TimeAxis::tr("%1 s", "seconds").arg(seconds));
    if (ms < Day)
        return two(TimeAxis::tr("%1 h", "hours").arg(ms / Hour), minutes,
                   TimeAxis::tr("%1 min", "minutes").arg(minutes));
    return two(TimeAxis::tr("%1 d", "days").arg(ms / Day), hours,
               TimeAxis::tr("%1 h", "hours").arg(hours));
}

} // namespace ui
