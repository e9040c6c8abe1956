#pragma once

#include <QDialog>
#include <QTimer>

class QProgressBar;
class QPushButton;

namespace ui {

class Banner;
class Label;
class Operation;
class Settings;
class TableView;

/// Runs an operation: how far it is, what came of each, cancel, and another try for what
/// failed.
class OperationDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Owns `operation` and starts it.
    OperationDialog(Operation* operation, Settings& settings, QWidget* parent = nullptr);

    void reject() override;

private:
    void showProgress();

    Operation* m_operation;
    QTimer m_showSoon; // progress is shown some times a second, however fast it is
    Label* m_title;
    Label* m_summary;
    QProgressBar* m_progress;
    Banner* m_banner;
    TableView* m_table;
    QPushButton* m_retry;
    QPushButton* m_close;
};

} // namespace ui
