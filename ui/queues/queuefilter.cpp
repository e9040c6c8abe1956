#include "queuefilter.h"

#include "ui/common/format.h"
#include "ui/common/quantity.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct QueueFilterText
{
    Q_DECLARE_TR_FUNCTIONS(ui::QueueFilter)
};

struct CounterField
{
    QStringView name;
    std::int64_t cmq::QueueAttributes::*count;
};
// Singular, as somebody would type them; the table's other words are understood, too.
constexpr std::array<CounterField, 6> Counters{
    {{u"active", &cmq::QueueAttributes::activeMsgNum},
     {u"inactive", &cmq::QueueAttributes::inactiveMsgNum},
     {u"delay", &cmq::QueueAttributes::delayMsgNum},
     {u"delayed", &cmq::QueueAttributes::delayMsgNum},
     {u"rewind", &cmq::QueueAttributes::rewindmsgNum},
     {u"rewindable", &cmq::QueueAttributes::rewindmsgNum}}};

using Compare = bool (*)(std::int64_t, std::int64_t);

Compare compareOf(QStringView relation)
{
    if (relation == u">")
        return [](std::int64_t a, std::int64_t b) { return a > b; };
    if (relation == u">=")
        return [](std::int64_t a, std::int64_t b) { return a >= b; };
    if (relation == u"<")
        return [](std::int64_t a, std::int64_t b) { return a < b; };
    if (relation == u"<=")
        return [](std::int64_t a, std::int64_t b) { return a <= b; };
    return [](std::int64_t a, std::int64_t b) { return a == b; }; // "=", and ":" for who types that
}

} // namespace

QueueFilter::QueueFilter(const QString& text)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC);
    for (const QString& word : plain.split(u' ', Qt::SkipEmptyParts)) {
        add(word);
        if (!m_error.isEmpty())
            return;
    }
}

void QueueFilter::add(const QString& word)
{
    static const QRegularExpression form(u"^(.*?)(>=|<=|[:=<>])(.*)$"_s);
    const QRegularExpressionMatch match = form.match(word);
    if (!match.hasMatch()) {
        m_names += word;
        return;
    }
    const QString field = match.captured(1).toLower();
    const QString relation = match.captured(2);
    const QString value = match.captured(3);
    if (value.isEmpty()) {
        m_error =
            QueueFilterText::tr("A value is missing after “%1”.").arg(formatForeign(word, 40));
    } else if (field == u"name") {
        m_names += value;
    } else if (field == u"dlq") {
        const QString answer = value.toLower();
        if (answer != u"yes" && answer != u"no") {
            m_error = QueueFilterText::tr("Write dlq:yes or dlq:no.");
            return;
        }
        m_conditions.push_back(
            [wanted = answer == u"yes"](const cmq::QueueAttributes& queue, cmq::Time) {
                return queue.settings.deadLetterPolicy.has_value() == wanted;
            });
    } else {
        addNumber(field, relation, value);
    }
}

void QueueFilter::addNumber(const QString& field, const QString& relation, const QString& value)
{
    const Compare compare = compareOf(relation);
    if (field == u"age") {
        const auto seconds = parseQuantity(cmq::SettingUnit::Second, value);
        if (!seconds) {
            m_error = QueueFilterText::tr("“%1” is no duration; write 30s or 2h.")
                          .arg(formatForeign(value, 40));
            return;
        }
        m_dependsOnTime = true;
        m_conditions.push_back([compare, limit = *seconds](const cmq::QueueAttributes& queue,
                                                           cmq::Time now) {
            return queue.minMsgTime &&
                   compare(
                       std::chrono::duration_cast<cmq::Seconds>(now - *queue.minMsgTime).count(),
                       limit);
        });
        return;
    }
    const auto counter = std::ranges::find(Counters, QStringView(field), &CounterField::name);
    if (counter == Counters.end()) {
        m_error = QueueFilterText::tr("“%1” cannot be filtered by: name, active, inactive, delay, "
                                      "rewind, age and dlq can.")
                      .arg(formatForeign(field, 40));
        return;
    }
    const auto number = parseQuantity(cmq::SettingUnit::Count, value);
    if (!number) {
        m_error = QueueFilterText::tr("“%1” is no number.").arg(formatForeign(value, 40));
        return;
    }
    m_conditions.push_back([compare, count = counter->count,
                            limit = *number](const cmq::QueueAttributes& queue, cmq::Time) {
        return compare(queue.*count, limit);
    });
}

bool QueueFilter::matches(const QueueRow& queue, cmq::Time now) const
{
    return std::ranges::all_of(m_names,
                               [&](const QString& word) {
                                   return queue.name.contains(word, Qt::CaseInsensitive);
                               }) &&
           std::ranges::all_of(m_conditions, [&](const Condition& condition) {
               return condition(queue.attributes, now);
           });
}

} // namespace ui
