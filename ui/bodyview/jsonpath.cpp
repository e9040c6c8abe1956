#include "jsonpath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The text that a string of JSON means; other values stand for themselves.
QString plain(const QByteArray& piece)
{
    if (!piece.startsWith('"'))
        return QString::fromUtf8(piece);
    return QJsonDocument::fromJson('[' + piece + ']').array().at(0).toString();
}

QString unquoted(const QString& value)
{
    const QString trimmed = value.trimmed();
    return trimmed.startsWith(u'"') ? plain(trimmed.toUtf8()) : trimmed;
}

} // namespace

std::optional<JsonPath> JsonPath::parse(const QString& text, qsizetype& errorAt)
{
    static const QRegularExpression step(
        uR"((?:\.([\p{L}_$][\p{L}\p{N}_$-]*)|(\.\*|\[\*\])|\[(\d{1,9})\]|\['([^']*)'\]))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression end(uR"(\s*(=|!=|<=|>=|<|>|~)\s*(\S.*))"_s);
    errorAt = 0;
    if (!text.startsWith(u'$'))
        return {};
    JsonPath path;
    qsizetype at = 1;
    for (;;) {
        const auto match = step.match(text, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            break;
        if (match.capturedLength(2) > 0)
            path.m_steps.push_back({Step::Kind::Every, {}, 0});
        else if (match.capturedLength(3) > 0)
            path.m_steps.push_back({Step::Kind::Element, {}, match.captured(3).toInt()});
        else
            path.m_steps.push_back({Step::Kind::Member, match.captured(1) + match.captured(4), 0});
        at = match.capturedEnd();
    }
    errorAt = at;
    if (text.mid(at).trimmed().isEmpty())
        return path;
    const auto match = end.match(text, at, QRegularExpression::NormalMatch,
                                 QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return {};
    static const QStringList signs{QString(), u"="_s, u"!="_s, u"<"_s,
                                   u"<="_s,   u">"_s, u">="_s, u"~"_s};
    path.m_relation = Relation(signs.indexOf(match.captured(1)));
    path.m_value = unquoted(match.captured(2));
    return path;
}

bool JsonPath::matches(const JsonText& text) const
{
    return !text.nodes.empty() && matchesFrom(text, 0, 0);
}

bool JsonPath::matchesFrom(const JsonText& text, int index, std::size_t step) const
{
    const JsonNode& node = text.nodes[std::size_t(index)];
    if (step == m_steps.size())
        return holds(text, node);
    const Step& next = m_steps[step];
    for (int i = 0; i < node.childCount; ++i) {
        const int child = text.children[std::size_t(node.firstChild + i)];
        const bool isMeant =
            next.kind == Step::Kind::Every ||
            (next.kind == Step::Kind::Element && node.kind == JsonKind::Array && i == next.index) ||
            (next.kind == Step::Kind::Member && node.kind == JsonKind::Object &&
             plain(text.key(text.nodes[std::size_t(child)])) == next.name);
        if (isMeant && matchesFrom(text, child, step + 1))
            return true;
    }
    return false;
}

bool JsonPath::holds(const JsonText& text, const JsonNode& node) const
{
    if (m_relation == Relation::Exists)
        return true;
    const QString actual = plain(text.value(node));
    if (m_relation == Relation::Contains)
        return actual.contains(m_value, Qt::CaseInsensitive);
    bool isNumber = false;
    const double wanted = m_value.toDouble(&isNumber);
    int order = 0;
    if (isNumber && node.kind == JsonKind::Number) {
        const double number = actual.toDouble();
        order = number < wanted ? -1 : number > wanted ? 1 : 0;
    } else {
        order = QString::compare(actual, m_value);
    }
    switch (m_relation) {
    case Relation::Equal: return order == 0;
    case Relation::NotEqual: return order != 0;
    case Relation::Less: return order < 0;
    case Relation::LessOrEqual: return order <= 0;
    case Relation::Greater: return order > 0;
    case Relation::GreaterOrEqual: return order >= 0;
    default: return true;
    }
}

} // namespace ui
