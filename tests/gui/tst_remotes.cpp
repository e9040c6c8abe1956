#include "fakesecrets.h"
#include "person.h"

#include "tests/suite.h"
#include "tests/unit/scriptedserver.h"

#include "app/console/console.h"
#include "app/console/remoteconnection.h"

#include "clock.h"
#include "embeddedbroker.h"
#include "endpoint/endpoint.h"

#include "ui/common/language.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/connections/profilestore.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <future>

namespace tst_remotes {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Visible, InFlight };

const QString SecretId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA"_s;
const QString SecretKey = u"canary-key-Gu5t9xGARNpq86cd98joQYCN3Coz"_s;
const QString Token = u"canary-token-7c3e91"_s;

/// Asks in real dialogs, but answers at once which file is meant.
class Answers final : public ui::Prompts
{
public:
    void confirm(QWidget* parent, const ui::Confirmation& confirmation,
                 std::function<void()> accepted) override
    {
        m_dialogs.confirm(parent, confirmation, std::move(accepted));
    }
    void chooseFolder(QWidget*, const QString&, const QString&,
                      std::function<void(QString)>) override
    {
    }
    void chooseSaveFile(QWidget*, const QString&, const QString&,
                        std::function<void(QString)> chosen) override
    {
        chosen(path);
    }
    void chooseOpenFile(QWidget*, const QString&, std::function<void(QString)> chosen) override
    {
        chosen(path);
    }

    QString path;

private:
    ui::DialogPrompts m_dialogs;
};

/// An endpoint with keys, and the broker behind it.
struct Served
{
    Served()
    {
        auto opened = cmq::EmbeddedBroker::open({});
        if (!opened)
            qFatal("%s", cmq::toString(opened.error()).c_str());
        broker = std::move(*opened);
        cmq::endpoint::EndpointOptions options;
        options.keys = {{SecretId.toStdString(), SecretKey.toStdString()}};
        auto started = cmq::endpoint::Endpoint::start(*broker, std::move(options));
        if (!started)
            qFatal("%s", cmq::toString(started.error()).c_str());
        endpoint = std::move(*started);
    }
    [[nodiscard]] QString url() const { return QString::fromStdString(endpoint->url()); }
    template <cmq::ActionType A>
    typename A::Reply ask(A action)
    {
        std::promise<cmq::Result<typename A::Reply>> answer;
        cmq::call<A>(*broker, std::move(action), [&](cmq::Result<typename A::Reply> result) {
            answer.set_value(std::move(result));
        });
        auto result = answer.get_future().get();
        if (!result)
            qFatal("%s", cmq::toString(result.error()).c_str());
        return std::move(*result);
    }

    std::unique_ptr<cmq::EmbeddedBroker> broker;
    std::unique_ptr<cmq::endpoint::Endpoint> endpoint;
};

