#include "quantity.h"

#include "format.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <limits>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Quantity
{
    Q_DECLARE_TR_FUNCTIONS(ui::Quantity)
};

std::optional<std::int64_t> factorOf(cmq::SettingUnit unit, const QString& name)
{
    static const QHash<QString, std::int64_t> seconds{
        {u""_s, 1},      {u"s"_s, 1},     {u"sec"_s, 1},   {u"秒"_s, 1},   {u"m"_s, 60},
        {u"min"_s, 60},  {u"分"_s, 60},   {u"分钟"_s, 60}, {u"h"_s, 3600}, {u"小时"_s, 3600},
        {u"时"_s, 3600}, {u"d"_s, 86400}, {u"天"_s, 86400}};
    static const QHash<QString, std::int64_t> bytes{
        {u""_s, 1},       {u"b"_s, 1},       {u"k"_s, 1024},     {u"kb"_s, 1024},
        {u"kib"_s, 1024}, {u"m"_s, 1048576}, {u"mb"_s, 1048576}, {u"mib"_s, 1048576}};
    const auto find = [&](const QHash<QString, std::int64_t>& table) {
        const auto it = table.find(name);
        return it == table.end() ? std::nullopt : std::optional(*it);
    };
    switch (unit) {
    case cmq::SettingUnit::Second: return find(seconds);
    case cmq::SettingUnit::Byte: return find(bytes);
    case cmq::SettingUnit::Count: break;
    }
    return name.isEmpty() ? std::optional<std::int64_t>(1) : std::nullopt;
}

/// amount * factor + sum; none when it does not fit.
std::optional<std::int64_t> added(std::int64_t sum, std::int64_t amount, std::int64_t factor)
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (amount > (most - sum) / factor)
        return std::nullopt;
    return sum + amount * factor;
}

} // namespace

std::optional<std::int64_t> parseQuantity(cmq::SettingUnit unit, const QString& text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC).toLower();
    plain.remove(u',');
    static const QRegularExpression part(uR"(\G\s*(\d{1,19})\s*([^\d\s]*)\s*)"_s);

    std::int64_t sum = 0;
    qsizetype end = 0;
    int parts = 0;
    for (const auto& match : part.globalMatch(plain)) {
        bool fits = false;
        const std::int64_t amount = match.captured(1).toLongLong(&fits);
        const auto factor = factorOf(unit, match.captured(2));
        // "90" is seconds, but in "1h 90" nobody can tell.
        if (!fits || !factor || (parts > 0 && match.capturedLength(2) == 0))
            return std::nullopt;
        const auto next = added(sum, amount, *factor);
        if (!next)
            return std::nullopt;
        sum = *next;
        end = match.capturedEnd();
        if (++parts > 1 && unit != cmq::SettingUnit::Second)
            return std::nullopt;
    }
    if (parts == 0 || end != plain.size())
        return std::nullopt;
    return sum;
}

QString typedQuantity(cmq::SettingUnit unit, std::int64_t value)
{
    struct Step
    {
        std::int64_t factor;
        QString suffix;
    };
    static const std::array seconds{Step{86400, u"d"_s}, Step{3600, u"h"_s}, Step{60, u"m"_s},
                                    Step{1, u"s"_s}};
    static const std::array bytes{Step{1048576, u"M"_s}, Step{1024, u"K"_s}};
    const auto shortest = [value](const auto& steps) -> QString {
        for (const Step& step : steps) {
            if (value > 0 && value % step.factor == 0)
                return QString::number(value / step.factor) + step.suffix;
        }
        return QString::number(value);
    };
    switch (unit) {
    case cmq::SettingUnit::Second: return shortest(seconds);
    case cmq::SettingUnit::Byte: return shortest(bytes);
    case cmq::SettingUnit::Count: break;
    }
    return formatCount(value);
}

QString formatQuantity(cmq::SettingUnit unit, std::int64_t value)
{
    switch (unit) {
    case cmq::SettingUnit::Second: return formatDuration(cmq::Seconds(value));
    case cmq::SettingUnit::Byte: return formatBytes(value);
    case cmq::SettingUnit::Count: break;
    }
    return formatCount(value);
}

QString formatPlainQuantity(cmq::SettingUnit unit, std::int64_t value)
{
    switch (unit) {
    case cmq::SettingUnit::Second: return Quantity::tr("%1 s", "seconds").arg(formatCount(value));
    case cmq::SettingUnit::Byte: return Quantity::tr("%1 B", "bytes").arg(formatCount(value));
    case cmq::SettingUnit::Count: break;
    }
    return formatCount(value);
}

} // namespace ui
