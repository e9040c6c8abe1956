#include "overviewpage.h"

#include "attentionlist.h"
#include "diagram.h"
#include "diagrampanel.h"
#include "figuretile.h"
#include "subscriptionfeed.h"

#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/feednotice.h"
#include "ui/connections/figures.h"
#include "ui/queues/queuefeed.h"
#include "ui/queues/sparkline.h"
#include "ui/topics/topicfeed.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int AgeTickMs = 1000;
constexpr int AttentionWidth = 288;
constexpr int RatesFoldBelow = 1080; // wide: titles of tiles would be cut

} // namespace

OverviewPage::OverviewPage(Connection& connection, QueueFeed& queues, TopicFeed& topics,
                           Prompts& prompts, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_queues(queues)
    , m_topics(topics)
    , m_subscriptions(new SubscriptionFeed(connection, topics, this))
    , m_model([&connection] { return connection.now(); }, connection.hasExactFigures(),
              [this](const QString& key) { return trendOf(key); })
    , m_title(new Label(TextRole::PageTitle))
    , m_age(new Label(TextRole::Body, Tone::Muted))
    , m_banner(new Banner(u"overviewBanner"_s))
    , m_views(new QTabWidget)
    , m_filter(new QLineEdit)
    , m_table(new TableView(u"overviewTable"_s))
    , m_diagram(new DiagramPanel(connection.hasExactFigures(), prompts, *m_banner))
    , m_attention(new AttentionList)
{
    setObjectName(u"overviewPage"_s);
    m_proxy.setSourceModel(&m_model);
    m_table->setProxy(&m_proxy, settings);
    m_table->setItemDelegateForColumn(
        OverviewModel::TrendColumn,
        new SparklineDelegate([this](const QString& key) { return trendOf(key); }, m_table));
    m_table->setUsualLayout({200, 108, 96, 80, 100, 84, 72, 160, 140}, 0);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_banner);
    left->addWidget(m_views, 1);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(12);
    parts->addLayout(left, 1);
    parts->addWidget(m_attention);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(createHead());
    layout->addLayout(createTiles());
    layout->addLayout(parts, 1);
    m_attention->setFixedWidth(AttentionWidth);
    m_views->setObjectName(u"overviewViews"_s);
    m_views->setDocumentMode(true);
    m_views->addTab(createGrid(), QString());
    m_views->addTab(m_diagram, QString());
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
}

QLayout* OverviewPage::createHead()
{
    m_title->setObjectName(u"overviewTitle"_s);
    m_age->setObjectName(u"overviewAge"_s);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_age, 0, Qt::AlignBottom);
    head->addStretch();
    return head;
}

QLayout* OverviewPage::createTiles()
{
    m_tiles = {new FigureTile(u"tileQueues"_s, u"queue", Tone::Secondary),
               new FigureTile(u"tileVisible"_s, u"envelope", Tone::Visible),
               new FigureTile(u"tileInFlight"_s, u"hourglass-split", Tone::InFlight),
               new FigureTile(u"tileDelayed"_s, u"clock-history", Tone::Delayed),
               new FigureTile(u"tileRewindable"_s, u"rewind-fill", Tone::Rewindable),
               new FigureTile(u"tileDead"_s, u"x-octagon", Tone::Dead),
               new FigureTile(u"tileSent"_s, u"send", Tone::Secondary),
               new FigureTile(u"tileReceived"_s, u"download", Tone::Secondary)};
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(12);
    for (FigureTile* tile : m_tiles)
        tiles->addWidget(tile, 1);
    return tiles;
}

QWidget* OverviewPage::createGrid()
{
    m_filter->setObjectName(u"overviewFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(240);
    m_filter->addAction(icon(u"search", Tone::Muted), QLineEdit::LeadingPosition);
    m_empty = new EmptyState(u"overviewEmpty"_s, u"grid");
    m_table->setPlaceholder(m_empty);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter, 0, Qt::AlignRight);
    layout->addWidget(m_table, 1);
    return page;
}

void OverviewPage::connectSignals()
{
    m_proxy.filterWith(m_filter);
    m_notice = new FeedNotice(m_queues, *m_banner, {m_table}, this);
    connect(&m_queues, &QueueFeed::failed, this, &OverviewPage::showPlaceholder);
    connect(m_empty->primaryButton(), &QPushButton::clicked, &m_queues, &QueueFeed::refresh);
    connect(&m_queues, &QueueFeed::updated, this, &OverviewPage::showAll);
    connect(&m_topics, &TopicFeed::updated, this, &OverviewPage::showDiagram);
    connect(m_subscriptions, &SubscriptionFeed::updated, this, &OverviewPage::showAll);
    connect(m_views, &QTabWidget::currentChanged, this, &OverviewPage::showDiagram);
    connect(m_table, &QAbstractItemView::activated, this, &OverviewPage::openRow);
    connect(m_diagram, &DiagramPanel::openRequested, this, &OverviewPage::openNode);
    connect(m_attention, &AttentionList::chosen, this, [this](const Attention& each) {
        if (each.topic.isEmpty())
            emit queueRequested(each.name);
        else
            emit topicRequested(each.topic);
    });
    // Ages grow although no row changes.
    connect(&m_ages, &QTimer::timeout, this, [this] {
        showAge();
        m_table->viewport()->update();
    });
    m_ages.start(AgeTickMs);
}

