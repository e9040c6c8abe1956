#pragma once

#include "cmq/topicactions.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QPushButton;

namespace ui {

class Banner;
class Connection;
class Field;
class Label;
class QuantityEdit;

/// The attributes of one topic, changed in place. What somebody is typing is not taken away by a
/// refresh; a change from elsewhere is told.
class TopicAttributesPart final : public QWidget
{
    Q_OBJECT

public:
    /// `connection` outlives us.
    explicit TopicAttributesPart(Connection& connection, QWidget* parent = nullptr);

    void setTopic(const cmq::TopicAttributes& topic);

private:
    void check();
    void save();
    void revert();
    void retranslate();
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] cmq::SetTopicAttributes action() const;

    Connection& m_connection;
    std::optional<cmq::TopicAttributes> m_topic; ///< as of the latest answer
    std::int64_t m_begun = 0;                    ///< the size that the field began with
    bool m_begunTrace = false;
    bool m_isSaving = false;
    Label* m_facts;
    Banner* m_banner;
    QuantityEdit* m_maxMsgSize;
    Field* m_field;
    QCheckBox* m_trace; // only where there is such a thing
    QPushButton* m_save;
    QPushButton* m_revert;
};

} // namespace ui
