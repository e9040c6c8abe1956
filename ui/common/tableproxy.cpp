#include "tableproxy.h"

#include "tablemodel.h"

#include <QLineEdit>
#include <QTimer>

namespace ui {

namespace {
constexpr int FilterDelayMs = 120;
}

TableProxy::TableProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_collator(QLocale(QLocale::Chinese, QLocale::China))
{
    setSortRole(SortRole);
    setDynamicSortFilter(true);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void TableProxy::setFilterText(const QString& text)
{
    const QStringList words = text.split(QChar(0x20), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateRowsFilter();
}

void TableProxy::setRowFilter(RowFilter filter)
{
    m_rowFilter = std::move(filter);
    invalidateRowsFilter();
}

void TableProxy::filterWith(QLineEdit* field)
{
    auto* delay = new QTimer(field);
    delay->setSingleShot(true);
    delay->setInterval(FilterDelayMs);
    connect(field, &QLineEdit::textChanged, delay, qOverload<>(&QTimer::start));
    connect(delay, &QTimer::timeout, this, [this, field] { setFilterText(field->text()); });
}

bool TableProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_rowFilter && !m_rowFilter(row))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text =
        sourceModel()->index(row, filterKeyColumn(), parent).data(Qt::DisplayRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool TableProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString)
        return m_collator.compare(a.toString(), b.toString()) < 0;
    const QPartialOrdering order = QVariant::compare(a, b);
    return order == QPartialOrdering::Less;
}

} // namespace ui
