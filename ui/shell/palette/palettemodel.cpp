#include "palettemodel.h"

#include "fuzzy.h"

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

/// The best of its names for each word, together; nothing if a word fits none of them.
std::optional<int> scoreOf(const PaletteEntry& entry, const QStringList& words)
{
    int total = 0;
    for (const QString& word : words) {
        std::optional<int> best;
        for (const QString& name : entry.names) {
            if (const std::optional<int> score = fuzzyScore(word, name); score && score > best)
                best = score;
        }
        if (!best)
            return {};
        total += *best;
    }
    return total;
}

} // namespace

void PaletteModel::setEntries(QList<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    update();
}

void PaletteModel::addEntries(const QList<PaletteEntry>& entries)
{
    m_entries += entries;
    update();
}

void PaletteModel::setQuery(const QString& query)
{
    m_words = query.toLower().split(QChar(0x20), Qt::SkipEmptyParts);
    update();
}

void PaletteModel::update()
{
    beginResetModel();
    m_rows.clear();
    if (m_words.isEmpty()) {
        m_rows.resize(std::min(m_entries.size(), ResultsMax));
        std::iota(m_rows.begin(), m_rows.end(), 0);
    } else {
        QList<std::pair<int, qsizetype>> found;
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            if (const auto score = scoreOf(m_entries.at(i), m_words))
                found.append({-*score, i});
        }
        const qsizetype shown = std::min(found.size(), ResultsMax);
        std::partial_sort(found.begin(), found.begin() + shown, found.end());
        for (qsizetype i = 0; i < shown; ++i)
            m_rows += found.at(i).second;
    }
    endResetModel();
}

const PaletteEntry& PaletteModel::entry(int row) const
{
    return m_entries.at(m_rows.at(row));
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

/// The delegate reads the entry; this is what a screen reader says.
QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteEntry& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.title;
    case Qt::AccessibleDescriptionRole:
        return QStringList{shown.where, shown.keys, shown.whyNot}.join(QStringLiteral(", "));
    default: return {};
    }
}

} // namespace ui
