#pragma once

#include "format.h"
#include "icons.h"

#include <QAbstractTableModel>
#include <QGuiApplication>
#include <QHash>
#include <QList>
#include <QPalette>
#include <QSet>

#include <functional>

namespace ui {

enum TableRole {
    SortRole = Qt::UserRole + 1, ///< the raw value behind what is shown
    KeyRole,                     ///< the key of the row, in every column
    ColumnIdRole,                ///< of a header section: its lasting name
};

/// One column of a TableModel: what every column has, and by the functions below what some have.
template <class Row>
class Column
{
public:
    using Title = std::function<QString()>;
    using Text = std::function<QString(const Row&)>;

    /// `id` is lasting: layouts are remembered by it.
    Column(QString columnId, Title columnTitle, Text columnText)
        : id(std::move(columnId))
        , title(std::move(columnTitle))
        , text(std::move(columnText))
    {
    }

    /// Without it, the text sorts.
    Column& sortedBy(std::function<QVariant(const Row&)> value)
    {
        sortValue = std::move(value);
        return *this;
    }
    Column& alignedRight()
    {
        alignment = Qt::AlignRight;
        return *this;
    }
    Column& explained(Title tip)
    {
        titleToolTip = std::move(tip);
        return *this;
    }
    Column& withToolTip(Text tip)
    {
        toolTip = std::move(tip);
        return *this;
    }
    Column& withIcon(QIcon rowIcon)
    {
        icon = std::move(rowIcon);
        return *this;
    }
    /// Without it, Tone::Text.
    Column& toned(std::function<Tone(const Row&)> rowTone)
    {
        tone = std::move(rowTone);
        return *this;
    }

    QString id;
    Title title;
    Text text;
    std::function<QVariant(const Row&)> sortValue;
    std::function<Tone(const Row&)> tone;
    Title titleToolTip;
    Text toolTip;
    QIcon icon;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Qt's table contract, once: a concrete model is a list of columns over rows that are values with
/// a stable key. `setRows` tells views the keyed difference (rows removed, changed, inserted at the
/// end) and never resets, so that selection, scroll position and editors survive every refresh.
/// The order of rows means nothing; sorting is the proxy's.
template <class Row>
class TableModel : public QAbstractTableModel
{
public:
    using Key = std::function<QString(const Row&)>;

    TableModel(QList<Column<Row>> columns, Key key, QObject* parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
        , m_key(std::move(key))
    {
    }

    /// Cost: linear. Of rows with the same key the first one counts.
    void setRows(const QList<Row>& rows)
    {
        QHash<QString, qsizetype> wanted;
        wanted.reserve(rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString key = m_key(rows[i]);
            if (!wanted.contains(key))
                wanted.insert(key, i);
        }
        removeUnwanted(wanted);
        updateKept(rows, wanted);
        insertNew(rows, wanted);
    }

    /// `row` is below `rowCount()`.
    [[nodiscard]] const Row& rowAt(int row) const { return m_rows[row]; }

    /// Cost: linear.
    [[nodiscard]] const Row* find(const QString& key) const
    {
        for (const Row& row : m_rows) {
            if (m_key(row) == key)
                return &row;
        }
        return nullptr;
    }

    /// After a change of language: titles and texts are made anew.
    void retranslate()
    {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row& row = m_rows[index.row()];
        const Column<Row>& column = m_columns[index.column()];
        switch (role) {
        case Qt::DisplayRole: return formatVisible(column.text(row));
        case Qt::ToolTipRole:
            return column.toolTip ? QVariant(formatTip(column.toolTip(row))) : QVariant();
        case Qt::TextAlignmentRole: return QVariant(column.alignment | Qt::AlignVCenter);
        case Qt::DecorationRole: return column.icon.isNull() ? QVariant() : QVariant(column.icon);
        case Qt::ForegroundRole:
            return column.tone ? QVariant(toneColor(column.tone(row), QGuiApplication::palette()))
                               : QVariant();
        case SortRole: return column.sortValue ? column.sortValue(row) : column.text(row);
        case KeyRole: return m_key(row);
        default: return {};
        }
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        const Column<Row>& column = m_columns[section];
        switch (role) {
        case Qt::DisplayRole: return column.title();
        case Qt::ToolTipRole:
            return column.titleToolTip ? QVariant(column.titleToolTip()) : QVariant();
        case Qt::TextAlignmentRole: return QVariant(column.alignment | Qt::AlignVCenter);
        case ColumnIdRole: return column.id;
        default: return {};
        }
    }

private:
    void removeUnwanted(const QHash<QString, qsizetype>& wanted)
    {
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (wanted.contains(m_key(m_rows[last])))
                continue;
            int first = last;
            while (first > 0 && !wanted.contains(m_key(m_rows[first - 1])))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    void updateKept(const QList<Row>& rows, const QHash<QString, qsizetype>& wanted)
    {
        int first = -1;
        const auto tell = [&](int end) {
            if (first >= 0)
                emit dataChanged(index(first, 0), index(end - 1, columnCount() - 1));
            first = -1;
        };
        for (int i = 0; i < int(m_rows.size()); ++i) {
            const Row& newer = rows[wanted.value(m_key(m_rows[i]))];
            if (m_rows[i] == newer) {
                tell(i);
                continue;
            }
            m_rows[i] = newer;
            if (first < 0)
                first = i;
        }
        tell(int(m_rows.size()));
    }

    void insertNew(const QList<Row>& rows, const QHash<QString, qsizetype>& wanted)
    {
        if (wanted.size() == m_rows.size())
            return;
        QSet<QString> present;
        for (const Row& row : m_rows)
            present.insert(m_key(row));
        QList<Row> added;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString key = m_key(rows[i]);
            if (wanted.value(key) == i && !present.contains(key))
                added.append(rows[i]);
        }
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
        m_rows.append(added);
        endInsertRows();
    }

    QList<Column<Row>> m_columns;
    Key m_key;
    QList<Row> m_rows;
};

} // namespace ui
