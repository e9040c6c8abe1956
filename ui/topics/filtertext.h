#pragma once

#include "cmq/filter.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace ui {

/// A message as a filter sees it.
struct Sample
{
    std::vector<std::string> msgTag;
    std::string routingKey;
    friend bool operator==(const Sample&, const Sample&) = default;
};

/// Whether a subscription gets a message: what the broker will decide, asked before anything is
/// sent.
[[nodiscard]] cmq::FilterDecision
decide(cmq::FilterType type, const cmq::SubscriptionAttributes& subscription, const Sample& sample);

/// Why, in a sentence.
[[nodiscard]] QString decisionText(const cmq::FilterDecision& decision);

/// The filter of a subscription on one line: its tags or binding keys, or what their absence means.
[[nodiscard]] QString filterText(cmq::FilterType type,
                                 const cmq::SubscriptionAttributes& subscription);

[[nodiscard]] QString filterTypeText(cmq::FilterType type);

/// Tags and keys are typed one a line; blank lines are none.
[[nodiscard]] std::vector<std::string> linesOf(const QString& text);
[[nodiscard]] QString toLines(const std::vector<std::string>& items);

} // namespace ui
