#include "desk.h"
#include "person.h"

#include "app/console/remoteservice.h"
#include "tests/rawhttp.h"
#include "tests/suite.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <future>

namespace tst_serving {

using namespace Qt::StringLiterals;

namespace {

void openServing(Desk& desk)
{
    desk.open();
    QVERIFY(person::find(u"queuesTable"_s));
    desk.console->window().findChild<QAction*>(u"serve"_s)->trigger();
    QVERIFY(person::find(u"serveDialog"_s));
}

void startServing(Desk& desk)
{
    openServing(desk);
    QVERIFY(person::click(u"serveDialogSubmit"_s));
    QTRY_VERIFY(person::read(u"statusServed"_s).startsWith(u"served at http://127.0.0.1:"_s));
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

/// What a button puts into the clipboard.
QString copied(const QString& button)
{
    QGuiApplication::clipboard()->setText(u"nothing was copied"_s);
    return person::click(button) ? clipboard() : QString();
}

/// What a program sees that uses the URL and the keys which the dialog gave away.
RemoteOptions client()
{
    RemoteOptions options;
    options.queueUrl = QUrl(copied(u"serveUrlCopy"_s));
    options.secretId = copied(u"serveSecretIdCopy"_s).toStdString();
    options.secretKey = copied(u"serveSecretKeyCopy"_s).toStdString();
    return options;
}

/// Over HTTP, while the window goes on living.
template <class A>
cmq::Result<typename A::Reply> ask(const RemoteOptions& options, A action)
{
    RemoteService service(options);
    std::promise<cmq::Result<typename A::Reply>> promise;
    auto future = promise.get_future();
    cmq::call(service, std::move(action),
              [&](cmq::Result<typename A::Reply> result) { promise.set_value(std::move(result)); });
    (void)QTest::qWaitFor(
        [&] { return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
        20'000);
    return future.get();
}

std::uint16_t servedPort()
{
    return std::uint16_t(QUrl(person::read(u"serveUrl"_s)).port());
}

} // namespace

/// The broker of the console, used by other programs: real clicks here, real HTTP there.
class TestServing final : public QObject
{
    Q_OBJECT

private slots:
    void servesAndStops();
    void sampleCodeReallyRuns_data();
    void sampleCodeReallyRuns();
    void showsNoSecret();
    void busyPortIsSaidAtItsField();
    void slipsAreSaidAtTheirFields();
    void othersThanThisMachineNeedKeys();
    void servesWithoutKeysWhenAsked();
    void remembersThePortButNoKeys();
    void closingTheConsoleEndsIt();
};

void TestServing::servesAndStops()
{
    Desk desk;
    startServing(desk);
    const RemoteOptions options = client();
    QCOMPARE(person::read(u"statusServed"_s), u"served at "_s + options.queueUrl.toString());

    const auto created = ask(options, cmq::CreateQueue{"orders"});
    QVERIFY2(created.has_value(), created ? "" : created.error().detail.c_str());
    QVERIFY(ask(options, cmq::SendMessage{"orders", "over HTTP"}).has_value());
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"1"_s); // the window sees it, too
    RemoteOptions stranger = options;
    stranger.secretKey = "guessed";
    QCOMPARE(ask(stranger, cmq::DeleteQueue{"orders"}).error().id,
             cmq::ErrorId::AuthenticationFailed);

    QVERIFY(person::click(u"serveDialogSubmit"_s)); // stop
    QTRY_COMPARE(person::read(u"statusServed"_s), QString());
    QTRY_VERIFY(person::find(u"serveRenewKeys"_s));
    QVERIFY(!rawhttp::Socket(std::uint16_t(options.queueUrl.port())).isConnected());

    // Other keys, the same port: the old ones do not fit any more.
    QVERIFY(person::click(u"serveRenewKeys"_s));
    QVERIFY(person::click(u"serveDialogSubmit"_s));
    QTRY_VERIFY(!person::read(u"statusServed"_s).isEmpty());
    QCOMPARE(client().queueUrl, options.queueUrl);
    QCOMPARE(ask(options, cmq::ListQueue{}).error().code, 4100);
    QVERIFY(ask(client(), cmq::ListQueue{}).has_value());
    desk.close();
}

void TestServing::sampleCodeReallyRuns_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("programs");
    QTest::newRow("curl") << u"curl"_s << QStringList{u"bash"_s, u"curl"_s, u"openssl"_s};
    QTest::newRow("Node") << u"Node.js"_s << QStringList{u"node"_s};
}

void TestServing::sampleCodeReallyRuns()
{
    QFETCH(QString, language);
    QFETCH(QStringList, programs);
    for (const QString& program : programs) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("this program is not installed");
    }
    Desk desk;
    startServing(desk);
    const RemoteOptions options = client();
    QVERIFY(ask(options, cmq::CreateQueue{"orders"}).has_value());
    QVERIFY(ask(options, cmq::CreateTopic{"news"}).has_value());
    QVERIFY(ask(options, cmq::Subscribe{.topicName = "news",
                                        .subscriptionName = "all",

                                        .endpoint = "orders"})
                .has_value());
    person::find<QComboBox>(u"sampleLanguage"_s)->setCurrentText(language);
    const QPointer<QComboBox> subject = person::find<QComboBox>(u"sampleSubject"_s);
    QTRY_COMPARE(subject->count(), 2);

