#pragma once

#include "alarms.h"

#include "ui/common/tablemodel.h"
#include "ui/common/tableproxy.h"

#include <QWidget>

class QAction;

namespace ui {

class EmptyState;
class Label;
class Monitor;
class TableView;

/// What rings and what rang until somebody has seen it, and the rules behind it.
class AlarmsPage final : public QWidget
{
    Q_OBJECT

public:
    /// These outlive us.
    AlarmsPage(Alarms& alarms, Monitor& monitor, Settings& settings, QWidget* parent = nullptr);

    /// "Alarms", with how many ring.
    [[nodiscard]] QString title() const;
    /// Opens the dialog for a rule about one object.
    void addRuleFor(Metric metric, const QString& key, double threshold);

signals:
    void titleChanged();
    /// The queue, or the topic, of an alarm is wanted by itself.
    void objectRequested(const QString& key);

private:
    void createLayout(Settings& settings);
    void connectSignals();
    void retranslate();
    void showAll();
    void updateActions();
    [[nodiscard]] const AlarmRule* selectedRule() const;
    void openDialog(const AlarmRule& rule);
    void replaceRule(const QString& name, const std::optional<AlarmRule>& rule);
    void acknowledge();
    void acknowledgeAll();
    void openObject();
    void addRule();
    void editRule();
    void deleteRule();
    void switchRule();

    Alarms& m_alarms;
    Monitor& m_monitor;
    TableModel<Alarm> m_list;
    TableModel<AlarmRule> m_rules;
    TableProxy m_listProxy;
    TableProxy m_rulesProxy;
    int m_shownCount = -1;

    Label* m_listTitle;
    TableView* m_listTable;
    EmptyState* m_quiet;
    Label* m_rulesTitle;
    TableView* m_rulesTable;
    EmptyState* m_noRules;
    QAction* m_acknowledge;
    QAction* m_acknowledgeAll;
    QAction* m_open;
    QAction* m_add;
    QAction* m_edit;
    QAction* m_delete;
    QAction* m_switch;
};

} // namespace ui
