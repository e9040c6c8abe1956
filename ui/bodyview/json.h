#pragma once

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace ui {

enum class JsonKind : quint8 { Object, Array, String, Number, True, False, Null };

/// One value of a JSON text. Key and value are pieces of the source, so that what is shown is what
/// was sent: members in their order, doubles kept, numbers with all their digits.
struct JsonNode
{
    JsonKind kind = JsonKind::Null;
    int parent = -1;   ///< index of the node
    int row = 0;       ///< among its siblings
    int keyStart = 0;  ///< of the key's string with its quotes
    int keyLength = 0; ///< 0 in arrays and of the root
    int start = 0;
    int length = 0;
    int childCount = 0;
    int firstChild = 0; ///< in `JsonText::children`
};

/// A JSON text, read: its values in the order of the source; the first is the root.
struct JsonText
{
    QByteArray source;
    std::vector<JsonNode> nodes;
    std::vector<int> children; ///< of all nodes, grouped by parent

    [[nodiscard]] QByteArray key(const JsonNode& node) const;
    [[nodiscard]] QByteArray value(const JsonNode& node) const;
};

/// Reads RFC 8259 JSON; none if the source is anything else. Cost: linear, whatever the depth.
[[nodiscard]] std::optional<JsonText> readJson(const QByteArray& source);

/// Where a text stops being JSON, as an offset in bytes; -1 if it does not.
[[nodiscard]] qsizetype jsonErrorAt(const QByteArray& source);

/// The same JSON text with line breaks and indentation; keys, strings and numbers stay as they are.
/// `source` must be JSON.
[[nodiscard]] QByteArray indentedJson(const QByteArray& source);

} // namespace ui
