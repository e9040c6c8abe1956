#pragma once

#include "ui/common/language.h"
#include "ui/common/theme.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What the command line of cmq-console asks for.
struct Options
{
    QString dataFolder; ///< empty: the remembered one, else the standard place
    bool isInMemory = false;
    std::optional<ui::LanguageMode> language; ///< absent: as remembered
    std::optional<ui::ThemeMode> theme;
    QString screenshotsFolder; ///< not empty: write pictures into it and end
};

/// What came of reading it: options, or what to print and the exit code to end with.
struct ParsedOptions
{
    Options options;
    QString message;
    int exitCode = 0;
    bool ends = false;
};

[[nodiscard]] ParsedOptions parseOptions(const QStringList& arguments);