/// The program with a sandbox, a keyring and settings of its own.
struct Desk
{
    QTemporaryDir home;
    QSettings store{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::Theme theme{*qApp};
    ui::Language language;
    Answers prompts;
    FakeSecrets secrets;
    std::unique_ptr<Console> console;

    Desk() { language.setMode(ui::LanguageMode::English); }

    void open()
    {
        Options options;
        options.isInMemory = true;
        console = std::make_unique<Console>(options, settings, theme, language, prompts, &secrets);
        console->start();
        console->window().resize(1440, 860); // with room for the inspector
        QVERIFY(person::find(u"connectionSwitch"_s));
    }
    void close()
    {
        console->window().close();
        console.reset();
    }
    [[nodiscard]] QAction* action(const QString& name) const
    {
        return console->window().findChild<QAction*>(name);
    }
    /// A saved connection, with its key in the keyring.
    ui::RemoteProfile save(const QString& name, const QString& url,
                           const std::function<void(ui::RemoteProfile&)>& change = {})
    {
        ui::RemoteProfile profile = ui::newProfile();
        profile.name = name;
        profile.queueUrl = QUrl(url);
        profile.secretId = SecretId;
        if (change)
            change(profile);
        ui::ProfileStore(settings).save(profile);
        secrets.kept.insert(profile.id, {SecretKey, {}});
        return profile;
    }
    /// Opens the only saved connection that is not open, from the switch.
    void openSaved()
    {
        QVERIFY(action(u"savedConnection0"_s));
        action(u"savedConnection0"_s)->trigger();
    }
};

/// What the service of ours never is: one that answers as the test says, for each action.
ScriptedServer::Answer emptyService(const ScriptedServer::Request& request)
{
    const QByteArray action = request.parameters().value("Action");
    const QByteArray name = request.parameters().value("queueName");
    const QByteArray done = R"({"code":0,"message":"","requestId":"1")";
    if (action == "ListQueue")
        return ScriptedServer::json(
            done + R"(,"totalCount":1,"queueList":[{"queueId":"q-1","queueName":"orders"}]})");
    if (action == "ListTopic")
        return ScriptedServer::json(done + R"(,"totalCount":0,"topicList":[]})");
    if (action == "GetQueueAttributes")
        return ScriptedServer::json(
            done + R"(,"queueName":")" + name +
            R"(","activeMsgNum":3,"inactiveMsgNum":1,"createTime":1,"lastModifyTime":2,)"
            R"("maxMsgHeapNum":10000000,"pollingWaitSeconds":0,"visibilityTimeout":45,)"
            R"("maxMsgSize":65536,"msgRetentionSeconds":345600,"deadLetterQueueName":"dead",)"
            "\"deadLetterPolicy\":\"{\\\"deadLetterQueue\\\":\\\"queue-9\\\","
            "\\\"policy\\\":0,\\\"maxReceiveCount\\\":7}\"}");
    return ScriptedServer::json(R"({"code":4000,"message":"(10010)not today"})");
}

/// Goes down the list of services to the one of that number.
void chooseService(int index)
{
    const QPointer<QComboBox> kind = person::find<QComboBox>(u"profileKind"_s);
    QVERIFY(kind);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(kind, Qt::Key_Down);
    QTRY_COMPARE(kind->currentIndex(), index);
}

enum Service { TdmqAccount, ClassicAccount, CustomEndpoint, CustomWithCloud };

void fillIn(const QString& name, const QString& url)
{
    QVERIFY(person::type(u"profileName"_s, name));
    chooseService(CustomEndpoint);
    QVERIFY(person::type(u"profileQueueUrl"_s, url));
    QVERIFY(person::type(u"profileSecretId"_s, SecretId));
    QVERIFY(person::type(u"profileSecretKey"_s, SecretKey));
}

} // namespace

/// A CMQ endpoint in the console: saved, tried, opened beside others, and looked at honestly.
class TestRemotes final : public QObject
{
    Q_OBJECT

private slots:
    void fromTheFirstSettingToAMessage();
    void keyIsAskedForWithoutAKeyring();
    void fieldsComplainWhileTyping();
    void accountOfTodayIsFilledIn();
    void queuesOfTdmqAreMadeByApi3();
    void severalAreOpenAtOnce();
    void modeIsAlwaysInWords();
    void readOnlySendsNothingThatChanges();
    void changedFlagsHoldAtOnce();
    void plainHttpWarnsOnce();
    void countersAreMarkedAndLookingIsNamed();
    void refreshReceivesNothing();
    void lostAnswerMayHaveHappened();
    void refusedListSaysWhy();
    void productionWantsTheName();
    void profilesTravelWithoutSecrets();
    void secretsAreNowhere();
};

