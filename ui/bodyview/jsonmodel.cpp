#include "jsonmodel.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPalette>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownLength = 300;
constexpr qsizetype DecodedBytesMax = 4 * ShownLength;

// What a string of the source says. Long ones are cut before they are decoded.
QString decoded(QByteArray string)
{
    if (string.size() > DecodedBytesMax)
        return QString::fromUtf8(string.mid(1, DecodedBytesMax));
    return QJsonDocument::fromJson('[' + string + ']').array().first().toString();
}

} // namespace

JsonModel::JsonModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void JsonModel::setText(std::shared_ptr<const JsonText> text)
{
    beginResetModel();
    m_text = std::move(text);
    endResetModel();
}

QByteArray JsonModel::source(const QModelIndex& index) const
{
    return index.isValid() ? m_text->value(nodeOf(index)) : QByteArray();
}

void JsonModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit layoutChanged();
}

const JsonNode& JsonModel::nodeOf(const QModelIndex& index) const
{
    return m_text->nodes[std::size_t(index.internalId())];
}

QModelIndex JsonModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    const int child = m_text->children[std::size_t(nodeOf(parent).firstChild + row)];
    return createIndex(row, column, quintptr(child));
}

QModelIndex JsonModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || nodeOf(index).parent < 0)
        return {};
    const int parent = nodeOf(index).parent;
    return createIndex(m_text->nodes[std::size_t(parent)].row, 0, quintptr(parent));
}

int JsonModel::rowCount(const QModelIndex& parent) const
{
    if (!m_text || parent.column() > 0)
        return 0;
    return parent.isValid() ? nodeOf(parent).childCount : 1;
}

int JsonModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString JsonModel::keyText(const JsonNode& node) const
{
    if (node.keyLength > 0)
        return formatForeign(decoded(m_text->key(node)), ShownLength);
    return node.parent < 0 ? tr("Message") : u"[%1]"_s.arg(node.row);
}

QString JsonModel::valueText(const JsonNode& node) const
{
    switch (node.kind) {
    case JsonKind::Object: return tr("%n member(s)", nullptr, node.childCount);
    case JsonKind::Array: return tr("%n element(s)", nullptr, node.childCount);
    case JsonKind::String: return formatForeign(decoded(m_text->value(node)), ShownLength);
    default: return formatForeign(QString::fromLatin1(m_text->value(node)), ShownLength);
    }
}

QVariant JsonModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonNode& node = nodeOf(index);
    const bool isContainer = node.kind == JsonKind::Object || node.kind == JsonKind::Array;
    switch (role) {
    case Qt::DisplayRole: return index.column() == KeyColumn ? keyText(node) : valueText(node);
    case Qt::ForegroundRole: {
        if (index.column() == KeyColumn)
            return toneColor(Tone::Secondary, QPalette());
        if (isContainer)
            return toneColor(Tone::Muted, QPalette());
        return node.kind == JsonKind::String ? QVariant() : toneColor(Tone::Accent, QPalette());
    }
    default: return {};
    }
}

QVariant JsonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key") : tr("Value");
}

} // namespace ui
