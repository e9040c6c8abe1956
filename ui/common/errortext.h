#pragma once

#include "cmq/error.h"
#include "cmq/validation.h"

#include <QString>

#include <string_view>

namespace ui {

/// A refusal in the person's words and what they can do about it.
[[nodiscard]] QString errorSentence(const cmq::Error& error);

/// What a validator has against one parameter; empty if nothing.
[[nodiscard]] QString fieldError(const cmq::FieldErrors& errors, std::string_view parameter);

/// The same refusal in CMQ's words, for those who look it up: `4440/10100 queue is not existed, …`.
/// Plain text from outside; one line.
[[nodiscard]] QString errorDetail(const cmq::Error& error);

} // namespace ui
