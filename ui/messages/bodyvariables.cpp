#include "bodyvariables.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& variable()
{
    static const QRegularExpression form(
        u"\\{\\{(?:(uuid)|(seq)|(now)|rand\\s+(-?\\d{1,15})\\s+(-?\\d{1,15}))\\}\\}"_s);
    return form;
}

QString valueOf(const QRegularExpressionMatch& match, const VariableValues& values)
{
    if (match.capturedLength(1) > 0)
        return values.uuid();
    if (match.capturedLength(2) > 0)
        return QString::number(values.seq);
    if (match.capturedLength(3) > 0)
        return QString::number(cmq::toUnixMilliseconds(values.now));
    const qint64 a = match.captured(4).toLongLong();
    const qint64 b = match.captured(5).toLongLong();
    return QString::number(values.random(std::min(a, b), std::max(a, b)));
}

} // namespace

VariableValues variableValues(qint64 seq, cmq::Time now)
{
    return {seq, now, [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); },
            [](qint64 a, qint64 b) { return QRandomGenerator::global()->bounded(a, b + 1); }};
}

bool hasVariables(const QString& text)
{
    return variable().match(text).hasMatch();
}

QString withVariables(const QString& text, const VariableValues& values)
{
    QString filled;
    qsizetype from = 0;
    auto matches = variable().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        filled += text.mid(from, match.capturedStart() - from);
        filled += valueOf(match, values);
        from = match.capturedEnd();
    }
    return filled + text.mid(from);
}

} // namespace ui
