#pragma once

#include "agreeingprompts.h"
#include "person.h"
#include "simulatedbroker.h"

#include "ui/common/banner.h"
#include "ui/common/language.h"
#include "ui/common/settings.h"
#include "ui/connections/connection.h"
#include "ui/queues/queuecommands.h"
#include "ui/queues/queuefeed.h"
#include "ui/shell/workspace.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/// All pages of a connection over a whole broker whose clock the test moves.
struct BrokerDesk
{
    BrokerDesk() { language.setMode(ui::LanguageMode::English); }

    void create(const std::string& name, const cmq::QueueSettings& attributes = {}) const
    {
        broker->execute(cmq::CreateQueue{name, attributes});
    }
    void send(const std::string& name, int count = 1) const
    {
        for (int i = 0; i < count; ++i)
            broker->execute(cmq::SendMessage{name, "body", cmq::Seconds(0)});
    }
    [[nodiscard]] cmq::QueueAttributes attributesOf(const std::string& name) const
    {
        return broker->execute(cmq::GetQueueAttributes{name});
    }
    void show()
    {
        workspace.resize(1300, 760);
        workspace.show();
        QVERIFY(QTest::qWaitForWindowActive(&workspace));
        workspace.queueFeed().refresh();
    }
    void trigger(const QString& name) const
    {
        auto* action = workspace.findChild<QAction*>(name);
        QVERIFY2(action, qPrintable(name));
        QTRY_VERIFY2(action->isEnabled(), qPrintable(action->toolTip()));
        action->trigger();
    }
    template <class T>
    T* find(const QString& name) const
    {
        return workspace.findChild<T*>(name);
    }
    [[nodiscard]] QString banner(const QString& name) const
    {
        return find<ui::Banner>(name)->text();
    }

    SimulatedBroker* broker = new SimulatedBroker;
    ui::Connection connection{
        std::unique_ptr<cmq::Service>(broker), {}, [this] { return broker->now(); }};
    QTemporaryDir folder;
    QSettings store{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::Language language;
    AgreeingPrompts prompts;
    ui::Workspace workspace{connection, prompts, settings};
};
