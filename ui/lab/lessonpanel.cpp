#include "lessonpanel.h"

#include "actorcard.h"
#include "checkcard.h"
#include "donecard.h"
#include "helpcard.h"
#include "lessonstate.h"
#include "lessontext.h"
#include "questioncard.h"
#include "receiptcard.h"
#include "scenarioeditor.h"

#include "scenario/scenariofile.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/banner.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/savefile.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

QPushButton* button(const QString& name, QStringView iconName)
{
    auto* made = new QPushButton;
    made->setObjectName(name);
    made->setIcon(icon(iconName));
    return made;
}

} // namespace

LessonPanel::LessonPanel(LessonState& state, Lab& lab, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_prompts(prompts)
    , m_title(LessonCard::wrapped(u"lessonTitle"_s, Tone::Text, TextRole::Section))
    , m_goal(LessonCard::wrapped(u"lessonGoal"_s))
    , m_resumed(LessonCard::wrapped(u"lessonResumed"_s, Tone::Muted, TextRole::Caption))
    , m_reached(LessonCard::wrapped(u"lessonReached"_s, Tone::Ok))
    , m_banner(new Banner(u"lessonBanner"_s))
    , m_undo(makeAction(this, u"lessonUndo"_s, u"arrow-counterclockwise", &LessonPanel::undo))
    , m_redo(makeAction(this, u"lessonRedo"_s, u"arrow-clockwise", &LessonPanel::redo))
    , m_again(makeAction(this, u"lessonAgain"_s, u"arrow-repeat", &LessonPanel::beginAgain))
    , m_play(button(u"lessonPlay"_s, u"play-fill"))
    , m_save(button(u"lessonSave"_s, u"save"))
    , m_edit(button(u"lessonEdit"_s, u"pencil"))
{
    setObjectName(u"lessonPanel"_s);
    // Text fields keep their own undo while they have the focus.
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeBody(lab), 1);
    connect(m_play, &QPushButton::clicked, &state, &LessonState::playSteps);
    connect(m_save, &QPushButton::clicked, this, &LessonPanel::save);
    connect(m_edit, &QPushButton::clicked, this, &LessonPanel::edit);
    connect(&state, &LessonState::changed, this, &LessonPanel::refresh);
    connect(&state, &LessonState::refused, this,
            [this](const QString& text) { m_banner->show(BannerKind::Error, text); });
    connect(&state, &LessonState::replaced, m_banner, &Banner::clear);
    keepTranslated(this, [this] { retranslate(); });
}

void LessonPanel::undo()
{
    m_state.undo();
}

void LessonPanel::redo()
{
    m_state.redo();
}

void LessonPanel::beginAgain()
{
    m_state.beginAgain();
}

QWidget* LessonPanel::makeHead()
{
    auto* head = new QWidget;
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QAction* each : {m_undo, m_redo, m_again})
        tools->addWidget(makeActionButton(each));
    tools->addWidget(m_play);
    tools->addStretch();
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_goal);
    layout->addWidget(m_resumed);
    layout->addWidget(m_reached);
    layout->addLayout(tools);
    layout->addWidget(m_banner);
    return head;
}

QWidget* LessonPanel::makeBody(Lab& lab)
{
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(12);
    const bool isLesson = m_state.scenario().lesson.has_value();
    if (isLesson)
        layout->addWidget(new DoneCard(m_state, lab));
    if (isLesson)
        addLesson(layout);
    if (!m_state.scenario().checks.empty())
        layout->addWidget(new CheckCard(m_state));
    layout->addWidget(new ReceiptCard(m_state));
    layout->addWidget(new ActorCard(m_state));
    if (isLesson)
        layout->addWidget(new HelpCard(m_state));
    auto* files = new QHBoxLayout;
    files->setSpacing(8);
    files->addWidget(m_save);
    files->addWidget(m_edit);
    files->addStretch();
    layout->addLayout(files);
    layout->addStretch();
    auto* area = new QScrollArea;
    area->setObjectName(u"lessonArea"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(body);
    body->installEventFilter(this);
    m_area = area;
    return area;
}

/// The panel is as wide as what stands in it needs, in either language: nothing is cut.
bool LessonPanel::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest && m_area && object == m_area->widget()) {
        m_area->setMinimumWidth(m_area->widget()->minimumSizeHint().width() +
                                m_area->verticalScrollBar()->sizeHint().width());
    }
    return QWidget::eventFilter(object, event);
}