    const auto run = [&](const QString& name) {
        subject->setCurrentText(name);
        QFile file(desk.home.filePath(u"sample"_s));
        if (!file.open(QIODevice::WriteOnly))
            return QByteArray("no file");
        file.write(copied(u"copySampleWithSecret"_s).toUtf8());
        file.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(programs.first(), {file.fileName()});
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
        return process.exitCode() == 0 ? process.readAll() : "it failed: " + process.readAll();
    };
    const QByteArray topic = run(u"news"_s);
    QVERIFY2(!topic.contains("failed") && !topic.contains("(1"), topic.constData());
    const QByteArray queue = run(u"orders"_s);
    QVERIFY2(queue.contains("Hello, CMQ"), queue.constData());
    // One message was published, one sent, one received and deleted.
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"1"_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 2), u"0"_s);
    desk.close();
}

void TestServing::showsNoSecret()
{
    Desk desk;
    startServing(desk);
    const QString secret = copied(u"serveSecretKeyCopy"_s);
    QCOMPARE(secret.size(), 32);
    const QPointer<QComboBox> languages = person::find<QComboBox>(u"sampleLanguage"_s);
    const QPointer<QPlainTextEdit> code = person::find<QPlainTextEdit>(u"sampleCode"_s);
    for (int i = 0; i < languages->count(); ++i) {
        languages->setCurrentIndex(i);
        QVERIFY(code->toPlainText().contains(u"••••"_s));
        QVERIFY(!code->toPlainText().contains(secret));
        QVERIFY(!copied(u"copySample"_s).contains(secret));
        QVERIFY(copied(u"copySampleWithSecret"_s).contains(secret));
    }
    for (const QWidget* widget : QApplication::allWidgets()) {
        for (const char* property : {"text", "toolTip", "accessibleName", "windowTitle"})
            QVERIFY(!widget->property(property).toString().contains(secret));
    }
    desk.close();
    desk.store.sync();
    QFile settings(desk.store.fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains(secret.toUtf8()));
}

void TestServing::busyPortIsSaidAtItsField()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Desk desk;
    openServing(desk);
    QVERIFY(person::type(u"servePort"_s, QString::number(other.serverPort())));
    QVERIFY(person::click(u"serveDialogSubmit"_s));
    QTRY_VERIFY(person::read(u"servePortHint"_s).startsWith(u"This port is taken"_s));
    QVERIFY(person::read(u"statusServed"_s).isEmpty());
    other.close();
    QVERIFY(person::click(u"serveDialogSubmit"_s)); // nothing has to be typed again
    QTRY_VERIFY(!person::read(u"statusServed"_s).isEmpty());
    desk.close();
}

