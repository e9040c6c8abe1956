#include "donecard.h"

#include "lessonstate.h"
#include "lessontext.h"

#include "scenario/script.h"

#include "ui/common/callhost.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

#include <set>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

DoneCard::DoneCard(LessonState& state, Lab& lab, QWidget* parent)
    : LessonCard(u"lessonDone"_s, parent)
    , m_state(state)
    , m_lab(lab)
    , m_explanation(wrapped(u"lessonExplanation"_s))
    , m_callsTitle(wrapped(u"lessonCallsTitle"_s, Tone::Secondary))
    , m_sources(wrapped(u"lessonSources"_s, Tone::Muted, TextRole::Caption))
    , m_next(new QPushButton)
{
    m_next->setObjectName(u"lessonNext"_s);
    setButtonKind(m_next, ButtonKind::Primary);
    body()->addWidget(m_explanation);
    body()->addWidget(m_callsTitle);
    addCalls();
    body()->addWidget(m_sources);
    body()->addWidget(m_next, 0, Qt::AlignLeft);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const auto next = m_lab.after(m_state.scenario()))
            m_lab.open(next);
    });
    connect(&state, &LessonState::changed, this, &DoneCard::refresh);
    keepTranslated(this, [this] { retranslate(); });
}

/// Each action of the solution once.
void DoneCard::addCalls()
{
    std::set<std::string> seen;
    for (const scenario::Step& step : m_state.scenario().lesson->solution) {
        const auto* call = std::get_if<scenario::CallStep>(&step);
        if (call && seen.insert(call->action).second)
            addCall(*call);
    }
}

void DoneCard::addCall(const scenario::CallStep& step)
{
    const auto action = actionOf(step);
    if (!action)
        return;
    auto* button = new QPushButton(formatCaption(QString::fromStdString(step.action), 60));
    button->setObjectName(u"lessonCall_"_s + button->text());
    connect(button, &QPushButton::clicked, this, [this, action = *action] {
        if (CallHost* host = CallHost::around(this))
            host->showCall(action, window());
    });
    body()->addWidget(button, 0, Qt::AlignLeft);
}

void DoneCard::retranslate()
{
    const scenario::Lesson& lesson = *m_state.scenario().lesson;
    setTitle(tr("Done. What happened?"));
    m_explanation->setText(lessonText(lesson.explanation));
    m_callsTitle->setText(tr("The calls behind it, with code in several languages:"));
    QStringList sources;
    for (const scenario::Texts& source : lesson.sources)
        sources += lessonText(source);
    m_sources->setText(tr("See: %1").arg(sources.join(u' ')));
    const auto next = m_lab.after(m_state.scenario());
    m_next->setVisible(next != nullptr);
    if (next)
        m_next->setText(formatCaption(tr("Next: %1").arg(lessonText(next->title)), 60));
    refresh();
}

void DoneCard::refresh()
{
    setVisible(m_state.isDone());
}

} // namespace ui
