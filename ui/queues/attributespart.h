#pragma once

#include "queuerow.h"

#include <QScrollArea>

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace ui {

class Banner;
class Connection;
class Label;
class QueueFeed;
class QueueSettingsForm;

/// The attributes of one queue, changed in place. What somebody is typing is not taken away by a
/// refresh; a change from elsewhere is told.
class AttributesPart final : public QScrollArea
{
    Q_OBJECT

public:
    /// Both outlive us.
    AttributesPart(Connection& connection, QueueFeed& feed, QWidget* parent = nullptr);

    void setQueue(const cmq::QueueAttributes& queue);

private:
    void makeForm();
    void check();
    void save();
    void retranslate();
    [[nodiscard]] bool isEdited() const;

    Connection& m_connection;
    QueueFeed& m_feed;
    std::optional<cmq::QueueAttributes> m_queue; ///< what the form began with
    cmq::QueueSettings m_latest;                 ///< what it is now
    bool m_isSaving = false;
    Label* m_facts;
    Banner* m_banner;
    QVBoxLayout* m_place;
    QueueSettingsForm* m_form = nullptr;
    QPushButton* m_save;
    QPushButton* m_revert;
};

} // namespace ui
