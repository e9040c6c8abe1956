#include "validation.h"

#include "queuevalidation.h"
#include "topicvalidation.h"

namespace cmq {

FieldErrors validate(const Action& action, const Behaviour& behaviour)
{
    FieldErrors errors;
    std::visit([&](const auto& each) { check(each, behaviour, errors); }, action);
    return errors;
}

std::optional<Error> firstError(const Action& action, const Behaviour& behaviour)
{
    FieldErrors errors = validate(action, behaviour);
    if (errors.empty())
        return std::nullopt;
    return std::move(errors.front());
}

} // namespace cmq
