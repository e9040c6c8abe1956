#include "palette.h"

#include "palettedelegate.h"

#include "ui/common/icons.h"
#include "ui/common/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int WidthMax = 680;
constexpr int RowsShown = 12;
constexpr int Top = 56; // below the menus and the bar

} // namespace

Palette::Palette(QWidget* window)
    : Card(u"palette"_s, window)
    , m_window(window)
    , m_model(new PaletteModel(this))
    , m_query(new QLineEdit)
    , m_list(new QListView)
    , m_none(new Label(TextRole::Body, Tone::Muted))
    , m_hint(new Label(TextRole::Caption, Tone::Muted))
{
    m_query->setObjectName(u"paletteQuery"_s);
    m_query->addAction(icon(u"search", Tone::Muted), QLineEdit::LeadingPosition);
    m_query->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(*m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go to the query, and from there to us
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setObjectName(u"paletteNone"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_hint->setObjectName(u"paletteHint"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_hint);
    connect(m_query, &QLineEdit::textChanged, m_model, &PaletteModel::setQuery);
    connect(m_model, &QAbstractItemModel::modelReset, this, &Palette::showResults);
    connect(m_list, &QAbstractItemView::clicked, this, &Palette::choose);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && !isAncestorOf(now))
            hide();
    });
    window->installEventFilter(this);
    hide();
}

void Palette::open(QList<PaletteEntry> entries)
{
    m_query->setPlaceholderText(tr("Search or run a command"));
    m_query->setAccessibleName(m_query->placeholderText());
    m_list->setAccessibleName(tr("What fits"));
    m_none->setText(tr("No command and no object fits."));
    m_hint->setText(tr("↑ ↓ choose · Enter does it · Esc closes"));
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_query->clear();
    m_model->setEntries(std::move(entries));
    place();
    show();
    raise();
    m_query->setFocus(Qt::ShortcutFocusReason);
}

void Palette::place()
{
    const int width = std::min(WidthMax, m_window->width() - 48);
    const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : 32;
    const int height = std::min(row * RowsShown + 90, m_window->height() - 2 * Top);
    setGeometry((m_window->width() - width) / 2, Top, width, height);
}

void Palette::showResults()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_none->setVisible(isEmpty);
    if (!isEmpty)
        m_list->setCurrentIndex(m_model->index(0));
}

void Palette::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const PaletteEntry chosen = m_model->entry(current.row());
    if (!chosen.whyNot.isEmpty())
        return; // it says why
    hide();
    chosen.run();
}

bool Palette::move(int key)
{
    const int last = m_model->rowCount() - 1;
    const int at = m_list->currentIndex().row();
    int to = at;
    switch (key) {
    case Qt::Key_Down: to = at < last ? at + 1 : 0; break;
    case Qt::Key_Up: to = at > 0 ? at - 1 : last; break;
    case Qt::Key_PageDown: to = std::min(at + RowsShown, last); break;
    case Qt::Key_PageUp: to = std::max(at - RowsShown, 0); break;
    default: return false;
    }
    m_list->setCurrentIndex(m_model->index(to));
    return true;
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return Card::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        hide();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    return move(key) || Card::eventFilter(watched, event);
}

void Palette::hideEvent(QHideEvent* event)
{
    Card::hideEvent(event);
    if (m_focusBefore && m_query->hasFocus())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
