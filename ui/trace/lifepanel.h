#pragma once

#include "lifetable.h"

#include <QWidget>

class QAction;
class QScrollArea;

namespace ui {

class Banner;
class EmptyState;
class Label;
class LifeLineView;
class Prompts;
class Settings;
class TableView;

/// One life: the line, why the chosen step happened, the table of the same steps, and the ways to
/// take it along.
class LifePanel final : public QWidget
{
    Q_OBJECT

public:
    /// The prompts and the settings outlive us.
    LifePanel(Prompts& prompts, Settings& settings, QWidget* parent = nullptr);

    /// Gives the drawing the keyboard.
    void focusLine();

    /// One without steps and without a gap is asked for still.
    void setLine(const LifeLine& line);
    /// It could not be asked for; somebody else says why.
    void showFailure();

signals:
    /// The queue of a step is wanted by itself.
    void queueRequested(const QString& queueName);
    /// A chapter of the user guide is wanted, by its title.
    void guideRequested(const QString& chapter);

private:
    void createLayout();
    void retranslate();
    void showTexts();
    void selectStep(int step);
    [[nodiscard]] const LifeLane* selectedLane() const;
    void openQueue();
    void openGuide();
    void exportSvg();
    void exportCsv();
    void exportJson();
    void copyText();
    void showPlaceholder();
    void exportAs(const QString& title, const QString& suffix,
                  const std::function<QByteArray()>& contents);

    Prompts& m_prompts;
    LifeLine m_line;
    LifeTable m_rows;
    int m_selected = -1;
    bool m_hasFailed = false;
    Label* m_title;
    Label* m_gap;
    Label* m_handle;
    LifeLineView* m_view;
    QScrollArea* m_scroll;
    Label* m_why;
    Label* m_lesson;
    TableView* m_table;
    EmptyState* m_empty;
    Banner* m_banner;
    QAction* m_openQueue;
    QAction* m_guide;
    QAction* m_exportSvg;
    QAction* m_exportCsv;
    QAction* m_exportJson;
    QAction* m_copyText;
};

} // namespace ui
