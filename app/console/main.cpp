#include "console.h"
#include "desktopscheme.h"
#include "screenshots.h"

#include "ui/common/focusring.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Help and version want no display. What only the window's library understands is left to it.
bool isAnswered(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(CMQ_VERSION));
    const ParsedOptions parsed = parseOptions(QCoreApplication::arguments());
    if (!parsed.ends || parsed.exitCode != 0)
        return false;
    std::fputs(qPrintable(parsed.message), stdout);
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    if (isAnswered(argc, argv))
        return 0;
    // Qt reads its scale before there is an application. Whoever set one outside is obeyed.
    QSettings store(QSettings::IniFormat, QSettings::UserScope, u"cmq-console"_s, u"cmq-console"_s);
    ui::Settings settings(store);
    if (settings.scale() != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(settings.scale() / 100.0));
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
    if (options.screenshotsFolder.isEmpty()) // which look alike everywhere
        ui::setFontFamilies(settings.fontFamily(), settings.monoFamily());
    ui::Theme theme(application);
    const DesktopScheme desktop;
    QObject::connect(&desktop, &DesktopScheme::changed, &theme, &ui::Theme::setSystemScheme);
    ui::Language language;
    new ui::FocusRing(application); // owned by the application
    if (!options.screenshotsFolder.isEmpty()) {
        Screenshots screenshots(options.screenshotsFolder, theme, language);
        screenshots.start();
        return QApplication::exec();
    }

    language.setMode(options.language.value_or(settings.language()));
    theme.setMode(options.theme.value_or(settings.theme()));
    theme.setDensity(settings.density());
    ui::DialogPrompts prompts(&settings);
    Console console(options, settings, theme, language, prompts);
    console.start();
    return QApplication::exec();
}
