#include "monitorpage.h"

#include "chartview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/savefile.h"
#include "ui/common/timeaxis.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/feednotice.h"
#include "ui/connections/figures.h"
#include "ui/queues/queuefeed.h"
#include "ui/topics/topicfeed.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinuteSeconds = 60;
constexpr int HourSeconds = 60 * MinuteSeconds;
constexpr int DaySeconds = 24 * HourSeconds;
constexpr int All = 0;
constexpr std::array RangesInSeconds{
    MinuteSeconds, 5 * MinuteSeconds, 15 * MinuteSeconds, HourSeconds,     6 * HourSeconds,
    DaySeconds,    7 * DaySeconds,    30 * DaySeconds,    90 * DaySeconds, All};
constexpr int UsualRange = 1;        ///< index of the range that is shown first
constexpr qsizetype FirstChosen = 3; ///< queues that are shown before somebody chooses
constexpr int NameRole = Qt::UserRole;

/// What a value stands for, of a chart with this step.
QString kindNote(Metric metric, const QString& step)
{
    switch (metricKind(metric)) {
    case MetricKind::Level: return MonitorPage::tr("One value every %1.").arg(step);
    case MetricKind::Rate:
        return MonitorPage::tr("Exact counts of every %1, per second.").arg(step);
    case MetricKind::Average: return MonitorPage::tr("The average of every %1.").arg(step);
    case MetricKind::Percentile: break;
    }
    //: p50, p95 and p99 are percentiles
    return MonitorPage::tr("Of every %1: that share took at most this long, told within 7 %.")
        .arg(step);
}

} // namespace

MonitorPage::MonitorPage(Monitor& monitor, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_prompts(prompts)
    , m_metric(new QComboBox)
    , m_range(new QComboBox)
    , m_banner(new Banner(u"monitorBanner"_s))
    , m_queuesTitle(new Label(TextRole::Section))
    , m_queues(new QListWidget)
    , m_chart(new ChartView(u"monitorChart"_s))
    , m_empty(new EmptyState(u"monitorEmpty"_s, u"graph"))
    , m_content(new QStackedWidget)
    , m_values(new Label(TextRole::Body, Tone::Secondary))
    , m_note(new Label(TextRole::Caption, Tone::Muted))
    , m_addToDashboard(
          makeAction(this, u"addToDashboard"_s, u"plus-lg", &MonitorPage::addToDashboard))
    , m_addAlarm(
          makeAction(this, u"addChartAlarm"_s, u"exclamation-triangle", &MonitorPage::addAlarm))
    , m_exportPng(makeAction(this, u"exportChartPng"_s, u"save", &MonitorPage::exportPng))
    , m_exportSvg(makeAction(this, u"exportChartSvg"_s, u"save", &MonitorPage::exportSvg))
    , m_exportCsv(makeAction(this, u"exportChartCsv"_s, u"save", &MonitorPage::exportCsv))
{
    setObjectName(u"monitorPage"_s);
    for (const Metric metric : Metrics)
        m_metric->addItem(QString(), int(metric));
    for (const int seconds : RangesInSeconds)
        m_range->addItem(QString(), seconds);
    m_range->setCurrentIndex(UsualRange);
    createLayout();
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
}

void MonitorPage::createLayout()
{
    m_metric->setObjectName(u"monitorMetric"_s);
    m_range->setObjectName(u"monitorRange"_s);
    m_queuesTitle->setObjectName(u"monitorQueuesTitle"_s);
    m_queues->setObjectName(u"monitorQueues"_s);
    m_queues->setFixedWidth(220);
    m_queues->setSpacing(3);
    m_order.setNumericMode(true);
    m_values->setObjectName(u"monitorValues"_s);
    m_values->setWordWrap(true);
    m_values->setMinimumHeight(m_values->fontMetrics().lineSpacing());
    m_note->setObjectName(u"monitorNote"_s);
    m_note->setWordWrap(true);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_metric);
    head->addWidget(m_range);
    head->addStretch();
    for (QAction* action : {m_addAlarm, m_addToDashboard}) {
        QToolButton* add = makeToolButton(action);
        add->setToolButtonStyle(Qt::ToolButtonIconOnly); // a small window has no room for more text
        head->addWidget(add);
    }
    for (QAction* action : {m_exportPng, m_exportSvg, m_exportCsv})
        head->addWidget(makeToolButton(action));

    auto* card = new Card(u"monitorCard"_s);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(12, 12, 12, 12);
    inCard->setSpacing(8);
    m_content->setObjectName(u"monitorContent"_s);
    m_content->addWidget(m_empty);
    m_content->addWidget(m_chart);
    inCard->addWidget(m_content, 1);
    inCard->addWidget(m_values);
    inCard->addWidget(m_note);

    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_queuesTitle);
    left->addWidget(m_queues, 1);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(12);
    parts->addLayout(left);
    parts->addWidget(card, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addLayout(parts, 1);
}

