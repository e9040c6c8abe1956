#include "messagefilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct MessageFilterText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageFilter)
};

// 10, 10k, 2M (powers of 1024).
std::optional<qint64> amountOf(QString text)
{
    qint64 unit = 1;
    if (text.endsWith(u'k', Qt::CaseInsensitive))
        unit = 1024;
    else if (text.endsWith(u'm', Qt::CaseInsensitive))
        unit = 1024 * 1024;
    if (unit > 1)
        text.chop(1);
    bool isNumber = false;
    const qint64 amount = text.toLongLong(&isNumber);
    if (!isNumber || amount < 0 || amount > (qint64(1) << 40))
        return {};
    return amount * unit;
}

} // namespace

MessageFilter::MessageFilter(const QString& text, bool isRegularExpression)
    : m_text(text.trimmed())
    , m_isRegularExpression(isRegularExpression)
{
    if (isRegularExpression) {
        m_expression =
            QRegularExpression(m_text, QRegularExpression::MultilineOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
        if (!m_expression.isValid())
            m_error = MessageFilterText::tr("No regular expression, from position %1 on: %2")
                          .arg(QString::number(m_expression.patternErrorOffset() + 1),
                               m_expression.errorString());
        else
            m_expression.optimize();
        return;
    }
    if (m_text.startsWith(u"$.") || m_text.startsWith(u"$[")) {
        readPath();
        return;
    }
    for (const QString& word : m_text.split(u' ', Qt::SkipEmptyParts)) {
        if (!addCondition(word))
            m_words.append(word);
    }
}

void MessageFilter::readPath()
{
    qsizetype errorAt = 0;
    m_path = JsonPath::parse(m_text, errorAt);
    if (!m_path)
        m_error = MessageFilterText::tr("No JSON path, from position %1 on").arg(errorAt + 1);
}

bool MessageFilter::addCondition(const QString& word)
{
    static const QRegularExpression form(u"^(id|size|receives)([:=<>])(.+)$"_s);
    const QRegularExpressionMatch match = form.match(word);
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(1);
    const QString value = match.captured(3);
    if (name == u"id") {
        m_conditions.push_back([id = value.toStdString()](const cmq::PeekedMessage& message) {
            return message.msgId == id;
        });
        return true;
    }
    const auto amount = amountOf(value);
    if (!amount) {
        m_error = MessageFilterText::tr("“%1” is no number").arg(value);
        return true;
    }
    const bool isSize = name == u"size";
    const QChar relation = match.captured(2)[0];
    m_conditions.push_back([=, limit = *amount](const cmq::PeekedMessage& message) {
        const qint64 actual = isSize ? message.bodyBytes : message.dequeueCount;
        return relation == u'<'   ? actual < limit
               : relation == u'>' ? actual > limit
                                  : actual == limit;
    });
    return true;
}

bool MessageFilter::needsBodies() const
{
    return m_isRegularExpression || m_path || !m_words.isEmpty();
}

bool MessageFilter::matches(const cmq::PeekedMessage& message) const
{
    if (!m_error.isEmpty())
        return false; // whatever is done with what matches, it is not meant for everything
    const auto holds = [&](const Condition& condition) { return condition(message); };
    if (!std::ranges::all_of(m_conditions, holds))
        return false;
    if (!needsBodies())
        return true;
    if (m_path) {
        const auto json = readJson(QByteArray::fromStdString(message.msgBody));
        return json && m_path->matches(*json);
    }
    const QString body =
        QString::fromUtf8(message.msgBody.data(), qsizetype(message.msgBody.size()));
    if (m_isRegularExpression)
        return m_expression.match(body).hasMatch();
    const QString id = QString::fromStdString(message.msgId);
    return std::ranges::all_of(m_words, [&](const QString& word) {
        return word == id || body.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace ui
