#pragma once

class QPlainTextEdit;
class QString;

namespace ui {

/// A text to be read and copied: of fixed width, with its own line breaks only; Tab leaves it.
[[nodiscard]] QPlainTextEdit* makeTextView(const QString& name);

} // namespace ui
