#include "statusline.h"

#include "stallgauge.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/connections/connection.h"
#include "ui/connections/figures.h"
#include "ui/queues/queuefeed.h"

#include "scenario/sandbox.h"

#include <QEvent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int AgeTickMs = 1000;
constexpr cmq::Seconds AgeWorthAColour{120};
} // namespace

QString connectionKindText(const Connection& connection)
{
    switch (connection.kind()) {
    case ConnectionKind::Local: return StatusLine::tr("Local");
    case ConnectionKind::Sandbox: return StatusLine::tr("Sandbox");
    case ConnectionKind::Remote: break;
    }
    return StatusLine::tr("Remote");
}

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_sign(new QLabel)
    , m_mode(new Label)
    , m_place(new Label(TextRole::Body, Tone::Muted))
    , m_served(new Label(TextRole::Body, Tone::Ok))
    , m_access(new Label(TextRole::Body, Tone::Muted))
    , m_figures(new Label(TextRole::Body, Tone::Muted))
    , m_freshness(new Label(TextRole::Body, Tone::Muted))
    , m_stalled(new Label(TextRole::Body, Tone::Muted))
    , m_stalls(new StallGauge(m_stalled))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    setContentsMargins(12, 2, 12, 2);
    m_sign->setObjectName(u"statusSign"_s);
    m_mode->setObjectName(u"statusMode"_s);
    m_place->setObjectName(u"statusPlace"_s);
    m_served->setObjectName(u"statusServed"_s);
    m_access->setObjectName(u"statusAccess"_s);
    m_figures->setObjectName(u"statusFigures"_s);
    m_freshness->setObjectName(u"statusFreshness"_s);
    for (Label* label : {m_place, m_served, m_access, m_figures, m_freshness})
        label->setContentsMargins(12, 0, 0, 0);
    addWidget(m_sign);
    addWidget(m_mode);
    addWidget(m_place);
    addWidget(m_served);
    m_stalled->setObjectName(u"statusStalls"_s);
    m_stalled->setContentsMargins(12, 0, 0, 0);
    addPermanentWidget(m_stalled);
    m_stalled->hide(); // the line shows what it is given
    addPermanentWidget(m_access);
    addPermanentWidget(m_figures);
    addPermanentWidget(m_freshness);
    connect(&m_ages, &QTimer::timeout, this, &StatusLine::showFreshness);
    m_ages.start(AgeTickMs);
}

void StatusLine::setConnection(Connection* connection, QueueFeed* feed)
{
    if (m_feed)
        disconnect(m_feed, nullptr, this, nullptr);
    m_connection = connection;
    m_feed = feed;
    m_isStale = false;
    if (connection && connection->serving())
        connect(connection->serving(), &Serving::changed, this, &StatusLine::showServing,
                Qt::UniqueConnection); // it can be shown more than once
    if (feed) {
        connect(feed, &QueueFeed::updated, this, [this] {
            m_isStale = false;
            showFigures();
        });
        connect(feed, &QueueFeed::failed, this, [this] {
            m_isStale = true;
            showFigures();
        });
    }
    retranslate();
}

void StatusLine::retranslate()
{
    if (!m_connection) {
        for (QLabel* label : {m_sign, static_cast<QLabel*>(m_mode), static_cast<QLabel*>(m_place),
                              static_cast<QLabel*>(m_served), static_cast<QLabel*>(m_access),
                              static_cast<QLabel*>(m_figures), static_cast<QLabel*>(m_freshness)})
            label->clear();
        return;
    }
    const bool isSandbox = m_connection->kind() == ConnectionKind::Sandbox;
    const bool isRemote = m_connection->kind() == ConnectionKind::Remote;
    m_sign->setPixmap(icon(isSandbox  ? u"memory"
                           : isRemote ? u"cloud"
                                      : u"hdd",
                           isSandbox ? Tone::InFlight : Tone::Ok)
                          .pixmap(QSize(14, 14), devicePixelRatioF()));
    m_mode->setText(connectionKindText(*m_connection));
    const cmq::scenario::Sandbox* sandbox = m_connection->sandbox();
    m_place->setText(!isSandbox ? formatForeign(m_connection->place(), 200)
                     : sandbox && sandbox->scenario().lesson
                         ? tr("in memory; a lesson goes on where you left it")
                         : tr("in memory, gone when the console closes"));
    m_access->setText(m_connection->isReadOnly() ? tr("read-only") : tr("read and write"));
    showServing();
    showFigures();
}

void StatusLine::showServing()
{
    const Serving* serving = m_connection ? m_connection->serving() : nullptr;
    const bool isServed = serving && serving->state() == Serving::State::On;
    m_served->setText(isServed ? tr("served at %1").arg(serving->url()) : QString());
}

void StatusLine::changeEvent(QEvent* event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        retranslate();
}

void StatusLine::showFigures()
{
    if (!m_feed || !m_feed->isLoaded()) {
        m_figures->clear();
        m_freshness->clear();
        return;
    }
    std::int64_t visible = 0;
    std::int64_t inFlight = 0;
    for (const QueueRow& queue : m_feed->queues()) {
        visible += queue.attributes.activeMsgNum;
        inFlight += queue.attributes.inactiveMsgNum;
    }
    m_figures->setText(
        tr("%1 visible · %2 in flight")
            .arg(figureText(visible, *m_connection), figureText(inFlight, *m_connection)));
    showFreshness();
}

void StatusLine::showFreshness()
{
    if (!m_feed || !m_feed->isLoaded())
        return;
    const QString age = figuresAge(*m_connection, m_feed->updatedAt());
    const bool isOld =
        !age.isEmpty() && m_connection->now() - m_feed->updatedAt() >= AgeWorthAColour;
    m_freshness->setTone(m_isStale || isOld ? Tone::InFlight : Tone::Muted);
    m_freshness->setText(m_isStale       ? tr("as of %1").arg(formatInstant(m_feed->updatedAt()))
                         : age.isEmpty() ? tr("live")
                                         : age);
}

} // namespace ui
