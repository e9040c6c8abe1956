#include "operation.h"

#include "format.h"
#include "icons.h"
#include "tablemodel.h"

#include <QPalette>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct StateLook
{
    QString text;
    Tone tone;
};

StateLook lookOf(WorkState state)
{
    switch (state) {
    case WorkState::Waiting: return {Operation::tr("Waiting"), Tone::Muted};
    case WorkState::Running: return {Operation::tr("Running"), Tone::Secondary};
    case WorkState::Done: return {Operation::tr("Done"), Tone::Ok};
    case WorkState::Failed: return {Operation::tr("Failed"), Tone::Dead};
    case WorkState::Unknown: break;
    }
    return {Operation::tr("Unknown"), Tone::InFlight};
}

} // namespace

Operation::Operation(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Operation::startMore);
}

bool Operation::mayBegin(int row) const
{
    Q_UNUSED(row)
    return true;
}

QString Operation::conclude(bool isComplete)
{
    Q_UNUSED(isComplete)
    return {};
}

bool Operation::isComplete() const
{
    return m_isAllFound && m_findError.isEmpty() && count(WorkState::Waiting) == 0;
}

void Operation::addSubjects(const QStringList& subjects)
{
    if (subjects.isEmpty())
        return;
    const int first = int(m_items.size());
    beginInsertRows({}, first, first + int(subjects.size()) - 1);
    for (const QString& subject : subjects)
        m_items.append({subject, {WorkState::Waiting, {}}});
    m_counts[int(WorkState::Waiting)] += int(subjects.size());
    endInsertRows();
}

void Operation::start()
{
    m_isRunning = true;
    m_isCancelled = false;
    m_next = 0;
    m_begun = 0;
    m_elapsed.start();
    m_isAllFound = m_isAllFound && m_findError.isEmpty();
    m_findError.clear();
    m_conclusion.clear();
    emit progressed();
    startMore();
}

void Operation::cancel()
{
    m_isCancelled = true;
    m_pause.stop();
    startMore();
}

void Operation::retry()
{
    for (int row = 0; row < int(m_items.size()); ++row) {
        if (m_items[row].outcome.state == WorkState::Failed)
            set(row, {WorkState::Waiting, {}});
    }
    start();
}

void Operation::startMore()
{
    while (!m_isCancelled && m_next < int(m_items.size()) &&
           count(WorkState::Running) < parallel()) {
        const int row = m_next;
        if (m_items[row].outcome.state == WorkState::Waiting) {
            if (!mayBegin(row) || !rateAllows())
                break;
            set(row, {WorkState::Running, {}});
            begin(row);
        }
        ++m_next;
    }
    lookForMore();
    if (!m_isRunning || m_isFinding || m_pause.isActive() || count(WorkState::Running) > 0)
        return;
    m_isRunning = false;
    m_conclusion = conclude(isComplete());
    if (m_conclusion.isEmpty())
        m_conclusion = m_findError;
    emit progressed();
    emit finished();
}

void Operation::lookForMore()
{
    const bool isEnough = m_next < int(m_items.size()) || count(WorkState::Running) >= parallel();
    if (isEnough || !m_isRunning || m_isCancelled || m_isFinding || m_isAllFound)
        return;
    m_isFinding = findMore();
    m_isAllFound = !m_isFinding;
}

void Operation::foundMore(const QString& error)
{
    m_isFinding = false;
    m_findError = error;
    m_isAllFound = !error.isEmpty();
    emit progressed();
    startMore();
}

// The one after the nth may begin n/rate seconds after the start.
bool Operation::rateAllows()
{
    if (m_perSecond > 0) {
        const qint64 wait = qint64(m_begun) * 1000 / m_perSecond - m_elapsed.elapsed();
        if (wait > 0) {
            m_pause.start(int(wait));
            return false;
        }
    }
    ++m_begun;
    return true;
}

void Operation::set(int row, WorkOutcome outcome)
{
    Item& item = m_items[row];
    --m_counts[int(item.outcome.state)];
    ++m_counts[int(outcome.state)];
    item.outcome = std::move(outcome);
    emit dataChanged(index(row, StateColumn), index(row, TextColumn));
}

void Operation::finish(int row, WorkOutcome outcome)
{
    set(row, std::move(outcome));
    emit progressed();
    startMore();
}

int Operation::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int Operation::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant Operation::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item& item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == SubjectColumn)
            return formatForeign(item.subject);
        return index.column() == StateColumn ? lookOf(item.outcome.state).text
                                             : formatForeign(item.outcome.text, 300);
    case Qt::ToolTipRole:
        return index.column() == TextColumn ? formatForeign(item.outcome.text, 1000) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == StateColumn
                   ? QVariant(toneColor(lookOf(item.outcome.state).tone, QPalette()))
                   : QVariant();
    case KeyRole: return QString::number(index.row());
    default: return {};
    }
}

QVariant Operation::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == ColumnIdRole) {
        static const QStringList ids{u"id"_s, u"state"_s, u"text"_s};
        return ids.value(section);
    }
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {subjectTitle(), tr("Result"), tr("Details")};
    return titles[section];
}

} // namespace ui
