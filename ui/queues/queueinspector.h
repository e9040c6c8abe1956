#pragma once

#include "queuerow.h"

#include "ui/common/card.h"

#include <optional>
#include <vector>

class QGridLayout;

namespace ui {

class Connection;
class Label;
class QueueGauges;

/// What there is to know about the selected queue: its counters, in the colours and shapes of their
/// states, and its attributes in words.
class QueueInspector final : public Card
{
    Q_OBJECT

public:
    explicit QueueInspector(const Connection& connection, QWidget* parent = nullptr);

    void setQueue(const std::optional<QueueRow>& queue);

private:
    struct Fact
    {
        Label* title;
        Label* value;
    };

    void addFact(QGridLayout* grid, const QString& name);
    void showTexts();

    const Connection& m_connection; // its owner destroys us first
    std::optional<QueueRow> m_queue;
    Label* m_name;
    Label* m_id;
    QueueGauges* m_gauges;
    std::vector<Fact> m_facts;
    Label* m_dates;
    QWidget* m_content;
    Label* m_nothing;
};

} // namespace ui
