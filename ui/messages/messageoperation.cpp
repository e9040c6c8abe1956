#include "messageoperation.h"

#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/onresult.h"
#include "ui/common/tablemodel.h"
#include "ui/connections/connection.h"

#include <QPalette>

namespace ui {

using namespace Qt::StringLiterals;

MessageOperation::MessageOperation(Connection& connection, QString queueName,
                                   const QList<cmq::PeekedMessage>& messages,
                                   std::unique_ptr<MessageWork> work, QObject* parent)
    : QAbstractTableModel(parent)
    , m_connection(connection)
    , m_queueName(std::move(queueName))
    , m_work(std::move(work))
{
    m_items.reserve(std::size_t(messages.size()));
    for (const cmq::PeekedMessage& message : messages)
        m_items.push_back({message.entry, QString::fromStdString(message.msgId), {}});
    for (Item& item : m_items)
        item.outcome.state = WorkState::Waiting;
    m_counts[int(WorkState::Waiting)] = int(m_items.size());
}

MessageOperation::~MessageOperation() = default;

void MessageOperation::start()
{
    m_isRunning = true;
    m_isCancelled = false;
    m_next = 0;
    m_conclusion.clear();
    emit progressed();
    startMore();
}

void MessageOperation::cancel()
{
    m_isCancelled = true;
    startMore();
}

void MessageOperation::retry()
{
    for (int row = 0; row < int(m_items.size()); ++row) {
        if (m_items[std::size_t(row)].outcome.state == WorkState::Failed)
            set(row, {WorkState::Waiting, {}});
    }
    start();
}

void MessageOperation::startMore()
{
    while (!m_isCancelled && m_next < int(m_items.size()) &&
           count(WorkState::Running) < m_work->parallel()) {
        const int row = m_next++;
        if (m_items[std::size_t(row)].outcome.state == WorkState::Waiting)
            begin(row);
    }
    if (!m_isRunning || count(WorkState::Running) > 0)
        return;
    m_isRunning = false;
    m_conclusion = m_work->conclude(count(WorkState::Waiting) == 0);
    emit progressed();
    emit finished();
}

void MessageOperation::begin(int row)
{
    set(row, {WorkState::Running, {}});
    const std::uint64_t entry = m_items[std::size_t(row)].entry;
    cmq::PeekMessages look;
    look.queueName = m_queueName.toStdString();
    look.after = entry - 1;
    look.limit = 1;
    look.withBodies = m_work->needsBodies();
    onResult(m_connection.call(std::move(look)), this,
             [this, row, entry](const cmq::Result<cmq::PeekedMessages>& answer) {
                 if (!answer) {
                     finish(row, {WorkState::Failed, errorSentence(answer.error())});
                     return;
                 }
                 if (answer->messages.empty() || answer->messages.front().entry != entry) {
                     finish(row, {WorkState::Failed, tr("It is not in the queue any more.")});
                     return;
                 }
                 m_work->perform(this, answer->messages.front(), [this, row](WorkOutcome outcome) {
                     finish(row, std::move(outcome));
                 });
             });
}

void MessageOperation::set(int row, WorkOutcome outcome)
{
    Item& item = m_items[std::size_t(row)];
    --m_counts[int(item.outcome.state)];
    ++m_counts[int(outcome.state)];
    item.outcome = std::move(outcome);
    emit dataChanged(index(row, StateColumn), index(row, TextColumn));
}

void MessageOperation::finish(int row, WorkOutcome outcome)
{
    set(row, std::move(outcome));
    emit progressed();
    startMore();
}

int MessageOperation::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int MessageOperation::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MessageOperation::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item& item = m_items[std::size_t(index.row())];
    struct Look
    {
        QString text;
        Tone tone;
    };
    const auto look = [&]() -> Look {
        switch (item.outcome.state) {
        case WorkState::Waiting:
            return {tr("Waiting"), Tone::Muted};
        case WorkState::Running:
            return {tr("Running"), Tone::Secondary};
        case WorkState::Done:
            return {tr("Done"), Tone::Ok};
        case WorkState::Failed:
            return {tr("Failed"), Tone::Dead};
        case WorkState::Unknown:
            return {tr("Unknown"), Tone::InFlight};
        }
        return {};
    };
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == IdColumn)
            return formatForeign(item.msgId);
        return index.column() == StateColumn ? look().text : formatForeign(item.outcome.text, 300);
    case Qt::ToolTipRole:
        return index.column() == TextColumn ? formatForeign(item.outcome.text, 1000) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == StateColumn ? QVariant(toneColor(look().tone, QPalette()))
                                             : QVariant();
    case KeyRole:
        return QString::number(item.entry);
    default:
        return {};
    }
}

QVariant MessageOperation::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == ColumnIdRole) {
        static const QStringList ids{u"id"_s, u"state"_s, u"text"_s};
        return ids.value(section);
    }
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Message ID"), tr("Result"), tr("Details")};
    return titles[section];
}

} // namespace ui
