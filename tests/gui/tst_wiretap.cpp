#include "desk.h"
#include "person.h"

#include "tests/rawhttp.h"
#include "tests/suite.h"

#include "wire/signature.h"

#include <QClipboard>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>

namespace tst_wiretap {

using namespace Qt::StringLiterals;

namespace {

enum Column { Time, Direction, Action, Object, Code, Duration };

/// Starts serving and closes the dialog; the keys are those that its buttons gave away.
struct Served
{
    std::uint16_t port = 0;
    std::string secretId;
    std::string secretKey;

    explicit Served(Desk& desk)
    {
        desk.open();
        const bool isReady = person::find(u"queuesTable"_s);
        desk.console->window().findChild<QAction*>(u"serve"_s)->trigger();
        if (!isReady || !person::click(u"serveDialogSubmit"_s) || !person::find(u"sampleCode"_s))
            return;
        port = std::uint16_t(QUrl(person::read(u"serveUrl"_s)).port());
        secretId = person::read(u"serveSecretId"_s).toStdString();
        person::click(u"serveSecretKeyCopy"_s);
        secretKey = QGuiApplication::clipboard()->text().toStdString();
        person::click(u"serveDialogClose"_s);
    }

    /// Asks with a signature over `signedQuery`, or over what is really asked.
    [[nodiscard]] int ask(const std::vector<cmq::wire::FormField>& fields,
                          const std::string& signedText = {}) const
    {
        namespace wire = cmq::wire;
        std::vector<wire::FormField> all = fields;
        all.insert(all.end(), {{"SecretId", secretId}, {"Nonce", "1"}, {"Timestamp", "2"}});
        wire::Parameters sorted = wire::viewsOf(all);
        wire::sortForSignature(sorted);
        const std::string text =
            signedText.empty() ? wire::stringToSign({"POST", "127.0.0.1", "/v2/index.php", sorted})
                               : signedText;
        all.push_back(
            {"Signature", wire::Signer(secretKey).sign(wire::SignatureMethod::HmacSha1, text)});
        rawhttp::Socket socket(port);
        socket.send(rawhttp::post(wire::encodeForm(all)));
        const auto response = socket.response();
        return response ? response->code().value_or(-1) : -1;
    }
};

QString cell(int row, int column)
{
    const QPointer<QTableView> table = person::find<QTableView>(u"wireTapTable"_s);
    return table && row < table->model()->rowCount()
               ? table->model()->index(row, column).data().toString()
               : QString();
}

bool select(int row)
{
    const QPointer<QTableView> table = person::find<QTableView>(u"wireTapTable"_s);
    if (!table || row >= table->model()->rowCount())
        return false;
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(row, 0)).center());
    return true;
}

QString text(const QString& name)
{
    const QPointer<QPlainTextEdit> found = person::find<QPlainTextEdit>(name);
    return found ? found->toPlainText() : QString();
}

/// The character that a text marks; empty if none is.
QString marked(const QString& name)
{
    const QPointer<QPlainTextEdit> found = person::find<QPlainTextEdit>(name);
    return found && !found->extraSelections().isEmpty()
               ? found->extraSelections().first().cursor.selectedText()
               : QString();
}

void openTap()
{
    QVERIFY(person::find(u"queuesTable"_s));
    person::press(u"queuesTable"_s, Qt::Key_F12);
    QVERIFY(person::find(u"wireTapTable"_s));
}

} // namespace

/// Every request that the served broker answered, seen from the console.
class TestWireTap final : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatWasServed();
    void showsWhereASignatureDiffers();
    void sendsAgain();
    void copiesAsCurl();
    void pausesAndClears();
    void squeezesNothing();
};

