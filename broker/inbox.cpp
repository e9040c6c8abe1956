#include "inbox.h"

#include <utility>

namespace cmq {

void Inbox::post(Input&& input)
{
    bool isTakerAsleep = false;
    {
        const std::scoped_lock lock(m_mutex);
        m_inputs.push_back(std::move(input));
        isTakerAsleep = std::exchange(m_isTakerAsleep, false);
    }
    if (isTakerAsleep)
        m_arrived.notify_one();
}

void Inbox::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = true;
    }
    m_arrived.notify_one();
}

bool Inbox::isStopped() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isStopped;
}

void Inbox::take(std::vector<Input>& inputs)
{
    const std::scoped_lock lock(m_mutex);
    std::swap(m_inputs, inputs);
}

void Inbox::wait(const Deadline& deadline)
{
    std::unique_lock lock(m_mutex);
    m_isTakerAsleep = true;
    const auto isOver = [this] { return !m_inputs.empty() || m_isStopped; };
    if (deadline)
        m_arrived.wait_until(lock, *deadline, isOver);
    else
        m_arrived.wait(lock, isOver);
    m_isTakerAsleep = false;
}

} // namespace cmq
