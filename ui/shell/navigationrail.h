#pragma once

#include <QFrame>

class QAction;
class QVBoxLayout;

namespace ui {

/// The pages at the left: one checkable action each, of which one is always checked.
class NavigationRail final : public QFrame
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget* parent = nullptr);

    void addPage(QAction* page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_layout;
};

} // namespace ui
