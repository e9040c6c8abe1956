#pragma once

#include "app/console/console.h"

#include "push/httpreceiver.h"

#include "ui/common/language.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QFuture>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/// The whole program: the real window, a real broker, real HTTP where there is a network.
struct SandboxDesk
{
    /// A sandbox has no network; the local broker has a folder of its own.
    enum class Broker { Sandbox, Local };

    QTemporaryDir home;
    QSettings store{home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::Theme theme{*qApp};
    ui::Language language;
    ui::DialogPrompts prompts{&settings};
    std::unique_ptr<Console> console;

    explicit SandboxDesk(ui::LanguageMode mode = ui::LanguageMode::English,
                         Broker broker = Broker::Sandbox)
    {
        language.setMode(mode);
        settings.setReceiverPort(freePort());
        Options options;
        options.dataFolder = home.filePath(QStringLiteral("data"));
        options.isInMemory = broker == Broker::Sandbox;
        console = std::make_unique<Console>(options, settings, theme, language, prompts);
        console->start();
        console->window().resize(1360, 800);
        if (!QTest::qWaitFor([this] { return console->connection() != nullptr; }, 20'000))
            qFatal("the broker does not open");
    }

    /// One at which nobody listens just now.
    static quint16 freePort()
    {
        return (*cmq::push::HttpReceiver::listen(
                    0, [](const auto&) { return cmq::push::ReceiverAnswer(); }))
            ->port();
    }

    void trigger(const QString& action) const
    {
        // Every open connection has these actions; meant are those of the one that is shown.
        auto* found = console->window().workspace()->findChild<QAction*>(action);
        if (!found)
            found = console->window().findChild<QAction*>(action);
        QVERIFY2(found, qPrintable(action));
        QTRY_VERIFY2(found->isEnabled(), qPrintable(action));
        found->trigger();
    }

    /// What somebody did before; must succeed.
    template <cmq::ActionType A>
    typename A::Reply ask(A action) const
    {
        const auto future = console->connection()->call(std::move(action));
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) || !future.result())
            qFatal("an action of the test was refused");
        return *future.result();
    }
};
