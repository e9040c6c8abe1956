#pragma once

#include "topicrow.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Banner;
class Connection;
class Prompts;
class PublishForm;

/// Publishes from the tab of a topic: the form, and what came of it.
class PublishPart final : public QWidget
{
    Q_OBJECT

public:
    /// The connection and prompts outlive us.
    PublishPart(const cmq::TopicAttributes& topic, Connection& connection, Prompts& prompts,
                QWidget* parent = nullptr);

    void setSubscriptions(const QList<SubscriptionRow>& subscriptions);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showState();

    PublishForm* m_form;
    Banner* m_banner;
    QPushButton* m_call;
    QPushButton* m_stop;
    QPushButton* m_submit;
};

} // namespace ui
