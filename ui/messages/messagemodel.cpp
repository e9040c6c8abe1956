#include "messagemodel.h"

#include "messagestate.h"

#include "ui/common/format.h"
#include "ui/common/tablemodel.h"

#include <QFont>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

MessageModel::MessageModel(Clock now, QObject* parent)
    : QAbstractTableModel(parent)
    , m_now(std::move(now))
{
}

void MessageModel::clear()
{
    m_isMoreExpected = false;
    removeRange(0, int(m_rows.size()));
}

int MessageModel::lowerBound(Entry entry) const
{
    const auto at = std::ranges::lower_bound(m_rows, entry, {},
                                             [](const Row& row) { return row.message.entry; });
    return int(at - m_rows.begin());
}

void MessageModel::removeRange(int first, int last)
{
    if (first >= last)
        return;
    beginRemoveRows({}, first, last - 1);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last);
    endRemoveRows();
}

void MessageModel::update(int row, const cmq::PeekedMessage& message)
{
    Row& kept = m_rows[std::size_t(row)];
    if (kept.message == message)
        return;
    kept.message = message;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void MessageModel::setInterval(Entry after, std::optional<Entry> upTo,
                               const std::vector<cmq::PeekedMessage>& messages)
{
    int row = lowerBound(after + 1);
    for (std::size_t i = 0; i < messages.size();) {
        const Entry entry = messages[i].entry;
        removeRange(row, lowerBound(entry));
        if (row < int(m_rows.size()) && m_rows[std::size_t(row)].message.entry == entry) {
            update(row++, messages[i++]);
            continue;
        }
        // All that come before the next row we have go in together.
        std::size_t end = i + 1;
        while (end < messages.size() &&
               (row == int(m_rows.size()) ||
                messages[end].entry < m_rows[std::size_t(row)].message.entry))
            ++end;
        std::vector<Row> added;
        for (; i < end; ++i)
            added.push_back({messages[i], {}});
        const int count = int(added.size());
        beginInsertRows({}, row, row + count - 1);
        m_rows.insert(m_rows.begin() + row, std::make_move_iterator(added.begin()),
                      std::make_move_iterator(added.end()));
        endInsertRows();
        row += count;
    }
    removeRange(row, upTo ? lowerBound(*upTo + 1) : int(m_rows.size()));
}

void MessageModel::setPreview(Entry entry, const QString& preview)
{
    const auto row = rowOf(entry);
    if (!row)
        return;
    m_rows[std::size_t(*row)].preview = preview;
    const QModelIndex cell = index(*row, PreviewColumn);
    emit dataChanged(cell, cell);
}

const cmq::PeekedMessage& MessageModel::message(int row) const
{
    return m_rows.at(std::size_t(row)).message;
}

bool MessageModel::hasPreview(int row) const
{
    return m_rows.at(std::size_t(row)).preview.has_value();
}

std::optional<int> MessageModel::rowOf(Entry entry) const
{
    const int row = lowerBound(entry);
    if (row < int(m_rows.size()) && m_rows[std::size_t(row)].message.entry == entry)
        return row;
    return {};
}

MessageModel::Entry MessageModel::lastEntry() const
{
    return m_rows.empty() ? 0 : m_rows.back().message.entry;
}

void MessageModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tick(0, int(m_rows.size()) - 1);
}

void MessageModel::tick(int firstRow, int lastRow)
{
    lastRow = std::min(lastRow, int(m_rows.size()) - 1);
    if (firstRow >= 0 && firstRow <= lastRow)
        emit dataChanged(index(firstRow, StateColumn), index(lastRow, NextVisibleColumn));
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MessageModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString MessageModel::text(const Row& row, int column) const
{
    const cmq::PeekedMessage& message = row.message;
    switch (column) {
    case IdColumn: return formatForeign(QString::fromStdString(message.msgId));
    case StateColumn: return stateText(message.state);
    case AgeColumn: return formatSpan(m_now() - message.enqueueTime);
    case SizeColumn: return formatBytes(message.bodyBytes);
    case ReceivesColumn: return formatCount(message.dequeueCount);
    case NextVisibleColumn:
        if (!message.nextVisibleTime)
            return {};
        return message.nextVisibleTime > m_now()
                   ? tr("in %1").arg(formatDuration(
                         std::chrono::ceil<cmq::Seconds>(*message.nextVisibleTime - m_now())))
                   : tr("now");
    default: return row.preview.value_or(u"…"_s);
    }
}

QVariant MessageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::DecorationRole:
        return column == StateColumn ? QVariant(stateIcon(row.message.state)) : QVariant();
    case Qt::ForegroundRole:
        if (column == StateColumn)
            return toneColor(stateTone(row.message.state), QPalette());
        return column == PreviewColumn ? QVariant(toneColor(Tone::Secondary, QPalette()))
                                       : QVariant();
    case Qt::ToolTipRole:
        if (column == StateColumn)
            return stateHelp(row.message.state);
        if (column == AgeColumn)
            return tr("Sent %1").arg(formatInstant(row.message.enqueueTime));
        return {};
    case Qt::TextAlignmentRole: {
        const bool isNumber = column >= AgeColumn && column <= NextVisibleColumn;
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case KeyRole: return QString::number(row.message.entry);
    default: return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section >= AgeColumn && section <= NextVisibleColumn;
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == ColumnIdRole) {
        static const QStringList ids{u"id"_s,       u"state"_s,       u"age"_s,    u"size"_s,
                                     u"receives"_s, u"nextVisible"_s, u"preview"_s};
        return ids.value(section);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn: return tr("Message ID");
    case StateColumn: return tr("State");
    case AgeColumn: return tr("Age");
    case SizeColumn: return tr("Size");
    case ReceivesColumn: return tr("Receives");
    case NextVisibleColumn: return tr("Visible");
    default: return tr("Body");
    }
}

bool MessageModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_isMoreExpected;
}

void MessageModel::fetchMore(const QModelIndex&)
{
    m_isMoreExpected = false; // until the answer says that there is more
    emit moreWanted();
}

} // namespace ui
