#pragma once

#include "state.h"

namespace cmq::engine {

/// Control actions (all but those on messages) have a rate of their own. Source: CMQ API, 4480.
[[nodiscard]] std::optional<Error> checkControlRate(const Context& context,
                                                    const ActionTraits& traits);

/// Records a refusal as an event, and gives it the form of 2019 where that is asked for.
void noteRefusal(const Context& context, const ActionTraits& traits, Error& error);

} // namespace cmq::engine
