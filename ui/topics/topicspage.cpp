#include "topicspage.h"

#include "topiccommands.h"
#include "topicfeed.h"

#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/figures.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int CountdownTickMs = 1000;
constexpr int SuccessMs = 6000;

void setWidths(TableView* table, const Settings& settings, std::initializer_list<int> widths)
{
    if (!settings.layout(table->objectName()).isEmpty())
        return;
    table->sortByColumn(0, Qt::AscendingOrder);
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, width);
}

template <class Row>
QList<Row> selectedRows(const TableView* table, const TableModel<Row>& model)
{
    QList<Row> rows;
    for (const QString& key : table->selectedKeys()) {
        if (const Row* row = model.find(key))
            rows.append(*row);
    }
    return rows;
}

} // namespace

TopicsPage::TopicsPage(Connection& connection, TopicFeed& feed, TopicCommands& commands,
                       Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_feed(feed)
    , m_commands(commands)
    , m_topics(connection.hasExactFigures())
    , m_subscriptions([&connection] { return connection.now(); }, connection.hasExactFigures())
    , m_title(new Label(TextRole::PageTitle))
    , m_count(new Label(TextRole::Body, Tone::Muted))
    , m_filter(new QLineEdit)
    , m_banner(new Banner(u"topicsBanner"_s))
    , m_topicTable(new TableView(u"topicsTable"_s))
    , m_noTopics(new EmptyState(u"topicsEmpty"_s, u"topic"))
    , m_subscriptionsTitle(new Label(TextRole::Section))
    , m_subscriptionTable(new TableView(u"subscriptionsTable"_s))
    , m_noSubscriptions(new EmptyState(u"subscriptionsEmpty"_s, u"subscription"))
{
    setObjectName(u"topicsPage"_s);
    setUpTables(settings);
    createLayout();
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
    showTopics();
}

void TopicsPage::setUpTables(Settings& settings)
{
    m_topicProxy.setSourceModel(&m_topics);
    m_topicTable->setProxy(&m_topicProxy, settings);
    setWidths(m_topicTable, settings, {200, 110, 110, 90, 90, 152});
    m_topicTable->setRowActions(m_commands.topicActions());
    m_topicTable->addAction(m_commands.deleteAction());
    m_topicTable->setPlaceholder(m_noTopics);
    m_subscriptionProxy.setSourceModel(&m_subscriptions);
    m_subscriptionTable->setProxy(&m_subscriptionProxy, settings);
    setWidths(m_subscriptionTable, settings, {130, 72, 180, 128, 112, 100, 76, 82, 90, 186});
    m_subscriptionTable->setRowActions(m_commands.subscriptionActions());
    m_subscriptionTable->addAction(m_commands.unsubscribeAction());
    m_subscriptionTable->setPlaceholder(m_noSubscriptions);
}

void TopicsPage::createLayout()
{
    m_title->setObjectName(u"topicsTitle"_s);
    m_count->setObjectName(u"topicsCount"_s);
    m_subscriptionsTitle->setObjectName(u"subscriptionsTitle"_s);
    m_filter->setObjectName(u"topicsFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(240);
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
    for (QAction* action : m_commands.topicActions())
        tools->addWidget(makeToolButton(action));
    tools->addStretch();

    auto* subscriptionTools = new QHBoxLayout;
    subscriptionTools->setSpacing(4);
    subscriptionTools->addWidget(m_subscriptionsTitle);
    subscriptionTools->addSpacing(12);
    for (QAction* action : m_commands.subscriptionActions())
        subscriptionTools->addWidget(makeToolButton(action));
    subscriptionTools->addStretch();
    subscriptionTools->addWidget(makeActionButton(m_commands.subscribeAction()));

    auto* below = new QWidget;
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 8, 0, 0);
    belowLayout->setSpacing(8);
    belowLayout->addLayout(subscriptionTools);
    belowLayout->addWidget(m_subscriptionTable, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_topicTable);
    splitter->addWidget(below);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(tools);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
}

void TopicsPage::connectSignals()
{
    m_topicProxy.filterWith(m_filter);
    connect(&m_feed, &TopicFeed::updated, this, &TopicsPage::showTopics);
    connect(&m_feed, &TopicFeed::failed, this, [this](const cmq::Error& error) {
        m_hasFeedFailed = true;
        showFailure(error);
        showPlaceholders();
    });
    for (TableView* table : {m_topicTable, m_subscriptionTable})
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &TopicsPage::showSelection);
    connect(m_topicTable, &QAbstractItemView::doubleClicked, m_commands.attributesAction(),
            &QAction::trigger);
    connect(m_subscriptionTable, &QAbstractItemView::doubleClicked, m_commands.changeAction(),
            &QAction::trigger);
    connect(&m_topicProxy, &QAbstractItemModel::rowsRemoved, this, &TopicsPage::showPlaceholders);
    connect(m_noTopics->primaryButton(), &QPushButton::clicked, this, [this] {
        if (!m_feed.isLoaded())
            m_feed.refresh();
        else if (m_topics.rowCount() == 0)
            m_commands.createAction()->trigger();
        else
            m_filter->clear();
    });
    connect(m_noSubscriptions->primaryButton(), &QPushButton::clicked, m_commands.subscribeAction(),
            &QAction::trigger);
    connect(&m_commands, &TopicCommands::created, this,
            [this](const QString& name) { m_selectWhenListed = name; });
    connect(&m_commands, &TopicCommands::succeeded, this, &TopicsPage::showSuccess);
    connect(&m_commands, &TopicCommands::failed, this, &TopicsPage::showFailure);
    // The time to the next retry shrinks although no row changes.
    connect(&m_countdowns, &QTimer::timeout, this, [this] {
        m_subscriptionTable->viewport()->update();
        showCount();
    });
    m_countdowns.start(CountdownTickMs);
}

