#pragma once

#include "samplehistory.h"

#include "ui/common/card.h"

class QHBoxLayout;

namespace ui {

class ChartView;
class Label;
class Monitor;

/// A small chart with its title above and the value under the cross-hair, or why there is none,
/// below. It asks the monitor itself, one question at a time.
class ChartCard final : public Card
{
    Q_OBJECT

public:
    /// `monitor` outlives us. Our parts are named after `name`.
    ChartCard(const QString& name, Monitor& monitor, Metric metric, const QStringList& keys,
              QWidget* parent = nullptr);

    /// The last `range` up to now, or what was chosen by hand since that range was.
    void refresh(cmq::Milliseconds range);
    /// What can be done with the card goes to the right of its title.
    [[nodiscard]] QHBoxLayout* head() const { return m_head; }
    [[nodiscard]] ChartView* view() const { return m_view; }
    /// Of one queue the title need not say which.
    void setTitle(const QString& title);
    void retranslate();

private:
    void ask();
    void showSpan(cmq::Time from, cmq::Time to);
    void showValue();

    Monitor& m_monitor;
    Metric m_metric;
    QStringList m_keys;
    cmq::Milliseconds m_range{0};
    std::optional<std::pair<cmq::Time, cmq::Time>> m_span;
    bool m_isAsking = false;
    bool m_isStale = false; ///< to be asked again after the answer
    QHBoxLayout* m_head;
    Label* m_title;
    ChartView* m_view;
    Label* m_value;
};

} // namespace ui
