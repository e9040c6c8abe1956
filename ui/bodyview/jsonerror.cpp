#include "jsonerror.h"

#include "json.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ui {

namespace {

struct JsonErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ui::JsonError)
};

QString reasonOf(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject: return JsonErrorText::tr("an object does not end");
    case QJsonParseError::MissingNameSeparator: return JsonErrorText::tr("a colon is missing");
    case QJsonParseError::UnterminatedArray: return JsonErrorText::tr("an array does not end");
    case QJsonParseError::MissingValueSeparator:
        return JsonErrorText::tr("a comma or the end of the list is missing");
    case QJsonParseError::TerminationByNumber:
    case QJsonParseError::IllegalNumber: return JsonErrorText::tr("this is no number");
    case QJsonParseError::IllegalEscapeSequence:
        return JsonErrorText::tr("no escape begins like that");
    case QJsonParseError::IllegalUTF8String: return JsonErrorText::tr("this is not UTF-8");
    case QJsonParseError::UnterminatedString: return JsonErrorText::tr("a string does not end");
    case QJsonParseError::MissingObject: return JsonErrorText::tr("a member is missing");
    case QJsonParseError::GarbageAtEnd:
        return JsonErrorText::tr("something stands after the end of the value");
    default: return JsonErrorText::tr("no value begins like that");
    }
}

} // namespace

std::optional<JsonError> jsonErrorOf(const QByteArray& text)
{
    const qsizetype offset = jsonErrorAt(text);
    if (offset < 0)
        return {};
    const QByteArray before = text.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    JsonError found{
        int(before.count('\n')) + 1, int(QString::fromUtf8(before.mid(lineStart)).size()) + 1, {}};
    if (offset == text.size()) {
        found.text = JsonErrorText::tr("the text ends too early");
        return found;
    }
    // Where it stops is told by our reader, which is strict; why, by Qt's, which knows names for
    // it.
    QJsonParseError error;
    (void)QJsonDocument::fromJson(text, &error);
    found.text = reasonOf(error.error);
    return found;
}

} // namespace ui