void TestWireTap::showsWhatWasServed()
{
    Desk desk;
    const Served served(desk);
    QCOMPARE(served.ask({{"Action", "CreateQueue"}, {"queueName", "orders"}}), 0);
    openTap(); // also what came before
    QTRY_COMPARE(cell(0, Action), u"CreateQueue"_s);
    QCOMPARE(served.ask({{"Action", "ReceiveMessage"}, {"queueName", "orders"}, {"Token", "tok"}}),
             7000);
    QTRY_COMPARE(cell(0, Action), u"ReceiveMessage"_s); // the latest on top
    QCOMPARE(cell(0, Direction), u"Served"_s);
    QCOMPARE(cell(0, Object), u"orders"_s);
    QCOMPARE(cell(0, Code), u"7000"_s);
    QVERIFY(cell(0, Duration).endsWith(u" ms"_s));

    QVERIFY(select(0));
    QVERIFY(person::read(u"exchangeCaption"_s).contains(u"POST http://127.0.0.1/v2/index.php"_s));
    QStringList shown;
    for (const QLabel* label : person::find(u"exchangeParameters"_s)->findChildren<QLabel*>())
        shown += label->text();
    QVERIFY(shown.contains(u"queueName"_s) && shown.contains(u"orders"_s));
    QVERIFY(shown.contains(u"***"_s) && !shown.contains(u"tok"_s));
    person::find<QTabWidget>(u"exchangeTabs"_s)->setCurrentIndex(2);
    QVERIFY(text(u"exchangeAnswer"_s).contains(u"(10200)no message"_s));
    person::find<QTabWidget>(u"exchangeTabs"_s)->setCurrentIndex(1);
    QVERIFY(text(u"signatureServerText"_s)
                .startsWith(u"POST127.0.0.1/v2/index.php?Action=ReceiveMessage&"_s));
    QVERIFY(!text(u"signatureServerText"_s).contains(u"tok"_s));

    QVERIFY(person::type(u"wireTapFilter"_s, u"create"_s));
    QTRY_COMPARE(cell(0, Action), u"CreateQueue"_s);
    QVERIFY(person::click(u"wireTapCloseButton"_s));
    QVERIFY(!desk.console->window().findChild<QWidget*>(u"wireTap"_s)->isVisible());
    desk.close();
}

void TestWireTap::showsWhereASignatureDiffers()
{
    Desk desk;
    const Served served(desk);
    openTap();
    // The path was forgotten: a mistake with a name.
    QCOMPARE(served.ask({{"Action", "ListQueue"}},
                        "POST127.0.0.1?Action=ListQueue&Nonce=1&SecretId=" + served.secretId +
                            "&Timestamp=2"),
             4100);
    QTRY_COMPARE(cell(0, Code), u"4100"_s);
    QCOMPARE(cell(0, Action), u"ListQueue"_s);
    QVERIFY(select(0));
    QCOMPARE(person::read(u"signatureSentence"_s),
             u"The path was not signed (first difference: character 14)"_s);
    QVERIFY(text(u"signatureServerText"_s).startsWith(u"POST127.0.0.1/v2"_s));
    QVERIFY(text(u"signatureClientText"_s).startsWith(u"POST127.0.0.1?Action"_s));
    QCOMPARE(marked(u"signatureServerText"_s), u"/"_s);
    QCOMPARE(marked(u"signatureClientText"_s), u"?"_s);
    QVERIFY(!person::find(u"wireTapAgainButton"_s)->isEnabled()); // it never was an action

    // Another key: nothing to compare with, and said so.
    QCOMPARE(served.ask({{"Action", "ListTopic"}}, "nonsense"), 4100);
    QTRY_COMPARE(cell(0, Action), u"ListTopic"_s);
    QVERIFY(select(0));
    QVERIFY(person::read(u"signatureSentence"_s).startsWith(u"No common mistake"_s));
    QVERIFY(marked(u"signatureServerText"_s).isEmpty());
    desk.close();
}

void TestWireTap::sendsAgain()
{
    Desk desk;
    const Served served(desk);
    openTap();
    QCOMPARE(served.ask({{"Action", "CreateQueue"}, {"queueName", "orders"}}), 0);
    QCOMPARE(
        served.ask({{"Action", "SendMessage"}, {"queueName", "orders"}, {"msgBody", "once more"}}),
        0);
    QTRY_COMPARE(cell(0, Action), u"SendMessage"_s);
    QVERIFY(select(0));
    QVERIFY(person::click(u"wireTapAgainButton"_s));
    QTRY_COMPARE(person::read(u"wireTapBannerText"_s),
                 u"SendMessage was sent again, with success."_s);
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"2"_s);
    QVERIFY(select(1));
    QVERIFY(person::click(u"wireTapAgainButton"_s)); // the queue is there already
    QTRY_VERIFY(person::read(u"wireTapBannerDetail"_s).contains(u"10210"_s));
    desk.close();
}

