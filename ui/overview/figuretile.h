#pragma once

#include "ui/common/card.h"
#include "ui/common/icons.h"

#include <cstdint>

class QLabel;

namespace ui {

class Label;

/// A number that matters, with its name and the sign of its state.
class FigureTile final : public Card
{
    Q_OBJECT

public:
    FigureTile(const QString& name, QStringView iconName, Tone tone, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setFigure(std::int64_t figure, bool isExact = true);
    /// Messages a second.
    void setRate(double perSecond);
    /// Before anything is known.
    void setUnknown();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    QString m_iconName;
    Tone m_tone;
    QLabel* m_icon;
    Label* m_figure;
    Label* m_title;
};

} // namespace ui
