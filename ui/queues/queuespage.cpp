#include "queuespage.h"

#include "queuecommands.h"
#include "queuefeed.h"
#include "queueinspector.h"
#include "sparkline.h"

#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/style.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/feednotice.h"
#include "ui/connections/figures.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int InspectorFoldsBelow = 1060; // of the page; the window is a rail wider
constexpr int InspectorFoldsUnder = 480;  // high: its rows would be squeezed
constexpr int AgeTickMs = 1000;
constexpr int FilterDelayMs = 120;
constexpr int RateWidth = 72;

/// What is seen before somebody arranges the columns.
void arrangeColumns(TableView& table)
{
    table.sortByColumn(QueueModel::NameColumn, Qt::AscendingOrder);
    const int widths[] = {148, 72, 88, 76, 92, 72, 96, 128, 148, 128, 88};
    for (int column = 0; column < int(std::size(widths)); ++column)
        table.setColumnWidth(column, widths[column]);
    QHeaderView* header = table.horizontalHeader();
    header->moveSection(header->visualIndex(QueueModel::TrendColumn), 1);
    header->moveSection(header->visualIndex(QueueModel::DeadLetterColumn),
                        header->visualIndex(QueueModel::OldestColumn) + 1);
    for (const int column : {QueueModel::SentRateColumn, QueueModel::ReceivedRateColumn}) {
        table.setColumnWidth(column, RateWidth);
        header->moveSection(header->visualIndex(column),
                            header->visualIndex(QueueModel::DeadLetterColumn));
    }
    table.setShownColumns(queueColumnSets().first().columns);
}

} // namespace

QueuesPage::QueuesPage(Connection& connection, QueueFeed& feed, QueueCommands& commands,
                       Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_feed(feed)
    , m_commands(commands)
    , m_model([&connection] { return connection.now(); }, connection.hasExactFigures(),
              feed.trends())
    , m_title(new Label(TextRole::PageTitle))
    , m_count(new Label(TextRole::Body, Tone::Muted))
    , m_filter(new QLineEdit)
    , m_filterError(new Label(TextRole::Caption, Tone::Dead))
    , m_columns(new QToolButton)
    , m_banner(new Banner(u"queuesBanner"_s))
    , m_table(new TableView(u"queuesTable"_s))
    , m_notice(new FeedNotice(feed, *m_banner, {m_table}, this))
    , m_empty(new EmptyState(u"queuesEmpty"_s, u"queue"))
    , m_inspector(new QueueInspector(connection))
{
    setObjectName(u"queuesPage"_s);
    m_proxy.setSourceModel(&m_model);
    m_table->setProxy(&m_proxy, settings);
    m_table->setColumnSets(queueColumnSets());
    m_table->setItemDelegateForColumn(QueueModel::TrendColumn,
                                      new SparklineDelegate(
                                          [&feed](const QString& key) {
                                              return TrendOf{&feed.trends(), key};
                                          },
                                          m_table));
    if (settings.layout(m_table->objectName()).isEmpty())
        arrangeColumns(*m_table);
    m_table->setRowActions(commands.rowActions() << commands.sandboxAction());
    m_table->addAction(commands.deleteAction());
    m_table->setPlaceholder(m_empty);
    createLayout();
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
    showQueues();
}

void QueuesPage::createLayout()
{
    m_title->setObjectName(u"queuesTitle"_s);
    m_count->setObjectName(u"queuesCount"_s);
    m_filter->setObjectName(u"queuesFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(280);
    m_filterError->setObjectName(u"queuesFilterError"_s);
    m_filterError->setAlignment(Qt::AlignRight);
    m_filterError->setWordWrap(true);
    m_filterError->hide();
    m_columns->setObjectName(u"queuesColumns"_s);
    m_columns->setAutoRaise(true);
    m_columns->setIcon(icon(u"layout-three-columns"));
    m_filter->addAction(icon(u"search", Tone::Muted), QLineEdit::LeadingPosition);

    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_count, 0, Qt::AlignBottom);
    head->addStretch();
    head->addWidget(m_filter);
    QPushButton* create = makeActionButton(m_commands.createAction(), ButtonKind::Primary);
    create->setIcon(icon(u"plus-lg", Tone::OnAccent));
    head->addWidget(create);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    for (QAction* action : m_commands.rowActions()) {
        if (action != m_commands.openAction()) // Enter and a double click do that
            tools->addWidget(makeToolButton(action));
    }
    tools->addStretch();
    tools->addWidget(m_columns);

    auto* body = new QHBoxLayout;
    body->setSpacing(12);
    body->addWidget(m_table, 1);
    body->addWidget(m_inspector);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_filterError);
    layout->addLayout(tools);
    layout->addWidget(m_banner);
    layout->addLayout(body, 1);
}

