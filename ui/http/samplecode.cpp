#include "samplecode.h"

#include <QFile>
#include <QUrl>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Where its templates are: what both begin with, if anything, and how the files end.
struct Templates
{
    QString name;
    QString ending;
    QString client; ///< empty: an SDK does that
};

const Templates& templatesOf(SampleLanguage language)
{
    static const Templates all[] = {
        {u"Python"_s, u"py"_s, {}},
        {u"Java"_s, u"java"_s, {}},
        {u"Go"_s, u"go"_s, {}},
        {u"PHP"_s, u"php"_s, {}},
        {u"C++"_s, u"cpp"_s, {}},
        {u"Node.js"_s, u"js"_s, u"client.js"_s},
        {u"curl"_s, u"sh"_s, u"client.sh"_s},
    };
    return all[int(language)];
}

const QString SecretFromOutside = u"${CMQ_SECRET_KEY:?is not set}"_s;

QString readTemplate(const QString& name)
{
    QFile file(u":/samples/"_s + name + u".in"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Placeholders and what stands in their place.
using Values = QList<std::pair<QString, QString>>;

/// In one pass, so that a value that looks like a placeholder stays what it is.
QString fill(const QString& text, const Values& values)
{
    QString filled;
    qsizetype from = 0;
    for (qsizetype at; (at = text.indexOf(u"{{"_s, from)) >= 0;) {
        filled += text.mid(from, at - from);
        const auto found = std::find_if(values.begin(), values.end(), [&](const auto& value) {
            return QStringView(text).mid(at).startsWith(value.first);
        });
        filled += found == values.end() ? u"{{"_s : found->second;
        from = at + (found == values.end() ? 2 : found->first.size());
    }
    return filled + text.mid(from);
}

QString singleQuoted(const QString& text, const QString& quoteInside)
{
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', quoteInside) + u'\'';
}

/// With the escapes that Python, Java, Go, C++ and JavaScript share; control characters as \ooo,
/// or \u00xx where octal is refused.
QString doubleQuoted(const QString& text, bool hasOctal)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += QString(u'\\') + c;
        else if (c == u'\n')
            quoted += u"\\n"_s;
        else if (c < u' ' || c == u'\x7f')
            quoted += hasOctal ? u"\\%1"_s.arg(c.unicode(), 3, 8, QChar(u'0'))
                               : u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            quoted += c;
    }
    return quoted + u'"';
}

/// A parameter as a line of the program.
QString parameterLine(SampleLanguage language, const RequestParameter& parameter)
{
    const QString name = literal(language, parameter.name);
    const QString value = literal(language, parameter.value);
    switch (language) {
    case SampleLanguage::Python: return u"    %1: %2,"_s.arg(name, value);
    case SampleLanguage::Java: return u"        parameters.put(%1, %2);"_s.arg(name, value);
    case SampleLanguage::Go: return u"\t\t%1: %2,"_s.arg(name, value);
    case SampleLanguage::Php: return u"    %1 => %2,"_s.arg(name, value);
    case SampleLanguage::Cpp: return u"        {%1, %2},"_s.arg(name, value);
    case SampleLanguage::Node: return u"    %1: %2,"_s.arg(name, value);
    case SampleLanguage::Curl: break;
    }
    return u"  "_s + literal(language, parameter.name + u'=' + parameter.value);
}

QString keyFromOutside(SampleLanguage language, const QString& name)
{
    return language == SampleLanguage::Node ? u"process.env."_s + name
                                            : u"${%1:?is not set}"_s.arg(name);
}

} // namespace

QString toString(SampleLanguage language)
{
    return templatesOf(language).name;
}

QString secretMask()
{
    return QString(12, u'•');
}

QString literal(SampleLanguage language, const QString& text)
{
    switch (language) {
    case SampleLanguage::Curl: return singleQuoted(text, u"'\\''"_s);
    case SampleLanguage::Php: {
        // In double quotes PHP would take $name for a variable.
        QString escaped = text;
        return singleQuoted(escaped.replace(u'\\', u"\\\\"_s), u"\\'"_s);
    }
    case SampleLanguage::Node: return doubleQuoted(text, false);
    default: return doubleQuoted(text, true);
    }
}

QString sampleCode(SampleLanguage language, const SampleAccess& access,
                   const SampleSubject& subject)
{
    const Templates& templates = templatesOf(language);
    QString text = templates.client.isEmpty() ? QString() : readTemplate(templates.client);
    text += readTemplate((subject.isTopic ? u"topic."_s : u"queue."_s) + templates.ending);
    return fill(text, {{u"{{endpoint}}"_s, literal(language, access.url)},
                       {u"{{url}}"_s, literal(language, access.url + u"/v2/index.php"_s)},
                       {u"{{secretId}}"_s, literal(language, access.secretId)},
                       {u"{{secretKey}}"_s, literal(language, access.secretKey)},
                       {u"{{name}}"_s, literal(language, subject.name)}});
}

QString callCode(SampleLanguage language, const QString& url,
                 const QList<RequestParameter>& parameters)
{
    const Templates& templates = templatesOf(language);
    QStringList lines;
    for (const RequestParameter& each : parameters)
        lines += parameterLine(language, each);
    QString text = templates.client.isEmpty() ? QString() : readTemplate(templates.client);
    if (language == SampleLanguage::Curl)
        text += u"cmq \\\n{{parameters}}\n"_s;
    else
        text += readTemplate(u"call."_s + templates.ending);
    const QString separator = language == SampleLanguage::Curl ? u" \\\n"_s : u"\n"_s;
    return fill(text, {{u"{{url}}"_s, literal(language, url)},
                       {u"{{parameters}}"_s, lines.join(separator)},
                       {u"{{secretId}}"_s, keyFromOutside(language, u"CMQ_SECRET_ID"_s)},
                       {u"{{secretKey}}"_s, keyFromOutside(language, u"CMQ_SECRET_KEY"_s)}});
}

QString curlCode(const QString& url, const QString& secretId,
                 const QList<RequestParameter>& parameters)
{
    const auto quoted = [](const QString& text) { return literal(SampleLanguage::Curl, text); };
    QString code = fill(readTemplate(u"client.sh"_s), {{u"{{url}}"_s, quoted(url)},
                                                       {u"{{secretId}}"_s, quoted(secretId)},
                                                       {u"{{secretKey}}"_s, SecretFromOutside}});
    code += u"cmq"_s;
    for (const RequestParameter& each : parameters)
        code += u" \\\n  "_s + quoted(each.name + u'=' + each.value);
    return code + u'\n';
}

QString cloudCallCode(const QString& url, const QList<RequestParameter>& parameters)
{
    const auto value = [&](const QString& name) {
        const auto found = std::ranges::find(parameters, name, &RequestParameter::name);
        return found == parameters.end() ? QString() : found->value;
    };
    const QUrl endpoint(url);
    const QString version = value(u"X-TC-Version"_s).remove(u'-');
    return uR"(// npm install tencentcloud-sdk-nodejs
const { tdmq } = require("tencentcloud-sdk-nodejs/tencentcloud/services/tdmq");
const client = new tdmq.v%1.Client({
  credential: { secretId: process.env.CMQ_SECRET_ID, secretKey: process.env.CMQ_SECRET_KEY },
  region: "%6",
  profile: { httpProfile: { protocol: "%2://", endpoint: "%3" } },
});
client.request("%4", %5).then(console.log, console.error);
)"_s.arg(version, endpoint.scheme(), endpoint.authority(), value(u"X-TC-Action"_s),
         value(u"body"_s), value(u"X-TC-Region"_s));
}

} // namespace ui
