#pragma once

#include "ui/bodyview/jsonpath.h"

#include "cmq/messageactions.h"

#include <QRegularExpression>
#include <QString>

#include <functional>
#include <vector>

namespace ui {

/// Which messages somebody looks for. Plain words must all occur in the body (or one be the message
/// ID); `id:7`, `size>10k`, `size<2k`, `receives>2`, `receives=1` look at the message itself. As a
/// regular expression the whole text is one, matched against the body. A text that begins with `$.`
/// or `$[` is a JsonPath into bodies that are JSON.
///
/// A value: copied to where the work is done.
class MessageFilter
{
public:
    MessageFilter() = default;
    MessageFilter(const QString& text, bool isRegularExpression);

    /// An empty filter lets everything through.
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    /// Why the text is no filter; empty if it is one.
    [[nodiscard]] const QString& error() const { return m_error; }
    [[nodiscard]] bool needsBodies() const;
    /// A text that is no filter matches nothing.
    [[nodiscard]] bool matches(const cmq::PeekedMessage& message) const;

    friend bool operator==(const MessageFilter& a, const MessageFilter& b)
    {
        return a.m_text == b.m_text && a.m_isRegularExpression == b.m_isRegularExpression;
    }

private:
    using Condition = std::function<bool(const cmq::PeekedMessage&)>;

    void readPath();
    bool addCondition(const QString& word);

    QString m_text;
    bool m_isRegularExpression = false;
    QString m_error;
    QRegularExpression m_expression;
    std::optional<JsonPath> m_path;
    QStringList m_words;
    std::vector<Condition> m_conditions;
};

} // namespace ui
