#include "queuesettings.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace cmq {

namespace {

// Members are plain numbers or seconds; the table speaks numbers.
constexpr std::int64_t toNumber(std::int64_t value)
{
    return value;
}
constexpr std::int64_t toNumber(Seconds value)
{
    return value.count();
}

template <auto Member, auto ChangeMember>
constexpr QueueSettingRule rule(std::string_view name, SettingUnit unit, std::int64_t min,
                                std::int64_t max)
{
    using Value = std::remove_cvref_t<decltype(QueueSettings().*Member)>;
    return {name,
            unit,
            min,
            max,
            toNumber(QueueSettings().*Member),
            [](const QueueSettings& settings) { return toNumber(settings.*Member); },
            [](QueueSettings& settings, std::int64_t value) { settings.*Member = Value(value); },
            [](const QueueSettingsChange& change) -> std::optional<std::int64_t> {
                if (const auto& value = change.*ChangeMember)
                    return toNumber(*value);
                return std::nullopt;
            },
            [](QueueSettingsChange& change, std::int64_t value) {
                change.*ChangeMember = Value(value);
            }};
}

std::span<const QueueSettingRule> table()
{
    using S = QueueSettings;
    using C = QueueSettingsChange;
    static const std::array rules = std::to_array<QueueSettingRule>({
        rule<&S::maxMsgHeapNum, &C::maxMsgHeapNum>("maxMsgHeapNum", SettingUnit::Count, 1'000'000,
                                                   1'000'000'000),
        rule<&S::pollingWaitSeconds, &C::pollingWaitSeconds>("pollingWaitSeconds",
                                                             SettingUnit::Second, 0, 30),
        rule<&S::visibilityTimeout, &C::visibilityTimeout>("visibilityTimeout", SettingUnit::Second,
                                                           1, 43200),
        rule<&S::maxMsgSize, &C::maxMsgSize>("maxMsgSize", SettingUnit::Byte, 1024, 1'048'576),
        rule<&S::msgRetentionSeconds, &C::msgRetentionSeconds>("msgRetentionSeconds",
                                                               SettingUnit::Second, 60, 1'296'000),
        rule<&S::rewindSeconds, &C::rewindSeconds>("rewindSeconds", SettingUnit::Second, 0,
                                                   1'296'000),
    });
    return rules;
}

} // namespace

std::span<const QueueSettingRule> queueSettingRules()
{
    return table();
}

const QueueSettingRule& queueSettingRule(std::string_view name)
{
    const auto found = std::ranges::find(table(), name, &QueueSettingRule::name);
    assert(found != table().end());
    return *found;
}

QueueSettings apply(const QueueSettingsChange& change, QueueSettings settings)
{
    for (const QueueSettingRule& rule : table()) {
        if (const auto value = rule.getChange(change))
            rule.set(settings, *value);
    }
    if (change.deadLetterPolicy)
        settings.deadLetterPolicy = change.deadLetterPolicy;
    settings.cloud = apply(change.cloud, settings.cloud);
    return settings;
}

QueueSettingsChange difference(const QueueSettings& from, const QueueSettings& to)
{
    QueueSettingsChange change;
    for (const QueueSettingRule& rule : table()) {
        if (rule.get(from) != rule.get(to))
            rule.setChange(change, rule.get(to));
    }
    if (to.deadLetterPolicy && to.deadLetterPolicy != from.deadLetterPolicy)
        change.deadLetterPolicy = to.deadLetterPolicy;
    change.cloud = difference(from.cloud, to.cloud);
    return change;
}

} // namespace cmq
