#pragma once

#include "measure.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace bench {

/// How long the GUI thread leaves events waiting: a thread beside it posts one every few
/// milliseconds and measures when it is handled.
class StallWatch final : public QObject
{
public:
    StallWatch();
    ~StallWatch() override;

    /// Ends the watch; what was measured since it was made.
    Samples finish();

protected:
    bool event(QEvent* event) override;

private:
    Samples m_samples; // GUI thread only
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

} // namespace bench
