#pragma once

#include "connection.h"

#include "ui/common/batch.h"
#include "ui/common/onresult.h"

namespace ui {

/// An item of a batch that asks a connection for an action. The connection outlives the batch.
template <cmq::ActionType A>
[[nodiscard]] BatchItem callItem(Connection& connection, const QString& subject, A action,
                                 int phase = 0)
{
    const auto run = [&connection, action = std::move(action)](QObject* context,
                                                               BatchItem::Finish finish) {
        onResult(connection.call(action), context,
                 [finish = std::move(finish)](const cmq::Result<typename A::Reply>& answer) {
                     finish(answer ? WorkOutcome() : outcomeOf(answer.error()));
                 });
    };
    return {subject, run, phase};
}

} // namespace ui
