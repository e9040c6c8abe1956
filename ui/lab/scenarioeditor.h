#pragma once

#include "scenario/scenario.h"

#include "ui/common/formdialog.h"

#include <optional>
#include <vector>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace cmq::scenario {
struct Verdict;
}

namespace ui {

class Field;
class Label;
class Prompts;

/// Makes a lesson of what was done in a sandbox: the beginning and the steps are there, the person
/// writes the texts, ticks the checks, tries it out and saves it.
class ScenarioEditor final : public FormDialog
{
    Q_OBJECT

public:
    /// `recorded`: the beginning, and what was done as its steps, which becomes the solution.
    /// `before`: the lesson it was done in, whose texts are the first proposal. `prompts` outlives us.
    ScenarioEditor(const cmq::scenario::Scenario& recorded,
                   const std::optional<cmq::scenario::Lesson>& before, Prompts& prompts,
                   QWidget* parent = nullptr);

    /// The lesson as it is written now.
    [[nodiscard]] cmq::scenario::Scenario scenario() const;

private:
    void createLayout();
    void proposeChecks();
    void retranslate();
    void validate();
    void tryOut();
    void showVerdict(const cmq::scenario::Verdict& verdict);
    void save();

    cmq::scenario::Scenario m_recorded;
    Prompts& m_prompts;
    std::vector<cmq::scenario::Check> m_proposed;
    std::vector<QString> m_shownTexts; // of the proposals, as they were put into words
    QLineEdit* m_title;
    QPlainTextEdit* m_goal;
    QPlainTextEdit* m_story;
    QPlainTextEdit* m_tasks;
    QListWidget* m_checks;
    Field* m_titleField;
    Field* m_goalField;
    Field* m_storyField;
    Field* m_tasksField;
    Label* m_checksTitle;
    QPushButton* m_try;
    Label* m_verdict;
};

} // namespace ui
