#include "batch.h"

#include "errortext.h"

namespace ui {

using namespace Qt::StringLiterals;

WorkOutcome outcomeOf(const cmq::Error& error)
{
    const QString detail = errorDetail(error);
    QString text = errorSentence(error);
    if (error.code != 0)
        text += u" ("_s + detail + u')';
    return {error.outcome == cmq::Outcome::MayHaveHappened ? WorkState::Unknown : WorkState::Failed,
            text};
}

Batch::Batch(QString title, QString subjectTitle, QList<BatchItem> items, QObject* parent)
    : Operation(parent)
    , m_title(std::move(title))
    , m_subjectTitle(std::move(subjectTitle))
    , m_items(std::move(items))
{
    QStringList subjects;
    for (const BatchItem& item : m_items)
        subjects += item.subject;
    setSubjects(subjects);
}

bool Batch::mayBegin(int row) const
{
    return m_items[row].phase == m_phase || count(WorkState::Running) == 0;
}

void Batch::begin(int row)
{
    m_phase = m_items[row].phase;
    m_items[row].run(this, [this, row](WorkOutcome outcome) { finish(row, std::move(outcome)); });
}

} // namespace ui
