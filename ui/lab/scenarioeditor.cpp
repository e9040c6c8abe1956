#include "scenarioeditor.h"

#include "lessontext.h"

#include "scenario/scenariofile.h"
#include "scenario/scenariorun.h"
#include "scenario/suggestions.h"

#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/savefile.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

constexpr int LinesOfText = 3;

QPlainTextEdit* textField(const QString& name, const QString& text)
{
    auto* field = new QPlainTextEdit(text);
    field->setObjectName(name);
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * LinesOfText + 16);
    return field;
}

scenario::Texts textsOf(const QString& text)
{
    return text.trimmed().isEmpty()
               ? scenario::Texts()
               : scenario::Texts{{lessonLanguage(), text.trimmed().toStdString()}};
}

/// What the solution leads to.
scenario::World endOf(const scenario::Scenario& recorded)
{
    auto world = startOf(recorded);
    if (!world) // its setup has run before, so it does again
        return scenario::World(recorded);
    scenario::Script(*world).play(recorded.steps);
    return std::move(*world);
}

} // namespace

ScenarioEditor::ScenarioEditor(const scenario::Scenario& recorded,
                               const std::optional<scenario::Lesson>& before, Prompts& prompts,
                               QWidget* parent)
    : FormDialog(u"scenarioEditor"_s, parent)
    , m_recorded(recorded)
    , m_prompts(prompts)
    , m_title(new QLineEdit(lessonText(recorded.title)))
    , m_goal(textField(u"editorGoal"_s, before ? lessonText(before->goal) : QString()))
    , m_story(textField(u"editorStory"_s, before ? lessonText(before->story) : QString()))
    , m_tasks(textField(u"editorTasks"_s, {}))
    , m_checks(new QListWidget)
    , m_checksTitle(new Label)
    , m_try(new QPushButton)
    , m_verdict(new Label)
{
    QStringList tasks;
    for (const scenario::Texts& task : before ? before->tasks : std::vector<scenario::Texts>())
        tasks += lessonText(task);
    m_tasks->setPlainText(tasks.join(u'\n'));
    proposeChecks();
    createLayout();
    connect(m_title, &QLineEdit::textChanged, this, &ScenarioEditor::validate);
    connect(m_goal, &QPlainTextEdit::textChanged, this, &ScenarioEditor::validate);
    connect(m_checks, &QListWidget::itemChanged, this, &ScenarioEditor::validate);
    connect(m_try, &QPushButton::clicked, this, &ScenarioEditor::tryOut);
    connect(this, &FormDialog::submitRequested, this, &ScenarioEditor::save);
    keepTranslated(this, [this] { retranslate(); });
}

void ScenarioEditor::createLayout()
{
    setMinimumWidth(620);
    m_title->setObjectName(u"editorTitle"_s);
    m_checks->setObjectName(u"editorChecks"_s);
    m_checks->setMinimumHeight(140);
    m_checksTitle->setObjectName(u"editorChecksTitle"_s);
    m_try->setObjectName(u"editorTry"_s);
    m_try->setAutoDefault(false);
    m_verdict->setObjectName(u"editorVerdict"_s);
    m_verdict->setWordWrap(true);
    m_titleField = new Field(m_title);
    m_goalField = new Field(m_goal);
    m_storyField = new Field(m_story);
    m_tasksField = new Field(m_tasks);
    for (QWidget* each : std::initializer_list<QWidget*>{m_titleField, m_goalField, m_storyField,
                                                         m_tasksField, m_checksTitle, m_checks,
                                                         m_verdict})
        body()->addWidget(each);
    footer()->addWidget(m_try);
}

