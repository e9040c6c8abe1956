#pragma once

#include "app/console/console.h"

#include "ui/common/language.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

/// The program on a folder of its own, started and closed as often as the test likes.
struct Desk
{
    QTemporaryDir home;
    QSettings store{home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::Theme theme{*qApp};
    ui::Language language;
    ui::DialogPrompts prompts{&settings};
    std::unique_ptr<Console> console;

    [[nodiscard]] QString folder() const { return home.filePath(QStringLiteral("data")); }

    void open()
    {
        Options options;
        options.dataFolder = folder();
        console = std::make_unique<Console>(options, settings, theme, language, prompts);
        console->start();
    }
    void close()
    {
        console->window().close();
        console.reset();
    }
};
