#pragma once

#include "activitymodel.h"

#include "ui/common/tableproxy.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLineEdit;

namespace ui {

class ActivityLog;
class Banner;
class EmptyState;
class Label;
class Prompts;
class Settings;
class TableView;

/// What this console did to a connection: when, what, to which object, with which result.
class ActivityPanel final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive us.
    ActivityPanel(ActivityLog& log, const QString& connectionName, Prompts& prompts,
                  Settings& settings, QWidget* parent = nullptr);

signals:
    void closeRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    void retranslate();
    void showActivities();
    void exportCsv();
    void write(const QString& path);

    ActivityLog& m_log;
    QString m_connectionName;
    Prompts& m_prompts;
    ActivityModel m_model;
    TableProxy m_proxy;
    QTimer m_refresh; // many activities, one look
    Label* m_title;
    Label* m_count;
    QLineEdit* m_filter;
    Banner* m_banner;
    TableView* m_table;
    EmptyState* m_empty;
    QAction* m_export;
    QAction* m_close;
};

} // namespace ui
