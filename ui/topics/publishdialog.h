#pragma once

#include "topicrow.h"

#include "ui/common/formdialog.h"

#include <QList>

#include <chrono>

class QPlainTextEdit;
class QListWidget;

namespace ui {

class BodyComposer;
class Drafts;
class Field;
class Label;
class Prompts;
class Repetition;
struct VariableValues;

/// Writes a message for a topic, and shows before it is sent who will receive it, who will not, and
/// why. Stays open, so that the next one is a Ctrl+Enter away.
class PublishDialog final : public FormDialog
{
    Q_OBJECT

public:
    PublishDialog(cmq::TopicAttributes topic, QList<SubscriptionRow> subscriptions,
                  Drafts& drafts, Prompts& prompts, QWidget* parent = nullptr);

    /// What is to be published, with its variables filled in.
    [[nodiscard]] cmq::PublishMessage action(const VariableValues& values) const;
    void showProgress(int done, int count);
    void showPublished(int done, const QString& lastId);
    /// The one after `done` was refused.
    void showFailure(int done, const cmq::Error& error);
    /// Subscriptions come and go while the dialog is open.
    void setSubscriptions(const QList<SubscriptionRow>& subscriptions);

    /// While a row of messages is being published, the first Esc stops it.
    void reject() override;

signals:
    void submitted(int count, std::chrono::milliseconds interval);
    void stopRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] cmq::PublishMessage actionWith(const QByteArray& body) const;
    void setSending(bool isSending);
    void check();
    void showReceivers();
    void retranslate();

    cmq::TopicAttributes m_topic;
    QList<SubscriptionRow> m_subscriptions;
    BodyComposer* m_composer;
    QPlainTextEdit* m_filter; ///< tags, or the routing key
    Field* m_filterField;
    Label* m_receiversTitle;
    QListWidget* m_receivers;
    Repetition* m_repetition;
    bool m_isRow = false; // more than one is being published
    int m_publishedCount = 0;
};

} // namespace ui
