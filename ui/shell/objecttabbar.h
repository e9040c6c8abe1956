#pragma once

#include <QTabBar>

namespace ui {

/// The tabs of the workspace: the first one is the page and stays where it is, the others can be
/// moved, and closed by their button or the middle mouse button.
class ObjectTabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit ObjectTabBar(QWidget* parent = nullptr);

    /// `name` is the object's, text from outside; `key` is the tab's data.
    int addObject(const QString& name, const QIcon& icon, const QString& key);
    /// Where the tab of that key is; -1 if nowhere.
    [[nodiscard]] int indexOf(const QString& key) const;
    void retranslate();

signals:
    void closeRequested(const QString& key);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int m_pressOffset = 0; // of the mouse from the left edge of the tab it took hold of
};

} // namespace ui
