#pragma once

#include "entry.h"

#include <QAbstractListModel>

namespace ui {

/// The entries that fit what was typed, best first; without a query, all in their order. A query of
/// several words wants each of them.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// More than this nobody reads.
    static constexpr qsizetype ResultsMax = 200;

    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<PaletteEntry> entries);
    void addEntries(const QList<PaletteEntry>& entries);
    void setQuery(const QString& query);
    [[nodiscard]] const QStringList& words() const { return m_words; }
    [[nodiscard]] const PaletteEntry& entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void update();

    QList<PaletteEntry> m_entries;
    QStringList m_words;
    QList<qsizetype> m_rows; // places in m_entries
};

} // namespace ui
