#include "palettedelegate.h"

#include "fuzzy.h"
#include "palettemodel.h"

#include "ui/common/fonts.h"
#include "ui/common/tokens.h"

#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

constexpr int Margin = 12;
constexpr int Gap = 10;
constexpr int IconSize = 16;

/// The title, the letters that were typed in bold.
void layOut(QTextLayout& layout, const QStringList& words)
{
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    QList<QTextLayout::FormatRange> meant;
    for (const QString& word : words) {
        for (const qsizetype at : fuzzyPlaces(word, layout.text().toLower()))
            meant.append({int(at), 1, bold});
    }
    layout.setFormats(meant);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, option.fontMetrics.height() + 14};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const PaletteEntry& entry = m_model.entry(index.row());
    const Tokens& t = tokensOf(option.palette);
    const bool isEnabled = entry.whyNot.isEmpty();
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, t.selection);
    QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
    entry.icon.paint(painter,
                     QRect(rest.left(), rest.center().y() - IconSize / 2, IconSize, IconSize),
                     Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    rest.setLeft(rest.left() + IconSize + Gap);

    if (!entry.keys.isEmpty()) {
        painter->setFont(monoFont());
        painter->setPen(t.muted);
        const int width = painter->fontMetrics().horizontalAdvance(entry.keys);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, entry.keys);
        rest.setRight(rest.right() - width - Gap);
    }
    QTextLayout title(entry.title, option.font);
    layOut(title, m_model.words());
    const QTextLine line = title.lineAt(0);
    painter->setPen(isEnabled ? t.text : t.muted);
    title.draw(painter, QPointF(rest.left(), rest.center().y() - line.height() / 2 + 1));
    rest.setLeft(rest.left() + int(line.naturalTextWidth()) + Gap);

    painter->setFont(textFont(TextRole::Caption));
    painter->setPen(isEnabled || isSelected ? t.muted : t.inFlight);
    const QString note = isEnabled ? entry.where : entry.whyNot;
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(note, Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace ui