void LessonPanel::addLesson(QVBoxLayout* layout)
{
    const scenario::Lesson& lesson = *m_state.scenario().lesson;
    const auto section = [layout](const QString& name, Label*& title, Label*& text) {
        auto* card = new Card(name);
        title = new Label(TextRole::Section);
        text = LessonCard::wrapped(name + u"Text"_s);
        auto* inside = new QVBoxLayout(card);
        inside->setContentsMargins(12, 10, 12, 12);
        inside->setSpacing(8);
        inside->addWidget(title);
        inside->addWidget(text);
        layout->addWidget(card);
    };
    section(u"lessonStory"_s, m_storyTitle, m_story);
    int number = 0;
    for (const scenario::Question& question : lesson.questions)
        layout->addWidget(new QuestionCard(question, ++number));
    section(u"lessonTasks"_s, m_tasksTitle, m_tasks);
}

void LessonPanel::retranslate()
{
    const scenario::Scenario& scenario = m_state.scenario();
    QString title = lessonText(scenario.title);
    if (title.isEmpty())
        title = tr("Scenario");
    setAccessibleName(title);
    m_title->setText(scenario.lesson ? tr("%1 · %2").arg(scenario.lesson->number).arg(title)
                                     : title);
    m_goal->setVisible(scenario.lesson.has_value());
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
    m_again->setText(tr("Begin again"));
    m_again->setToolTip(tr("Everything as it was at the start"));
    m_play->setText(tr("Run"));
    m_play->setToolTip(tr("Plays the steps of the scenario from the start"));
    m_play->setVisible(!scenario.steps.empty());
    m_save->setText(tr("Save what I did…"));
    m_save->setToolTip(tr("As a scenario file that does it again"));
    m_edit->setText(tr("Edit as a lesson…"));
    m_edit->setToolTip(tr("Texts, tasks and checks; what you did is the solution"));
    for (QPushButton* each : {m_save, m_edit}) {
        each->setEnabled(!m_state.sandbox().isCopy());
        if (m_state.sandbox().isCopy())
            each->setToolTip(
                tr("A scenario file cannot hold the messages that this sandbox began with."));
    }
    if (scenario.lesson) {
        m_goal->setText(lessonText(scenario.lesson->goal));
        m_storyTitle->setText(tr("Story"));
        m_story->setText(lessonText(scenario.lesson->story));
        m_tasksTitle->setText(tr("Tasks"));
        QStringList tasks;
        for (const scenario::Texts& task : scenario.lesson->tasks)
            tasks += tr("%1. %2").arg(tasks.size() + 1).arg(lessonText(task));
        m_tasks->setText(tasks.join(u"\n\n"_s));
    }
    refresh();
}

void LessonPanel::refresh()
{
    const LessonState::View& view = m_state.view();
    enableAction(m_undo, tr("Takes back the last thing that was done, with everything after it"),
                 view.undos > 0 ? QString() : tr("Nothing was done yet."));
    enableAction(m_redo, tr("Does again what was taken back"),
                 view.redos > 0 ? QString() : tr("Nothing was taken back."));
    m_resumed->setText(tr("You go on where you left it."));
    m_resumed->setVisible(m_state.isResumed() && !view.isMet);
    m_reached->setVisible(view.isMet);
    m_reached->setText(m_state.scenario().lesson ? tr("You have reached the goal.")
                                                 : tr("Every check is met."));
}

void LessonPanel::save()
{
    m_state.record([this](const Recording& recorded) {
        saveFile(this, m_prompts, *m_banner, tr("Save what was done as a scenario"),
                 u"scenario.json"_s, QByteArray::fromStdString(toText(recorded.scenario)));
    });
}

void LessonPanel::edit()
{
    m_state.record([this](const Recording& recorded) {
        auto* editor = new ScenarioEditor(recorded, m_state.scenario().lesson, m_prompts, this);
        editor->setAttribute(Qt::WA_DeleteOnClose);
        editor->open();
    });
}

} // namespace ui
