#pragma once

#include "ui/common/formdialog.h"

#include "cmq/topicactions.h"

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
    explicit CreateTopicDialog(QWidget* parent = nullptr);

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
    bool m_nameTouched = false; // an untouched empty field is not scolded
};

/// Shows a topic's attributes; the largest body can be changed.
class TopicAttributesDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit TopicAttributesDialog(cmq::TopicAttributes topic, QWidget* parent = nullptr);

signals:
    void submitted(const cmq::SetTopicAttributes& action);

private:
    void check();

    cmq::TopicAttributes m_topic;
    QuantityEdit* m_maxMsgSize;
    Field* m_maxMsgSizeField;
};

} // namespace ui
