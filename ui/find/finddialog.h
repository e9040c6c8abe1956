#pragma once

#include "messagefinder.h"

#include "ui/common/tablemodel.h"
#include "ui/common/tableproxy.h"

#include <QDialog>

class QAction;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class EmptyState;
class Field;
class Label;
class QueueFeed;
class Settings;
class TableView;

/// Finds messages wherever they are. Not modal: it stands beside the work.
class FindDialog final : public QDialog
{
    Q_OBJECT

public:
    /// These outlive us.
    FindDialog(Connection& connection, QueueFeed& queues, Settings& settings,
               QWidget* parent = nullptr);

signals:
    /// The life of a message is wanted; its queue.
    void traceRequested(const QString& msgId);
    void queueRequested(const QString& queueName);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void createLayout(Settings& settings);
    void connectSignals();
    void retranslate();
    void find();
    void showProgress();
    void showHint();
    void updateActions();
    [[nodiscard]] const FoundMessage* selected() const;
    void openTrace();
    void openQueue();

    Connection& m_connection;
    QueueFeed& m_queues;
    MessageFinder m_finder;
    TableModel<FoundMessage> m_rows;
    TableProxy m_proxy;
    bool m_hasLooked = false;

    QLineEdit* m_text;
    QCheckBox* m_isExpression;
    QLineEdit* m_label;
    QComboBox* m_range;
    QPushButton* m_find;
    Field* m_textField;
    Field* m_labelField;
    Field* m_rangeField;
    Banner* m_banner;
    Label* m_summary;
    TableView* m_table;
    EmptyState* m_empty;
    QAction* m_openTrace;
    QAction* m_openQueue;
};

} // namespace ui
