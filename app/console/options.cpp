#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace {

template <class T>
bool read(const QCommandLineParser& parser, const QCommandLineOption& option,
          const QHash<QString, T>& words, std::optional<T>& value)
{
    if (!parser.isSet(option))
        return true;
    const auto it = words.find(parser.value(option));
    if (it == words.end())
        return false;
    value = *it;
    return true;
}

ParsedOptions refusal(const QString& reason)
{
    return {.options = {},
            .message = reason + u"\ncmq-console --help lists the options.\n"_s,
            .exitCode = 2,
            .ends = true};
}

} // namespace

ParsedOptions parseOptions(const QStringList& arguments)
{
    const QCommandLineOption data(u"data"_s, u"Keep the local broker's messages in DIR."_s,
                                  u"DIR"_s);
    const QCommandLineOption memory(u"memory"_s,
                                    u"Work in a sandbox in memory; nothing is kept."_s);
    const QCommandLineOption language(u"language"_s, u"zh, en or system."_s, u"LANGUAGE"_s);
    const QCommandLineOption theme(u"theme"_s, u"light, dark or system."_s, u"THEME"_s);
    const QCommandLineOption screenshots(
        u"screenshots"_s, u"Write pictures of every screen into DIR, then end."_s, u"DIR"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Desktop console for CMQ, with a durable broker of its own."_s);
    parser.addOptions({data, memory, language, theme, screenshots});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    if (!parser.parse(arguments))
        return refusal(parser.errorText());
    if (parser.isSet(help))
        return {.options = {}, .message = parser.helpText(), .exitCode = 0, .ends = true};
    if (parser.isSet(version))
        return {.options = {},
                .message = u"CMQ Console %1\n"_s.arg(QCoreApplication::applicationVersion()),
                .exitCode = 0,
                .ends = true};
    if (!parser.positionalArguments().isEmpty())
        return refusal(u"What is \"%1\"?"_s.arg(parser.positionalArguments().first()));

    ParsedOptions parsed;
    Options& options = parsed.options;
    options.dataFolder = parser.value(data);
    options.isInMemory = parser.isSet(memory);
    options.screenshotsFolder = parser.value(screenshots);
    if (options.isInMemory && parser.isSet(data))
        return refusal(u"--memory keeps nothing, so it goes without --data."_s);
    if (!read<ui::LanguageMode>(parser, language,
                                {{u"system"_s, ui::LanguageMode::System},
                                 {u"zh"_s, ui::LanguageMode::Chinese},
                                 {u"en"_s, ui::LanguageMode::English}},
                                options.language))
        return refusal(u"--language is zh, en or system."_s);
    if (!read<ui::ThemeMode>(parser, theme,
                             {{u"system"_s, ui::ThemeMode::System},
                              {u"light"_s, ui::ThemeMode::Light},
                              {u"dark"_s, ui::ThemeMode::Dark}},
                             options.theme))
        return refusal(u"--theme is light, dark or system."_s);
    return parsed;
}
