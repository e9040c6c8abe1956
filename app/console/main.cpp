#include "console.h"
#include "screenshots.h"

#include "ui/common/focusring.h"
#include "ui/common/icons.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"cmq-console"_s);
    QApplication::setApplicationDisplayName(u"CMQ Console"_s);
    QApplication::setApplicationVersion(QStringLiteral(CMQ_VERSION));
    QApplication::setDesktopFileName(u"cmq-console"_s);
    QLocale::setDefault(
        QLocale(QLocale::English, QLocale::UnitedStates)); // 1,204 in both languages

    const ParsedOptions parsed = parseOptions(QApplication::arguments());
    if (parsed.ends) {
        std::fputs(qPrintable(parsed.message), parsed.exitCode == 0 ? stdout : stderr);
        return parsed.exitCode;
    }
    const Options& options = parsed.options;
    QApplication::setWindowIcon(ui::appIcon());
    ui::Theme theme(application);
    ui::Language language;
    new ui::FocusRing(application); // owned by the application
    if (!options.screenshotsFolder.isEmpty()) {
        Screenshots screenshots(options.screenshotsFolder, theme, language);
        screenshots.start();
        return QApplication::exec();
    }

    QSettings store(QSettings::IniFormat, QSettings::UserScope, u"cmq-console"_s, u"cmq-console"_s);
    ui::Settings settings(store);
    language.setMode(options.language.value_or(settings.language()));
    theme.setMode(options.theme.value_or(settings.theme()));
    theme.setDensity(settings.density());
    ui::DialogPrompts prompts;
    Console console(options, settings, theme, language, prompts);
    console.start();
    return QApplication::exec();
}
