#include "queuetab.h"

#include "attributespart.h"
#include "deadletterpart.h"
#include "queuecommands.h"
#include "queuefeed.h"
#include "queuegauges.h"
#include "rewindpart.h"

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
#include "ui/messages/messagespage.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

QueueTab::QueueTab(const QString& queueName, Connection& connection, QueueFeed& feed,
                   QueueCommands& commands, Prompts& prompts, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_name(queueName)
    , m_connection(connection)
    , m_feed(feed)
    , m_title(new Label(TextRole::PageTitle))
    , m_oldest(new Label(TextRole::Caption, Tone::Muted))
    , m_gauges(new QueueGauges(u"queueTab"_s, 4, connection))
    , m_banner(new Banner(u"queueTabBanner"_s))
    , m_messages(new MessagesPage(connection, prompts, settings))
    , m_attributes(new AttributesPart(connection, feed))
    , m_deadLetters(new DeadLetterPart(connection, commands))
    , m_rewind(new RewindPart(connection, queueName))
    , m_parts(new QTabWidget)
    , m_content(new QWidget)
    , m_gone(new EmptyState(u"queueTabGone"_s, u"queue"))
{
    setObjectName(u"queueTab"_s);
    m_messages->showOnly(m_name);
    createLayout(commands);
    addParts();
    connectSignals(commands);
    keepTranslated(this, [this] { retranslate(); });
}

void QueueTab::createLayout(QueueCommands& commands)
{
    m_title->setObjectName(u"queueTabTitle"_s);
    m_title->setText(formatForeign(m_name));
    m_oldest->setObjectName(u"queueTabOldest"_s);
    m_content->setObjectName(u"queueTabContent"_s);
    m_parts->setObjectName(u"queueTabParts"_s);
    m_parts->tabBar()->setObjectName(u"queueTabPartsBar"_s);
    m_parts->setDocumentMode(true);

    auto* name = new QVBoxLayout;
    name->setSpacing(0);
    name->addWidget(m_title);
    name->addWidget(m_oldest);
    auto* head = new QHBoxLayout;
    head->addLayout(name);
    head->addStretch();
    head->addWidget(m_gauges);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    for (QAction* action : commands.rowActions()) {
        if (action != commands.openAction() && action != commands.messagesAction())
            tools->addWidget(makeToolButton(action));
    }
    tools->addStretch();
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    content->addLayout(head);
    content->addLayout(tools);
    content->addWidget(m_banner);
    content->addWidget(m_parts, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_content);
    layout->addWidget(m_gone);
}

/// The sides of a queue, in their order.
void QueueTab::addParts()
{
    addPart(m_messages, [] { return tr("Messages"); });
    addPart(m_attributes, [] { return tr("Attributes"); });
    addPart(m_deadLetters, [] { return tr("Dead letters"); });
    addPart(m_rewind, [] { return tr("Rewind"); });
}

void QueueTab::addPart(QWidget* part, Title title)
{
    m_parts->addTab(part, QString());
    m_parts->setTabText(m_parts->count() - 1, title());
    m_partTitles.append(std::move(title));
}

void QueueTab::connectSignals(QueueCommands& commands)
{
    new FeedNotice(m_feed, *m_banner, {}, this);
    connect(&m_feed, &QueueFeed::updated, this, &QueueTab::showQueue);
    connect(m_messages, &MessagesPage::traceRequested, this, &QueueTab::traceRequested);
    connect(m_messages, &MessagesPage::messageSelected, this, &QueueTab::messageSelected);
    connect(m_messages, &MessagesPage::copyRequested, this, &QueueTab::copyRequested);
    connect(m_deadLetters, &DeadLetterPart::queueRequested, this, &QueueTab::queueRequested);
    connect(m_deadLetters, &DeadLetterPart::messagesRequested, this,
            [this] { m_parts->setCurrentWidget(m_messages); });
    connect(m_rewind, &RewindPart::attributesRequested, this, [this] {
        m_parts->setCurrentWidget(m_attributes);
        m_attributes->setFocus();
    });
    connect(m_gone->primaryButton(), &QPushButton::clicked, this, &QueueTab::closeRequested);
    connect(&commands, &QueueCommands::failed, this, [this](const cmq::Error& error) {
        if (isVisible())
            m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
    });
    connect(&commands, &QueueCommands::succeeded, this, [this](const QString& text) {
        if (isVisible())
            m_banner->showBriefly(text);
    });
}

void QueueTab::showQueue()
{
    const QList<QueueRow>& queues = m_feed.queues();
    const auto found = std::ranges::find(queues, m_name, &QueueRow::name);
    m_queue = found == queues.end() ? std::nullopt : std::optional(*found);
    QStringList names;
    for (const QueueRow& queue : queues)
        names += queue.name;
    m_messages->setQueueNames(names);
    showGone();
    if (m_queue) {
        const cmq::QueueAttributes& queue = m_queue->attributes;
        m_gauges->setQueue(queue);
        m_attributes->setQueue(queue);
        m_deadLetters->setQueue(queue);
        m_rewind->setQueue(queue);
        QStringList facts;
        if (queue.minMsgTime)
            facts +=
                tr("oldest message: %1").arg(formatAge(m_connection.now() - *queue.minMsgTime));
        facts += figuresAge(m_connection, m_feed.updatedAt());
        facts.removeAll(QString());
        m_oldest->setText(facts.join(u" · "_s));
    }
    emit queueChanged();
}

void QueueTab::showGone()
{
    const bool isGone = m_feed.isLoaded() && !m_queue;
    m_content->setVisible(!isGone);
    m_gone->setVisible(isGone);
    m_gone->primaryButton()->setText(tr("Close this tab"));
    m_gone->setTexts(tr("This queue is gone"),
                     tr("%1 was deleted, here or by somebody else. If a queue of that name is "
                        "created again, it is shown here.")
                         .arg(formatForeign(m_name)));
}

QList<QAction*> QueueTab::messageActions() const
{
    return m_messages->messageActions();
}

void QueueTab::focusFilter()
{
    m_parts->setCurrentWidget(m_messages);
    m_messages->focusFilter();
}

void QueueTab::refresh()
{
    m_banner->clear();
    m_messages->refresh();
}

void QueueTab::retranslate()
{
    for (qsizetype i = 0; i < m_partTitles.size(); ++i)
        m_parts->setTabText(int(i), m_partTitles.at(i)());
    m_parts->setAccessibleName(tr("Sides of the queue"));
    showQueue();
}

} // namespace ui