void OverviewPage::retranslate()
{
    m_title->setText(tr("Overview"));
    m_tiles[0]->setTitle(tr("Queues"));
    m_tiles[1]->setTitle(tr("Visible"));
    m_tiles[2]->setTitle(tr("In flight"));
    m_tiles[3]->setTitle(tr("Delayed"));
    m_tiles[4]->setTitle(tr("Rewindable"));
    m_tiles[5]->setTitle(tr("Dead letters"));
    m_tiles[6]->setTitle(tr("Sent/s"));
    m_tiles[7]->setTitle(tr("Received/s"));
    m_views->setTabText(0, tr("Queues and subscriptions"));
    m_views->setTabText(1, tr("Diagram"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter by name"));
    m_table->setAccessibleName(tr("Queues and subscriptions"));
    m_diagram->retranslate();
    m_model.retranslate();
    m_attention->retranslate();
    showPlaceholder();
    showAll();
}

void OverviewPage::showPlaceholder()
{
    const bool hasFailed = m_notice->hasFailed();
    m_empty->primaryButton()->setText(!m_queues.isLoaded() && hasFailed ? tr("Try again")
                                                                        : QString());
    if (m_queues.isLoaded())
        m_empty->setTexts(tr("Nothing to show"),
                          tr("There is no queue or subscription here, or none of that name."));
    else if (hasFailed)
        m_empty->setTexts(tr("The queues could not be listed"), {});
    else
        m_empty->showLoading();
}

void OverviewPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_subscriptions->setActive(true);
    m_subscriptions->refresh();
    showAll();
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (const std::size_t rate : {6U, 7U})
        m_tiles[rate]->setVisible(width() >= RatesFoldBelow);
}

void OverviewPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_subscriptions->setActive(false);
}

void OverviewPage::refresh()
{
    m_subscriptions->refresh();
}

void OverviewPage::focusFilter()
{
    m_views->setCurrentIndex(0);
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void OverviewPage::showAll()
{
    if (!isVisible())
        return; // what nobody sees need not be brought up to date
    const auto& subscriptions = m_subscriptions->subscriptions();
    std::vector<std::pair<QString, std::int64_t>> waiting;
    for (const cmq::SubscriptionAttributes& each : subscriptions)
        waiting.emplace_back(subscriptionKey(each), each.msgCount);
    m_subscriptionTrends.add(m_connection.now(), waiting);
    m_model.setRows(overviewRows(m_queues.queues(), subscriptions));
    showPlaceholder();
    showTotals();
    showDiagram();
    showAttention();
}

void OverviewPage::showAttention()
{
    m_attention->setAttention(m_alarms + attentionTo(m_queues.queues(),
                                                     m_subscriptions->subscriptions(),
                                                     m_connection.now()));
}

void OverviewPage::setAlarms(const QList<Attention>& alarms)
{
    m_alarms = alarms;
    if (isVisible())
        showAttention();
}

/// Queues have their trends from the feed that all pages share.
TrendOf OverviewPage::trendOf(const QString& key) const
{
    if (const auto name = queueNameOf(key); !name.isEmpty())
        return {&m_queues.trends(), name};
    return {&m_subscriptionTrends, key};
}

void OverviewPage::showAge()
{
    m_age->setText(m_queues.isLoaded() ? figuresAge(m_connection, m_queues.updatedAt())
                                       : QString());
}

void OverviewPage::showTotals()
{
    showAge();
    if (!m_queues.isLoaded()) {
        for (FigureTile* tile : m_tiles)
            tile->setUnknown();
        return;
    }
    cmq::QueueAttributes sum;
    std::int64_t dead = 0;
    QueueRates rates;
    bool isMeasured = m_queues.queues().isEmpty();
    for (const QueueRow& queue : m_queues.queues()) {
        const cmq::QueueAttributes& each = queue.attributes;
        sum.activeMsgNum += each.activeMsgNum;
        sum.inactiveMsgNum += each.inactiveMsgNum;
        sum.delayMsgNum += each.delayMsgNum;
        sum.rewindmsgNum += each.rewindmsgNum;
        if (!each.deadLetterSource.empty())
            dead += backlogOf(each);
        if (queue.rates) {
            rates.sent += queue.rates->sent;
            rates.received += queue.rates->received;
            isMeasured = true;
        }
    }
    const bool isExact = m_connection.hasExactFigures();
    m_tiles[0]->setFigure(m_queues.queues().size());
    m_tiles[1]->setFigure(sum.activeMsgNum, isExact);
    m_tiles[2]->setFigure(sum.inactiveMsgNum, isExact);
    m_tiles[3]->setFigure(sum.delayMsgNum, isExact);
    m_tiles[4]->setFigure(sum.rewindmsgNum, isExact);
    m_tiles[5]->setFigure(dead, isExact);
    if (!isMeasured) {
        m_tiles[6]->setUnknown();
        m_tiles[7]->setUnknown();
        return;
    }
    m_tiles[6]->setRate(rates.sent);
    m_tiles[7]->setRate(rates.received);
}

void OverviewPage::showDiagram()
{
    if (!m_diagram->isVisible())
        return;
    m_diagram->setDiagram(
        makeDiagram(m_queues.queues(), m_topics.topics(), m_subscriptions->subscriptions()));
}

void OverviewPage::openRow(const QModelIndex& index)
{
    const OverviewRow& row = m_model.rowAt(m_proxy.mapToSource(index).row());
    if (row.isQueue)
        emit queueRequested(row.name);
    else
        emit topicRequested(row.name.section(u'/', 0, 0));
}

void OverviewPage::openNode(const DiagramNode& node)
{
    switch (node.kind) {
    case DiagramNode::Kind::Queue:
    case DiagramNode::Kind::DeadLetterQueue: emit queueRequested(node.name); break;
    case DiagramNode::Kind::Topic: emit topicRequested(node.name); break;
    case DiagramNode::Kind::Subscription: emit topicRequested(node.topic); break;
    case DiagramNode::Kind::Address: break; // nothing of ours
    }
}

} // namespace ui