void TestRemotes::fromTheFirstSettingToAMessage()
{
    Served served;
    Desk desk;
    desk.open();
    person::press(u"mainWindow"_s, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(person::click(u"connectionsEmptyPrimary"_s));
    fillIn(u"staging"_s, served.url());
    QVERIFY(person::click(u"profileTest"_s));
    QTRY_VERIFY(person::read(u"profileDialogBannerText"_s).startsWith(u"It works"));
    QVERIFY(person::click(u"profileDialogSubmit"_s));
    QVERIFY(person::isGone(u"profileDialog"_s));
    QVERIFY(person::click(u"openSavedButton"_s));
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"Remote"_s);
    QCOMPARE(person::read(u"statusPlace"_s), served.url());

    // The same pages as ever, on that endpoint.
    QTRY_COMPARE(person::read(u"queuesEmptyTitle"_s), u"No queues yet"_s);
    person::press(u"queuesTable"_s, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(person::type(u"queueName"_s, u"orders"_s));
    person::press(u"queueName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"createQueueDialog"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 0"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, u"hello"_s));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!person::read(u"sendDialogBannerDetail"_s).isEmpty());
    QVERIFY(person::click(u"sendDialogClose"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 1"_s);
    QCOMPARE(served.ask(cmq::GetQueueAttributes{"orders"}).activeMsgNum, 1);

    // The next day it is still there, with its key.
    desk.close();
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 1"_s);
    QVERIFY(!desk.console->window().findChild<QWidget*>(u"secretDialog"_s));
}

void TestRemotes::keyIsAskedForWithoutAKeyring()
{
    Served served;
    served.ask(cmq::CreateQueue{"orders", {}});
    Desk desk;
    desk.secrets.isThere = false;
    desk.save(u"staging"_s, served.url());
    desk.secrets.kept.clear();
    desk.open();
    desk.openSaved();
    QVERIFY(person::find(u"secretDialog"_s));
    QVERIFY(!person::find(u"secretDialogSubmit"_s)->isEnabled());
    QVERIFY(person::type(u"secretKey"_s, SecretKey));
    QVERIFY(person::click(u"secretDialogSubmit"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 0"_s);
    QVERIFY(person::read(u"connectionBannerText"_s).contains(u"no keyring"));

    // In this session it is known; after the next start it is asked for again.
    desk.action(u"closeConnection"_s)->trigger();
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"Sandbox"_s);
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 0"_s);
    desk.close();
    desk.open();
    desk.openSaved();
    QVERIFY(person::find(u"secretDialog"_s));
    QVERIFY(person::click(u"secretDialogClose"_s));
    QCOMPARE(person::read(u"connectionMode"_s), u"Sandbox"_s);
}

void TestRemotes::fieldsComplainWhileTyping()
{
    Desk desk;
    desk.save(u"prod"_s, u"https://cmq.example.com"_s);
    desk.open();
    desk.action(u"manageConnections"_s)->trigger();
    QVERIFY(person::click(u"newSavedButton"_s));
    const QPointer<QPushButton> submit = person::find<QPushButton>(u"profileDialogSubmit"_s);
    QVERIFY(submit && !submit->isEnabled());
    fillIn(u"Prod"_s, u"ftp://host"_s);
    QTRY_COMPARE(person::read(u"profileNameHint"_s), u"Another connection has this name."_s);
    QVERIFY(person::read(u"profileQueueUrlHint"_s).startsWith(u"An address begins"));
    QVERIFY(!submit->isEnabled());
    QVERIFY(person::type(u"profileName"_s, u"test"_s));

    // A region fills in the addresses; an address typed afterwards is one's own.
    chooseService(ClassicAccount);
    const QPointer<QComboBox> region = person::find<QComboBox>(u"profileRegion"_s);
    region->setFocus();
    QTest::keyClick(region, Qt::Key_Down);
    QTRY_COMPARE(person::find<QLineEdit>(u"profileQueueUrl"_s)->text(),
                 u"https://cmq-queue-gz.api.qcloud.com"_s);
    QCOMPARE(person::find<QLineEdit>(u"profileTopicUrl"_s)->text(),
             u"https://cmq-topic-gz.api.qcloud.com"_s);
    QVERIFY(submit->isEnabled());
    QVERIFY(person::type(u"profileTopicUrl"_s, {}));
    QTRY_COMPARE(region->currentIndex(), 0);
    const QPointer<QComboBox> proxy = person::find<QComboBox>(u"profileProxy"_s);
    proxy->setFocus();
    QTest::keyClick(proxy, Qt::Key_End);
    QVERIFY(person::type(u"profileProxyHost"_s, u"http://proxy"_s));
    QTRY_VERIFY(person::read(u"profileProxyHostHint"_s).contains(u"without http://"));
    QVERIFY(!submit->isEnabled());
    QCOMPARE(person::find<QLineEdit>(u"profileSecretKey"_s)->echoMode(), QLineEdit::Password);
}

void TestRemotes::accountOfTodayIsFilledIn()
{
    Desk desk;
    desk.open();
    desk.action(u"manageConnections"_s)->trigger();
    QVERIFY(person::click(u"connectionsEmptyPrimary"_s));
    const auto text = [](const QString& name) { return person::find<QLineEdit>(name)->text(); };
    QCOMPARE(text(u"profileCloudUrl"_s), u"https://tdmq.tencentcloudapi.com"_s);
    QCOMPARE(text(u"profileQueueUrl"_s), u"https://cmq-gz.public.tencenttdmq.com"_s);
    QVERIFY(!person::find(u"profileTopicUrl"_s) ||
            !person::find(u"profileTopicUrl"_s)->isVisible());
    const QPointer<QComboBox> region = person::find<QComboBox>(u"profileRegion"_s);
    region->setFocus();
    QTest::keyClick(region, Qt::Key_Down);
    QTRY_COMPARE(text(u"profileQueueUrl"_s), u"https://cmq-sh.public.tencenttdmq.com"_s);
    QCOMPARE(text(u"profileCloudUrl"_s), u"https://tdmq.tencentcloudapi.com"_s);

    QVERIFY(person::type(u"profileName"_s, u"today"_s));
    QVERIFY(person::type(u"profileSecretId"_s, SecretId));
    QVERIFY(person::click(u"profileDialogSubmit"_s));
    QVERIFY(person::isGone(u"profileDialog"_s));
    const ui::RemoteProfile saved = ui::ProfileStore(desk.settings).profiles().first();
    QVERIFY(saved.kind == ui::ProfileKind::Tdmq);
    QCOMPARE(saved.region, u"ap-shanghai"_s);
}

void TestRemotes::queuesOfTdmqAreMadeByApi3()
{
    Served served;
    Desk desk;
    desk.save(u"today"_s, served.url(), [&](ui::RemoteProfile& profile) {
        profile.kind = ui::ProfileKind::Tdmq;
        profile.cloudUrl = QUrl(served.url());
        profile.region = u"ap-guangzhou"_s;
    });
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::read(u"queuesEmptyTitle"_s), u"No queues yet"_s);
    person::press(u"queuesTable"_s, Qt::Key_N, Qt::ControlModifier);
    const QPointer<QPushButton> submit = person::find<QPushButton>(u"createQueueDialogSubmit"_s);
    QVERIFY(submit);
    // What TDMQ keeps for itself, and what it fixes.
    QVERIFY(person::type(u"queueName"_s, u"orders-DLQ"_s));
    QTRY_VERIFY(person::read(u"queueNameHint"_s).contains(u"-dlq"));
    QVERIFY(!submit->isEnabled());
    QVERIFY(person::type(u"queueName"_s, u"orders"_s));
    QVERIFY(person::type(u"queueTags"_s, u"owner=me, env"_s));
    QVERIFY(person::click(u"advancedToggle"_s));
    QVERIFY(person::find<QCheckBox>(u"queueTrace"_s));
    QTest::keyClick(person::find(u"queueTrace"_s), Qt::Key_Space);
    QTRY_VERIFY(submit->isEnabled());
    QVERIFY(person::click(u"createQueueDialogSubmit"_s));
    QVERIFY(person::isGone(u"createQueueDialog"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 0"_s);

    const cmq::QueueAttributes made = served.ask(cmq::GetQueueAttributes{"orders"});
    QVERIFY(made.tags == (std::vector<cmq::ResourceTag>{{"owner", "me"}, {"env", ""}}));
    QVERIFY(made.settings.cloud.trace == true);
    QCOMPARE(made.settings.maxMsgSize, std::int64_t(1'048'576));
    QCOMPARE(made.settings.msgRetentionSeconds.count(), 3600);

    // Messages go by v2, and the list by API 3.0 tells of them.
    QVERIFY(person::clickRow(u"orders"_s));
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, u"hello"_s));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!person::read(u"sendDialogBannerDetail"_s).isEmpty());
    QVERIFY(person::click(u"sendDialogClose"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 1"_s);
}

void TestRemotes::severalAreOpenAtOnce()
{
    Served one;
    Served other;
    one.ask(cmq::CreateQueue{"first", {}});
    other.ask(cmq::CreateQueue{"second", {}});
    Desk desk;
    desk.save(u"A & B"_s, one.url());
    desk.save(u"other"_s, other.url());
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"first"_s, Name), u"first"_s);
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"second"_s, Name), u"second"_s);
    QVERIFY(!desk.action(u"savedConnection0"_s));

    // By the switch: the first one is as it was left.
    desk.action(u"openConnection1"_s)->trigger();
    QTRY_COMPARE(person::cell(u"first"_s, Name), u"first"_s);
    QCOMPARE(desk.console->window().windowTitle(), u"A & B – CMQ Console"_s);
    QCOMPARE(person::find<QToolButton>(u"connectionSwitch"_s)->text(), u"A && B"_s);
    QVERIFY(desk.action(u"openConnection1"_s)->isChecked());
    desk.action(u"openConnection0"_s)->trigger();
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"Sandbox"_s);

    // Closed ones can be opened again; the last one stays.
    person::press(u"mainWindow"_s, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(person::cell(u"second"_s, Name), u"second"_s);
    person::press(u"mainWindow"_s, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(person::cell(u"first"_s, Name), u"first"_s);
    QVERIFY(!desk.action(u"closeConnection"_s)->isEnabled());
    QVERIFY(desk.action(u"savedConnection0"_s));
}

void TestRemotes::modeIsAlwaysInWords()
{
    ScriptedServer server(emptyService);
    Desk desk;
    desk.save(u"billing"_s, server.url().toString(),
              [](ui::RemoteProfile& profile) { profile.isReadOnly = profile.isProduction = true; });
    desk.open();
    QCOMPARE(person::read(u"connectionAccess"_s), u"Read and write"_s);
    desk.openSaved();
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"Remote"_s);
    QCOMPARE(person::read(u"connectionAccess"_s), u"Read-only"_s);
    QCOMPARE(person::read(u"productionWord"_s), u"PROD"_s);
    desk.language.setMode(ui::LanguageMode::Chinese);
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"远程"_s);
    QCOMPARE(person::read(u"connectionAccess"_s), u"只读"_s);
    QCOMPARE(person::read(u"productionWord"_s), u"生产"_s);
    desk.action(u"openConnection0"_s)->trigger();
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"沙盒"_s);
    QVERIFY(!desk.console->window().findChild<QWidget*>(u"productionBadge"_s)->isVisible());
}

