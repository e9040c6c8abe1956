#pragma once

#include "ui/common/formdialog.h"

#include "cmq/behaviour.h"
#include "cmq/topicactions.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class Field;

/// Creates a subscription or changes one, with CMQ's rules live in the form. The parts that only
/// one filter type or protocol has are shown only there.
class SubscriptionDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `existing`: the one to change; none to create one. Whether local endpoints are allowed is
    /// the broker's business: the form lets them pass.
    SubscriptionDialog(cmq::TopicAttributes topic,
                       std::optional<cmq::SubscriptionAttributes> existing,
                       QWidget* parent = nullptr);

    /// Suggests where messages are to be pushed.
    void setUrl(const QString& url);
    /// Where it delivers cannot be changed there.
    void fixTarget();

signals:
    void subscribed(const cmq::Subscribe& action);
    void changed(const cmq::SetSubscriptionAttributes& action);

private:
    void createFields();
    void fill(const cmq::SubscriptionAttributes& existing);
    void retranslate();
    [[nodiscard]] cmq::Subscribe action() const;
    [[nodiscard]] cmq::SetSubscriptionAttributes change() const;
    void check();
    void submit();

    cmq::TopicAttributes m_topic;
    std::optional<cmq::SubscriptionAttributes> m_existing;
    QLineEdit* m_name;
    QComboBox* m_protocol;
    QLineEdit* m_endpoint;
    QPlainTextEdit* m_filter;
    QComboBox* m_strategy;
    QComboBox* m_format;
    Field* m_nameField = nullptr;
    Field* m_protocolField = nullptr;
    Field* m_endpointField = nullptr;
    Field* m_filterField = nullptr;
    Field* m_strategyField = nullptr;
    Field* m_formatField = nullptr;
    bool m_nameTouched = false; // an untouched empty field is not scolded
    bool m_endpointTouched = false;
    bool m_filterTouched = false;
};

} // namespace ui
