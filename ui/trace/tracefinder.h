#pragma once

#include "tracefeed.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;

namespace ui {

class Label;
class QueuePicker;

/// The two ways to a message: by its ID, or by object and time.
class TraceFinder final : public QWidget
{
    Q_OBJECT

public:
    using Clock = std::function<cmq::Time()>;

    /// `now` tells the broker's time, which ranges are counted from.
    explicit TraceFinder(Clock now, QWidget* parent = nullptr);

    /// Of queues and topics.
    void setNames(const QStringList& names);
    void setMessageId(std::uint64_t msgId);
    void focusId();

signals:
    void messageRequested(std::uint64_t msgId);
    void searchRequested(const ui::TraceFeed::Search& search);

private:
    void createLayout();
    void retranslate();
    void submitId();
    void submitSearch();
    void showRange();

    Clock m_now;
    Label* m_idTitle;
    QLineEdit* m_id;
    QPushButton* m_show;
    Label* m_objectTitle;
    QueuePicker* m_object;
    QComboBox* m_range;
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    QPushButton* m_find;
};

} // namespace ui
