#pragma once

#include "queuerow.h"

#include "ui/common/card.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace ui {

class Connection;
class Label;

/// What there is to know about the selected queue: its counters, in the colours and shapes of their
/// states, and its attributes in words.
class QueueInspector final : public Card
{
    Q_OBJECT

public:
    explicit QueueInspector(const Connection& connection, QWidget* parent = nullptr);

    void setQueue(const std::optional<QueueRow>& queue);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Counter
    {
        QLabel* icon;
        Label* value;
        Label* title;
    };
    struct Fact
    {
        Label* title;
        Label* value;
    };

    void addCounter(QGridLayout* grid, const QString& name);
    void addFact(QGridLayout* grid, const QString& name);
    void showIcons();
    void showTexts();

    const Connection& m_connection; // its owner destroys us first
    std::optional<QueueRow> m_queue;
    Label* m_name;
    Label* m_id;
    std::vector<Counter> m_counters; // visible, in flight, delayed, rewindable
    std::vector<Fact> m_facts;
    Label* m_dates;
    QWidget* m_content;
    Label* m_nothing;
};

} // namespace ui
