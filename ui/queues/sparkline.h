#pragma once

#include "trends.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints the trend of a row as a small line: what is known of the span from left to right, from
/// zero up to the largest value of that row. Its column has no text of its own.
class SparklineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `source` is asked with the KeyRole of a row.
    explicit SparklineDelegate(TrendSource source, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    TrendSource m_source;
};

} // namespace ui