void MonitorPage::connectSignals()
{
    m_notice = new FeedNotice(m_monitor.queues(), *m_banner, {}, this);
    connect(&m_monitor.queues(), &QueueFeed::updated, this, [this] {
        if (isVisible())
            showObjects();
    });
    connect(&m_monitor.topics(), &TopicFeed::updated, this, [this] {
        if (isVisible())
            showObjects();
    });
    connect(&m_monitor.queues(), &QueueFeed::failed, this, &MonitorPage::showPlaceholder);
    connect(m_empty->primaryButton(), &QPushButton::clicked, &m_monitor.queues(),
            [this] { m_monitor.queues().refresh(); });
    connect(&m_monitor, &Monitor::measured, this, [this] {
        if (isVisible() && !m_span)
            refresh();
    });
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
        showObjects();
        refresh();
    });
    connect(m_range, &QComboBox::activated, this, &MonitorPage::chooseRange);
    connect(m_queues, &QListWidget::itemChanged, this, &MonitorPage::limitChoice);
    connect(m_chart, &ChartView::spanRequested, this, &MonitorPage::showSpan);
    connect(m_chart, &ChartView::latestRequested, this, &MonitorPage::chooseRange);
    connect(m_chart, &ChartView::alarmRequested, this, [this](const QString& key, double value) {
        emit m_monitor.alarmRequested(metric(), key, value);
    });
    connect(m_chart, &ChartView::cursorMoved, this, &MonitorPage::showTexts);
}

void MonitorPage::retranslate()
{
    m_metric->setAccessibleName(tr("Metric"));
    for (int i = 0; i < m_metric->count(); ++i) {
        const Metric metric = Metrics[std::size_t(i)];
        const QString name = metricName(metric);
        m_metric->setItemText(i, metricText(metric));
        //: A metric's name in Tencent's Cloud Monitor
        m_metric->setItemData(i, name.isEmpty() ? QString() : tr("Cloud Monitor: %1").arg(name),
                              Qt::ToolTipRole);
    }
    m_range->setAccessibleName(tr("Range"));
    for (int i = 0; i < m_range->count(); ++i) {
        const int seconds = RangesInSeconds[std::size_t(i)];
        m_range->setItemText(i, seconds == All
                                    ? tr("All that is known")
                                    : tr("Last %1").arg(formatSpan(cmq::Seconds(seconds))));
    }
    m_queuesTitle->setText(isOfTopics(metric()) ? tr("Topics") : tr("Queues"));
    m_queues->setAccessibleName(tr("Queues or topics in the chart"));
    m_chart->setAccessibleName(tr("Chart"));
    m_addAlarm->setText(tr("New alarm…"));
    m_addAlarm->setToolTip(tr("Be told when what this chart shows is beyond a threshold"));
    m_addToDashboard->setText(tr("Add to dashboard"));
    m_addToDashboard->setToolTip(tr("Put this chart on the dashboard"));
    m_exportPng->setText(tr("Export PNG…"));
    m_exportSvg->setText(tr("Export SVG…"));
    m_exportCsv->setText(tr("Export CSV…"));
    m_exportPng->setToolTip(tr("Write the chart to a picture"));
    m_exportSvg->setToolTip(tr("Write the chart to a drawing"));
    m_exportCsv->setToolTip(tr("Write the values to a file for spreadsheets"));
    showPlaceholder();
    showTexts();
}

void MonitorPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showObjects();
    refresh();
}

Metric MonitorPage::metric() const
{
    return Metric(m_metric->currentData().toInt());
}

