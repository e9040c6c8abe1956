#include "queuegauges.h"

#include "ui/common/label.h"
#include "ui/connections/connection.h"
#include "ui/connections/figures.h"

#include <QEvent>
#include <QGridLayout>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconSize = 18;

struct StateLook
{
    QString name;
    QStringView icon;
    Tone tone;
};
const std::array<StateLook, 4> States{{{u"Visible"_s, u"envelope", Tone::Visible},
                                       {u"InFlight"_s, u"hourglass-split", Tone::InFlight},
                                       {u"Delayed"_s, u"clock-history", Tone::Delayed},
                                       {u"Rewindable"_s, u"rewind-fill", Tone::Rewindable}}};

} // namespace

QueueGauges::QueueGauges(const QString& name, int columns, const Connection& connection,
                         QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
{
    setObjectName(name + u"Gauges"_s);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(columns > 2 ? 24 : 8);
    grid->setVerticalSpacing(12);
    for (const StateLook& state : States) {
        const Gauge gauge{new QLabel, new Label(TextRole::PageTitle),
                          new Label(TextRole::Caption, Tone::Muted)};
        gauge.icon->setObjectName(name + state.name + u"Icon"_s);
        gauge.value->setObjectName(name + state.name);
        gauge.title->setObjectName(name + state.name + u"Title"_s);
        gauge.title->setBuddy(gauge.value);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(gauge.value);
        texts->addWidget(gauge.title);
        auto* cell = new QHBoxLayout;
        cell->setSpacing(8);
        cell->addWidget(gauge.icon, 0, Qt::AlignTop);
        cell->addLayout(texts, 1);
        const int index = int(m_gauges.size());
        grid->addLayout(cell, index / columns, index % columns);
        m_gauges.push_back(gauge);
    }
    showIcons();
}

void QueueGauges::setQueue(const cmq::QueueAttributes& queue)
{
    constexpr std::size_t DelayedGauge = 2;
    const std::array<std::pair<std::int64_t, QString>, 4> counts{
        {{queue.activeMsgNum, tr("Visible")},
         {queue.inactiveMsgNum, tr("In flight")},
         {queue.delayMsgNum, tr("Delayed")},
         {queue.rewindmsgNum, tr("Rewindable")}}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        m_gauges[i].value->setText(figureText(counts[i].first, m_connection));
        m_gauges[i].value->setTone(counts[i].first == 0 ? Tone::Muted : States[i].tone);
        m_gauges[i].value->setToolTip(i == DelayedGauge
                                          ? delayedHelp(m_connection)
                                          : figuresHelp(m_connection.hasExactFigures()));
        m_gauges[i].title->setText(counts[i].second);
    }
}

void QueueGauges::showIcons()
{
    for (std::size_t i = 0; i < m_gauges.size(); ++i)
        m_gauges[i].icon->setPixmap(icon(States[i].icon, States[i].tone)
                                        .pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

void QueueGauges::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcons();
}

} // namespace ui
