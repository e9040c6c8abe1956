#pragma once

#include <QStyledItemDelegate>

namespace ui {

class Trends;

/// Paints the trend of a row as a small line: the span from left to right, from zero up to the
/// largest value of that row. The row's name is its KeyRole. Its column has no text of its own.
class SparklineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `trends` outlives us.
    explicit SparklineDelegate(const Trends& trends, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const Trends& m_trends;
};

} // namespace ui
