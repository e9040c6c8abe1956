#include "lessontext.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

struct LabText
{
    Q_DECLARE_TR_FUNCTIONS(ui::LabText)
};

QString text(const std::string& foreign)
{
    return formatForeign(QString::fromStdString(foreign));
}

QString secondsText(cmq::Milliseconds duration)
{
    return LabText::tr("%1 s").arg(double(duration.count()) / 1000.0);
}

QString amountText(const scenario::Amount& amount)
{
    if (amount.is)
        return formatCount(*amount.is);
    if (amount.atLeast && amount.atMost)
        return LabText::tr("%1 to %2")
            .arg(formatCount(*amount.atLeast), formatCount(*amount.atMost));
    if (amount.atLeast)
        return LabText::tr("%1 or more").arg(formatCount(*amount.atLeast));
    return LabText::tr("%1 or fewer").arg(formatCount(amount.atMost.value_or(0)));
}

/// What was measured.
QString subjectText(const scenario::Predicate& predicate)
{
    const QString place = text(predicate.place);
    const QString what = text(predicate.what);
    switch (predicate.kind) {
    case scenario::PredicateKind::Counter:
    case scenario::PredicateKind::Attribute: return LabText::tr("%1 of %2").arg(what, place);
    case scenario::PredicateKind::Exists:
        return LabText::tr("%1 named %2").arg(what, text(predicate.name));
    case scenario::PredicateKind::Messages: return LabText::tr("Messages in %1").arg(place);
    case scenario::PredicateKind::Pending:
        return LabText::tr("Messages that wait for %1").arg(text(predicate.name));
    case scenario::PredicateKind::Events: return LabText::tr("Events “%1”").arg(what);
    case scenario::PredicateKind::Calls:
        return predicate.code ? LabText::tr("Calls answered with %1").arg(*predicate.code)
                              : LabText::tr("Calls of %1").arg(what);
    case scenario::PredicateKind::Receives: return LabText::tr("Receives of one message");
    case scenario::PredicateKind::Effects:
        return predicate.what == "repeated"
                   ? LabText::tr("Work that %1 did more than once").arg(text(predicate.name))
                   : LabText::tr("Work that %1 did").arg(text(predicate.name));
    case scenario::PredicateKind::Elapsed: return LabText::tr("Seconds since the start");
    default: return {};
    }
}

QString listed(const std::vector<std::string>& bodies)
{
    QStringList list;
    for (const std::string& body : bodies)
        list += text(body);
    return list.isEmpty() ? LabText::tr("none") : list.join(u", "_s);
}

QString callText(const scenario::CallStep& step)
{
    QStringList parameters;
    for (const auto& [name, value] : step.parameters)
        parameters += text(name) + u'=' + text(value);
    return text(step.action) + u"  "_s + parameters.join(u"  "_s);
}

QString workText(const scenario::WorkTime& time)
{
    if (time.mean.count() > 0)
        return LabText::tr("about %1").arg(secondsText(time.mean));
    if (time.least == time.most)
        return secondsText(time.least);
    return LabText::tr("%1 to %2").arg(secondsText(time.least), secondsText(time.most));
}

} // namespace

std::string lessonLanguage()
{
    //: The code of the language in which lessons are told: en or zh.
    return QCoreApplication::translate("ui::LabText", "en").toStdString();
}

QString lessonText(const scenario::Texts& texts)
{
    const std::string_view found = scenario::textIn(texts, lessonLanguage());
    return QString::fromUtf8(found.data(), qsizetype(found.size()));
}

QString findingText(const scenario::Finding& finding)
{
    const scenario::Predicate& predicate = finding.predicate;
    if (finding.isMissing)
        return LabText::tr("There is no %1.")
            .arg(text(predicate.kind == scenario::PredicateKind::Pending ? predicate.name
                                                                         : predicate.place));
    if (finding.isNegated)
        return LabText::tr("%1: too many.").arg(subjectText(predicate));
    if (predicate.kind == scenario::PredicateKind::Messages)
        return LabText::tr("%1: now %2, wanted %3.")
            .arg(subjectText(predicate),
                 finding.foundText.empty() ? LabText::tr("none") : text(finding.foundText),
                 listed(predicate.bodies));
    if (predicate.equals)
        return LabText::tr("%1: now %2, wanted %3.")
            .arg(subjectText(predicate),
                 finding.foundText.empty() ? LabText::tr("none") : text(finding.foundText),
                 text(*predicate.equals));
    return LabText::tr("%1: now %2, wanted %3.")
        .arg(subjectText(predicate), formatCount(finding.found), amountText(predicate.amount));
}

QString predicateText(const scenario::Predicate& predicate)
{
    const QString place = predicate.place.empty() ? QString() : text(predicate.place) + u" · "_s;
    if (predicate.equals)
        return LabText::tr("%1: %2").arg(subjectText(predicate), text(*predicate.equals));
    const bool namesPlace = predicate.kind == scenario::PredicateKind::Counter ||
                            predicate.kind == scenario::PredicateKind::Attribute;
    return (namesPlace ? QString() : place) +
           LabText::tr("%1: %2").arg(subjectText(predicate), amountText(predicate.amount));
}

QString stepText(const scenario::Step& step)
{
    if (const auto* call = std::get_if<scenario::CallStep>(&step))
        return callText(*call);
    if (const auto* advance = std::get_if<scenario::AdvanceStep>(&step))
        return LabText::tr("Let %1 pass").arg(secondsText(advance->duration));
    if (const auto* answer = std::get_if<scenario::AnswerStep>(&step))
        return LabText::tr("The answer to %1 comes").arg(text(answer->of));
    if (const auto* actor = std::get_if<scenario::ActorStep>(&step))
        return LabText::tr("Change %1: %2").arg(text(actor->actor.name), actorText(actor->actor));
    if (std::holds_alternative<scenario::FaultStep>(step))
        return LabText::tr("Something breaks");
    return LabText::tr("Check");
}

QString actorText(const scenario::Actor& actor)
{
    QString line;
    if (const auto* producer = std::get_if<scenario::Producer>(&actor.role)) {
        line = LabText::tr("sends to %1, one each %2")
                   .arg(text(producer->queue + producer->topic), secondsText(producer->every));
        if (producer->retries > 0)
            line += LabText::tr(", tries again when no answer comes");
    } else if (const auto* consumer = std::get_if<scenario::Consumer>(&actor.role)) {
        line =
            LabText::tr("%n worker(s) for %1, %2 for each message", nullptr, int(consumer->workers))
                .arg(text(consumer->queue), workText(consumer->handling));
        if (consumer->crashPercent > 0)
            line += LabText::tr(", crashes in %1 %").arg(consumer->crashPercent);
        if (consumer->forgetPercent > 0)
            line += LabText::tr(", forgets to delete in %1 %").arg(consumer->forgetPercent);
        if (!consumer->failsOn.empty())
            line += LabText::tr(", fails on %1").arg(listed(consumer->failsOn));
        if (consumer->isIdempotent)
            line += LabText::tr(", remembers what it has done");
    } else {
        line =
            LabText::tr("receives at %1").arg(text(std::get<scenario::Receiver>(actor.role).url));
    }
    return actor.isRunning ? line : LabText::tr("%1 (stopped)").arg(line);
}

QString countersText(const cmq::QueueAttributes& queue)
{
    return LabText::tr("%1: %2 visible, %3 in flight, %4 delayed")
        .arg(text(queue.queueName), formatCount(queue.activeMsgNum),
             formatCount(queue.inactiveMsgNum), formatCount(queue.delayMsgNum));
}

} // namespace ui
