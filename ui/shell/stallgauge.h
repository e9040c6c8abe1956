#pragma once

#include "ui/common/stallwatch.h"

#include <QTimer>

#include <memory>

namespace ui {

class Label;

/// How long the window kept a person waiting: in the last second, and at worst since it was
/// switched on (Help, Debug). Shown in a label that is hidden until then.
class StallGauge final : public QObject
{
    Q_OBJECT

public:
    /// `label` is our parent.
    explicit StallGauge(Label* label);

    void setWatching(bool isWatching);

private:
    void showFigures();

    Label* m_label;
    std::unique_ptr<StallWatch> m_watch;
    StallWatch::Clock::duration m_latest{};
    StallWatch::Clock::duration m_longest{};
    QTimer m_tick;
};

} // namespace ui