// All actions there are, through the real client: what leaves a read-only connection only reads.
void TestRemotes::readOnlySendsNothingThatChanges()
{
    ScriptedServer server(emptyService);
    ui::RemoteProfile profile = ui::newProfile();
    profile.queueUrl = server.url();
    profile.secretId = SecretId;
    profile.isReadOnly = true;
    QTemporaryDir home;
    QSettings store(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const ui::Settings settings(store);
    const auto connection = openRemote(profile, {SecretKey, {}}, settings);
    int asked = 0;
    int answered = 0;
    const auto ask = [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
        ++asked;
        ui::onResult(connection->call(cmq::ActionAt<Index>()), this,
                     [&](const auto&) { ++answered; });
    };
    [&]<std::size_t... Index>(std::index_sequence<Index...>)
    {
        (ask(std::integral_constant<std::size_t, Index>()), ...);
    }
    (std::make_index_sequence<cmq::ActionCount>());
    QTRY_COMPARE(answered, asked);
    QVERIFY(!server.requests().isEmpty());
    for (const auto& request : server.requests()) {
        const QByteArray action = request.parameters().value("Action");
        QVERIFY2(action.startsWith("List") || action.startsWith("Get"), action.constData());
    }
}

void TestRemotes::changedFlagsHoldAtOnce()
{
    Served served;
    served.ask(cmq::CreateQueue{"orders", {}});
    Desk desk;
    desk.save(u"staging"_s, served.url());
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"orders"_s, Name), u"orders"_s);
    desk.action(u"manageConnections"_s)->trigger();
    QVERIFY(person::click(u"editSavedButton"_s));
    QVERIFY(person::click(u"profileReadOnly"_s));
    QVERIFY(person::click(u"profileDialogSubmit"_s));
    QTRY_COMPARE(person::read(u"connectionAccess"_s), u"Read-only"_s);
    QVERIFY(desk.console->connection()->isReadOnly());
    QVERIFY(person::click(u"connectionsClose"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Name), u"orders"_s);
    QVERIFY(!person::find(u"createQueueButton"_s)->isEnabled());
}

