#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

#include <functional>

class QLineEdit;

namespace ui {

/// Sorts a TableModel by its raw values (names as people count: q2 before q10) and keeps the rows
/// where each word of the filter occurs in the filter column.
class TableProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TableProxy(QObject* parent = nullptr);

    void setFilterText(const QString& text);
    [[nodiscard]] const QStringList& filterWords() const { return m_words; }

    /// Besides, keeps only source rows that this accepts. An empty one accepts all.
    using RowFilter = std::function<bool(int sourceRow)>;
    void setRowFilter(RowFilter filter);

    /// Filters while somebody types, a moment after the last key.
    void filterWith(QLineEdit* field);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
    RowFilter m_rowFilter;
    QCollator m_collator;
};

} // namespace ui
