#pragma once

#include "ui/common/icons.h"

#include <QWidget>

namespace ui {

/// A ring that empties: what is left of a span of time, in the colour of messages in flight.
class Countdown final : public QWidget
{
    Q_OBJECT

public:
    explicit Countdown(const QString& name, QWidget* parent = nullptr);

    /// 1 = all is left, 0 = over.
    void setLeft(double share);
    void setTone(Tone tone);

    [[nodiscard]] QSize sizeHint() const override { return {18, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_left = 1;
    Tone m_tone = Tone::InFlight;
};

} // namespace ui
