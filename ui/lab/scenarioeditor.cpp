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
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

constexpr int LinesOfText = 3;
constexpr int ChoicesMax = 9;

QPlainTextEdit* textField(const QString& name)
{
    auto* field = new QPlainTextEdit;
    field->setObjectName(name);
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * LinesOfText + 16);
    return field;
}

QLineEdit* lineField(const QString& name)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    return field;
}

/// What steps lead to.
scenario::World endOf(const scenario::Scenario& beginning, const std::vector<scenario::Step>& steps)
{
    auto world = startOf(beginning);
    if (!world) // its setup has run before, so it does again
        return scenario::World(beginning);
    scenario::Script(*world).play(steps);
    return std::move(*world);
}

bool isFault(const scenario::Step& step)
{
    return std::holds_alternative<scenario::FaultStep>(step);
}

/// What breaks while steps are played, at its time; the steps go on without it.
std::vector<scenario::Fault> takeFaults(std::vector<scenario::Step>& steps)
{
    std::vector<scenario::Fault> faults;
    cmq::Milliseconds elapsed{0};
    for (const scenario::Step& step : steps) {
        if (const auto* pause = std::get_if<scenario::AdvanceStep>(&step))
            elapsed += pause->duration;
        if (const auto* broken = std::get_if<scenario::FaultStep>(&step)) {
            faults.push_back(broken->fault);
            faults.back().at = elapsed;
        }
    }
    std::erase_if(steps, isFault);
    return faults;
}

QWidget* partOf(QVBoxLayout*& layout)
{
    auto* part = new QWidget;
    layout = new QVBoxLayout(part);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    return part;
}

} // namespace

ScenarioEditor::ScenarioEditor(Recording recording, const std::optional<scenario::Lesson>& before,
                               Prompts& prompts, QWidget* parent)
    : FormDialog(u"scenarioEditor"_s, parent)
    , m_recording(std::move(recording))
    , m_prompts(prompts)
    , m_texts(this)
    , m_language(new QComboBox)
    , m_title(lineField(u"editorTitle"_s))
    , m_goal(textField(u"editorGoal"_s))
    , m_story(textField(u"editorStory"_s))
    , m_tasks(textField(u"editorTasks"_s))
    , m_explanation(textField(u"editorExplanation"_s))
    , m_checks(new QListWidget)
    , m_faults(new QCheckBox)
    , m_question(textField(u"editorQuestion"_s))
    , m_choices(textField(u"editorChoices"_s))
    , m_answer(new QSpinBox)
    , m_why(lineField(u"editorWhy"_s))
    , m_hints(textField(u"editorHints"_s))
    , m_checksTitle(new Label)
    , m_wrongHelp(new Label(TextRole::Caption, Tone::Muted))
    , m_missing(new Label(TextRole::Caption, Tone::Muted))
    , m_try(new QPushButton)
    , m_verdict(new Label)
{
    for (const Recording::Branch& branch : m_recording.others) {
        const QString number = QString::number(branch.number);
        m_wrong.push_back({&branch, lineField(u"editorWrong"_s + number),
                           lineField(u"editorWrongLesson"_s + number), nullptr, nullptr});
    }
    addTexts(before.value_or(scenario::Lesson()));
    proposeChecks();
    createLayout();
    connect(&m_texts, &EditorTexts::changed, this, &ScenarioEditor::validate);
    connect(m_checks, &QListWidget::itemChanged, this, &ScenarioEditor::validate);
    connect(m_language, &QComboBox::activated, this,
            [this] { m_texts.show(m_language->currentData().toString().toStdString()); });
    connect(m_try, &QPushButton::clicked, this, &ScenarioEditor::tryOut);
    connect(this, &FormDialog::submitRequested, this, &ScenarioEditor::save);
    keepTranslated(this, [this] { retranslate(); });
}

void ScenarioEditor::addTexts(const scenario::Lesson& before)
{
    const scenario::Question asked =
        before.questions.empty() ? scenario::Question() : before.questions.front();
    m_texts.add(m_title, m_recording.scenario.title);
    m_texts.add(m_goal, before.goal);
    m_texts.add(m_story, before.story);
    m_texts.addLines(m_tasks, before.tasks);
    m_texts.add(m_explanation, before.explanation);
    m_texts.add(m_question, asked.text);
    m_texts.addLines(m_choices, asked.choices);
    m_texts.add(m_why, asked.why);
    m_texts.addLines(m_hints, before.hints);
    for (const WrongWayFields& each : m_wrong) {
        m_texts.add(each.title);
        m_texts.add(each.lesson);
    }
    m_answer->setRange(1, ChoicesMax);
    m_answer->setValue(int(asked.answer));
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_title, m_goal, m_story, m_tasks, m_explanation,
                                         m_question, m_choices, m_why, m_hints})
        m_fields.emplace_back(each, new Field(each));
    for (WrongWayFields& each : m_wrong) {
        each.titleField = new Field(each.title);
        each.lessonField = new Field(each.lesson);
        m_fields.emplace_back(each.title, each.titleField);
        m_fields.emplace_back(each.lesson, each.lessonField);
    }
    m_answerField = new Field(m_answer);
}

