#pragma once

#include "ui/common/tablemodel.h"
#include "ui/common/tableproxy.h"

#include <QWidget>

class QAction;

namespace ui {

class EmptyState;
class Label;
class LessonState;
class Settings;
class TableView;

/// A thing that was done in a sandbox; number 0 is the start.
struct HistoryRow
{
    enum class State { Done, Latest, Undone };

    int number = 0;
    cmq::Time when;
    QString action;
    QString object;
    State state = State::Done;
    friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
};

class HistoryModel final : public TableModel<HistoryRow>
{
    Q_OBJECT

public:
    explicit HistoryModel(QObject* parent = nullptr);
};

/// Everything that was done in a sandbox and can be taken back, and what was taken back and can be
/// done again: choosing a line goes there.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive us.
    HistoryPanel(LessonState& state, Settings& settings, QWidget* parent = nullptr);

signals:
    void closeRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    void retranslate();
    void look();
    void goTo(const QString& number);

    LessonState& m_state;
    HistoryModel m_model;
    TableProxy m_proxy;
    Label* m_title;
    Label* m_text;
    TableView* m_table;
    QAction* m_go;
    QAction* m_close;
    int m_asked = 0; // an older answer is void
};

} // namespace ui
