#include "topictab.h"

#include "filterpart.h"
#include "filtertext.h"
#include "publishpart.h"
#include "subscriptionspart.h"
#include "topicattributespart.h"
#include "topiccommands.h"
#include "topicfeed.h"

#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/feednotice.h"
#include "ui/connections/figures.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

TopicTab::TopicTab(const QString& topicName, Connection& connection, TopicFeed& feed,
                   TopicCommands& commands, Prompts& prompts, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_name(topicName)
    , m_connection(connection)
    , m_feed(feed)
    , m_commands(commands)
    , m_prompts(prompts)
    , m_title(new Label(TextRole::PageTitle))
    , m_facts(new Label(TextRole::Caption, Tone::Muted))
    , m_banner(new Banner(u"topicTabBanner"_s))
    , m_subscriptions(new SubscriptionsPart(connection, feed, commands, settings))
    , m_publish(new QWidget)
    , m_filters(new QWidget)
    , m_attributes(new TopicAttributesPart(connection))
    , m_parts(new QTabWidget)
    , m_content(new QWidget)
    , m_gone(new EmptyState(u"topicTabGone"_s, u"topic"))
{
    setObjectName(u"topicTab"_s);
    createLayout();
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
}

void TopicTab::createLayout()
{
    m_title->setObjectName(u"topicTabTitle"_s);
    m_title->setText(formatForeign(m_name));
    m_facts->setObjectName(u"topicTabFacts"_s);
    m_content->setObjectName(u"topicTabContent"_s);
    m_filters->setObjectName(u"topicTabFilters"_s);
    m_parts->setObjectName(u"topicTabParts"_s);
    m_parts->tabBar()->setObjectName(u"topicTabPartsBar"_s);
    m_parts->setDocumentMode(true);
    m_publish->setObjectName(u"topicTabPublish"_s);
    (new QVBoxLayout(m_publish))->setContentsMargins(0, 0, 0, 0);
    (new QVBoxLayout(m_filters))->setContentsMargins(0, 12, 0, 0);
    addPart(m_subscriptions, [] { return tr("Subscriptions"); });
    addPart(m_publish, [] { return tr("Publish"); });
    addPart(m_filters, [] { return tr("Filter tester"); });
    addPart(m_attributes, [] { return tr("Attributes"); });

    auto* name = new QVBoxLayout;
    name->setSpacing(0);
    name->addWidget(m_title);
    name->addWidget(m_facts);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addLayout(name, 1);
    head->addWidget(makeToolButton(m_commands.deleteAction()));
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    content->addLayout(head);
    content->addWidget(m_banner);
    content->addWidget(m_parts, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_content);
    layout->addWidget(m_gone);
}

void TopicTab::addPart(QWidget* part, Title title)
{
    m_parts->addTab(part, title());
    m_partTitles.append(std::move(title));
}

void TopicTab::connectSignals()
{
    connect(&m_feed, &TopicFeed::updated, this, &TopicTab::showTopic);
    new FeedNotice(m_feed, *m_banner, {}, this);
    connect(m_subscriptions, &SubscriptionsPart::selectionChanged, this, &TopicTab::choose);
    connect(m_gone->primaryButton(), &QPushButton::clicked, this, &TopicTab::closeRequested);
    connect(&m_commands, &TopicCommands::failed, this, [this](const cmq::Error& error) {
        if (isVisible())
            m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
    });
    connect(&m_commands, &TopicCommands::succeeded, this, [this](const QString& text) {
        if (isVisible())
            m_banner->showBriefly(text);
    });
}

void TopicTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showTopic();
}

void TopicTab::showTopic()
{
    const QList<TopicRow>& topics = m_feed.topics();
    const auto found = std::ranges::find(topics, m_name, &TopicRow::name);
    m_topic = found == topics.end() ? std::nullopt : std::optional(*found);
    showGone();
    if (m_topic) {
        m_attributes->setTopic(m_topic->attributes);
        showFacts();
        createTopicParts();
        showSubscriptions();
    }
    choose();
}

void TopicTab::showFacts()
{
    QStringList facts{tr("filter by %1").arg(filterTypeText(m_topic->attributes.filterType)),
                      tr("waiting: %1").arg(figureText(m_topic->attributes.msgCount, m_connection)),
                      figuresAge(m_connection, m_feed.updatedAt())};
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
}

void TopicTab::createTopicParts()
{
    if (m_filterPart)
        return;
    m_filterPart = new FilterPart(m_topic->attributes.filterType);
    m_filters->layout()->addWidget(m_filterPart);
    m_publishPart = new PublishPart(m_topic->attributes, m_connection, m_prompts);
    m_publish->layout()->addWidget(m_publishPart);
}

void TopicTab::showSubscriptions()
{
    if (m_feed.chosen() != m_name)
        return;
    m_filterPart->setSubscriptions(m_feed.subscriptions());
    m_publishPart->setSubscriptions(m_feed.subscriptions());
}

void TopicTab::showGone()
{
    const bool isGone = m_feed.isLoaded() && !m_topic;
    m_content->setVisible(!isGone);
    m_gone->setVisible(isGone);
    m_gone->primaryButton()->setText(tr("Close this tab"));
    m_gone->setTexts(tr("This topic is gone"),
                     tr("%1 was deleted, here or by somebody else. If a topic of that name is "
                        "created again, it is shown here.")
                         .arg(formatForeign(m_name)));
}

/// The feed follows one topic, and commands mean one selection: that of the page or tab in sight.
void TopicTab::choose()
{
    if (!isVisible())
        return;
    m_feed.choose(m_name);
    m_subscriptions->showSubscriptions();
    m_commands.setSelection(m_topic ? QList{*m_topic} : QList<TopicRow>(),
                            m_subscriptions->selected());
}

void TopicTab::retranslate()
{
    for (qsizetype i = 0; i < m_partTitles.size(); ++i)
        m_parts->setTabText(int(i), m_partTitles.at(i)());
    m_parts->setAccessibleName(tr("Sides of the topic"));
    showTopic();
}

} // namespace ui
