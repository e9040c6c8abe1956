#pragma once

#include "queuerow.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace ui {

/// Which queues somebody looks for. Plain words, and `name:word`, must all occur in the name, case
/// ignored. `active>100`, `inactive>=5`, `delay=0`, `rewind<10` look at the counters, `age>1h` at
/// the oldest message; `dlq:yes` and `dlq:no` ask whether it has a dead-letter queue. All must
/// hold. Full-width signs count as their ASCII forms.
///
/// A value. Pure.
class QueueFilter
{
public:
    QueueFilter() = default;
    explicit QueueFilter(const QString& text);

    /// Why the text is no filter; empty if it is one.
    [[nodiscard]] const QString& error() const { return m_error; }
    /// Lets everything through.
    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty() && m_conditions.empty(); }
    /// Whether what matches changes while time goes by.
    [[nodiscard]] bool dependsOnTime() const { return m_dependsOnTime; }
    [[nodiscard]] bool matches(const QueueRow& queue, cmq::Time now) const;

private:
    using Condition = std::function<bool(const cmq::QueueAttributes&, cmq::Time now)>;

    void add(const QString& word);
    void addNumber(const QString& field, const QString& relation, const QString& value);

    QStringList m_names;
    std::vector<Condition> m_conditions;
    QString m_error;
    bool m_dependsOnTime = false;
};

} // namespace ui
