#pragma once

#include "topologyplan.h"

#include "cmq/error.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace ui {

class Alarms;
class Connection;
class Prompts;
class Settings;

/// Writes what a connection holds to a file, and makes it hold what a file, or another connection,
/// says: first as a plan, then, when somebody agrees, step by step with what came of each.
class TopologyCommands final : public QObject
{
    Q_OBJECT

public:
    using Others = std::function<QList<Connection*>()>;

    /// `window` is the parent of the dialogs; the others outlive us.
    TopologyCommands(Connection& connection, Prompts& prompts, Settings& settings, QWidget* window);

    /// The other open connections that a topology can be copied from.
    void setOthers(Others others) { m_others = std::move(others); }

    /// Whose rules go with a topology; they outlive us. Without any, a topology has none.
    void setAlarms(Alarms& alarms) { m_alarms = &alarms; }

    [[nodiscard]] QList<QAction*> actions() const { return {m_export, m_import, m_copy}; }
    void retranslate();

signals:
    void succeeded(const QString& text);
    /// `detail`: in other words, or empty.
    void failed(const QString& text, const QString& detail);

private:
    void exportFile();
    void writeTo(const QString& path, const Topology& topology);
    void importFile();
    void readFrom(const QString& path);
    void showOthers();
    void copyFrom(Connection& other);
    void showPlan(const Topology& wanted, const QString& source);
    void carryOut(const Plan& plan);
    [[nodiscard]] std::vector<AlarmRule> alarmRules() const;
    void refuse(const cmq::Error& error);

    Connection& m_connection;
    Prompts& m_prompts;
    Settings& m_settings;
    QWidget* m_window; // our parent
    Others m_others;
    Alarms* m_alarms = nullptr;
    QAction* m_export;
    QAction* m_import;
    QAction* m_copy;
};

} // namespace ui
