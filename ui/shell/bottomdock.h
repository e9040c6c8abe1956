#pragma once

#include <QStackedWidget>

class QActionGroup;

namespace ui {

/// Below the pages: panels of which at most one is open, each by an action of its own.
class BottomDock final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit BottomDock(QWidget* parent = nullptr);

    /// The action that opens and closes the panel; its texts are the caller's.
    QAction* addPanel(QWidget* panel, const QString& actionName, QStringView iconName);
    [[nodiscard]] QList<QAction*> panelActions() const;

private:
    QActionGroup* m_actions;
};

} // namespace ui
