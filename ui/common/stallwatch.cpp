#include "stallwatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace ui {

namespace {

constexpr auto Period = std::chrono::milliseconds(4);

class Ping final : public QEvent
{
public:
    Ping()
        : QEvent(User)
    {
    }
    const StallWatch::Clock::time_point posted = StallWatch::Clock::now();
};

} // namespace

StallWatch::StallWatch(Tell tell, QObject* parent)
    : QObject(parent)
    , m_tell(std::move(tell))
    , m_thread([this] {
        while (!m_isStopping) {
            if (!m_isWaiting.exchange(true))
                QCoreApplication::postEvent(this, new Ping, Qt::HighEventPriority);
            std::this_thread::sleep_for(Period);
        }
    })
{
}

StallWatch::~StallWatch()
{
    m_isStopping = true;
    m_thread.join();
}

bool StallWatch::event(QEvent* event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_isWaiting = false;
    m_tell(Clock::now() - static_cast<Ping*>(event)->posted);
    return true;
}

} // namespace ui
