#pragma once

#include "json.h"

#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// A way into a JSON text, and perhaps what must stand there: `$.customer.name`,
/// `$.items[0].price>10`,
/// `$.items[*].sku="A 7"`, `$['a.b']`, `$.*~urgent`. `[*]` and `.*` mean every element or member.
/// After the way may stand one of = != < <= > >= (numbers by value, else text) or ~ (contains) and
/// a value, bare or in double quotes; without one, it is enough that something is there.
///
/// A value. Thread: any.
class JsonPath
{
public:
    /// None if the text is no such path; `errorAt` says where it stops being one.
    [[nodiscard]] static std::optional<JsonPath> parse(const QString& text, qsizetype& errorAt);

    [[nodiscard]] bool matches(const JsonText& text) const;

private:
    enum class Relation {
        Exists,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Contains
    };
    struct Step
    {
        enum class Kind { Member, Element, Every } kind;
        QString name;  ///< of a member
        int index = 0; ///< of an element
    };

    [[nodiscard]] bool matchesFrom(const JsonText& text, int node, std::size_t step) const;
    [[nodiscard]] bool holds(const JsonText& text, const JsonNode& node) const;

    std::vector<Step> m_steps;
    Relation m_relation = Relation::Exists;
    QString m_value;
};

} // namespace ui
