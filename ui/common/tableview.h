#pragma once

#include <QTableView>

class QMenu;
class QStackedLayout;

namespace ui {

class Settings;
class TableProxy;

/// How every table of the console looks and behaves: whole rows, sorting by click, columns that can
/// be moved, hidden and remembered, Ctrl+C copies what is selected with its titles.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(const QString& name, QWidget* parent = nullptr);

    /// The proxy must have its source model. Brings back the layout remembered under our name.
    void setProxy(TableProxy* proxy, Settings& settings);

    /// Rows in an order of their own, without sorting. Brings back the layout likewise.
    void setList(QAbstractItemModel* list, Settings& settings);

    /// What is shown in place of rows while there are none; takes ownership.
    void setPlaceholder(QWidget* widget);

    /// What the context menu of rows offers.
    void setRowActions(const QList<QAction*>& actions) { m_rowActions = actions; }

    /// The keys of the selected rows, from top to bottom.
    [[nodiscard]] QStringList selectedKeys() const;
    void selectKey(const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyMetrics();
    void useModel(QAbstractItemModel* rows, Settings& settings);
    void copySelection() const;
    void showColumnChooser(const QPoint& where);
    void updatePlaceholder();
    void rememberLayout();

    Settings* m_settings = nullptr; // outlives every window
    QWidget* m_placeholder = nullptr;
    QList<QAction*> m_rowActions;
};

} // namespace ui
