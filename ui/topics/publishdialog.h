#pragma once

#include "topicrow.h"

#include "ui/common/formdialog.h"

#include <QList>

class QPlainTextEdit;
class QListWidget;

namespace ui {

class Field;
class Label;
struct Sample;

/// Writes a message for a topic, and shows before it is sent who will receive it, who will not, and
/// why. Stays open, so that the next one is a Ctrl+Enter away.
class PublishDialog final : public FormDialog
{
    Q_OBJECT

public:
    PublishDialog(cmq::TopicAttributes topic, QList<SubscriptionRow> subscriptions,
                  QWidget* parent = nullptr);

    void showPublished(const QString& msgId);
    /// Subscriptions come and go while the dialog is open.
    void setSubscriptions(const QList<SubscriptionRow>& subscriptions);

signals:
    void submitted(const cmq::PublishMessage& action);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] cmq::PublishMessage action() const;
    void check();
    void showReceivers();
    void retranslate();

    cmq::TopicAttributes m_topic;
    QList<SubscriptionRow> m_subscriptions;
    QPlainTextEdit* m_body;
    Field* m_bodyField;
    QPlainTextEdit* m_filter; ///< tags, or the routing key
    Field* m_filterField;
    Label* m_receiversTitle;
    QListWidget* m_receivers;
    bool m_bodyTouched = false;
    int m_publishedCount = 0;
};

} // namespace ui
