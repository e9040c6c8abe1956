#pragma once

#include "validation.h"

#include <string>
#include <utility>

namespace cmq {

// What the checks of queues and of topics share. Private to this room.

inline void note(FieldErrors& errors, std::optional<Error> error)
{
    if (error)
        errors.push_back(std::move(*error));
}

inline std::string rangeText(std::int64_t value, std::int64_t min, std::int64_t max)
{
    return std::to_string(value) + " is not in " + std::to_string(min) + " to " +
           std::to_string(max);
}

[[nodiscard]] inline std::optional<Error> checkRange(std::string_view parameter, std::int64_t value,
                                                     std::int64_t min, std::int64_t max,
                                                     ErrorId id = ErrorId::ParameterOutOfRange)
{
    if (value >= min && value <= max)
        return std::nullopt;
    return makeError(id, parameter, rangeText(value, min, max));
}

/// offset and limit of the list actions. A limit above the maximum is cut, not refused.
inline void checkPage(std::int64_t offset, std::int64_t limit, FieldErrors& errors)
{
    note(errors, checkRange("offset", offset, 0, INT64_MAX));
    note(errors, checkRange("limit", limit, 1, INT64_MAX));
}

[[nodiscard]] std::optional<Error> checkResourceTags(const std::vector<ResourceTag>& tags);
[[nodiscard]] std::optional<Error> checkBody(std::string_view body);
void checkBodies(const std::vector<std::string>& bodies, FieldErrors& errors);

} // namespace cmq
