#pragma once

#include "topicrow.h"

#include "cmq/error.h"

#include <QList>
#include <QObject>

#include <optional>

class QAction;
class QWidget;

namespace ui {

class Connection;
class FormDialog;
class Prompts;
class TopicFeed;

/// What can be done with topics and subscriptions: the actions that menus, tool bars, context menus
/// and shortcuts share, each with the reason why it is disabled; and the dialogs behind them.
class TopicCommands final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    TopicCommands(Connection& connection, TopicFeed& feed, Prompts& prompts, QWidget* window);

    /// What the actions act on. Call it again whenever the selection or its counters change.
    void setSelection(const QList<TopicRow>& topics, const QList<SubscriptionRow>& subscriptions);

    /// Opens the form for a subscription to a topic that the feed knows, with the URL filled in.
    void subscribe(const QString& topicName, const QString& url);

    void retranslate();

    [[nodiscard]] QAction* createAction() const { return m_create; }
    [[nodiscard]] QAction* openAction() const { return m_open; }
    [[nodiscard]] QAction* publishAction() const { return m_publish; }
    [[nodiscard]] QAction* attributesAction() const { return m_attributes; }
    [[nodiscard]] QAction* changeAction() const { return m_change; }
    [[nodiscard]] QAction* deleteAction() const { return m_delete; }
    [[nodiscard]] QAction* subscribeAction() const { return m_subscribe; }
    [[nodiscard]] QAction* unsubscribeAction() const { return m_unsubscribe; }
    /// Those that act on selected topics, and on selected subscriptions, in the order of menus.
    [[nodiscard]] QList<QAction*> topicActions() const;
    [[nodiscard]] QList<QAction*> subscriptionActions() const;

signals:
    void created(const QString& topicName);
    /// A topic is wanted in a tab of its own.
    void topicRequested(const QString& topicName);
    /// Something was done that the page should say.
    void succeeded(const QString& text);
    void failed(const cmq::Error& error);

private:
    void updateActions();
    [[nodiscard]] QString whyNotOneTopic() const;
    [[nodiscard]] QString nameToType(const QStringList& names) const;
    [[nodiscard]] QString whyNotOneSubscription() const;

    void openCreate();
    void requestTopic();
    void openPublish();
    void openTester();
    void openAttributes();
    void askDelete();
    void openSubscribe();
    void openSubscribe(const cmq::TopicAttributes& topic, const QString& url);
    void openChange();
    void clearTags();
    void askUnsubscribe();
    /// Asks the service; a refusal stays in the dialog, a success closes it and is said on the
    /// page.
    template <class A>
    void submit(FormDialog* dialog, const A& action, const QString& success);
    /// The same without a dialog.
    template <class A>
    void run(const A& action, const QString& success);

    Connection& m_connection; // outlives us, as `m_prompts` does
    TopicFeed& m_feed;        // lives in the workspace, our parent
    Prompts& m_prompts;
    QWidget* m_window; // our parent
    QList<TopicRow> m_topics;
    QList<SubscriptionRow> m_subscriptions;
    QAction* m_create;
    QAction* m_open;
    QAction* m_publish;
    QAction* m_tester;
    QAction* m_attributes;
    QAction* m_delete;
    QAction* m_subscribe;
    QAction* m_change;
    QAction* m_clearTags;
    QAction* m_unsubscribe;
};

} // namespace ui
