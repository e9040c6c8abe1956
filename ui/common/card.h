#pragma once

#include <QFrame>

namespace ui {

/// A surface with a hairline around it and round corners, for what belongs together.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString& name, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ui