void TestRemotes::plainHttpWarnsOnce()
{
    Desk desk;
    // A host that no network has: this is about the question before anything is sent.
    desk.save(u"intranet"_s, u"http://cmq.example.invalid"_s);
    desk.open();
    desk.openSaved();
    QVERIFY(person::find(u"confirmationQuestion"_s));
    QVERIFY(person::read(u"confirmationLoss0"_s).contains(u"http://"));
    QVERIFY(person::click(u"confirmationCancel"_s));
    QCOMPARE(person::read(u"connectionMode"_s), u"Sandbox"_s);
    desk.openSaved();
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"Remote"_s);
    desk.close();
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::read(u"connectionMode"_s), u"Remote"_s);
}

void TestRemotes::countersAreMarkedAndLookingIsNamed()
{
    ScriptedServer server(emptyService);
    Desk desk;
    desk.save(u"billing"_s, server.url().toString());
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 3"_s);
    QVERIFY(person::read(u"queuesCount"_s).contains(u"≈ asked"));
    QVERIFY(person::read(u"statusFigures"_s).contains(u"≈ 3 visible"));
    QVERIFY(person::read(u"statusFreshness"_s).startsWith(u"≈ asked"));
    QVERIFY(person::clickRow(u"orders"_s));
    QVERIFY(person::find(u"inspectorInFlight"_s));
    QCOMPARE(person::read(u"inspectorInFlight"_s), u"≈ 1"_s);

    // Looking is receiving, is called so, and says what it does with this queue's numbers.
    const QPointer<QToolButton> take = person::find<QToolButton>(u"receiveMessagesButton"_s);
    QCOMPARE(take->text(), u"Take and hold"_s);
    QVERIFY(person::click(u"receiveMessagesButton"_s));
    const QString consequences = person::read(u"receiveConsequences"_s);
    for (const QString& part : {u"45 s"_s, u"after 7 of them"_s, u"dead"_s})
        QVERIFY2(consequences.contains(part), qPrintable(consequences));
    QCOMPARE(person::read(u"receiveDialogTitle"_s), u"Take and hold from orders"_s);
    QVERIFY(person::click(u"receiveClose"_s));

    person::press(u"queuesTable"_s, Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(person::read(u"tileVisibleFigure"_s), u"≈ 3"_s);
    QVERIFY(person::read(u"overviewAge"_s).contains(u"≈ asked"));
}

void TestRemotes::refreshReceivesNothing()
{
    ScriptedServer server(emptyService);
    Desk desk;
    desk.save(u"billing"_s, server.url().toString());
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 3"_s);
    for (const auto page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        person::press(u"mainWindow"_s, page, Qt::ControlModifier);
        const auto before = server.requests().size();
        person::press(u"mainWindow"_s, Qt::Key_F5);
        QTRY_VERIFY(server.requests().size() > before);
    }
    QTRY_COMPARE(person::read(u"messagesEmptyTitle"_s), u"Messages cannot be shown here"_s);
    QVERIFY(person::read(u"messagesEmptySentence"_s).contains(u"45 s"));
    for (const auto& request : server.requests()) {
        const QByteArray action = request.parameters().value("Action");
        QVERIFY2(action.startsWith("List") || action.startsWith("Get"), action.constData());
    }
}

void TestRemotes::lostAnswerMayHaveHappened()
{
    ScriptedServer server([](const ScriptedServer::Request& request) {
        return request.parameters().value("Action") == "SendMessage"
                   ? ScriptedServer::raw({}, ScriptedServer::Then::Close)
                   : emptyService(request);
    });
    Desk desk;
    desk.save(u"billing"_s, server.url().toString());
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 3"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, u"once"_s));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(person::read(u"sendDialogBannerText"_s).contains(u"may have happened"));
    qsizetype sent = 0;
    for (const auto& request : server.requests())
        sent += request.parameters().value("Action") == "SendMessage" ? 1 : 0;
    QCOMPARE(sent, 1);
}

void TestRemotes::refusedListSaysWhy()
{
    ScriptedServer server([](const auto&) {
        return ScriptedServer::json(R"({"code":4100,"message":"(10030)authentication failed"})");
    });
    Desk desk;
    desk.save(u"billing"_s, server.url().toString());
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::read(u"queuesEmptyTitle"_s), u"The queues could not be listed"_s);
    QVERIFY(person::read(u"queuesBannerText"_s).contains(u"refused the signature"));
    server.setScript(emptyService);
    QVERIFY(person::click(u"queuesEmptyPrimary"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 3"_s);
}

void TestRemotes::productionWantsTheName()
{
    Served served;
    served.ask(cmq::CreateQueue{"orders", {}});
    Desk desk;
    desk.save(u"billing"_s, served.url(),
              [](ui::RemoteProfile& profile) { profile.isProduction = true; });
    desk.open();
    desk.openSaved();
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 0"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    QVERIFY(person::click(u"deleteQueueButton"_s));
    QVERIFY(!person::find(u"confirmationAccept"_s)->isEnabled());
    QVERIFY(person::type(u"confirmationName"_s, u"orders"_s));
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Name), QString());
}

