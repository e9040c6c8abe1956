#include "questioncard.h"

#include "lessontext.h"

#include "scenario/scenario.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;

QuestionCard::QuestionCard(const cmq::scenario::Question& question, int number, QWidget* parent)
    : LessonCard(u"lessonQuestion%1"_s.arg(number), parent)
    , m_question(question)
    , m_text(wrapped(u"questionText%1"_s.arg(number)))
    , m_group(new QButtonGroup(this))
    , m_answer(wrapped(u"questionAnswer%1"_s.arg(number), Tone::Secondary))
{
    body()->addWidget(m_text);
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        auto* choice = new QRadioButton;
        choice->setObjectName(u"question%1Choice%2"_s.arg(number).arg(i + 1));
        m_group->addButton(choice, int(i) + 1);
        m_choices.append(choice);
        body()->addWidget(choice);
    }
    body()->addWidget(m_answer);
    m_answer->hide();
    connect(m_group, &QButtonGroup::idClicked, this, &QuestionCard::showAnswer);
    keepTranslated(this, [this] { retranslate(); });
}

void QuestionCard::retranslate()
{
    setTitle(tr("What do you think?"));
    m_text->setText(lessonText(m_question.text));
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        m_choices.at(i)->setText(
            formatCaption(lessonText(m_question.choices[std::size_t(i)]), 200));
    showAnswer();
}

void QuestionCard::showAnswer()
{
    const int chosen = m_group->checkedId();
    m_answer->setVisible(chosen > 0);
    if (chosen <= 0)
        return;
    const bool isRight = chosen == m_question.answer;
    m_answer->setText((isRight ? tr("Right.") : tr("Not quite.")) + u' ' +
                      lessonText(m_question.why));
    m_answer->setTone(isRight ? Tone::Ok : Tone::InFlight);
}

} // namespace ui
