#pragma once

#include "choices.h"
#include "deadletterjson.h"
#include "fields.h"
#include "form.h"

#include <string>
#include <vector>

namespace cmq::wire {

/// Walks an action's table and writes its parameters; arrays count from 1. Optional texts that are
/// empty are left out. Private to this room.
class ParameterWriter final
{
public:
    void field(std::string_view name, const std::string& value, Need need = Optional,
               std::string_view = {})
    {
        if (need == Required || !value.empty())
            add(name, value);
    }
    void field(std::string_view name, std::int64_t value, Need = Optional)
    {
        add(name, std::to_string(value));
    }
    void field(std::string_view name, Seconds value) { field(name, value.count()); }
    void field(std::string_view name, Time value, Need) { field(name, toUnixSeconds(value)); }
    void field(std::string_view name, FilterType value)
    {
        field(name, static_cast<std::int64_t>(value));
    }
    void field(std::string_view name, Word auto value, Need = Optional)
    {
        add(name, std::string(toString(value)));
    }
    void field(std::string_view name, const std::vector<std::string>& list, Need = Optional,
               std::string_view = {})
    {
        for (std::size_t i = 0; i < list.size(); ++i)
            add(std::string(name) + '.' + std::to_string(i + 1), list[i]);
    }
    template <class T>
    void field(std::string_view name, const std::optional<T>& value, Need = Optional,
               std::string_view = {})
    {
        if (!value)
            return;
        if constexpr (std::is_same_v<T, std::string>)
            add(name, *value); // present but empty is not the same as absent
        else
            field(name, *value);
    }

    void batch(std::string_view name, const std::vector<std::string>& list) { field(name, list); }

    void settings(const QueueSettings& settings)
    {
        for (const QueueSettingRule& rule : queueSettingRules())
            field(rule.name, rule.get(settings));
        deadLetterPolicy(settings.deadLetterPolicy);
    }
    void settings(const QueueSettingsChange& change)
    {
        for (const QueueSettingRule& rule : queueSettingRules())
            field(rule.name, rule.getChange(change));
        deadLetterPolicy(change.deadLetterPolicy);
    }

    [[nodiscard]] std::vector<FormField> take() { return std::move(m_fields); }

    void add(std::string_view name, std::string value)
    {
        m_fields.push_back({std::string(name), std::move(value)});
    }

private:
    void deadLetterPolicy(const std::optional<DeadLetterPolicy>& policy)
    {
        if (policy)
            add("deadLetterPolicy", deadLetterPolicyToJson(*policy, policy->deadLetterQueue));
    }

    std::vector<FormField> m_fields;
};

} // namespace cmq::wire
