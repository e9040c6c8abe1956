#include "chartcard.h"

#include "chartview.h"
#include "monitor.h"

#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <QBoxLayout>

#include <tuple>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

ChartCard::ChartCard(const QString& name, Monitor& monitor, Metric metric, const QStringList& keys,
                     QWidget* parent)
    : Card(name + u"Card"_s, parent)
    , m_monitor(monitor)
    , m_metric(metric)
    , m_keys(keys)
    , m_head(new QHBoxLayout)
    , m_title(new Label(TextRole::Section))
    , m_view(new ChartView(name))
    , m_value(new Label(TextRole::Caption, Tone::Muted))
{
    m_title->setObjectName(name + u"Title"_s);
    m_value->setObjectName(name + u"Value"_s);
    m_value->setMinimumHeight(m_value->fontMetrics().lineSpacing());
    m_value->setWordWrap(true);
    m_head->setSpacing(0);
    m_head->addWidget(m_title, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(m_head);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_value);
    connect(m_view, &ChartView::cursorMoved, this, &ChartCard::showValue);
    connect(m_view, &ChartView::spanRequested, this, &ChartCard::showSpan);
    connect(m_view, &ChartView::latestRequested, this, [this] {
        m_span.reset();
        ask();
    });
    connect(m_view, &ChartView::alarmRequested, this, [this](const QString& key, double value) {
        emit m_monitor.alarmRequested(m_metric, key, value);
    });
    retranslate();
}

void ChartCard::setTitle(const QString& title)
{
    m_title->setText(title);
    m_view->setAccessibleName(title);
}

void ChartCard::retranslate()
{
    setTitle(metricText(m_metric));
    showValue();
}

void ChartCard::refresh(cmq::Milliseconds range)
{
    if (std::exchange(m_range, range) != range)
        m_span.reset();
    ask();
}

void ChartCard::showSpan(cmq::Time from, cmq::Time to)
{
    m_span = {from, to};
    ask();
}

void ChartCard::ask()
{
    m_isStale = m_isAsking;
    if (m_isAsking)
        return;
    m_isAsking = true;
    SeriesQuery query;
    query.queues = m_keys;
    query.metric = m_metric;
    query.to = m_monitor.connection().now();
    query.from = query.to - m_range;
    if (m_span)
        std::tie(query.from, query.to) = *m_span;
    onResult(m_monitor.ask(query), this, [this, query](const cmq::Result<Monitor::Answer>& answer) {
        m_isAsking = false;
        if (answer) {
            m_view->setContent({query.metric, answer->series, query.from, query.to,
                                !m_monitor.connection().hasExactFigures()});
            showValue();
        }
        if (m_isStale)
            ask();
    });
}

void ChartCard::showValue()
{
    if (needsEvents(m_metric) && !m_monitor.hasCounts())
        m_value->setText(tr("This connection does not tell what happens, so nothing can be "
                            "counted."));
    else
        m_value->setText(m_view->cursorText());
}

} // namespace ui