/// The keys of all that the metric is about.
QStringList MonitorPage::objects() const
{
    QStringList keys;
    if (isOfTopics(metric())) {
        for (const TopicRow& topic : m_monitor.topics().topics())
            keys += topicKey(topic.name);
    } else {
        for (const QueueRow& queue : m_monitor.queues().queues())
            keys += queue.name;
    }
    return keys;
}

/// What is shown before anybody chose: the queues with the largest backlogs, the first topics.
QStringList MonitorPage::largest() const
{
    if (isOfTopics(metric()))
        return objects().mid(0, FirstChosen);
    QList<QueueRow> largest = m_monitor.queues().queues();
    std::ranges::stable_sort(largest, std::ranges::greater(),
                             [](const QueueRow& queue) { return backlogOf(queue.attributes); });
    QStringList keys;
    for (const QueueRow& queue : largest.first(std::min(FirstChosen, largest.size())))
        keys += queue.name;
    return keys;
}

/// The names in their order, with the choice kept.
void MonitorPage::showObjects()
{
    QStringList keys = objects();
    QStringList shown;
    for (int i = 0; i < m_queues->count(); ++i)
        shown += m_queues->item(i)->data(NameRole).toString();
    std::ranges::sort(keys, m_order);
    if (keys == shown)
        return showPlaceholder();
    const bool areOthers = !shown.isEmpty() && isTopicKey(shown.first()) != isOfTopics(metric());
    if (areOthers)
        m_hasChosen = false;
    const QStringList chosen = m_hasChosen ? this->chosen() : largest();
    {
        const QSignalBlocker quiet(m_queues);
        m_queues->clear();
        for (const QString& key : keys) {
            // Whole before the list has it, which would look for it at each of these.
            auto* item = new QListWidgetItem(formatForeign(nameOfKey(key)));
            item->setData(NameRole, key);
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(chosen.contains(key) ? Qt::Checked : Qt::Unchecked);
            m_queues->addItem(item);
        }
    }
    m_queuesTitle->setText(isOfTopics(metric()) ? tr("Topics") : tr("Queues"));
    refresh();
}

QStringList MonitorPage::chosen() const
{
    QStringList keys;
    for (int i = 0; i < m_queues->count(); ++i) {
        const QListWidgetItem* item = m_queues->item(i);
        if (item->checkState() == Qt::Checked)
            keys += item->data(NameRole).toString();
    }
    return keys;
}

void MonitorPage::limitChoice(QListWidgetItem* changed)
{
    m_hasChosen = true;
    m_banner->clear();
    if (chosen().size() > SeriesMax) {
        const QSignalBlocker quiet(m_queues);
        changed->setCheckState(Qt::Unchecked);
        m_banner->show(BannerKind::Info, tr("At most %1 can be compared.").arg(SeriesMax));
    }
    refresh();
}

void MonitorPage::chooseRange()
{
    m_span.reset();
    refresh();
}

void MonitorPage::showSpan(cmq::Time from, cmq::Time to)
{
    m_span = {from, to};
    refresh();
}

SeriesQuery MonitorPage::query() const
{
    SeriesQuery query;
    query.queues = chosen();
    query.metric = metric();
    query.to = m_monitor.connection().now();
    const int seconds = m_range->currentData().toInt();
    query.from = seconds == All ? m_begin.value_or(query.to - cmq::Seconds(MinuteSeconds))
                                : query.to - cmq::Seconds(seconds);
    if (m_span)
        std::tie(query.from, query.to) = *m_span;
    return query;
}

void MonitorPage::refresh()
{
    showPlaceholder();
    m_isStale = m_isAsking;
    if (m_isAsking)
        return;
    m_isAsking = true;
    const SeriesQuery asked = query();
    onResult(m_monitor.ask(asked), this, [this, asked](const cmq::Result<Monitor::Answer>& answer) {
        m_isAsking = false;
        if (answer)
            showAnswer(*answer, asked);
        if (m_isStale)
            refresh();
    });
}

