#pragma once

#include "queuerow.h"

#include <QList>
#include <QObject>

#include <vector>

class QWidget;

namespace ui {

struct BatchItem;
class Connection;
class Settings;

/// One action with each of many queues, in a window that tells what came of each and tries again
/// what failed. What has to be asked before has been asked.
class QueueBulk final : public QObject
{
    Q_OBJECT

public:
    /// `connection` and `settings` outlive us; `window`, our parent, is that of the dialogs.
    QueueBulk(Connection& connection, Settings& settings, QWidget* window);

    /// Asks which attributes, then sets them.
    void openAttributes(const QList<QueueRow>& queues);
    void rewind(const std::vector<cmq::RewindQueue>& actions);
    void clear(const QList<QueueRow>& queues);
    void remove(const QList<QueueRow>& queues);

private:
    template <class MakeAction>
    void doWithAll(const QString& title, const QList<QueueRow>& queues, MakeAction makeAction);
    void show(const QString& title, const QList<BatchItem>& items);

    Connection& m_connection;
    Settings& m_settings;
    QWidget* m_window;
};

} // namespace ui
