#include "objectmonitor.h"

#include "chartcard.h"
#include "chartview.h"
#include "monitor.h"
#include "rangebox.h"

#include "ui/common/translated.h"

#include <QGridLayout>
#include <QScrollArea>

#include <array>
#include <span>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int CardHeightMin = 230; // the least that a chart can be read in

constexpr std::array QueueMetrics{Metric::Backlog, Metric::OldestAge,  Metric::Sent,
                                  Metric::Deleted, Metric::InQueueP95, Metric::HandlingP95};
constexpr std::array TopicMetrics{Metric::TopicBacklog, Metric::Published, Metric::Notified,
                                  Metric::NotifySucceeded};

QString kindOf(const QString& key)
{
    return isTopicKey(key) ? u"topic"_s : u"queue"_s;
}

} // namespace

ObjectMonitor::ObjectMonitor(Monitor& monitor, const QString& key, QWidget* parent)
    : QWidget(parent)
    , m_range(makeRangeBox(kindOf(key) + u"MonitorRange"_s))
{
    setObjectName(kindOf(key) + u"Monitor"_s);
    auto* content = new QWidget;
    content->setObjectName(kindOf(key) + u"MonitorContent"_s);
    auto* charts = new QGridLayout(content);
    charts->setContentsMargins(0, 0, 0, 0);
    charts->setSpacing(12);
    const std::span<const Metric> metrics =
        isTopicKey(key) ? std::span<const Metric>(TopicMetrics) : QueueMetrics;
    for (const Metric metric : metrics) {
        const int number = int(m_cards.size());
        m_cards += new ChartCard(kindOf(key) + u"Chart%1"_s.arg(number), monitor, metric, {key});
        m_cards.last()->setMinimumHeight(CardHeightMin);
        m_cards.last()->view()->setInScrollingPage(true);
        charts->addWidget(m_cards.last(), number / 2, number % 2);
    }
    auto* scroll = new QScrollArea;
    scroll->setObjectName(kindOf(key) + u"MonitorScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_range, 0, Qt::AlignLeft);
    layout->addWidget(scroll, 1);
    connect(m_range, &QComboBox::currentIndexChanged, this, &ObjectMonitor::refresh);
    connect(&monitor, &Monitor::measured, this, &ObjectMonitor::refresh);
    keepTranslated(this, [this] { retranslate(); });
}

void ObjectMonitor::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void ObjectMonitor::refresh()
{
    if (!isVisible())
        return;
    for (ChartCard* card : m_cards)
        card->refresh(rangeOf(m_range));
}

void ObjectMonitor::retranslate()
{
    retranslateRangeBox(m_range);
    for (ChartCard* card : m_cards)
        card->retranslate();
}

} // namespace ui
