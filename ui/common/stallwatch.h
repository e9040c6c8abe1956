#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace ui {

/// Watches how long the GUI thread leaves events waiting: a thread beside it posts one every few
/// milliseconds, and when it is handled, the time it waited is told. For benchmarks and the debug
/// menu; it costs next to nothing.
///
/// Thread: made, told and destroyed on the GUI thread.
class StallWatch final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;
    using Tell = std::function<void(Clock::duration waited)>;

    explicit StallWatch(Tell tell, QObject* parent = nullptr);
    ~StallWatch() override;

protected:
    bool event(QEvent* event) override;

private:
    Tell m_tell;
    std::atomic<bool> m_isWaiting{false}; // one event at a time: a stall is told once, whole
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

} // namespace ui
