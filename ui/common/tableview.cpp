#include "tableview.h"

#include "settings.h"
#include "style.h"
#include "tablemodel.h"
#include "tableproxy.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A selected cell keeps the colour of its text; a stale one is muted.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto* table = qobject_cast<const TableView*>(option->widget);
        if (table && table->isStale())
            option->palette.setColor(QPalette::Text, toneColor(Tone::Muted, option->palette));
        option->palette.setBrush(QPalette::HighlightedText, option->palette.brush(QPalette::Text));
    }
};

} // namespace

TableView::TableView(const QString& name, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setItemDelegate(new CellDelegate(this));
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setObjectName(name + u"Header"_s);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(56);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { showColumnChooser(horizontalHeader()->mapToGlobal(at)); });
    applyMetrics();
}

void TableView::setProxy(TableProxy* proxy, Settings& settings)
{
    useModel(proxy, settings);
}

void TableView::setList(QAbstractItemModel* list, Settings& settings)
{
    setSortingEnabled(false);
    useModel(list, settings);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setSectionsClickable(false);
}

void TableView::useModel(QAbstractItemModel* rows, Settings& settings)
{
    m_settings = &settings;
    setModel(rows);
    horizontalHeader()->restoreState(settings.layout(objectName()));
    const auto remember = [this] { rememberLayout(); };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, remember);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, remember);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, remember);
    connect(rows, &QAbstractItemModel::rowsInserted, this, &TableView::updatePlaceholder);
    connect(rows, &QAbstractItemModel::rowsRemoved, this, &TableView::updatePlaceholder);
    connect(rows, &QAbstractItemModel::modelReset, this, &TableView::updatePlaceholder);
    updatePlaceholder();
}

void TableView::setPlaceholder(QWidget* widget)
{
    delete m_placeholder;
    m_placeholder = widget;
    widget->setParent(viewport());
    updatePlaceholder();
}

void TableView::setUsualLayout(const QList<int>& widths, int sortedBy, Qt::SortOrder order)
{
    if (!m_settings->layout(objectName()).isEmpty())
        return;
    for (qsizetype column = 0; column < widths.size(); ++column)
        setColumnWidth(int(column), widths[column]);
    if (sortedBy >= 0)
        sortByColumn(sortedBy, order);
}

int TableView::widthFor(const QString& sample) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.text = sample;
    // Another time or number of as many digits must not be cut.
    const QString digits = u"0123456789"_s;
    const QChar widest = *std::ranges::max_element(
        digits, {}, [&](QChar digit) { return option.fontMetrics.horizontalAdvance(digit); });
    std::ranges::replace_if(
        option.text, [](QChar c) { return c.isDigit(); }, widest);
    option.features = QStyleOptionViewItem::HasDisplay;
    return style()->sizeFromContents(QStyle::CT_ItemViewItem, &option, QSize(), this).width();
}

void TableView::setStale(bool isStale)
{
    m_isStale = isStale;
    viewport()->update();
}

QStringList TableView::selectedKeys() const
{
    QStringList keys;
    if (!selectionModel())
        return keys;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : rows)
        keys.append(row.data(KeyRole).toString());
    return keys;
}

void TableView::selectKey(const QString& key)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        // Who hears of the selection may bring other rows.
        const QPersistentModelIndex index = model()->index(row, 0);
        if (index.data(KeyRole).toString() != key)
            continue;
        selectRow(row);
        setCurrentIndex(index);
        scrollTo(index);
        return;
    }
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_rowActions.isEmpty() || selectedKeys().isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(objectName() + u"Menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_rowActions);
    menu->popup(event->globalPos());
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (m_placeholder)
        m_placeholder->setGeometry(viewport()->rect());
}

void TableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        applyMetrics();
}

void TableView::applyMetrics()
{
    const auto* ours = qobject_cast<const Style*>(QApplication::style());
    verticalHeader()->setDefaultSectionSize(ours ? ours->rowHeight(fontMetrics())
                                                 : fontMetrics().height() + 10);
}

void TableView::copySelection() const
{
    QString text;
    const QHeaderView* header = horizontalHeader();
    const auto line = [&](auto&& cell) {
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (!header->isSectionHidden(column))
                cells.append(cell(column));
        }
        text += cells.join(QChar(0x09)) + QChar(0x0A);
    };
    line([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : rows)
        line([&](int column) { return row.siblingAtColumn(column).data().toString(); });
    QApplication::clipboard()->setText(text);
}

void TableView::showColumnChooser(const QPoint& where)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(objectName() + u"Columns"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_columnSets.isEmpty())
        addColumnSets(*menu, *this, *m_settings, m_columnSets);
    QHeaderView* header = horizontalHeader();
    for (int column = 1; column < header->count(); ++column) { // the first one always stays
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(u"column_"_s +
                              model()->headerData(column, Qt::Horizontal, ColumnIdRole).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            rememberLayout();
        });
    }
    menu->popup(where);
}

QStringList TableView::shownColumns() const
{
    QStringList ids;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column))
            ids += model()->headerData(column, Qt::Horizontal, ColumnIdRole).toString();
    }
    return ids;
}

void TableView::setShownColumns(const QStringList& ids)
{
    for (int column = 1; column < model()->columnCount(); ++column)
        setColumnHidden(
            column,
            !ids.contains(model()->headerData(column, Qt::Horizontal, ColumnIdRole).toString()));
    rememberLayout();
}

void TableView::updatePlaceholder()
{
    if (!m_placeholder)
        return;
    const bool empty = !model() || model()->rowCount() == 0;
    m_placeholder->setVisible(empty);
    if (empty) {
        m_placeholder->setGeometry(viewport()->rect());
        m_placeholder->raise();
    }
}

/// What a person does. Before we are shown, a page makes its usual layout, which is none to
/// remember.
void TableView::rememberLayout()
{
    if (m_settings && isVisible())
        m_settings->setLayout(objectName(), horizontalHeader()->saveState());
}

} // namespace ui
