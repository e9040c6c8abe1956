#pragma once

#include "queuerow.h"

#include "cmq/validation.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;

namespace ui {

class Field;
class Label;
class QuantityEdit;
class QueuePicker;

/// Which queues may become a queue's dead-letter queue, and why perhaps none may.
struct DeadLetterChoices
{
    QStringList targets;
    QString whyNot; ///< why this queue cannot have one at all; empty if it can
};

/// By CMQ's rules: no queue may have one that has one itself, and six queues may share one.
/// `queueName`: the queue that wants one, which may have one already; empty: it is yet to be made.
/// Source: CMQ guide, dead-letter queues. Cost: linear.
[[nodiscard]] DeadLetterChoices deadLetterChoices(const QList<QueueRow>& queues,
                                                  const QString& queueName = {});

/// The dead-letter policy as a form: whether there is one, where to, and after what. Value in,
/// value out.
class DeadLetterForm final : public QWidget
{
    Q_OBJECT

public:
    DeadLetterForm(const std::optional<cmq::DeadLetterPolicy>& policy, DeadLetterChoices choices,
                   QWidget* parent = nullptr);

    /// A field that holds no number counts as 0, which is never in range.
    [[nodiscard]] std::optional<cmq::DeadLetterPolicy> policy() const;
    void showErrors(const cmq::FieldErrors& errors);
    [[nodiscard]] bool hasErrors() const;

signals:
    void edited();

private:
    void createLayout();
    void showFields();
    void retranslate();
    [[nodiscard]] cmq::DeadLetterRule rule() const;

    DeadLetterChoices m_choices;
    QCheckBox* m_switch;
    Label* m_whyNot;
    QWidget* m_fields;
    QueuePicker* m_target;
    QComboBox* m_rule;
    QuantityEdit* m_count;
    QuantityEdit* m_time;
    Field* m_targetField;
    Field* m_ruleField;
    Field* m_countField;
    Field* m_timeField;
};

} // namespace ui
