#include "topiccommands.h"

#include "filtertester.h"
#include "publishform.h"
#include "subscriptiondialog.h"
#include "topicdialogs.h"
#include "topicfeed.h"

#include "ui/common/actiontext.h"
#include "ui/common/format.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/connections/connection.h"
#include "ui/connections/figures.h"
#include "ui/connections/rehearsal.h"
#include "ui/messages/messagedialog.h"
#include "ui/messages/sending.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize PublishDialogSize(760, 700);
}

TopicCommands::TopicCommands(Connection& connection, TopicFeed& feed, Prompts& prompts,
                             QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_feed(feed)
    , m_prompts(prompts)
    , m_window(window)
    , m_create(makeAction(this, u"createTopic"_s, u"plus-lg", &TopicCommands::openCreate))
    , m_open(makeAction(this, u"openTopic"_s, u"topic", &TopicCommands::requestTopic))
    , m_publish(makeAction(this, u"publishMessage"_s, u"send", &TopicCommands::openPublish))
    , m_tester(makeAction(this, u"testFilters"_s, u"funnel", &TopicCommands::openTester))
    , m_attributes(
          makeAction(this, u"topicAttributes"_s, u"sliders", &TopicCommands::openAttributes))
    , m_delete(makeAction(this, u"deleteTopic"_s, u"trash3", &TopicCommands::askDelete))
    , m_subscribe(makeAction(this, u"subscribe"_s, u"plus-lg", &TopicCommands::openSubscribe))
    , m_change(makeAction(this, u"changeSubscription"_s, u"pencil", &TopicCommands::openChange))
    , m_clearTags(makeAction(this, u"clearFilterTags"_s, u"eraser", &TopicCommands::clearTags))
    , m_unsubscribe(makeAction(this, u"unsubscribe"_s, u"trash3", &TopicCommands::askUnsubscribe))
{
    m_create->setShortcut(QKeySequence(u"Ctrl+Shift+N"_s));
    // Of the table that has the focus.
    for (QAction* action : {m_delete, m_unsubscribe}) {
        action->setShortcut(QKeySequence::Delete);
        action->setShortcutContext(Qt::WidgetShortcut);
    }
    retranslate();
}

QList<QAction*> TopicCommands::topicActions() const
{
    return {m_open, m_publish, m_tester, m_attributes, m_delete};
}

QList<QAction*> TopicCommands::subscriptionActions() const
{
    return {m_change, m_clearTags, m_unsubscribe};
}

void TopicCommands::setSelection(const QList<TopicRow>& topics,
                                 const QList<SubscriptionRow>& subscriptions)
{
    if (topics == m_topics && subscriptions == m_subscriptions)
        return;
    m_topics = topics;
    m_subscriptions = subscriptions;
    updateActions();
}

void TopicCommands::retranslate()
{
    m_create->setText(tr("New &topic…"));
    m_create->setIconText(tr("New topic"));
    m_open->setText(tr("&Open"));
    m_open->setIconText(tr("Open"));
    m_publish->setText(tr("&Publish…"));
    m_publish->setIconText(tr("Publish"));
    m_tester->setText(tr("Test &filters…"));
    m_tester->setIconText(tr("Test filters"));
    m_attributes->setText(tr("&Attributes…"));
    m_attributes->setIconText(tr("Attributes"));
    m_delete->setText(tr("&Delete…"));
    m_delete->setIconText(tr("Delete"));
    m_subscribe->setText(tr("New &subscription…"));
    m_subscribe->setIconText(tr("New subscription"));
    m_change->setText(tr("&Change…"));
    m_change->setIconText(tr("Change"));
    m_clearTags->setText(tr("C&lear filter tags"));
    m_clearTags->setIconText(tr("Clear filter tags"));
    m_unsubscribe->setText(tr("&Unsubscribe…"));
    m_unsubscribe->setIconText(tr("Unsubscribe"));
    updateActions();
}

QString TopicCommands::whyNotOneTopic() const
{
    if (m_topics.isEmpty())
        return tr("Select a topic first.");
    return m_topics.size() > 1 ? tr("Select one topic only.") : QString();
}

QString TopicCommands::whyNotOneSubscription() const
{
    if (m_subscriptions.isEmpty())
        return tr("Select a subscription first.");
    return m_subscriptions.size() > 1 ? tr("Select one subscription only.") : QString();
}

void TopicCommands::updateActions()
{
    const auto first = [](const QString& reason, const QString& other) {
        return reason.isEmpty() ? other : reason;
    };
    const QString topic = whyNotOneTopic();
    const QString subscription = whyNotOneSubscription();
    const bool isTag =
        m_subscriptions.isEmpty() || m_subscriptions.first().filterType == cmq::FilterType::Tag;
    const bool hasTags =
        !m_subscriptions.isEmpty() && !m_subscriptions.first().attributes.filterTag.empty();

    enableAction(m_create, tr("Create a topic"), m_connection.whyNot(cmq::CreateTopic()));
    enableAction(m_open, tr("Show the selected topic in a tab of its own"), topic);
    enableAction(m_publish, tr("Publish a message to the selected topic"),
                 first(m_connection.whyNot(cmq::PublishMessage()), topic));
    enableAction(m_tester, tr("See who would receive which message, without sending any"), topic);
    enableAction(m_attributes, tr("Show and change the attributes of the selected topic"),
                 first(m_connection.whyNot(cmq::SetTopicAttributes()), topic));
    enableAction(m_delete, tr("Delete the selected topics"),
                 first(m_connection.whyNot(cmq::DeleteTopic()),
                       m_topics.isEmpty() ? tr("Select a topic first.") : QString()));
    enableAction(m_subscribe, tr("Add a subscription to the selected topic"),
                 first(m_connection.whyNot(cmq::Subscribe()), topic));
    enableAction(m_change, tr("Change the selected subscription"),
                 first(m_connection.whyNot(cmq::SetSubscriptionAttributes()), subscription));
    enableAction(m_clearTags, tr("Let the selected subscription receive everything"),
                 first(m_connection.whyNot(cmq::ClearSubscriptionFilterTags()),
                       first(subscription, !isTag     ? tr("The topic filters by routing key.")
                                           : !hasTags ? tr("The subscription has no filter tag.")
                                                      : QString())));
    enableAction(m_unsubscribe, tr("End the selected subscriptions"),
                 first(m_connection.whyNot(cmq::Unsubscribe()),
                       m_subscriptions.isEmpty() ? tr("Select a subscription first.") : QString()));
}

template <class A>
void TopicCommands::submit(FormDialog* dialog, const A& action, const QString& success)
{
    onResult(m_connection.call(action), dialog,
             [this, dialog, success](const cmq::Result<typename A::Reply>& answer) {
                 if (!answer) {
                     dialog->showRefusal(answer.error());
                     return;
                 }
                 dialog->accept();
                 emit succeeded(success);
             });
}

template <class A>
void TopicCommands::run(const A& action, const QString& success)
{
    onResult(m_connection.call(action), this,
             [this, success](const cmq::Result<typename A::Reply>& answer) {
                 if (answer)
                     emit succeeded(success);
                 else
                     emit failed(answer.error());
             });
}

void TopicCommands::openCreate()
{
    auto* dialog = new CreateTopicDialog(m_connection.rules(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateTopicDialog::submitted, this,
            [this, dialog](const cmq::CreateTopic& action) {
                const QString name = QString::fromStdString(action.topicName);
                onResult(m_connection.call(action), dialog,
                         [this, dialog, name](const cmq::Result<cmq::TopicIdReply>& answer) {
                             if (!answer) {
                                 dialog->showRefusal(answer.error());
                                 return;
                             }
                             dialog->accept();
                             emit created(name);
                         });
            });
    dialog->open();
}

void TopicCommands::requestTopic()
{
    emit topicRequested(m_topics.first().name);
}

void TopicCommands::openPublish()
{
    auto* form = new PublishForm(m_topics.first().attributes, m_connection.drafts(), m_prompts);
    form->setSubscriptions(m_feed.subscriptions());
    connect(&m_feed, &TopicFeed::updated, form, [this, form, name = m_topics.first().name] {
        if (m_feed.chosen() == name)
            form->setSubscriptions(m_feed.subscriptions());
    });
    new Sending(m_connection, form); // owned by the form
    auto* dialog = new MessageDialog(u"publishDialog"_s, form, PublishDialogSize, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TopicCommands::openTester()
{
    auto* tester = new FilterTester(m_topics.first().attributes, m_window);
    tester->setSubscriptions(m_feed.subscriptions());
    tester->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_feed, &TopicFeed::updated, tester, [this, tester, name = m_topics.first().name] {
        if (m_feed.chosen() == name)
            tester->setSubscriptions(m_feed.subscriptions());
    });
    tester->open();
}

void TopicCommands::openAttributes()
{
    auto* dialog =
        new TopicAttributesDialog(m_topics.first().attributes, m_connection.rules(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TopicAttributesDialog::submitted, this,
            [this, dialog](const cmq::SetTopicAttributes& action) {
                submit(dialog, action, tr("The attributes were saved."));
            });
    dialog->open();
}

/// In production the name of what goes is typed, or how many there are.
QString TopicCommands::nameToType(const QStringList& names) const
{
    if (!m_connection.isProduction())
        return {};
    return names.size() == 1 ? names.first() : QString::number(names.size());
}

void TopicCommands::askDelete()
{
    QStringList names;
    for (const TopicRow& topic : m_topics)
        names += topic.name;
    Confirmation ask;
    ask.title = tr("Delete %n topic(s)", nullptr, int(names.size()));
    ask.question = tr("Delete %1? A topic with subscriptions is refused; end them first.")
                       .arg(names.join(tr(", ", "between names")));
    ask.acceptText = tr("Delete");
    ask.nameToType = nameToType(names);
    if (names.size() == 1)
        ask.action = cmq::DeleteTopic{names.first().toStdString()};
    ask.insists = m_connection.isProduction();
    std::vector<cmq::Action> deletes;
    for (const QString& name : names)
        deletes.emplace_back(cmq::DeleteTopic{name.toStdString()});
    ask.rehearsal = rehearsalOf(std::move(deletes));
    m_prompts.confirm(m_window, ask, [this, names] {
        for (const QString& name : names)
            run(cmq::DeleteTopic{name.toStdString()}, tr("%1 was deleted.").arg(name));
    });
}

void TopicCommands::subscribe(const QString& topicName, const QString& url)
{
    const auto topic = std::ranges::find(m_feed.topics(), topicName, &TopicRow::name);
    if (topic != m_feed.topics().end())
        openSubscribe(topic->attributes, url);
}

void TopicCommands::openSubscribe()
{
    openSubscribe(m_topics.first().attributes, {});
}

void TopicCommands::openSubscribe(const cmq::TopicAttributes& topic, const QString& url)
{
    auto* dialog = new SubscriptionDialog(topic, std::nullopt, m_window);
    if (!url.isEmpty())
        dialog->setUrl(url);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SubscriptionDialog::subscribed, this,
            [this, dialog](const cmq::Subscribe& action) {
                submit(
                    dialog, action,
                    tr("%1 subscribes now.").arg(QString::fromStdString(action.subscriptionName)));
            });
    dialog->open();
}

void TopicCommands::openChange()
{
    if (m_topics.isEmpty())
        return;
    auto* dialog = new SubscriptionDialog(m_topics.first().attributes,
                                          m_subscriptions.first().attributes, m_window);
    if (m_connection.rules().hasCloudFields)
        dialog->fixTarget();
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SubscriptionDialog::changed, this,
            [this, dialog](const cmq::SetSubscriptionAttributes& action) {
                submit(dialog, action, tr("The subscription was saved."));
            });
    dialog->open();
}

void TopicCommands::clearTags()
{
    const cmq::SubscriptionAttributes& subscription = m_subscriptions.first().attributes;
    run(cmq::ClearSubscriptionFilterTags{subscription.topicName, subscription.subscriptionName},
        tr("%1 receives everything now.").arg(m_subscriptions.first().name));
}

void TopicCommands::askUnsubscribe()
{
    const QList<SubscriptionRow> subscriptions = m_subscriptions;
    std::int64_t waiting = 0;
    QStringList names;
    for (const SubscriptionRow& row : subscriptions) {
        waiting += row.attributes.msgCount;
        names += row.name;
    }
    Confirmation ask;
    ask.title = tr("End %n subscription(s)", nullptr, int(names.size()));
    ask.question = tr("Unsubscribe %1?").arg(names.join(tr(", ", "between names")));
    if (waiting > 0)
        ask.losses +=
            tr("%1 waiting deliveries are dropped.").arg(figureText(waiting, m_connection));
    ask.acceptText = tr("Unsubscribe");
    ask.nameToType = nameToType(names);
    if (subscriptions.size() == 1)
        ask.action = cmq::Unsubscribe{subscriptions.first().attributes.topicName,
                                      subscriptions.first().attributes.subscriptionName};
    ask.insists = m_connection.isProduction();
    std::vector<cmq::Action> ends;
    for (const SubscriptionRow& row : subscriptions)
        ends.emplace_back(
            cmq::Unsubscribe{row.attributes.topicName, row.attributes.subscriptionName});
    ask.rehearsal = rehearsalOf(std::move(ends));
    m_prompts.confirm(m_window, ask, [this, subscriptions] {
        for (const SubscriptionRow& row : subscriptions)
            run(cmq::Unsubscribe{row.attributes.topicName, row.attributes.subscriptionName},
                tr("%1 was unsubscribed.").arg(row.name));
    });
}

} // namespace ui