void TestServing::slipsAreSaidAtTheirFields()
{
    Desk desk;
    openServing(desk);
    const QPointer<QWidget> submit = person::find(u"serveDialogSubmit"_s);
    QVERIFY(person::type(u"serveAddress"_s, u"example.org"_s));
    QVERIFY(person::read(u"serveAddressHint"_s).startsWith(u"Enter a numeric address"_s));
    QVERIFY(!submit->isEnabled());
    QVERIFY(person::type(u"serveAddress"_s, u"192.0.2.1"_s)); // no machine has it
    QVERIFY(person::type(u"servePort"_s, u"65536"_s));
    QVERIFY(person::read(u"servePortHint"_s).startsWith(u"Enter a number"_s));
    QVERIFY(!submit->isEnabled());
    QVERIFY(person::type(u"servePort"_s, u"0"_s));
    QVERIFY(person::click(u"serveDialogSubmit"_s));
    QCOMPARE(person::read(u"serveAddressHint"_s), u"This machine does not have this address."_s);
    desk.close();
}

void TestServing::othersThanThisMachineNeedKeys()
{
    Desk desk;
    openServing(desk);
    const QPointer<QCheckBox> needsKeys = person::find<QCheckBox>(u"serveNeedsKeys"_s);
    needsKeys->setChecked(false);
    QVERIFY(person::type(u"serveAddress"_s, u"0.0.0.0"_s));
    QVERIFY(needsKeys->isChecked() && !needsKeys->isEnabled());
    QVERIFY(person::type(u"serveAddress"_s, u"localhost"_s));
    QVERIFY(needsKeys->isEnabled());
    desk.close();
}

void TestServing::servesWithoutKeysWhenAsked()
{
    Desk desk;
    openServing(desk);
    person::press(u"serveNeedsKeys"_s, Qt::Key_Space);
    QVERIFY(!person::find<QCheckBox>(u"serveNeedsKeys"_s)->isChecked());
    QVERIFY(person::click(u"serveDialogSubmit"_s));
    QVERIFY(person::find(u"sampleCode"_s));
    rawhttp::Socket socket(servedPort());
    QVERIFY(socket.send(rawhttp::post("Action=CreateQueue&queueName=q")));
    QCOMPARE(socket.response()->code().value_or(-1), 0);
    const QWidget* withSecret =
        desk.console->window().findChild<QWidget*>(u"copySampleWithSecret"_s);
    QVERIFY(withSecret && !withSecret->isVisible()); // there is none
    desk.close();
}

void TestServing::remembersThePortButNoKeys()
{
    Desk desk;
    startServing(desk);
    const std::uint16_t port = servedPort();
    const QString secretId = person::read(u"serveSecretId"_s);
    desk.close();
    startServing(desk);
    QCOMPARE(servedPort(), port);
    QVERIFY(person::read(u"serveSecretId"_s) != secretId);
    desk.close();
}

void TestServing::closingTheConsoleEndsIt()
{
    Desk desk;
    openServing(desk);
    person::press(u"serveNeedsKeys"_s, Qt::Key_Space);
    QVERIFY(person::click(u"serveDialogSubmit"_s));
    QVERIFY(person::find(u"sampleCode"_s));
    const std::uint16_t port = servedPort();
    rawhttp::Socket socket(port);
    QVERIFY(socket.send(rawhttp::post("Action=CreateQueue&queueName=q")));
    QVERIFY(socket.response().has_value());
    QVERIFY(socket.send(rawhttp::post("Action=ReceiveMessage&queueName=q&pollingWaitSeconds=30")));
    desk.close();
    // Whoever waits hears that there is nothing, and nobody comes in any more.
    const auto response = socket.response();
    QVERIFY(!response || response->code() == 7000);
    QVERIFY(!rawhttp::Socket(port).isConnected());
}

CMQ_TEST(serving, TestServing)

} // namespace tst_serving
#include "tst_serving.moc"
