#pragma once

#include "choices.h"
#include "fields.h"
#include "form.h"

#include "cmq/result.h"

#include <optional>

namespace cmq::wire {

/// Walks an action's table and fills its members from parameters.
///
/// Goes through to the end and keeps the error that CMQ would tell first: spelling of arrays, then
/// what is missing, then what is no number, then what has the wrong form. Unknown parameters are
/// ignored, because SDKs send some. Private to this room.
class ParameterReader final
{
public:
    /// `sorted`: in `sortForSignature` order.
    explicit ParameterReader(std::span<const Parameter> sorted);

    void field(std::string_view name, std::string& value, Need need = Optional,
               std::string_view otherName = {});
    void field(std::string_view name, std::int64_t& value, Need need = Optional);
    void field(std::string_view name, Seconds& value);
    void field(std::string_view name, Time& value, Need need);
    void field(std::string_view name, FilterType& value);
    void field(std::string_view name, std::vector<std::string>& list, Need need = Optional,
               std::string_view otherName = {});

    template <Word E>
    void field(std::string_view name, E& value, Need need = Optional)
    {
        const std::optional<std::string_view> text = find(name, need);
        if (!text)
            return;
        if (const std::optional<E> parsed = Choice<E>::parse(*text))
            value = *parsed;
        else
            note(Stage::Form, makeError(Choice<E>::Undefined, name,
                                        "\"" + std::string(*text) + "\" is not known"));
    }

    template <class T>
    void field(std::string_view name, std::optional<T>& value, Need need = Optional,
               std::string_view otherName = {})
    {
        if (!isPresent(name) && (otherName.empty() || !isPresent(otherName)))
            return;
        T present{};
        if constexpr (std::is_same_v<T, std::vector<std::string>>)
            field(name, present, need, otherName);
        else
            field(name, present);
        value = std::move(present);
    }

    /// An array that must have 1 to BatchMax elements.
    void batch(std::string_view name, std::vector<std::string>& list);

    void settings(QueueSettings& settings);
    void settings(QueueSettingsChange& change);

    /// A parameter that is not the action's own but may not be an array either.
    void scalar(std::string_view name);

    [[nodiscard]] std::optional<Error> takeError() { return std::move(m_error); }

private:
    enum class Stage : std::uint8_t { Array, Missing, Type, Form, None };

    void note(Stage stage, Error error);
    /// The first parameter whose name is not before `name`.
    [[nodiscard]] std::span<const Parameter>::iterator lowerBound(std::string_view name) const;
    [[nodiscard]] std::span<const Parameter> elements(std::string_view name) const;
    [[nodiscard]] bool isPresent(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name, Need need);
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name, Need need);
    /// Reads the elements in the order of their indices; false when there are none.
    bool readArray(std::string_view name, std::vector<std::string>& list);
    [[nodiscard]] std::optional<DeadLetterPolicy> deadLetterPolicy();

    std::span<const Parameter> m_parameters;
    std::optional<Error> m_error;
    Stage m_stage = Stage::None;
};

} // namespace cmq::wire
