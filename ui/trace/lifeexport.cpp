#include "lifeexport.h"

#include "lifetext.h"

#include "ui/common/csv.h"
#include "ui/common/timeaxis.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct LifeExportText
{
    Q_DECLARE_TR_FUNCTIONS(ui::LifeExport)
};

QString kindName(const cmq::Event& event)
{
    const std::string_view name = cmq::toString(event.kind);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QString barName(LifeBar::Kind kind)
{
    switch (kind) {
    case LifeBar::Kind::Delayed: return u"delayed"_s;
    case LifeBar::Kind::Visible: return u"active"_s;
    case LifeBar::Kind::InFlight: return u"inactive"_s;
    case LifeBar::Kind::Rewindable: return u"rewindable"_s;
    case LifeBar::Kind::Waiting: return u"waiting"_s;
    case LifeBar::Kind::Pushing: return u"pushing"_s;
    }
    return {};
}

QString laneName(const LifeLine& line, int lane)
{
    return QString::fromStdString(line.lanes[lane].name);
}

QString handleOf(const LifeLine& line, const LifeStep& step)
{
    return QString::fromStdString(receiptHandleOf(line, step));
}

QJsonObject toJson(const LifeLine& line, const LifeStep& step)
{
    QJsonObject object{{u"time"_s, isoInstant(step.event.time)},
                       {u"event"_s, kindName(step.event)},
                       {u"place"_s, laneName(line, step.lane)},
                       {u"text"_s, stepText(step)},
                       {u"why"_s, stepReason(line, step)}};
    if (const QString handle = handleOf(line, step); !handle.isEmpty())
        object[u"receiptHandle"_s] = handle;
    if (step.event.until > cmq::Time())
        object[u"until"_s] = isoInstant(step.event.until);
    return object;
}

QJsonObject toJson(const LifeLine& line, const LifeBar& bar)
{
    QJsonObject object{{u"state"_s, barName(bar.kind)},
                       {u"place"_s, laneName(line, bar.lane)},
                       {u"to"_s, isoInstant(bar.to)},
                       {u"isOpen"_s, bar.isOpen}};
    if (!bar.isStartUnknown)
        object[u"from"_s] = isoInstant(bar.from);
    if (bar.planned)
        object[u"planned"_s] = isoInstant(*bar.planned);
    return object;
}

} // namespace

QByteArray lifeCsv(const LifeLine& line)
{
    QByteArray text = csvLine({"time", "event", "place", "text", "receiptHandle", "until", "why"});
    if (const QString gap = gapText(line); !gap.isEmpty())
        text += csvLine({line.knownSince ? isoInstant(*line.knownSince).toUtf8() : QByteArray(),
                         "Gap",
                         {},
                         {},
                         {},
                         {},
                         gap.toUtf8()});
    for (const LifeStep& step : line.steps) {
        const bool hasEnd = step.event.until > cmq::Time();
        text += csvLine({isoInstant(step.event.time).toUtf8(), kindName(step.event).toUtf8(),
                         laneName(line, step.lane).toUtf8(), stepText(step).toUtf8(),
                         handleOf(line, step).toUtf8(),
                         hasEnd ? isoInstant(step.event.until).toUtf8() : QByteArray(),
                         stepReason(line, step).toUtf8()});
    }
    return text;
}

QByteArray lifeJson(const LifeLine& line)
{
    QJsonArray steps;
    for (const LifeStep& step : line.steps)
        steps.append(toJson(line, step));
    QJsonArray states;
    for (const LifeBar& bar : line.bars)
        states.append(toJson(line, bar));
    QJsonObject object{{u"msgId"_s, QString::number(line.msgId)},
                       {u"at"_s, isoInstant(line.now)},
                       {u"steps"_s, steps},
                       {u"states"_s, states}};
    if (const QString gap = gapText(line); !gap.isEmpty())
        object[u"gap"_s] = gap;
    return QJsonDocument(object).toJson();
}

QString lifeText(const LifeLine& line)
{
    QStringList lines{LifeExportText::tr("Message %1").arg(QString::number(line.msgId))};
    if (const QString gap = gapText(line); !gap.isEmpty())
        lines += gap;
    const cmq::Time start = line.steps.isEmpty() ? line.now : line.steps.first().event.time;
    const auto after = [start](cmq::Time time) { return u'+' + formatExactSpan(time - start); };
    for (const LifeStep& step : line.steps) {
        lines +=
            u"%1 (%2) %3: %4"_s.arg(formatExactInstant(step.event.time), after(step.event.time),
                                    laneText(line.lanes[step.lane]), stepText(step));
        lines += u"    "_s + stepReason(line, step);
    }
    lines += LifeExportText::tr("States");
    for (const LifeBar& bar : line.bars)
        lines += u"%1 … %2 %3: %4"_s.arg(bar.isStartUnknown ? u"?"_s : after(bar.from),
                                         bar.isOpen ? LifeExportText::tr("now") : after(bar.to),
                                         laneText(line.lanes[bar.lane]), barText(bar));
    return lines.join(u'\n') + u'\n';
}

} // namespace ui
