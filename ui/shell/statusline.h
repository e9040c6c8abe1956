#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace ui {

class Connection;
class Label;
class QueueFeed;
class StallGauge;

/// The line at the bottom: what kind of connection this is and where, whether it may be written,
/// where it is served, what it holds, and how fresh the figures are.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// Follows a connection, or none.
    void setConnection(Connection* connection, QueueFeed* feed);
    void retranslate();
    [[nodiscard]] StallGauge* stallGauge() const { return m_stalls; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showServing();
    void showFigures();
    void showFreshness();

    Connection* m_connection = nullptr; // whoever sets it takes it back before it goes
    QueueFeed* m_feed = nullptr;
    bool m_isStale = false;
    QTimer m_ages;
    QLabel* m_sign;
    Label* m_mode;
    Label* m_place;
    Label* m_served;
    Label* m_access;
    Label* m_figures;
    Label* m_freshness;
    Label* m_stalled;
    StallGauge* m_stalls;
};

/// "Local", "Sandbox", "Remote": the word that is always shown.
[[nodiscard]] QString connectionKindText(const Connection& connection);

} // namespace ui
