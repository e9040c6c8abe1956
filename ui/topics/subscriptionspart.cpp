#include "subscriptionspart.h"

#include "topiccommands.h"
#include "topicfeed.h"

#include "ui/common/actionbutton.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int CountdownTickMs = 1000;
} // namespace

SubscriptionsPart::SubscriptionsPart(Connection& connection, TopicFeed& feed,
                                     TopicCommands& commands, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_commands(commands)
    , m_rows([&connection] { return connection.now(); }, connection.hasExactFigures())
    , m_title(new Label(TextRole::Section))
    , m_table(new TableView(u"subscriptionsTable"_s))
    , m_none(new EmptyState(u"subscriptionsEmpty"_s, u"subscription"))
{
    setObjectName(u"subscriptionsPart"_s);
    m_title->setObjectName(u"subscriptionsTitle"_s);
    m_proxy.setSourceModel(&m_rows);
    m_table->setProxy(&m_proxy, settings);
    m_table->setUsualLayout({130, 72, 180, 128, 112, 100, 76, 82, 90, 186}, 0);
    m_table->setRowActions(m_commands.subscriptionActions());
    m_table->addAction(m_commands.unsubscribeAction());
    m_table->setPlaceholder(m_none);
    createLayout();
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isShowing) // else in steps that nobody means
            emit selectionChanged();
    });
    connect(m_table, &QAbstractItemView::doubleClicked, m_commands.changeAction(),
            &QAction::trigger);
    connect(m_none->primaryButton(), &QPushButton::clicked, m_commands.subscribeAction(),
            &QAction::trigger);
    connect(m_commands.subscribeAction(), &QAction::changed, this,
            &SubscriptionsPart::showPlaceholder);
    // The time to the next retry shrinks although no row changes.
    connect(&m_countdowns, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    m_countdowns.start(CountdownTickMs);
    keepTranslated(this, [this] { retranslate(); });
}

void SubscriptionsPart::createLayout()
{
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_title);
    tools->addSpacing(12);
    for (QAction* action : m_commands.subscriptionActions())
        tools->addWidget(makeToolButton(action));
    tools->addStretch();
    tools->addWidget(makeActionButton(m_commands.subscribeAction()));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(tools);
    layout->addWidget(m_table, 1);
}

QList<SubscriptionRow> SubscriptionsPart::selected() const
{
    QList<SubscriptionRow> rows;
    for (const QString& key : m_table->selectedKeys()) {
        if (const SubscriptionRow* row = m_rows.find(key))
            rows.append(*row);
    }
    return rows;
}

void SubscriptionsPart::showSubscriptions()
{
    {
        const QScopedValueRollback isShowing(m_isShowing, true);
        m_rows.setRows(m_feed.subscriptions());
    }
    m_title->setText(m_feed.chosen().isEmpty()
                         ? tr("Subscriptions")
                         : tr("Subscriptions of %1").arg(formatForeign(m_feed.chosen())));
    showPlaceholder();
}

void SubscriptionsPart::showPlaceholder()
{
    QPushButton* subscribe = m_none->primaryButton();
    if (m_feed.chosen().isEmpty()) {
        subscribe->setText({});
        m_none->setTexts(tr("No topic is selected"),
                         tr("Select one above to see who subscribes to it."));
    } else if (m_feed.subscriptionListing() == TopicFeed::Listing::Asked) {
        subscribe->setText({});
        m_none->showLoading();
    } else if (m_feed.subscriptionListing() == TopicFeed::Listing::Failed) {
        subscribe->setText({});
        m_none->setTexts(tr("The subscriptions could not be listed"), {});
    } else {
        subscribe->setText(tr("Add the first subscription"));
        m_none->setTexts(tr("No subscriptions yet"),
                         tr("Without any, messages that are published here are refused."));
    }
    subscribe->setEnabled(m_commands.subscribeAction()->isEnabled());
}

void SubscriptionsPart::retranslate()
{
    m_table->setAccessibleName(tr("Subscriptions"));
    m_rows.retranslate();
    showSubscriptions();
}

} // namespace ui
