#pragma once

#include "lessoncard.h"

#include <QList>

class QButtonGroup;
class QRadioButton;

namespace cmq::scenario {
struct Question;
}

namespace ui {

/// A question to answer before it is tried: the choice stays, and the answer says why.
class QuestionCard final : public LessonCard
{
    Q_OBJECT

public:
    /// `question` outlives us.
    QuestionCard(const cmq::scenario::Question& question, int number, QWidget* parent = nullptr);

private:
    void retranslate();
    void showAnswer();

    const cmq::scenario::Question& m_question;
    Label* m_text;
    QButtonGroup* m_group;
    QList<QRadioButton*> m_choices;
    Label* m_answer;
};

} // namespace ui
