#include "topicspage.h"

#include "subscriptionspart.h"
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
#include "ui/connections/feednotice.h"
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

constexpr int AgeTickMs = 1000;

} // namespace

TopicsPage::TopicsPage(Connection& connection, TopicFeed& feed, TopicCommands& commands,
                       Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_feed(feed)
    , m_commands(commands)
    , m_topics(connection.hasExactFigures())
    , m_title(new Label(TextRole::PageTitle))
    , m_count(new Label(TextRole::Body, Tone::Muted))
    , m_filter(new QLineEdit)
    , m_banner(new Banner(u"topicsBanner"_s))
    , m_topicTable(new TableView(u"topicsTable"_s))
    , m_notice(new FeedNotice(feed, *m_banner, {m_topicTable}, this))
    , m_noTopics(new EmptyState(u"topicsEmpty"_s, u"topic"))
    , m_subscriptions(new SubscriptionsPart(connection, feed, commands, settings))
{
    setObjectName(u"topicsPage"_s);
    setUpTable(settings);
    createLayout();
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
    showTopics();
}

void TopicsPage::setUpTable(Settings& settings)
{
    m_topicProxy.setSourceModel(&m_topics);
    m_topicTable->setProxy(&m_topicProxy, settings);
    m_topicTable->setUsualLayout({200, 110, 110, 90, 90, 152}, 0);
    m_topicTable->setRowActions(m_commands.topicActions());
    m_topicTable->addAction(m_commands.deleteAction());
    m_topicTable->setPlaceholder(m_noTopics);
}

void TopicsPage::createLayout()
{
    m_title->setObjectName(u"topicsTitle"_s);
    m_count->setObjectName(u"topicsCount"_s);
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
    for (QAction* action : m_commands.topicActions()) {
        if (action != m_commands.openAction()) // Enter and a double click do that
            tools->addWidget(makeToolButton(action));
    }
    tools->addStretch();

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_topicTable);
    splitter->addWidget(m_subscriptions);

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
    connect(&m_feed, &TopicFeed::failed, this, &TopicsPage::showPlaceholder);
    connect(m_topicTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TopicsPage::choose);
    connect(m_subscriptions, &SubscriptionsPart::selectionChanged, this, &TopicsPage::choose);
    connect(m_topicTable, &QAbstractItemView::activated, m_commands.openAction(),
            &QAction::trigger);
    connect(&m_topicProxy, &QAbstractItemModel::rowsRemoved, this, &TopicsPage::showPlaceholder);
    connect(m_noTopics->primaryButton(), &QPushButton::clicked, this, [this] {
        if (!m_feed.isLoaded())
            m_feed.refresh();
        else if (m_topics.rowCount() == 0)
            m_commands.createAction()->trigger();
        else
            m_filter->clear();
    });
    connect(&m_commands, &TopicCommands::created, this,
            [this](const QString& name) { m_selectWhenListed = name; });
    connect(&m_commands, &TopicCommands::succeeded, this, &TopicsPage::showSuccess);
    connect(&m_commands, &TopicCommands::failed, this, &TopicsPage::showFailure);
    connect(&m_ageTick, &QTimer::timeout, this, &TopicsPage::showCount);
    m_ageTick.start(AgeTickMs);
}

void TopicsPage::retranslate()
{
    m_title->setText(tr("Topics"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter by name"));
    m_topicTable->setAccessibleName(tr("Topics"));
    m_topics.retranslate();
    showTopics();
}

void TopicsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TopicsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showTopics();
}

void TopicsPage::showTopics()
{
    if (m_isShowing)
        return;
    showRows();
    showCount();
    showPlaceholder();
    choose();
}

/// While rows come and go, the selection changes in steps that nobody means.
void TopicsPage::showRows()
{
    const QScopedValueRollback isShowing(m_isShowing, true);
    m_topics.setRows(m_feed.topics());
    if (!m_selectWhenListed.isEmpty() && m_topics.find(m_selectWhenListed)) {
        m_topicTable->selectKey(m_selectWhenListed);
        m_selectWhenListed.clear();
    }
    // A page that shows one topic's subscriptions is more use than one that shows none's.
    if (m_topicTable->selectedKeys().isEmpty() && m_topics.rowCount() == 1)
        m_topicTable->selectKey(m_topics.index(0, 0).data(KeyRole).toString());
}

QList<TopicRow> TopicsPage::selectedTopics() const
{
    QList<TopicRow> topics;
    for (const QString& key : m_topicTable->selectedKeys()) {
        if (const TopicRow* row = m_topics.find(key))
            topics.append(*row);
    }
    return topics;
}

/// The feed follows one topic, and commands mean one selection: that of the page or tab in sight.
void TopicsPage::choose()
{
    if (!isVisible() || m_isShowing)
        return;
    const QStringList keys = m_topicTable->selectedKeys();
    m_feed.choose(keys.size() == 1 ? keys.first() : QString()); // has the feed call us again
    m_subscriptions->showSubscriptions();
    m_commands.setSelection(selectedTopics(), m_subscriptions->selected());
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

void TopicsPage::showPlaceholder()
{
    QPushButton* create = m_noTopics->primaryButton();
    if (!m_feed.isLoaded()) {
        create->setText(m_notice->hasFailed() ? tr("Try again") : QString());
        if (m_notice->hasFailed())
            m_noTopics->setTexts(tr("The topics could not be listed"), {});
        else
            m_noTopics->showLoading();
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
    create->setEnabled(!m_feed.isLoaded() || m_topics.rowCount() > 0 ||
                       m_commands.createAction()->isEnabled());
}

void TopicsPage::showFailure(const cmq::Error& error)
{
    m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
}

void TopicsPage::showSuccess(const QString& text)
{
    m_banner->showBriefly(text);
}

} // namespace ui