void TestRemotes::profilesTravelWithoutSecrets()
{
    Desk desk;
    desk.save(u"billing"_s, u"https://cmq.example.com"_s);
    desk.prompts.path = desk.home.filePath(u"cmq.json"_s);
    desk.open();
    desk.action(u"manageConnections"_s)->trigger();
    QVERIFY(person::click(u"exportSavedButton"_s));
    QTRY_VERIFY(person::read(u"connectionsBannerText"_s).contains(u"without keys"));
    QVERIFY(person::click(u"importSavedButton"_s));
    QTRY_VERIFY(person::read(u"connectionsBannerText"_s).contains(u"imported"));
    const ui::ProfileStore profiles(desk.settings);
    QCOMPARE(profiles.profiles().size(), 2);
    QCOMPARE(profiles.profiles().last().name, u"billing (2)"_s);
    QCOMPARE(desk.secrets.kept.size(), 1);

    // Removed is removed, with its key.
    const QPointer<QTableView> table = person::find<QTableView>(u"connectionsTable"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QVERIFY(person::click(u"removeSavedButton"_s));
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(desk.secrets.kept.isEmpty());
}

namespace {

QStringList g_log; // what the message handler heard

void listen(QtMsgType, const QMessageLogContext&, const QString& text)
{
    g_log += text;
}

/// Every text that some widget shows or tells, but for a masked field while one types in it.
QStringList textsOnScreen()
{
    QStringList texts;
    for (const QWidget* widget : QApplication::allWidgets()) {
        texts += {widget->windowTitle(),
                  widget->toolTip(),
                  widget->statusTip(),
                  widget->accessibleName(),
                  widget->accessibleDescription(),
                  widget->objectName()};
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts += label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts += button->text();
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            texts += {edit->displayText(), edit->placeholderText()};
        if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
            texts += edit->toPlainText();
        if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                texts += {box->itemText(i), box->itemData(i).toString()};
        }
        for (const QAction* action : widget->actions())
            texts += {action->text(), action->toolTip(), action->objectName()};
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        const QAbstractItemModel* model = view ? view->model() : nullptr;
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const QVariant& value : model->itemData(model->index(row, column)))
                    texts += value.toString();
            }
        }
    }
    return texts;
}

