#include "helpcard.h"

#include "lessonstate.h"
#include "lessontext.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

HelpCard::HelpCard(LessonState& state, QWidget* parent)
    : LessonCard(u"lessonHelp"_s, parent)
    , m_state(state)
    , m_hint(new QPushButton)
    , m_goal(new QPushButton)
    , m_solution(new QPushButton)
    , m_hints(wrapped(u"lessonHints"_s, Tone::Secondary))
    , m_goalText(wrapped(u"lessonGoalState"_s, Tone::Secondary))
    , m_solutionText(wrapped(u"lessonSolutionText"_s, Tone::Secondary))
    , m_play(new QPushButton)
    , m_wrongTitle(wrapped(u"lessonWrongTitle"_s))
    , m_shown(wrapped(u"lessonWrongShown"_s, Tone::InFlight))
{
    createLayout();
    connect(m_hint, &QPushButton::clicked, &state, &LessonState::showHint);
    connect(m_goal, &QPushButton::clicked, &state, &LessonState::showGoal);
    connect(m_solution, &QPushButton::clicked, &state, &LessonState::showSolution);
    connect(m_play, &QPushButton::clicked, &state, &LessonState::playSolution);
    connect(&state, &LessonState::changed, this, &HelpCard::refresh);
    keepTranslated(this, [this] { retranslate(); });
}

void HelpCard::createLayout()
{
    m_hint->setObjectName(u"lessonHint"_s);
    m_hint->setIcon(icon(u"lightbulb"));
    m_goal->setObjectName(u"lessonShowGoal"_s);
    m_solution->setObjectName(u"lessonShowSolution"_s);
    m_play->setObjectName(u"lessonPlaySolution"_s);
    m_play->setIcon(icon(u"play-fill"));
    m_solutionText->setFont(monoFont());
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_hint, m_goal, m_solution})
        buttons->addWidget(button);
    buttons->addStretch();
    body()->addLayout(buttons);
    for (Label* text : {m_hints, m_goalText, m_solutionText})
        body()->addWidget(text);
    body()->addWidget(m_play, 0, Qt::AlignLeft);
    body()->addWidget(m_wrongTitle);
    for (std::size_t i = 0; i < m_state.scenario().lesson->wrong.size(); ++i) {
        auto* button = new QPushButton;
        button->setObjectName(u"lessonWrong%1"_s.arg(i + 1));
        button->setIcon(icon(u"x-octagon"));
        connect(button, &QPushButton::clicked, &m_state,
                [this, i] { m_state.playWrongWay(int(i)); });
        m_wrong.append(button);
        body()->addWidget(button, 0, Qt::AlignLeft);
    }
    body()->addWidget(m_shown);
}

void HelpCard::retranslate()
{
    setTitle(tr("Help"));
    m_hint->setText(tr("Hint"));
    m_goal->setText(tr("Show goal"));
    m_solution->setText(tr("Solution"));
    m_play->setText(tr("Play the solution from the start"));
    m_wrongTitle->setText(tr("See it fail, from the start:"));
    for (qsizetype i = 0; i < m_wrong.size(); ++i)
        m_wrong.at(i)->setText(
            formatCaption(lessonText(m_state.scenario().lesson->wrong[std::size_t(i)].title), 60));
    refresh();
}

QString HelpCard::solutionText() const
{
    QStringList lines;
    for (const cmq::scenario::Step& step : m_state.scenario().lesson->solution)
        lines += tr("%1. %2").arg(lines.size() + 1).arg(stepText(step));
    return lines.join(u'\n');
}

void HelpCard::refresh()
{
    const auto& lesson = *m_state.scenario().lesson;
    QStringList hints;
    for (std::size_t i = 0; i < m_state.hints(); ++i)
        hints += lessonText(lesson.hints[i]);
    m_hints->setText(hints.join(u'\n'));
    m_hints->setVisible(!hints.isEmpty());
    const bool hasMore = m_state.hints() < lesson.hints.size();
    m_hint->setEnabled(hasMore);
    m_hint->setToolTip(hasMore ? QString() : tr("There are no more hints."));
    m_goalText->setText(tr("When you are done:") + u'\n' + m_state.goal().join(u'\n'));
    m_goalText->setVisible(!m_state.goal().isEmpty());
    m_solutionText->setText(solutionText());
    m_solutionText->setVisible(m_state.isSolutionShown());
    m_play->setVisible(m_state.isSolutionShown());
    m_shown->setText(m_state.shown());
    m_shown->setVisible(!m_state.shown().isEmpty());
}

} // namespace ui
