#include "stallwatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace bench {

namespace {

constexpr auto Period = std::chrono::milliseconds(4);

class Ping final : public QEvent
{
public:
    Ping()
        : QEvent(User)
    {
    }
    const Clock::time_point posted = Clock::now();
};

} // namespace

StallWatch::StallWatch()
    : m_thread([this] {
        while (!m_isStopping) {
            QCoreApplication::postEvent(this, new Ping, Qt::HighEventPriority);
            std::this_thread::sleep_for(Period);
        }
    })
{
}

StallWatch::~StallWatch()
{
    finish();
}

Samples StallWatch::finish()
{
    m_isStopping = true;
    if (m_thread.joinable())
        m_thread.join();
    return m_samples;
}

bool StallWatch::event(QEvent* event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_samples.add(Clock::now() - static_cast<Ping*>(event)->posted);
    return true;
}

} // namespace bench
