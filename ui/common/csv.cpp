#include "csv.h"

namespace ui {

QByteArray csvField(const QByteArray& text)
{
    static constexpr QByteArrayView formulaStarts("=+-@\t\r");
    QByteArray field = text;
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        field.prepend('\'');
    const bool needsQuotes = field.contains('"') || field.contains(',') || field.contains('\n') ||
                             field.contains('\r') || field.startsWith(' ') || field.endsWith(' ');
    if (!needsQuotes)
        return field;
    return '"' + field.replace("\"", "\"\"") + '"';
}

QByteArray csvLine(const QByteArrayList& fields)
{
    QByteArrayList written;
    for (const QByteArray& field : fields)
        written += csvField(field);
    return written.join(',') + "\r\n";
}

} // namespace ui
