#pragma once

#include "palettemodel.h"

#include "ui/common/card.h"

#include <QPointer>

class QLineEdit;
class QListView;

namespace ui {

class Label;

/// Finds every command and every object by its name and does it or goes there, by keys alone. It
/// lies over the upper middle of its window and goes when the focus does.
class Palette final : public Card
{
    Q_OBJECT

public:
    explicit Palette(QWidget* window);

    void open(QList<PaletteEntry> entries);
    /// More of them, found out meanwhile.
    void add(const QList<PaletteEntry>& entries) { m_model->addEntries(entries); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void place();
    void showResults();
    void choose();
    bool move(int key);

    QWidget* m_window; // our parent
    PaletteModel* m_model;
    QLineEdit* m_query;
    QListView* m_list;
    Label* m_none;
    Label* m_hint;
    QPointer<QWidget> m_focusBefore;
};

} // namespace ui