void ScenarioEditor::createLayout()
{
    setMinimumWidth(680);
    resize(680, 640);
    m_language->setObjectName(u"editorLanguage"_s);
    m_language->addItem(u"中文"_s, u"zh"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->setCurrentIndex(m_language->findData(QString::fromStdString(lessonLanguage())));
    m_answer->setObjectName(u"editorAnswer"_s);
    m_missing->setObjectName(u"editorMissing"_s);
    m_missing->setWordWrap(true);
    m_try->setObjectName(u"editorTry"_s);
    m_try->setAutoDefault(false);
    m_verdict->setObjectName(u"editorVerdict"_s);
    m_verdict->setWordWrap(true);
    auto* parts = new QTabWidget;
    parts->setObjectName(u"editorParts"_s);
    parts->setDocumentMode(true);
    for (QWidget* part : {makeTextsPart(), makeChecksPart(), makeQuestionPart(), makeHelpPart()}) {
        auto* area = new QScrollArea; // there are small screens
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setWidget(part);
        parts->addTab(area, QString());
    }
    keepTranslated(parts, [parts] {
        const QString titles[] = {ScenarioEditor::tr("Texts"), ScenarioEditor::tr("Checks"),
                                  ScenarioEditor::tr("Question"),
                                  ScenarioEditor::tr("Hints and wrong ways")};
        for (int i = 0; i < parts->count(); ++i)
            parts->setTabText(i, titles[i]);
    });
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_language);
    head->addWidget(m_missing, 1);
    body()->addLayout(head);
    body()->addWidget(parts);
    body()->addWidget(m_verdict);
    footer()->addWidget(m_try);
}

QWidget* ScenarioEditor::makeTextsPart()
{
    QVBoxLayout* layout = nullptr;
    QWidget* part = partOf(layout);
    for (std::size_t i = 0; i < 5; ++i)
        layout->addWidget(m_fields[i].second);
    layout->addStretch();
    return part;
}

QWidget* ScenarioEditor::makeChecksPart()
{
    QVBoxLayout* layout = nullptr;
    QWidget* part = partOf(layout);
    m_checks->setObjectName(u"editorChecks"_s);
    m_checks->setMinimumHeight(140);
    m_checksTitle->setObjectName(u"editorChecksTitle"_s);
    m_faults->setObjectName(u"editorFaults"_s);
    m_faults->setVisible(std::ranges::any_of(m_recording.scenario.steps, isFault));
    layout->addWidget(m_checksTitle);
    layout->addWidget(m_checks, 1);
    layout->addWidget(m_faults);
    return part;
}

QWidget* ScenarioEditor::makeQuestionPart()
{
    QVBoxLayout* layout = nullptr;
    QWidget* part = partOf(layout);
    for (QWidget* each : std::initializer_list<QWidget*>{m_fields[5].second, m_fields[6].second,
                                                         m_answerField, m_fields[7].second})
        layout->addWidget(each);
    layout->addStretch();
    return part;
}

QWidget* ScenarioEditor::makeHelpPart()
{
    QVBoxLayout* layout = nullptr;
    QWidget* part = partOf(layout);
    m_wrongHelp->setObjectName(u"editorWrongHelp"_s);
    m_wrongHelp->setWordWrap(true);
    layout->addWidget(m_fields[8].second);
    layout->addWidget(m_wrongHelp);
    for (const WrongWayFields& each : m_wrong) {
        layout->addWidget(each.titleField);
        layout->addWidget(each.lessonField);
    }
    layout->addStretch();
    return part;
}

