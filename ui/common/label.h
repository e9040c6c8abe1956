#pragma once

#include "fonts.h"
#include "icons.h"

#include <QLabel>

namespace ui {

/// A label that never takes its text for markup, shows what would hide in it, and follows the theme
/// with its tone.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(TextRole role = TextRole::Body, Tone tone = Tone::Text,
                   QWidget* parent = nullptr);

    /// Hides QLabel's: one place where texts from outside become harmless.
    void setText(const QString& text);
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTone();

    Tone m_tone;
};

} // namespace ui
