#include "format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui {

namespace {

struct Format
{
    Q_DECLARE_TR_FUNCTIONS(ui::Format)
};

constexpr std::int64_t Minute = 60;
constexpr std::int64_t Hour = 60 * Minute;
constexpr std::int64_t Day = 24 * Hour;

const QLocale& numbers()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

QString inUnit(std::int64_t amount, std::int64_t unit)
{
    const QString number = formatCount(amount);
    switch (unit) {
    case Day: return Format::tr("%1 d", "days").arg(number);
    case Hour: return Format::tr("%1 h", "hours").arg(number);
    case Minute: return Format::tr("%1 min", "minutes").arg(number);
    default: return Format::tr("%1 s", "seconds").arg(number);
    }
}

constexpr std::array Units{Day, Hour, Minute, std::int64_t(1)};

bool isHidden(QChar c)
{
    const char16_t u = c.unicode();
    return c.category() == QChar::Other_Control || u == 0x061C || (u >= 0x200B && u <= 0x200F) ||
           (u >= 0x2028 && u <= 0x202E) || (u >= 0x2060 && u <= 0x2069) || u == 0xFEFF;
}

bool isBlank(QChar c)
{
    return c == QChar(0x0A) || c == QChar(0x0D) || c == QChar(0x09);
}

} // namespace

QString formatCount(std::int64_t count)
{
    return numbers().toString(qint64(count));
}

QString formatRate(double perSecond)
{
    const double tenths = std::round(perSecond * 10) / 10;
    const bool isWhole = tenths >= 10 || tenths == std::floor(tenths);
    return isWhole ? formatCount(std::llround(tenths)) : QString::number(tenths, 'f', 1);
}

QString formatBytes(std::int64_t bytes)
{
    constexpr std::array names{"B", "KiB", "MiB", "GiB", "TiB"};
    double amount = double(bytes);
    std::size_t unit = 0;
    while (std::abs(amount) >= 1024 && unit + 1 < names.size()) {
        amount /= 1024;
        ++unit;
    }
    QString number = numbers().toString(amount, 'f', 1);
    if (number.endsWith(QStringLiteral(".0")))
        number.chop(2);
    return number + QChar(0x20) + QLatin1StringView(names[unit]);
}

QString formatDuration(cmq::Seconds duration)
{
    const std::int64_t seconds = duration.count();
    for (std::size_t i = 0; i < Units.size(); ++i) {
        const std::int64_t unit = Units[i];
        if (seconds < unit)
            continue;
        const std::int64_t rest = seconds % unit;
        if (rest == 0)
            return inUnit(seconds / unit, unit);
        const std::int64_t smaller = Units[i + 1];
        if (rest % smaller == 0)
            return inUnit(seconds / unit, unit) + QChar(0x20) + inUnit(rest / smaller, smaller);
        break;
    }
    return inUnit(seconds, 1);
}

QString formatSpan(cmq::Milliseconds span)
{
    const std::int64_t seconds = std::max<std::int64_t>(0, span.count() / 1000);
    for (const std::int64_t unit : Units) {
        if (seconds >= unit)
            return inUnit(seconds / unit, unit);
    }
    return inUnit(0, 1);
}

QString formatAge(cmq::Milliseconds age)
{
    if (age.count() < 1000)
        return Format::tr("just now");
    //: %1 is a span such as "3 s"
    return Format::tr("%1 ago").arg(formatSpan(age));
}

QString formatInstant(cmq::Time instant)
{
    return QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(instant))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString formatForeign(const std::string& text, int maxLength)
{
    return formatForeign(QString::fromStdString(text), maxLength);
}

QString formatVisible(QString text)
{
    // Almost always there is none, and nothing is copied.
    const auto isBad = [](QChar c) { return isHidden(c) && !isBlank(c); };
    if (std::ranges::any_of(std::as_const(text), isBad))
        std::ranges::replace_if(text, isBad, QChar(0xFFFD));
    return text;
}

QString formatForeign(const QString& text, int maxLength)
{
    QString shown = formatVisible(text.left(maxLength));
    std::ranges::replace_if(shown, isBlank, QChar(0x20));
    return text.size() > maxLength ? shown + QChar(0x2026) : shown;
}

QString formatCaption(const QString& text, int maxLength)
{
    return formatForeign(text, maxLength).replace(QChar(0x26), QStringLiteral("&&"));
}

QString formatTip(const QString& text)
{
    const QString shown = formatVisible(text);
    return Qt::mightBeRichText(shown) ? Qt::convertFromPlainText(shown) : shown;
}

} // namespace ui
