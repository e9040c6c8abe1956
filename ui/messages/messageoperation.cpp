#include "messageoperation.h"

#include "ui/common/operationdialog.h"

#include <algorithm>

namespace ui {

MessageOperation::MessageOperation(std::unique_ptr<MessageSource> source,
                                   std::unique_ptr<MessageWork> work, QObject* parent)
    : Operation(parent)
    , m_source(std::move(source))
    , m_work(std::move(work))
{
}

MessageOperation::~MessageOperation() = default;

MessageOperation* MessageOperation::run(std::unique_ptr<MessageSource> source,
                                        std::unique_ptr<MessageWork> work, int perSecond,
                                        Settings& settings, QWidget* window)
{
    auto* operation = new MessageOperation(std::move(source), std::move(work));
    operation->setRate(perSecond);
    auto* dialog = new OperationDialog(operation, settings, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return operation;
}

void MessageOperation::rehearse(std::unique_ptr<MessageSource> source,
                                std::unique_ptr<MessageWork> work, QWidget* context,
                                Rehearsal::Done done)
{
    auto* operation = new MessageOperation(std::move(source), std::move(work), context);
    connect(operation, &Operation::finished, context, [operation, done = std::move(done)] {
        QStringList problems;
        for (int row = 0; row < operation->rowCount(); ++row) {
            const QString text = operation->index(row, TextColumn).data().toString();
            if (operation->stateOf(row) == WorkState::Failed && !problems.contains(text))
                problems += text;
        }
        if (!operation->conclusion().isEmpty())
            problems += operation->conclusion();
        operation->deleteLater();
        done(problems);
    });
    operation->start();
}

QString MessageOperation::subjectTitle() const
{
    return tr("Message ID");
}

std::int64_t MessageOperation::expected() const
{
    return m_isLastPage ? Operation::expected() : m_source->expected();
}

bool MessageOperation::findMore()
{
    if (m_isLastPage)
        return false;
    m_source->findMore(this, [this](const MessageSource::Page& page) {
        QStringList names;
        for (const MessageSource::Found& found : page.messages) {
            m_keys.push_back(found.key);
            names += found.name;
        }
        m_isLastPage = page.isLast && page.error.isEmpty();
        addSubjects(names);
        foundMore(page.error);
    });
    return true;
}

void MessageOperation::begin(int row)
{
    m_source->read(this, m_keys[std::size_t(row)], m_work->needsBodies(),
                   [this, row](const MessageSource::Reading& reading) {
                       if (!reading.message) {
                           finish(row, {WorkState::Failed, reading.whyNot});
                           return;
                       }
                       m_work->perform(this, *reading.message, [this, row](WorkOutcome outcome) {
                           end(row, std::move(outcome));
                       });
                   });
}

void MessageOperation::end(int row, WorkOutcome outcome)
{
    if (outcome.state == WorkState::Done)
        m_source->forget(m_keys[std::size_t(row)]);
    finish(row, std::move(outcome));
}

QString MessageOperation::conclude(bool isComplete)
{
    return m_work->conclude(isComplete);
}

} // namespace ui
