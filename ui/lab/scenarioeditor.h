#pragma once

#include "editortexts.h"
#include "recording.h"

#include "scenario/scenario.h"

#include "ui/common/formdialog.h"

#include <optional>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace cmq::scenario {
struct Verdict;
}

namespace ui {

class Field;
class Label;
class Prompts;

/// Makes a lesson of what was done in a sandbox: the beginning and the steps are there, the person
/// writes the texts in each language, ticks the checks, tries it out and saves it. What was done in
/// other branches can be shown as ways that fail.
class ScenarioEditor final : public FormDialog
{
    Q_OBJECT

public:
    /// `before`: the lesson it was done in, whose texts are the first proposal. `prompts` outlives
    /// us.
    ScenarioEditor(Recording recording, const std::optional<cmq::scenario::Lesson>& before,
                   Prompts& prompts, QWidget* parent = nullptr);

    /// The lesson as it is written now.
    [[nodiscard]] cmq::scenario::Scenario scenario() const;

private:
    struct WrongWayFields
    {
        const Recording::Branch* branch;
        QLineEdit* title;
        QLineEdit* lesson;
        Field* titleField;
        Field* lessonField;
    };

    void addTexts(const cmq::scenario::Lesson& before);
    void createLayout();
    [[nodiscard]] QWidget* makeTextsPart();
    [[nodiscard]] QWidget* makeChecksPart();
    [[nodiscard]] QWidget* makeQuestionPart();
    [[nodiscard]] QWidget* makeHelpPart();
    void proposeChecks();
    void retranslate();
    void validate();
    [[nodiscard]] cmq::scenario::Lesson writtenLesson() const;
    void addWrongWays(cmq::scenario::Scenario& made) const;
    void tryOut();
    void showVerdict(const cmq::scenario::Verdict& verdict);
    void save();

    const Recording m_recording;
    Prompts& m_prompts;
    std::vector<cmq::scenario::Check> m_proposed;
    std::vector<QString> m_shownTexts; // of the proposals, as they were put into words
    EditorTexts m_texts;
    QComboBox* m_language;
    QLineEdit* m_title;
    QPlainTextEdit* m_goal;
    QPlainTextEdit* m_story;
    QPlainTextEdit* m_tasks;
    QPlainTextEdit* m_explanation;
    QListWidget* m_checks;
    QCheckBox* m_faults;
    QPlainTextEdit* m_question;
    QPlainTextEdit* m_choices;
    QSpinBox* m_answer;
    QLineEdit* m_why;
    QPlainTextEdit* m_hints;
    std::vector<WrongWayFields> m_wrong;
    std::vector<std::pair<QWidget*, Field*>> m_fields; // of texts, in their order
    std::vector<QString> m_titles;                     // of the first of them, for what is missing
    Field* m_answerField;
    Label* m_checksTitle;
    Label* m_wrongHelp;
    Label* m_missing;
    QPushButton* m_try;
    Label* m_verdict;
};

} // namespace ui
