#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace ui {

class Connection;

/// When something that is kept fresh is asked for again: a while after each answer, at once after
/// every change of our own, never twice at a time, and never while nobody looks.
///
/// The pause grows with the work, so that refreshing stays a small part of the time. On a
/// connection that counts its requests, the work is the whole question and not only the handling of
/// the answer, and the pause is at least as long as the endpoint's own counters take to follow.
class Refresher final : public QObject
{
    Q_OBJECT

public:
    /// `ask` starts the question; whoever it asks calls `answered` in the end.
    Refresher(Connection& connection, std::function<void()> ask, QObject* parent = nullptr);

    /// Asks now, or once more after the answer that is under way.
    void refresh();
    /// An answer begins to be handled; `answered` follows.
    void beginWork() { m_work.start(); }
    void answered();
    /// Whether somebody looks; at first so only where looking costs nothing. What was missed
    /// meanwhile is caught up.
    void setActive(bool isActive);

private:
    void refreshAfterChange();
    [[nodiscard]] int pauseAfterAnswer() const;

    Connection& m_connection; // its owner destroys us first
    std::function<void()> m_ask;
    QTimer m_pause;
    QElapsedTimer m_question;
    QElapsedTimer m_work;
    int m_pauseMs = 0;
    bool m_isActive;
    bool m_isAsking = false;
    bool m_askAgain = false;
    bool m_isDue = true; ///< to be asked as soon as somebody looks
};

} // namespace ui
