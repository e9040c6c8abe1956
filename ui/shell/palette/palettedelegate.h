#pragma once

#include <QStyledItemDelegate>

namespace ui {

class PaletteModel;

/// A row of the palette: icon, title with the letters that were typed, where it stands or why it
/// cannot be, and its keys.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PaletteDelegate(const PaletteModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    const PaletteModel& m_model; // lives as long as the view
};

} // namespace ui
