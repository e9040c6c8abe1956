#include "rewinddialog.h"

#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"
#include "ui/connections/rehearsal.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QDateTime toDateTime(cmq::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(time));
}

} // namespace

RewindRange rewindRange(const cmq::QueueAttributes& queue, cmq::Time now)
{
    const cmq::Time farthest = now - queue.settings.rewindSeconds;
    return {farthest, std::max(farthest, queue.minMsgTime.value_or(now))};
}

RewindDialog::RewindDialog(std::vector<cmq::QueueAttributes> queues, cmq::Time now, QWidget* parent)
    : FormDialog(u"rewindDialog"_s, parent)
    , m_queues(std::move(queues))
    , m_now(now)
    , m_farthest(cmq::Time::max())
    , m_nearest(cmq::Time::min())
    , m_start(new QDateTimeEdit)
{
    for (const cmq::QueueAttributes& queue : m_queues) {
        const RewindRange range = rewindRange(queue, now);
        // CMQ takes whole seconds; rounding inwards keeps both ends valid.
        const cmq::Time farthest = std::chrono::ceil<cmq::Seconds>(range.farthest);
        m_farthest = std::min(m_farthest, farthest);
        m_nearest = std::max(
            {m_nearest, farthest, cmq::Time(std::chrono::floor<cmq::Seconds>(range.nearest))});
    }
    setMinimumWidth(480);

    auto* explanation = new Label(TextRole::Body, Tone::Secondary);
    explanation->setObjectName(u"rewindExplanation"_s);
    explanation->setWordWrap(true);
    m_start->setObjectName(u"rewindStart"_s);
    m_start->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_start->setDateTime(toDateTime(m_farthest));
    m_field = new Field(m_start);
    auto* all = new QPushButton;
    all->setObjectName(u"rewindAll"_s);
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this,
            [this] { m_start->setDateTime(toDateTime(m_farthest)); });
    body()->addWidget(explanation);
    body()->addWidget(m_field);
    body()->addWidget(all, 0, Qt::AlignLeft);
    body()->addStretch();

    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &RewindDialog::check);
    if (m_queues.size() == 1)
        offerCall([this] { return actions().front(); });
    offerRehearsal([this] {
        std::vector<cmq::Action> rewinds;
        for (const cmq::RewindQueue& action : actions())
            rewinds.emplace_back(action);
        return rehearsalOf(std::move(rewinds));
    });
    connect(this, &FormDialog::submitRequested, this, [this] {
        banner()->clear();
        setBusy(true);
        emit submitted(actions());
    });
    keepTranslated(this, [this, explanation, all] {
        const int count = int(m_queues.size());
        std::int64_t rewindable = 0;
        for (const cmq::QueueAttributes& queue : m_queues)
            rewindable += queue.rewindmsgNum;
        setTitle(count == 1
                     ? tr("Rewind %1").arg(QString::fromStdString(m_queues.front().queueName))
                     : tr("Rewind %n queue(s)", nullptr, count));
        QString text =
            tr("Deleted messages that were sent at this time or later become visible again, in the "
               "order they were sent. %n message(s) can be brought back at most.",
               nullptr, int(rewindable));
        if (count > 1)
            text +=
                u' ' + tr("A queue that does not reach back so far is rewound as far as it can.");
        explanation->setText(text);
        m_field->setTitle(tr("Consume again from"));
        m_field->setHint(
            tr("From %1 to %2").arg(formatInstant(m_farthest), formatInstant(m_nearest)));
        all->setText(tr("As far back as possible"));
        submitButton()->setText(tr("Rewind"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
}

cmq::Time RewindDialog::chosen() const
{
    return cmq::fromUnixSeconds(m_start->dateTime().toSecsSinceEpoch());
}

std::vector<cmq::RewindQueue> RewindDialog::actions() const
{
    std::vector<cmq::RewindQueue> actions;
    for (const cmq::QueueAttributes& queue : m_queues) {
        const cmq::Time farthest =
            std::chrono::ceil<cmq::Seconds>(rewindRange(queue, m_now).farthest);
        actions.push_back({queue.queueName, std::max(chosen(), farthest)});
    }
    return actions;
}

void RewindDialog::check()
{
    const bool inRange = chosen() >= m_farthest && chosen() <= m_nearest;
    m_field->setError(inRange ? QString()
                              : tr("Between %1 and %2, please.")
                                    .arg(formatInstant(m_farthest), formatInstant(m_nearest)));
    setValid(inRange, tr("Choose a time in the range"));
}

} // namespace ui
