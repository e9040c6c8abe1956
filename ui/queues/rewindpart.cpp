#include "rewindpart.h"

#include "rewindables.h"
#include "rewinddialog.h"
#include "rewindstrip.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int RangeTickMs = 1000;
}

RewindPart::RewindPart(Connection& connection, const QString& queueName, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_rewindables(new Rewindables(connection, queueName, this))
    , m_off(new QWidget)
    , m_offText(new Label(TextRole::Body, Tone::Secondary))
    , m_switchOn(new QPushButton)
    , m_on(new QWidget)
    , m_explanation(new Label(TextRole::Body, Tone::Secondary))
    , m_banner(new Banner(u"rewindPartBanner"_s))
    , m_strip(new RewindStrip(u"rewindStrip"_s))
    , m_start(new QDateTimeEdit)
    , m_count(new Label(TextRole::Section))
    , m_rewind(new QPushButton)
{
    setObjectName(u"rewindPart"_s);
    createLayout();
    connect(m_switchOn, &QPushButton::clicked, this, &RewindPart::attributesRequested);
    connect(m_strip, &RewindStrip::chosenByHand, this, [this](cmq::Time time) {
        m_isAtFarthest = false;
        choose(time);
    });
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& time) {
        m_isAtFarthest = false;
        m_strip->setChosen(cmq::fromUnixSeconds(time.toSecsSinceEpoch()));
        showCount();
    });
    connect(m_rewindables, &Rewindables::updated, this, [this] {
        m_strip->setTimes(m_rewindables->times());
        showCount();
    });
    connect(m_rewind, &QPushButton::clicked, this, &RewindPart::rewind);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && m_queue)
            showRange();
    });
    m_tick.start(RangeTickMs);
    keepTranslated(this, [this] { retranslate(); });
}

void RewindPart::createLayout()
{
    m_offText->setObjectName(u"rewindOffText"_s);
    m_offText->setWordWrap(true);
    m_switchOn->setObjectName(u"rewindSwitchOn"_s);
    m_explanation->setObjectName(u"rewindPartExplanation"_s);
    m_explanation->setWordWrap(true);
    m_start->setObjectName(u"rewindPartStart"_s);
    m_start->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_startField = new Field(m_start);
    m_startField->setMaximumWidth(360);
    m_count->setObjectName(u"rewindPartCount"_s);
    m_count->setWordWrap(true);
    m_rewind->setObjectName(u"rewindPartSubmit"_s);
    setButtonKind(m_rewind, ButtonKind::Primary);

    auto* off = new QVBoxLayout(m_off);
    off->setContentsMargins(0, 0, 0, 0);
    off->setSpacing(12);
    off->addWidget(m_offText);
    off->addWidget(m_switchOn, 0, Qt::AlignLeft);
    auto* on = new QVBoxLayout(m_on);
    on->setContentsMargins(0, 0, 0, 0);
    on->setSpacing(12);
    on->addWidget(m_explanation);
    on->addWidget(m_strip);
    on->addWidget(m_startField);
    on->addWidget(m_count);
    on->addWidget(m_rewind, 0, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(m_off);
    layout->addWidget(m_on);
    layout->addStretch();
    m_on->hide();
}

bool RewindPart::isOn() const
{
    return m_queue && m_queue->settings.rewindSeconds.count() > 0;
}

void RewindPart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_queue)
        setQueue(cmq::QueueAttributes(*m_queue));
}

void RewindPart::setQueue(const cmq::QueueAttributes& queue)
{
    m_queue = queue;
    m_off->setVisible(!isOn());
    m_on->setVisible(isOn());
    if (!isOn() || !isVisible())
        return;
    showRange();
    if (queue.rewindmsgNum != m_readAt) {
        m_readAt = queue.rewindmsgNum;
        m_rewindables->refresh();
    }
}

void RewindPart::showRange()
{
    if (!isOn())
        return;
    const RewindRange range = rewindRange(*m_queue, m_connection.now());
    // Whole seconds, rounded inwards, as CMQ takes them.
    const cmq::Time farthest = std::chrono::ceil<cmq::Seconds>(range.farthest);
    const cmq::Time nearest =
        std::max<cmq::Time>(farthest, std::chrono::floor<cmq::Seconds>(range.nearest));
    m_strip->setRange(farthest, nearest, m_connection.now());
    m_startField->setHint(tr("From %1 to %2").arg(formatInstant(farthest), formatInstant(nearest)));
    if (m_isAtFarthest)
        choose(farthest);
    else
        showCount();
}

void RewindPart::choose(cmq::Time time)
{
    const QSignalBlocker quiet(m_start);
    m_start->setDateTime(QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(time)));
    m_strip->setChosen(time);
    showCount();
}

void RewindPart::showCount()
{
    if (!isOn())
        return;
    const cmq::Time chosen = m_strip->chosen();
    const RewindRange range = rewindRange(*m_queue, m_connection.now());
    // A second more than CMQ's own tolerance would allow is not worth a refusal.
    const bool isInRange = chosen + cmq::Seconds(1) >= range.farthest && chosen <= range.nearest;
    m_startField->setError(isInRange ? QString() : tr("This queue cannot go there."));
    const auto count = int(m_rewindables->countFrom(chosen));
    if (!m_rewindables->canLook())
        m_count->setText(tr("At most %n message(s) will come back; this connection does not tell "
                            "when they were sent.",
                            nullptr, int(m_queue->rewindmsgNum)));
    else if (m_rewindables->isComplete())
        m_count->setText(tr("%n message(s) will come back.", nullptr, count));
    else
        m_count->setText(tr("At least %n message(s) will come back.", nullptr, count));
    const QString reason = m_connection.whyNot(cmq::RewindQueue());
    m_rewind->setEnabled(isInRange && reason.isEmpty() && !m_isRewinding);
    m_rewind->setToolTip(reason);
}

void RewindPart::rewind()
{
    m_isRewinding = true;
    m_banner->clear();
    showCount();
    const cmq::RewindQueue action{m_queue->queueName, m_strip->chosen()};
    onResult(m_connection.call(action), this, [this](const cmq::Result<cmq::Done>& answer) {
        m_isRewinding = false;
        if (answer) {
            m_isAtFarthest = true;
            m_rewindables->refresh();
            m_banner->show(BannerKind::Success, tr("The queue was rewound."));
        } else {
            m_banner->show(BannerKind::Error, errorSentence(answer.error()),
                           errorDetail(answer.error()));
        }
        showCount();
    });
}

void RewindPart::retranslate()
{
    m_offText->setText(
        tr("Rewind is off: what is deleted here is gone. With a rewind time, deleted "
           "messages can be consumed again for that long."));
    m_switchOn->setText(tr("Set a rewind time…"));
    m_explanation->setText(tr("Deleted messages that were sent at the chosen time or later become "
                              "visible again, in the order they were sent. Farthest is as long ago "
                              "as the rewind time; nearest is the oldest message that is still in "
                              "the queue."));
    m_strip->setAccessibleName(tr("Where to rewind to"));
    m_startField->setTitle(tr("Consume again from"));
    m_rewind->setText(tr("Rewind"));
    if (m_queue)
        setQueue(cmq::QueueAttributes(*m_queue));
}

} // namespace ui