/// What the scenario asked for before, and what holds at the end of what was done.
void ScenarioEditor::proposeChecks()
{
    const scenario::Scenario& recorded = m_recording.scenario;
    m_proposed = recorded.checks;
    const std::size_t given = m_proposed.size();
    for (scenario::Check& check : suggestedChecks(endOf(recorded, recorded.steps)))
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
    m_language->setAccessibleName(tr("Language of the texts"));
    const QString oneOnALine = tr("One on a line");
    const std::pair<QString, QString> titles[] = {
        {tr("Title"), {}},
        {tr("Goal"), tr("One sentence: what is to be reached")},
        {tr("Story"), {}},
        {tr("Tasks"), oneOnALine},
        {tr("Explanation"), tr("What happened and why; shown when the goal is reached")},
        {tr("Question"), tr("To be answered before it is tried: what will happen?")},
        {tr("Choices"), oneOnALine},
        {tr("Why"), tr("Shown with the right answer")},
        {tr("Hints"), oneOnALine}};
    m_titles.clear();
    for (std::size_t i = 0; i < std::size(titles); ++i) {
        m_titles.push_back(titles[i].first);
        m_fields[i].second->setTitle(titles[i].first);
        m_fields[i].second->setHint(titles[i].second);
    }
    m_answerField->setTitle(tr("Number of the right choice"));
    for (const WrongWayFields& each : m_wrong) {
        each.titleField->setTitle(
            tr("Wrong way: what you did in branch %1").arg(each.branch->number));
        each.titleField->setHint(tr("A few words; empty leaves it out"));
        each.lessonField->setTitle(tr("What it shows"));
    }
    m_wrongHelp->setText(
        m_wrong.empty() ? tr("To show how it goes wrong, go back in time and do it wrong: what "
                             "you do there is another branch, and stands here.")
                        : tr("A way that fails is worth seeing: at least one check must not be "
                             "met by it."));
    m_checksTitle->setText(tr("Checks: what must be so in the end"));
    m_checks->setAccessibleName(m_checksTitle->text());
    m_faults->setText(tr("What I broke breaks by itself, at the same time"));
    m_try->setText(tr("Try it out"));
    m_try->setToolTip(tr("Proves that the solution passes and that doing nothing does not"));
    submitButton()->setText(tr("Save…"));
    closeButton()->setText(tr("Close"));
    validate();
}

void ScenarioEditor::validate()
{
    m_verdict->setText({}); // it was about another lesson
    QStringList missing;
    for (std::size_t i = 0; i < m_titles.size(); ++i) {
        if (m_texts.textsOf(m_fields[i].first).size() == 1)
            missing += m_titles[i];
    }
    m_missing->setText(
        missing.isEmpty()
            ? QString()
            : tr("In one language only: %1").arg(missing.join(tr(", ", "between titles"))));
    bool hasCheck = false;
    for (int row = 0; row < m_checks->count(); ++row)
        hasCheck = hasCheck || m_checks->item(row)->checkState() == Qt::Checked;
    const bool isWhole =
        !m_texts.textsOf(m_title).empty() && !m_texts.textsOf(m_goal).empty() && hasCheck;
    m_try->setEnabled(isWhole);
    setValid(isWhole, tr("A lesson needs a title, a goal and a check."));
}

scenario::Lesson ScenarioEditor::writtenLesson() const
{
    scenario::Lesson lesson;
    lesson.goal = m_texts.textsOf(m_goal);
    lesson.story = m_texts.textsOf(m_story);
    lesson.tasks = m_texts.linesOf(m_tasks);
    lesson.hints = m_texts.linesOf(m_hints);
    lesson.explanation = m_texts.textsOf(m_explanation);
    scenario::Question question;
    question.text = m_texts.textsOf(m_question);
    question.choices = m_texts.linesOf(m_choices);
    question.answer =
        std::min<std::int64_t>(m_answer->value(), std::int64_t(question.choices.size()));
    question.why = m_texts.textsOf(m_why);
    if (!question.text.empty() && question.choices.size() > 1)
        lesson.questions.push_back(std::move(question));
    return lesson;
}

scenario::Scenario ScenarioEditor::scenario() const
{
    scenario::Scenario made = m_recording.scenario;
    made.id.clear(); // it is none of ours any more
    made.title = m_texts.textsOf(m_title);
    made.checks.clear();
    for (int row = 0; row < m_checks->count(); ++row) {
        if (m_checks->item(row)->checkState() != Qt::Checked)
            continue;
        scenario::Check check = m_proposed[std::size_t(row)];
        check.id = std::to_string(row + 1) + '-' + check.id;
        if (check.text.empty())
            check.text = {{lessonLanguage(), m_shownTexts[std::size_t(row)].toStdString()}};
        made.checks.push_back(std::move(check));
    }
    made.lesson = writtenLesson();
    made.lesson->solution = std::exchange(made.steps, {});
    if (m_faults->isChecked()) {
        for (scenario::Fault& fault : takeFaults(made.lesson->solution))
            made.faults.push_back(std::move(fault));
    }
    addWrongWays(made);
    return made;
}

/// A wrong way names the first check that it does not meet.
void ScenarioEditor::addWrongWays(scenario::Scenario& made) const
{
    for (const WrongWayFields& each : m_wrong) {
        scenario::WrongWay way;
        way.title = m_texts.textsOf(each.title);
        if (way.title.empty())
            continue;
        way.lesson = m_texts.textsOf(each.lesson);
        way.steps = each.branch->steps;
        if (m_faults->isChecked())
            (void)takeFaults(way.steps);
        const auto verdicts = judge(endOf(made, way.steps), made.checks);
        const auto unmet = std::ranges::find(verdicts, false, &scenario::CheckVerdict::isMet);
        way.unmet = unmet != verdicts.end() ? unmet->id
                    : verdicts.empty()      ? std::string()
                                            : verdicts.front().id;
        made.lesson->wrong.push_back(std::move(way));
    }
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
