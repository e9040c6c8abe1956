#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class Banner;
class Lab;
class Label;
class LessonState;
class Prompts;

/// The lesson beside the sandbox's own pages: its goal, which always stays in sight, and below it
/// everything else.
class LessonPanel final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive us.
    LessonPanel(LessonState& state, Lab& lab, Prompts& prompts, QWidget* parent = nullptr);

    /// Undo, redo, begin again: for the menu.
    [[nodiscard]] QList<QAction*> lessonActions() const { return {m_undo, m_redo, m_again}; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void undo();
    void redo();
    void beginAgain();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeBody(Lab& lab);
    void addLesson(QVBoxLayout* layout);
    void retranslate();
    void refresh();
    void save();
    void edit();

    QScrollArea* m_area = nullptr;
    LessonState& m_state;
    Prompts& m_prompts;
    Label* m_title;
    Label* m_goal;
    Label* m_resumed;
    Label* m_reached;
    Banner* m_banner;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_again;
    QPushButton* m_play;
    QPushButton* m_save;
    QPushButton* m_edit;
    Label* m_storyTitle = nullptr;
    Label* m_story = nullptr;
    Label* m_tasksTitle = nullptr;
    Label* m_tasks = nullptr;
};

} // namespace ui
