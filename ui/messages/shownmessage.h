#pragma once

#include "cmq/messageactions.h"

#include <QObject>

namespace ui {

class BodyViewer;
class Connection;
class Prompts;

/// The message of a list that a viewer shows: its body is asked for when it is wanted, and an
/// answer about another one is void.
class ShownMessage final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    ShownMessage(Connection& connection, BodyViewer& viewer, QObject* parent = nullptr);

    /// 0: none.
    [[nodiscard]] std::uint64_t entry() const { return m_message.entry; }
    void show(const QString& queueName, const cmq::PeekedMessage& message);
    /// Its state is another now; its body never is.
    void update(const cmq::PeekedMessage& message) { m_message = message; }
    void clear();
    /// As they are now: ages grow, times run out.
    void showProperties() const;
    /// In a window, with more room for it; nothing while its body is on the way.
    void preview(Prompts& prompts, QWidget* window) const;

private:
    Connection& m_connection;
    BodyViewer& m_viewer;
    cmq::PeekedMessage m_message;
    std::uint64_t m_bodyEntry = 0; ///< whose body is there
    int m_generation = 0;
};

} // namespace ui
