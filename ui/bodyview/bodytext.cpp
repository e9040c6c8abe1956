#include "bodytext.h"

#include <QStringDecoder>

namespace ui {

namespace {

constexpr char16_t ControlPictures = 0x2400; // U+2400 shows U+0000, and so on
constexpr char16_t DeletePicture = 0x2421;

QChar visible(QChar c)
{
    const char16_t u = c.unicode();
    if (u == u'\n' || u == u'\t')
        return c;
    if (u < 0x20)
        return QChar(char16_t(ControlPictures + u));
    if (u == 0x7F)
        return QChar(DeletePicture);
    const bool isHidden = (u >= 0x80 && u <= 0x9F) || (u >= 0x200B && u <= 0x200F) ||
                          (u >= 0x2028 && u <= 0x202E) || (u >= 0x2060 && u <= 0x2069) ||
                          u == 0x061C || u == 0xFEFF || u == 0xFFFC || u >= 0xFFFE ||
                          (u >= 0xFDD0 && u <= 0xFDEF); // Qt's own marks are among these
    return isHidden ? QChar(QChar::ReplacementCharacter) : c;
}

} // namespace

std::optional<QString> textOf(const QByteArray& body)
{
    if (body.contains('\0'))
        return {};
    // Stateless, so that a sequence cut off at the end is an error, too; the byte order mark stays.
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::Stateless |
                                                    QStringConverter::Flag::ConvertInitialBom);
    QString text = decode(body);
    if (decode.hasError())
        return {};
    return text;
}

bool looksLikeJson(const QByteArray& body)
{
    for (const char c : body) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return c == '{' || c == '[';
    }
    return false;
}

QString visibleText(QString text)
{
    for (QChar& c : text)
        c = visible(c);
    return text;
}

} // namespace ui
