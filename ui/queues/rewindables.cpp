#include "rewindables.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include "cmq/messageactions.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {
constexpr std::int64_t PieceSize = 10'000; // the most that a peek answers
}

Rewindables::Rewindables(Connection& connection, QString queueName, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_queueName(std::move(queueName))
{
}

bool Rewindables::canLook() const
{
    return m_connection.whyNot(cmq::PeekMessages()).isEmpty();
}

void Rewindables::refresh()
{
    if (!canLook())
        return;
    m_readAgain = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    m_reading.clear();
    readAfter(0);
}

void Rewindables::readAfter(std::uint64_t entry)
{
    cmq::PeekMessages look;
    look.queueName = m_queueName.toStdString();
    look.states = {cmq::MessageState::Rewindable};
    look.after = entry;
    look.limit = PieceSize;
    onResult(m_connection.call(std::move(look)), this,
             [this](const cmq::Result<cmq::PeekedMessages>& answer) {
                 if (!answer) { // the queue is gone; the next refresh tells
                     m_isReading = false;
                     return;
                 }
                 for (const cmq::PeekedMessage& message : answer->messages)
                     m_reading.push_back(message.enqueueTime);
                 m_isComplete = !answer->next;
                 if (answer->next && m_reading.size() < TimesMax)
                     readAfter(*answer->next);
                 else
                     finish();
             });
}

void Rewindables::finish()
{
    m_isReading = false;
    std::ranges::sort(m_reading);
    m_times = std::exchange(m_reading, {});
    emit updated();
    if (std::exchange(m_readAgain, false))
        refresh();
}

std::int64_t Rewindables::countFrom(cmq::Time start) const
{
    return m_times.end() - std::ranges::lower_bound(m_times, start);
}

std::vector<std::int64_t> histogram(const std::vector<cmq::Time>& times, cmq::Time from,
                                    cmq::Time to, std::size_t bins)
{
    std::vector<std::int64_t> counts(bins);
    if (bins == 0 || to <= from)
        return counts;
    const auto begin = std::ranges::lower_bound(times, from);
    const auto end = std::ranges::upper_bound(times, to);
    for (auto it = begin; it < end; ++it) {
        const double share = double((*it - from).count()) / double((to - from).count());
        ++counts[std::min(bins - 1, std::size_t(share * double(bins)))];
    }
    return counts;
}

} // namespace ui