/// What the scenario asked for before, and what holds at the end of what was done.
void ScenarioEditor::proposeChecks()
{
    m_proposed = m_recorded.checks;
    const std::size_t given = m_proposed.size();
    for (scenario::Check& check : suggestedChecks(endOf(m_recorded)))
        m_proposed.push_back(std::move(check));
    for (std::size_t i = 0; i < m_proposed.size(); ++i) {
        const QString said = lessonText(m_proposed[i].text);
        m_shownTexts.push_back(said.isEmpty() ? predicateText(m_proposed[i].predicate) : said);
        auto* item = new QListWidgetItem(m_shownTexts.back(), m_checks);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(i < given ? Qt::Checked : Qt::Unchecked);
    }
}

void ScenarioEditor::retranslate()
{
    setTitle(tr("A lesson from what you did"));
    m_titleField->setTitle(tr("Title"));
    m_goalField->setTitle(tr("Goal"));
    m_goalField->setHint(tr("One sentence: what is to be reached"));
    m_storyField->setTitle(tr("Story"));
    m_tasksField->setTitle(tr("Tasks"));
    m_tasksField->setHint(tr("One on a line"));
    m_checksTitle->setText(tr("Checks: what must be so in the end"));
    m_checks->setAccessibleName(m_checksTitle->text());
    m_try->setText(tr("Try it out"));
    m_try->setToolTip(tr("Proves that the solution passes and that doing nothing does not"));
    submitButton()->setText(tr("Save…"));
    closeButton()->setText(tr("Close"));
    validate();
}

void ScenarioEditor::validate()
{
    m_verdict->setText({}); // it was about another lesson
    bool hasCheck = false;
    for (int row = 0; row < m_checks->count(); ++row)
        hasCheck = hasCheck || m_checks->item(row)->checkState() == Qt::Checked;
    const bool isWhole = !m_title->text().trimmed().isEmpty() &&
                         !m_goal->toPlainText().trimmed().isEmpty() && hasCheck;
    m_try->setEnabled(isWhole);
    setValid(isWhole, tr("A lesson needs a title, a goal and a check."));
}

scenario::Scenario ScenarioEditor::scenario() const
{
    scenario::Scenario made = m_recorded;
    made.id.clear(); // it is none of ours any more
    made.title = textsOf(m_title->text());
    made.checks.clear();
    for (int row = 0; row < m_checks->count(); ++row) {
        if (m_checks->item(row)->checkState() != Qt::Checked)
            continue;
        scenario::Check check = m_proposed[std::size_t(row)];
        check.id = std::to_string(row + 1) + '-' + check.id;
        if (check.text.empty())
            check.text = textsOf(m_shownTexts[std::size_t(row)]);
        made.checks.push_back(std::move(check));
    }
    scenario::Lesson lesson;
    lesson.goal = textsOf(m_goal->toPlainText());
    lesson.story = textsOf(m_story->toPlainText());
    for (const QString& task : m_tasks->toPlainText().split(u'\n', Qt::SkipEmptyParts))
        lesson.tasks.push_back(textsOf(task));
    lesson.solution = m_recorded.steps;
    made.steps.clear();
    made.lesson = std::move(lesson);
    return made;
}

void ScenarioEditor::tryOut()
{
    m_try->setEnabled(false); // until its answer is there
    inBackground(
        this, [written = scenario()] { return runScenario(written); },
        [this](const scenario::Verdict& verdict) {
            m_try->setEnabled(true);
            showVerdict(verdict);
        });
}

void ScenarioEditor::showVerdict(const scenario::Verdict& verdict)
{
    QStringList lines;
    for (const scenario::StepVerdict& step : verdict.steps) {
        if (!step.isPassed)
            lines += tr("%1: %2").arg(QString::fromStdString(step.title),
                                      QString::fromStdString(step.reason));
    }
    m_verdict->setTone(verdict.isPassed() ? Tone::Ok : Tone::Dead);
    m_verdict->setText(verdict.isPassed()
                           ? tr("It works: the solution passes, doing nothing and waiting do not.")
                           : lines.join(u'\n'));
}

void ScenarioEditor::save()
{
    saveFile(this, m_prompts, *banner(), tr("Save the lesson"), u"lesson.json"_s,
             QByteArray::fromStdString(toText(scenario())));
}

} // namespace ui
