#pragma once

#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"

class QVBoxLayout;

namespace ui {

class Label;

/// A part of the lesson's panel: a title and what stands below it.
class LessonCard : public Card
{
    Q_OBJECT

public:
    explicit LessonCard(const QString& name, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

    /// A label that breaks its lines.
    [[nodiscard]] static Label* wrapped(const QString& name = {}, Tone tone = Tone::Text,
                                        TextRole role = TextRole::Body);

protected:
    /// Removes all rows, also those that are inside their own signal.
    static void clear(QLayout* layout);

private:
    Label* m_title;
    QVBoxLayout* m_body;
};

} // namespace ui