void TopicsPage::retranslate()
{
    m_title->setText(tr("Topics"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter by name"));
    m_topicTable->setAccessibleName(tr("Topics"));
    m_subscriptionTable->setAccessibleName(tr("Subscriptions"));
    m_topics.retranslate();
    m_subscriptions.retranslate();
    showTopics();
}

void TopicsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TopicsPage::selectTopic(const QString& name)
{
    m_filter->clear();
    m_topicTable->selectKey(name);
}

void TopicsPage::showTopics()
{
    if (m_isShowing)
        return;
    const QScopedValueRollback isShowing(m_isShowing, true);
    if (m_hasFeedFailed && m_feed.isLoaded()) {
        m_hasFeedFailed = false;
        m_banner->clear();
    }
    m_topics.setRows(m_feed.topics());
    m_subscriptions.setRows(m_feed.subscriptions());
    showCount();
    if (!m_selectWhenListed.isEmpty() && m_topics.find(m_selectWhenListed)) {
        m_topicTable->selectKey(m_selectWhenListed);
        m_selectWhenListed.clear();
    }
    // A page that shows one topic's subscriptions is more use than one that shows none's.
    if (m_topicTable->selectedKeys().isEmpty() && m_topics.rowCount() == 1)
        m_topicTable->selectKey(m_topics.index(0, 0).data(KeyRole).toString());
    showPlaceholders();
    showSelection();
    m_subscriptions.setRows(m_feed.subscriptions()); // of what is chosen now
}

void TopicsPage::showCount()
{
    if (!m_feed.isLoaded()) {
        m_count->clear();
        return;
    }
    QStringList parts{tr("%n topic(s)", nullptr, m_topics.rowCount())};
    parts += figuresAge(m_connection, m_feed.updatedAt());
    parts.removeAll(QString());
    m_count->setText(parts.join(u" · "_s));
}

void TopicsPage::showSelection()
{
    const QList<TopicRow> topics = selectedRows(m_topicTable, m_topics);
    const QString chosen = topics.size() == 1 ? topics.first().name : QString();
    m_subscriptionsTitle->setText(chosen.isEmpty() ? tr("Subscriptions")
                                                   : tr("Subscriptions of %1").arg(chosen));
    m_commands.setSelection(topics, selectedRows(m_subscriptionTable, m_subscriptions));
    m_feed.choose(chosen);
    showPlaceholders();
}

void TopicsPage::showPlaceholders()
{
    QPushButton* create = m_noTopics->primaryButton();
    if (!m_feed.isLoaded()) {
        create->setText(m_hasFeedFailed ? tr("Try again") : QString());
        m_noTopics->setTexts(m_hasFeedFailed ? tr("The topics could not be listed")
                                             : tr("Loading…"),
                             {});
    } else if (m_topics.rowCount() > 0) {
        create->setText(tr("Clear the filter"));
        m_noTopics->setTexts(tr("No topic matches"),
                             tr("No topic's name contains what you typed."));
    } else {
        create->setText(tr("Create the first topic"));
        m_noTopics->setTexts(tr("No topics yet"),
                             tr("A topic copies each message to all its subscriptions that want "
                                "it: to queues, or to programs that listen for HTTP."));
    }
    create->setEnabled(!m_feed.isLoaded() || m_topics.rowCount() > 0 || m_commands.createAction()->isEnabled());

    QPushButton* subscribe = m_noSubscriptions->primaryButton();
    if (m_feed.chosen().isEmpty()) {
        subscribe->setText({});
        m_noSubscriptions->setTexts(tr("No topic is selected"),
                                    tr("Select one above to see who subscribes to it."));
    } else {
        subscribe->setText(tr("Add the first subscription"));
        m_noSubscriptions->setTexts(
            tr("No subscriptions yet"),
            tr("Without any, messages that are published here are refused."));
    }
    subscribe->setEnabled(m_commands.subscribeAction()->isEnabled());
}

void TopicsPage::showFailure(const cmq::Error& error)
{
    m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
}

void TopicsPage::showSuccess(const QString& text)
{
    m_banner->show(BannerKind::Success, text);
    // Good news goes away by itself, unless other news has taken its place.
    QTimer::singleShot(SuccessMs, this, [this, text] {
        if (m_banner->text() == text)
            m_banner->clear();
    });
}

} // namespace ui
