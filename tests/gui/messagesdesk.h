#pragma once

#include "agreeingprompts.h"
#include "simulatedbroker.h"

#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/connections/connection.h"
#include "ui/messages/messagespage.h"

#include <QAction>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

/// The page over a broker with a queue "orders" and an empty queue "mails".
struct Page
{
    explicit Page(bool canPeek = true)
    {
        broker->canPeek = canPeek;
        for (const char* name : {"mails", "orders"}) {
            cmq::CreateQueue create{name, {}};
            create.settings.rewindSeconds = cmq::Seconds(3600);
            broker->execute(create);
        }
    }

    void send(const std::string& body, cmq::Seconds delay = cmq::Seconds(0))
    {
        broker->execute(cmq::SendMessage{"orders", body, delay});
    }
    std::string receive()
    {
        return broker->execute(cmq::ReceiveMessage{"orders", cmq::Seconds(0)}).receiptHandle;
    }
    void show()
    {
        page.resize(1000, 600);
        page.show();
        page.setQueueNames({QStringLiteral("mails"), QStringLiteral("orders")});
        page.showQueue(QStringLiteral("orders"));
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
    QString cell(int row, int column) const
    {
        return table->model()->index(row, column).data().toString();
    }
    QStringList column(int column) const
    {
        QStringList cells;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            cells += cell(row, column);
        return cells;
    }
    QToolButton* chip(cmq::MessageState state) const
    {
        return page.findChild<QToolButton*>(QStringLiteral("stateChip%1").arg(int(state)));
    }
    QAction* action(const QString& name) const { return page.findChild<QAction*>(name); }
    template <class T>
    T* find(const QString& name) const
    {
        return page.findChild<T*>(name);
    }
    void search(const QString& text)
    {
        auto* field = find<QLineEdit>(QStringLiteral("messagesFilter"));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        if (text.isEmpty())
            QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return);
    }

    SimulatedBroker* broker = new SimulatedBroker;
    ui::Connection connection{
        std::unique_ptr<cmq::Service>(broker), {}, [this] { return broker->now(); }};
    QTemporaryDir folder;
    QSettings store{folder.filePath(QStringLiteral("settings")), QSettings::IniFormat};
    ui::Settings settings{store};
    AgreeingPrompts prompts;
    ui::MessagesPage page{connection, prompts, settings};
    ui::TableView* table = page.findChild<ui::TableView*>(QStringLiteral("messagesTable"));
};