QStringList filesIn(const QString& folder)
{
    QStringList texts;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            texts += QString::fromUtf8(file.readAll());
    }
    return texts;
}

/// Where a secret is seen, if anywhere; `seen` counts the texts that were searched.
QString leak(const QStringList& texts, qsizetype& seen)
{
    seen += texts.size();
    for (const QString& text : texts) {
        for (const QString& secret : {SecretKey, Token}) {
            const QByteArray plain = secret.toUtf8();
            for (const QByteArray& form : {plain, plain.toBase64(), plain.toHex()}) {
                if (text.contains(QString::fromLatin1(form)))
                    return text;
            }
        }
    }
    return {};
}

} // namespace

void TestRemotes::secretsAreNowhere()
{
    const auto before = qInstallMessageHandler(listen);
    const auto restore = qScopeGuard([&] { qInstallMessageHandler(before); });
    QLoggingCategory::setFilterRules(u"qt.network*=true"_s);
    const auto quiet = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
    // A service that throws everything back that it is sent, in what it says.
    ScriptedServer server([](const ScriptedServer::Request& request) {
        if (request.parameters().value("Action") == "GetQueueAttributes")
            return emptyService(request);
        if (request.parameters().value("Action") == "ListQueue")
            return emptyService(request);
        return ScriptedServer::json(R"({"code":4000,"message":"(10010)you sent )" + request.body +
                                    ' ' + request.parameters().value("Token") + R"("})");
    });
    Desk desk;
    qsizetype seen = 0;
    const auto look = [&] {
        desk.store.sync();
        QString found = leak(textsOnScreen(), seen);
        if (found.isEmpty())
            found = leak(filesIn(desk.home.path()), seen);
        return found.isEmpty() ? leak(g_log, seen) : found;
    };
    desk.open();
    desk.action(u"manageConnections"_s)->trigger();
    QVERIFY(person::click(u"connectionsEmptyPrimary"_s));
    fillIn(u"billing"_s, server.url().toString());
    QVERIFY(person::type(u"profileToken"_s, Token));
    QCOMPARE(look(), QString());
    QVERIFY(person::click(u"profileTest"_s));
    QTRY_VERIFY(person::read(u"profileDialogBannerText"_s).contains(u"refused the request"));
    QCOMPARE(look(), QString());
    QVERIFY(person::click(u"profileDialogSubmit"_s));
    QVERIFY(person::isGone(u"profileDialog"_s));
    QCOMPARE(desk.secrets.kept.size(), 1);
    QVERIFY(desk.secrets.kept.begin().value() == (ui::Credentials{SecretKey, Token}));

    desk.prompts.path = desk.home.filePath(u"cmq.json"_s);
    QVERIFY(person::click(u"exportSavedButton"_s));
    QTRY_VERIFY(person::read(u"connectionsBannerText"_s).contains(u"exported"));
    QCOMPARE(look(), QString());

    QVERIFY(person::click(u"openSavedButton"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, Visible), u"≈ 3"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    QCOMPARE(look(), QString());
    QVERIFY(person::click(u"sendMessageButton"_s));
    QVERIFY(person::type(u"messageBody"_s, u"x"_s));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!person::read(u"sendDialogBannerDetail"_s).isEmpty());
    QCOMPARE(look(), QString());
    server.setScript(
        [](const auto&) { return ScriptedServer::raw({}, ScriptedServer::Then::Reset); });
    QVERIFY(person::click(u"sendDialogClose"_s));
    person::press(u"queuesTable"_s, Qt::Key_F5);
    QTRY_VERIFY(!person::read(u"queuesBannerText"_s).isEmpty());
    QCOMPARE(look(), QString());

    // Editing shows no key again.
    desk.action(u"manageConnections"_s)->trigger();
    QVERIFY(person::click(u"editSavedButton"_s));
    QCOMPARE(person::find<QLineEdit>(u"profileSecretKey"_s)->text(), QString());
    QCOMPARE(look(), QString());
    desk.close();
    QCOMPARE(look(), QString());
    QVERIFY2(seen > 1000, "hardly anything was searched");
}

CMQ_TEST(remotes, TestRemotes)

} // namespace tst_remotes
#include "tst_remotes.moc"
