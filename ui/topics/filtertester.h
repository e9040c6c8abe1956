#pragma once

#include "topicrow.h"

#include <QDialog>

namespace ui {

class FilterPart;

/// The filters of a topic, tried in a window of their own.
class FilterTester final : public QDialog
{
    Q_OBJECT

public:
    explicit FilterTester(const cmq::TopicAttributes& topic, QWidget* parent = nullptr);

    void setSubscriptions(const QList<SubscriptionRow>& subscriptions);

private:
    FilterPart* m_part;
};

} // namespace ui
