#include "hextext.h"

namespace ui {

namespace {

constexpr int BytesPerLine = 16;

int digit(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    const char16_t lower = unit | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

} // namespace

HexBytes bytesOfHex(const QString& text)
{
    HexBytes read;
    int high = -1;
    qsizetype highAt = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace()) {
            if (high >= 0)
                break;
            continue;
        }
        const int value = digit(text[i]);
        if (value < 0) {
            read.errorAt = i;
            return read;
        }
        if (high < 0) {
            high = value;
            highAt = i;
        } else {
            read.bytes += char(high * 16 + value);
            high = -1;
        }
    }
    if (high >= 0)
        read.errorAt = highAt;
    return read;
}

QString hexOfBytes(const QByteArray& bytes)
{
    QString text;
    for (qsizetype i = 0; i < bytes.size(); i += BytesPerLine) {
        if (i > 0)
            text += u'\n';
        text += QString::fromLatin1(bytes.mid(i, BytesPerLine).toHex(' '));
    }
    return text;
}

} // namespace ui
