#pragma once

#include "columnsets.h"

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

    /// What the column chooser offers besides single columns; the first set is the usual one.
    void setColumnSets(const QList<ColumnSet>& sets) { m_columnSets = sets; }
    /// The column chooser, which the header's context menu is, too.
    void showColumnChooser(const QPoint& where);
    /// The lasting names of the columns that are shown, in the model's order.
    [[nodiscard]] QStringList shownColumns() const;
    /// The first column always stays; names that nobody knows are passed over.
    void setShownColumns(const QStringList& ids);

    /// How the columns are until a person arranges them: their widths in pixels, and which of them
    /// sorts, -1: none. After the model was set.
    void setUsualLayout(const QList<int>& widths, int sortedBy = -1,
                        Qt::SortOrder order = Qt::AscendingOrder);
    /// Of a column that shows such a text whole, whatever its digits.
    [[nodiscard]] int widthFor(const QString& sample) const;

    /// What is shown could not be refreshed: its texts are muted.
    void setStale(bool isStale);
    [[nodiscard]] bool isStale() const { return m_isStale; }

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
    void updatePlaceholder();
    void rememberLayout();

    Settings* m_settings = nullptr; // outlives every window
    QWidget* m_placeholder = nullptr;
    QList<QAction*> m_rowActions;
    QList<ColumnSet> m_columnSets;
    bool m_isStale = false;
};

} // namespace ui
