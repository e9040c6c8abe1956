#pragma once

#include <QWidget>

#include <chrono>

class QSpinBox;

namespace ui {

class Label;
class QuantityEdit;

/// How often a message is sent, and how long to wait in between.
class Repetition final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int CountMax = 10'000;

    explicit Repetition(QWidget* parent = nullptr);

    [[nodiscard]] int count() const;
    [[nodiscard]] std::chrono::milliseconds interval() const;

private:
    Label* m_countTitle;
    QSpinBox* m_count;
    Label* m_intervalTitle;
    QSpinBox* m_interval;
};

} // namespace ui