/// What is in the place of a chart that there is nothing for.
void MonitorPage::showPlaceholder()
{
    const bool isLoaded =
        isOfTopics(metric()) ? m_monitor.topics().isLoaded() : m_monitor.queues().isLoaded();
    m_empty->primaryButton()->setText({});
    m_content->setCurrentWidget(m_empty);
    const bool isMeasured =
        m_monitor.hasCounts() || !(needsEvents(metric()) || isOfTopics(metric()));
    if (!isMeasured) {
        m_empty->setTexts(tr("Not measured here"),
                          tr("This connection does not tell what happens, so nothing can be "
                             "counted: CMQ's API has no rates. Levels are measured."));
    } else if (!isLoaded && m_notice->hasFailed()) {
        m_empty->primaryButton()->setText(tr("Try again"));
        m_empty->setTexts(tr("The queues could not be listed"), {});
    } else if (!isLoaded) {
        m_empty->showLoading();
    } else if (m_queues->count() == 0) {
        m_empty->setTexts(tr("Nothing to measure yet"), isOfTopics(metric())
                                                            ? tr("There is no topic.")
                                                            : tr("There is no queue."));
    } else if (chosen().isEmpty()) {
        m_empty->setTexts(tr("Nothing is chosen"),
                          tr("Choose up to %1 at the left to compare them.").arg(SeriesMax));
    } else {
        m_content->setCurrentWidget(m_chart);
    }
}

void MonitorPage::showAnswer(const Monitor::Answer& answer, const SeriesQuery& query)
{
    m_step = answer.step;
    m_begin = answer.begin;
    ChartContent content{query.metric, answer.series, query.from, query.to,
                         !m_monitor.connection().hasExactFigures()};
    if (m_thresholds)
        content.thresholds = m_thresholds(query.metric, query.queues);
    m_chart->setContent(content);
    showTexts();
}

void MonitorPage::showTexts()
{
    const QString values = m_chart->cursorText();
    m_values->setText(values.isEmpty() ? tr("Point at the chart, or use the arrow keys in it, to "
                                            "read values.")
                                       : values);
    const Metric metric = m_chart->content().metric;
    if (needsEvents(metric) && !m_monitor.hasCounts()) {
        m_note->setText(tr("This connection does not tell what happens, so nothing can be counted: "
                           "CMQ's API has no rates. Levels are measured."));
        return;
    }
    const Connection& connection = m_monitor.connection();
    QString note;
    if (m_span)
        note = tr("A span chosen by hand; a double click or 0 goes back to the latest.") + u' ';
    note += kindNote(metric, formatExactSpan(m_step));
    if (!connection.hasExactFigures())
        note += u' ' + figuresHelp(false) + u' ' +
                figuresAge(connection, m_monitor.queues().updatedAt()) + u'.';
    if (m_begin)
        note += tr(" Measured since %1; where a line is missing, nothing was measured.",
                   "begins with a space")
                    .arg(formatInstant(*m_begin));
    if (const QString name = metricName(metric); !name.isEmpty())
        note += tr(" Cloud Monitor: %1.", "begins with a space").arg(name);
    m_note->setText(note);
}

/// Which of the lines is meant, the menu of the chart asks.
void MonitorPage::addAlarm()
{
    if (chosen().isEmpty())
        m_banner->show(BannerKind::Info, tr("Choose a queue or topic first."));
    else
        m_chart->popupMenu(m_chart->mapToGlobal(QPoint(m_chart->width() - 8, 0)));
}

void MonitorPage::addToDashboard()
{
    if (chosen().isEmpty()) {
        m_banner->show(BannerKind::Info, tr("Choose a queue or topic first."));
        return;
    }
    emit dashboardRequested({metric(), chosen(), false});
    m_banner->show(BannerKind::Success, tr("It is on the dashboard now."));
}

void MonitorPage::exportPng()
{
    exportAs(tr("Export the chart as PNG"), u".png"_s, m_chart->toPng());
}

void MonitorPage::exportSvg()
{
    exportAs(tr("Export the chart as SVG"), u".svg"_s, m_chart->toSvg());
}

void MonitorPage::exportCsv()
{
    exportAs(tr("Export the values as CSV"), u".csv"_s, m_chart->toCsv());
}

void MonitorPage::exportAs(const QString& title, const QString& suffix, const QByteArray& bytes)
{
    saveFile(this, m_prompts, *m_banner, title, u"monitor"_s + suffix, bytes);
}

} // namespace ui
