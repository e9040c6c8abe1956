#pragma once

#include "topicrow.h"

#include "ui/messages/messageform.h"

#include <QList>

class QListWidget;
class QPlainTextEdit;

namespace ui {

class Field;
class Label;

/// A message for a topic, with its tags or its routing key; shows before it is sent who will
/// receive it, who will not, and why.
class PublishForm final : public MessageForm
{
    Q_OBJECT

public:
    /// The drafts and prompts outlive us.
    PublishForm(cmq::TopicAttributes topic, Drafts& drafts, Prompts& prompts,
                Qt::Orientation orientation = Qt::Vertical, QWidget* parent = nullptr);

    /// Subscriptions come and go while it is written.
    void setSubscriptions(const QList<SubscriptionRow>& subscriptions);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString submitText() const override;

protected:
    [[nodiscard]] Message messageWith(const QByteArray& body) const override;
    bool showErrors(const cmq::FieldErrors& errors) override;
    void setFieldsEnabled(bool isEnabled) override;
    [[nodiscard]] QString progressText(int done, int count) const override;
    [[nodiscard]] QString sentText(int count) const override;

private:
    [[nodiscard]] bool isTag() const { return m_topic.filterType == cmq::FilterType::Tag; }
    void createFields();
    void retranslate();
    void showReceivers();

    cmq::TopicAttributes m_topic;
    QList<SubscriptionRow> m_subscriptions;
    QPlainTextEdit* m_filter; ///< tags, or the routing key
    Field* m_filterField;
    Label* m_receiversTitle;
    QListWidget* m_receivers;
};

} // namespace ui
