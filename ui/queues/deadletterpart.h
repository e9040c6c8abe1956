#pragma once

#include "queuerow.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class Connection;
class Label;
class QueueCommands;

/// Both directions of one queue's dead letters: where its own go, and whose come here.
class DeadLetterPart final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive us.
    DeadLetterPart(Connection& connection, QueueCommands& commands, QWidget* parent = nullptr);

    void setQueue(const cmq::QueueAttributes& queue);

signals:
    void queueRequested(const QString& queueName);
    /// The dead letters themselves are wanted: what is done with them is done there.
    void messagesRequested();

private:
    void retranslate();
    void showTarget();
    void showSources();
    [[nodiscard]] QToolButton* makeLink(const QString& objectName, const QString& queueName);

    Connection& m_connection;
    std::optional<cmq::QueueAttributes> m_queue;
    QStringList m_shown; ///< the links as they are, so that what stays is left alone
    Label* m_targetTitle;
    QVBoxLayout* m_target;
    Label* m_policy;
    QPushButton* m_unbind;
    Label* m_sourcesTitle;
    QVBoxLayout* m_sources;
    Label* m_sourcesText;
    QPushButton* m_messages;
};

} // namespace ui