void QueuesPage::connectSignals()
{
    m_filterSoon.setSingleShot(true);
    m_filterSoon.setInterval(FilterDelayMs);
    connect(m_filter, &QLineEdit::textChanged, &m_filterSoon, qOverload<>(&QTimer::start));
    connect(&m_filterSoon, &QTimer::timeout, this, &QueuesPage::useFilter);
    connect(m_columns, &QToolButton::clicked, this, [this] {
        m_table->showColumnChooser(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
    });
    connect(&m_feed, &QueueFeed::updated, this, &QueuesPage::showQueues);
    connect(&m_feed, &QueueFeed::failed, this, &QueuesPage::showPlaceholder);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueuesPage::showSelection);
    connect(m_table, &QAbstractItemView::activated, m_commands.openAction(), &QAction::trigger);
    connect(&m_proxy, &QAbstractItemModel::rowsRemoved, this, &QueuesPage::showPlaceholder);
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, [this] {
        if (!m_feed.isLoaded())
            m_feed.refresh();
        else if (m_model.rowCount() == 0)
            m_commands.createAction()->trigger();
        else
            m_filter->clear();
    });
    connect(m_empty->secondaryButton(), &QPushButton::clicked, &m_commands,
            &QueueCommands::createSamples);
    connect(&m_commands, &QueueCommands::created, this,
            [this](const QString& name) { m_selectWhenListed = name; });
    connect(&m_commands, &QueueCommands::succeeded, this, &QueuesPage::showSuccess);
    connect(&m_commands, &QueueCommands::failed, this, &QueuesPage::showFailure);
    // Ages grow although no row changes.
    connect(&m_ages, &QTimer::timeout, this, [this] {
        m_table->viewport()->update();
        showCount();
        if (m_queueFilter.dependsOnTime())
            useFilter();
    });
    m_ages.start(AgeTickMs);
}

void QueuesPage::retranslate()
{
    m_title->setText(tr("Queues"));
    m_filter->setPlaceholderText(tr("Filter: name, active>100, dlq:yes"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(tr("Words that occur in the name, and conditions: active>100 inactive>=5 "
                            "delay=0 rewind>0 age>1h dlq:yes dlq:no"));
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    m_table->setAccessibleName(tr("Queues"));
    m_model.retranslate();
    showPlaceholder();
    showQueues();
}

void QueuesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void QueuesPage::selectQueue(const QString& queueName)
{
    m_filter->clear();
    useFilter();
    m_table->selectKey(queueName);
    m_table->setFocus();
}

/// A filter that is not understood says so and leaves the last one in force.
void QueuesPage::useFilter()
{
    m_filterSoon.stop();
    QueueFilter filter(m_filter->text());
    m_filterError->setText(filter.error());
    m_filterError->setVisible(!filter.error().isEmpty());
    setInvalid(m_filter, !filter.error().isEmpty());
    m_filter->setAccessibleDescription(filter.error());
    if (!filter.error().isEmpty())
        return;
    m_queueFilter = std::move(filter);
    if (m_queueFilter.isEmpty()) {
        m_proxy.setRowFilter({});
        return;
    }
    m_proxy.setRowFilter(
        [this](int row) { return m_queueFilter.matches(m_model.rowAt(row), m_connection.now()); });
}

void QueuesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_inspector->setVisible(width() >= InspectorFoldsBelow && height() >= InspectorFoldsUnder);
}

void QueuesPage::showQueues()
{
    m_model.setRows(m_feed.queues());
    showCount();
    if (!m_selectWhenListed.isEmpty() && m_model.find(m_selectWhenListed)) {
        m_table->selectKey(m_selectWhenListed);
        m_selectWhenListed.clear();
    }
    showPlaceholder();
    showSelection();
}

void QueuesPage::showCount()
{
    if (!m_feed.isLoaded()) {
        m_count->clear();
        return;
    }
    QStringList parts{tr("%n queue(s)", nullptr, m_model.rowCount())};
    parts += figuresAge(m_connection, m_feed.updatedAt());
    parts.removeAll(QString());
    m_count->setText(parts.join(u" · "_s));
}

void QueuesPage::showSelection()
{
    QList<QueueRow> selected;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    selected.reserve(rows.size());
    for (const QModelIndex& row : rows)
        selected.append(m_model.rowAt(m_proxy.mapToSource(row).row()));
    m_commands.setSelection(selected);
    m_inspector->setQueue(selected.size() == 1 ? std::optional(selected.first()) : std::nullopt);
}

void QueuesPage::showPlaceholder()
{
    QPushButton* first = m_empty->primaryButton();
    QPushButton* second = m_empty->secondaryButton();
    if (!m_feed.isLoaded()) {
        first->setText(m_notice->hasFailed() ? tr("Try again") : QString());
        second->setText({});
        if (m_notice->hasFailed())
            m_empty->setTexts(tr("The queues could not be listed"), {});
        else
            m_empty->showLoading();
    } else if (m_model.rowCount() > 0) {
        first->setText(tr("Clear the filter"));
        second->setText({});
        m_empty->setTexts(tr("No queue matches"), tr("No queue is as the filter wants it."));
    } else {
        first->setText(tr("Create the first queue"));
        second->setText(tr("Add sample queues"));
        m_empty->setTexts(
            tr("No queues yet"),
            tr("A queue keeps messages until somebody receives and deletes them. Create "
               "one, send a message to it, and watch the counters."));
    }
    first->setEnabled(!m_feed.isLoaded() || m_model.rowCount() > 0 ||
                      m_commands.createAction()->isEnabled());
    second->setEnabled(m_commands.createAction()->isEnabled());
}

void QueuesPage::showFailure(const cmq::Error& error)
{
    m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
}

void QueuesPage::showSuccess(const QString& text)
{
    m_banner->showBriefly(text);
}

} // namespace ui