void TestWireTap::copiesAsCurl()
{
    for (const QString& program : {u"bash"_s, u"curl"_s, u"openssl"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("this program is not installed");
    }
    Desk desk;
    const Served served(desk);
    openTap();
    QCOMPARE(served.ask({{"Action", "CreateQueue"}, {"queueName", "orders"}}), 0);
    // What a shell, a form and a signature could each get wrong.
    const std::string body = "it's 100% \"odd\" & = + $HOME `x` \\ 中\n";
    QCOMPARE(served.ask({{"Action", "BatchSendMessage"},
                         {"queueName", "orders"},
                         {"msgBody.1", body},
                         {"msgBody.10", "10"},
                         {"msgBody.2", "2"}}),
             4000); // a gap
    QTRY_COMPARE(cell(0, Code), u"4000"_s);
    QVERIFY(select(0));
    QVERIFY(person::click(u"wireTapCurlButton"_s));
    const QString script = QGuiApplication::clipboard()->text();
    QVERIFY(!script.contains(QString::fromStdString(served.secretKey)));
    QVERIFY(script.contains(u"CMQ_SECRET_KEY"_s));

    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CMQ_SECRET_KEY"_s, QString::fromStdString(served.secretKey));
    shell.setProcessEnvironment(environment);
    // The test's client leaves the port out of the Host header; the script needs it.
    shell.start(u"bash"_s,
                {u"-c"_s, QString(script).replace(u"http://127.0.0.1/"_s,
                                                  u"http://127.0.0.1:%1/"_s.arg(served.port))});
    QVERIFY(QTest::qWaitFor([&] { return shell.state() == QProcess::NotRunning; }, 60'000));
    const QByteArray output = shell.readAllStandardOutput();
    QVERIFY2(output.contains("(10380)"), (output + shell.readAllStandardError()).constData());
    QTRY_COMPARE(cell(1, Action), u"BatchSendMessage"_s); // the endpoint saw the same twice
    desk.close();
}

void TestWireTap::pausesAndClears()
{
    Desk desk;
    const Served served(desk);
    openTap();
    QCOMPARE(served.ask({{"Action", "ListQueue"}}), 0);
    QTRY_COMPARE(person::read(u"wireTapCount"_s), u"1"_s);
    QVERIFY(person::click(u"wireTapRecordButton"_s));
    QCOMPARE(served.ask({{"Action", "ListQueue"}}), 0);
    QVERIFY(person::click(u"wireTapRecordButton"_s));
    QCOMPARE(served.ask({{"Action", "ListTopic"}}), 0);
    QTRY_COMPARE(cell(0, Action), u"ListTopic"_s);
    QCOMPARE(person::read(u"wireTapCount"_s), u"2"_s); // one was not taken down
    QVERIFY(person::click(u"wireTapClearButton"_s));
    QTRY_COMPARE(person::read(u"wireTapCount"_s), u"0"_s);
    QVERIFY(person::find(u"wireTapEmpty"_s));
    desk.close();
}

void TestWireTap::squeezesNothing()
{
    Desk desk;
    desk.open();
    desk.console->window().resize(1360, 760);
    QVERIFY(person::find(u"queuesTable"_s));
    const auto* inspector = desk.console->window().findChild<QWidget*>(u"queueInspector"_s);
    QVERIFY(inspector);
    QTRY_VERIFY(inspector->isVisible());
    openTap(); // takes its height
    QTRY_VERIFY(!inspector->isVisible());
    QVERIFY(person::click(u"wireTapCloseButton"_s));
    QTRY_VERIFY(inspector->isVisible());
    desk.close();
}

CMQ_TEST(wiretap, TestWireTap)

} // namespace tst_wiretap
#include "tst_wiretap.moc"
