#pragma once

#include "ui/common/formdialog.h"

#include "ui/connections/servicerules.h"

#include "cmq/topicactions.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ui {

class Field;
class QuantityEdit;

/// Asks for a topic's name, filter type and largest body, and checks them while they are typed.
class CreateTopicDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit CreateTopicDialog(const ServiceRules& rules = {}, QWidget* parent = nullptr);

signals:
    void submitted(const cmq::CreateTopic& action);

private:
    [[nodiscard]] cmq::CreateTopic action() const;
    void check();

    QLineEdit* m_name;
    Field* m_nameField;
    QComboBox* m_filterType;
    Field* m_filterTypeField;
    QuantityEdit* m_maxMsgSize;
    Field* m_maxMsgSizeField;
    QCheckBox* m_trace;
    QLineEdit* m_tags;
    Field* m_tagsField;
    ServiceRules m_rules;
    bool m_nameTouched = false; // an untouched empty field is not scolded
};

/// Shows a topic's attributes; the largest body can be changed, and the trace where there is one.
class TopicAttributesDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit TopicAttributesDialog(cmq::TopicAttributes topic, const ServiceRules& rules = {},
                                   QWidget* parent = nullptr);

signals:
    void submitted(const cmq::SetTopicAttributes& action);

private:
    [[nodiscard]] cmq::SetTopicAttributes action() const;
    void check();

    cmq::TopicAttributes m_topic;
    ServiceRules m_rules;
    QuantityEdit* m_maxMsgSize;
    Field* m_maxMsgSizeField;
    QCheckBox* m_trace;
};

} // namespace ui
