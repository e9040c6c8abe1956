#pragma once

#include "error.h"

#include <tl/expected.hpp>

#include <utility>

namespace cmq {

/// A value or the reason why there is none. Spelled as std::expected will be. Test before use.
template <class T>
using Result = tl::expected<T, Error>;

/// Fails in one short line: `return fail(ErrorId::QueueNotFound, "queueName", "…");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorId id, std::string_view subject = {},
                                                std::string detail = {})
{
    return tl::unexpected<Error>(makeError(id, subject, std::move(detail)));
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace cmq
