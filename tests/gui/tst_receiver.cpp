#include "person.h"
#include "sandboxdesk.h"

#include "ui/receiver/receiverpage.h"

#include "tests/suite.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

namespace tst_receiver {

using namespace Qt::StringLiterals;

namespace {

enum Column { Number, ArrivalTime, MessageId, Attempt, Answered, Tags, Path, Size };

int rows()
{
    const auto table = person::find<QTableView>(u"receiverTable"_s);
    return table ? table->model()->rowCount() : -1;
}

QString cell(int row, int column)
{
    const auto table = person::find<QTableView>(u"receiverTable"_s);
    return table->model()->index(row, column).data().toString();
}

void chooseReply(int index)
{
    const auto kind = person::find<QComboBox>(u"receiverReplyKind"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(kind->currentIndex(), index);
}

constexpr int Ok = 0, Failed = 4, Other = 6, Silence = 7;

ui::Arrival arrival(const char* id, const QByteArray& body = "x")
{
    ui::Arrival arrival;
    arrival.headers.append({u"X-CMQ-Message-Id"_s, QString::fromUtf8(id)});
    arrival.target = u"/"_s;
    arrival.body = body;
    return arrival;
}

/// Says that it listens, and lets the test be the network.
class FakeListener final : public ui::PushListener
{
public:
    cmq::Result<void> start(quint16) override
    {
        if (isTaken)
            return cmq::fail(cmq::ErrorId::ConnectionFailed, {}, "Address already in use");
        m_isListening = true;
        return {};
    }
    void stop() override { m_isListening = false; }
    [[nodiscard]] bool isListening() const override { return m_isListening; }
    void setReply(const ui::ReceiverReply&) override {}
    void setClock(Clock) override {}
    std::pair<QList<ui::Arrival>, qint64> take() override
    {
        return {std::exchange(waiting, {}), std::exchange(missed, 0)};
    }
    void come(const QList<ui::Arrival>& arrivals)
    {
        waiting += arrivals;
        emit arrived();
    }

    bool isTaken = false;
    QList<ui::Arrival> waiting;
    qint64 missed = 0;

private:
    bool m_isListening = false;
};

} // namespace

/// The built-in HTTP receiver: what arrives, what is answered, and the way from it to a
/// subscription.
class TestReceiver final : public QObject
{
    Q_OBJECT

private slots:
    void pushesAreSeenAndAnswered();
    void silenceIsAnAnswer();
    void takenPortIsSaid();
    void staysWhileTheConnectionChanges();
    void keepsTheNewest();
    void attemptsAreCounted();
};

/// A person starts it, subscribes a topic to it, publishes, makes it fail, and sees the retry.
void TestReceiver::pushesAreSeenAndAnswered()
{
    const SandboxDesk desk(ui::LanguageMode::English, SandboxDesk::Broker::Local);
    desk.ask(cmq::CreateTopic{"news"});
    desk.trigger(u"receiverPageAction"_s);
    QCOMPARE(person::read(u"receiverStatus"_s), u"Stopped"_s);
    QCOMPARE(person::read(u"receiverEmptyTitle"_s), u"See what a subscriber is sent"_s);
    QVERIFY(person::click(u"receiverEmptyPrimary"_s));
    QTRY_COMPARE(person::read(u"receiverStatus"_s), u"Listening on this machine only"_s);
    QVERIFY(!person::find(u"receiverPort"_s)->isEnabled());
    const QString url = person::find<QLineEdit>(u"receiverUrl"_s)->text();
    QCOMPARE(url, u"http://127.0.0.1:%1/"_s.arg(desk.settings.receiverPort()));
    QVERIFY(person::click(u"receiverCopyUrl"_s));
    QCOMPARE(QApplication::clipboard()->text(), url);

    // Subscribe a topic with this endpoint.
    QTRY_VERIFY(person::find(u"receiverSubscribe"_s)->isEnabled());
    auto* menu = desk.console->window().findChild<QMenu*>(u"receiverTopics"_s);
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().constFirst()->trigger();
    QTRY_COMPARE(person::find<QLineEdit>(u"endpoint"_s)->text(), url);
    QVERIFY(person::type(u"subscriptionName"_s, u"here"_s));
    person::press(u"subscriptionName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"subscriptionDialog"_s));
    QTRY_COMPARE(person::cell(u"here"_s, 2, u"subscriptionsTable"_s), url);

    const std::string id =
        desk.ask(cmq::PublishMessage{"news", "{\"hello\": 1}", {"red", "blue"}}).msgId;
    desk.trigger(u"receiverPageAction"_s);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, MessageId), QString::fromStdString(id));
    QCOMPARE(cell(0, Tags), u"red, blue"_s);
    QCOMPARE(cell(0, Path), u"/"_s);
    QCOMPARE(cell(0, Attempt), u"1"_s);
    QCOMPARE(cell(0, Answered), u"200"_s);
    QVERIFY(person::clickRow(u"1"_s, u"receiverTable"_s));
    const auto body = person::find<QPlainTextEdit>(u"receivedBodyText"_s);
    const auto shown = desk.console->window().findChild<QPlainTextEdit*>(u"receivedBodyText"_s);
    QTRY_VERIFY((body ? body.data() : shown)->toPlainText().contains(u"TopicOwner"));

    // A receiver that fails is tried again after a second.
    chooseReply(Failed);
    desk.ask(cmq::PublishMessage{"news", "again"});
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, 20'000);
    QCOMPARE(cell(1, Answered), u"500"_s);
    QCOMPARE(cell(2, Attempt), u"2"_s);
    QCOMPARE(cell(2, MessageId), cell(1, MessageId));
    chooseReply(Ok);
    QTRY_COMPARE_WITH_TIMEOUT(desk.ask(cmq::GetTopicAttributes{"news"}).msgCount, 0, 20'000);

    QVERIFY(person::click(u"receiverClear"_s));
    QTRY_COMPARE(rows(), 0);
    QVERIFY(person::click(u"receiverToggle"_s));
    QTRY_COMPARE(person::read(u"receiverStatus"_s), u"Stopped"_s);
}

void TestReceiver::silenceIsAnAnswer()
{
    const SandboxDesk desk(ui::LanguageMode::English, SandboxDesk::Broker::Local);
    desk.trigger(u"receiverPageAction"_s);
    const auto* editor = person::find(u"receiverReply"_s).data();
    chooseReply(Silence);
    QVERIFY(!editor->findChild<QSpinBox*>(u"receiverReplyDelay"_s)->isVisible());
    chooseReply(Other);
    QVERIFY(editor->findChild<QSpinBox*>(u"receiverReplyDelay"_s)->isVisible());
    auto* status = person::find<QSpinBox>(u"receiverReplyStatus"_s).data();
    status->setFocus();
    status->selectAll();
    QTest::keyClicks(status, u"429"_s);
    QTest::keyClick(status, Qt::Key_Return);
    QVERIFY(person::click(u"receiverToggle"_s));
    desk.ask(cmq::CreateTopic{"news"});
    cmq::Subscribe subscribe;
    subscribe.topicName = "news";
    subscribe.subscriptionName = "here";
    subscribe.protocol = cmq::Protocol::Http;
    subscribe.endpoint = person::find<QLineEdit>(u"receiverUrl"_s)->text().toStdString() + "a?b=c";
    desk.ask(subscribe);
    desk.ask(cmq::PublishMessage{"news", "1"});
    QTRY_VERIFY(rows() >= 1);
    QCOMPARE(cell(0, Answered), u"429"_s);
    QCOMPARE(cell(0, Path), u"/a?b=c"_s);
    chooseReply(Silence);
    QTRY_COMPARE_WITH_TIMEOUT(cell(rows() - 1, Answered), u"nothing"_s, 20'000);
}

void TestReceiver::takenPortIsSaid()
{
    const SandboxDesk desk(ui::LanguageMode::English, SandboxDesk::Broker::Local);
    const auto taken =
        cmq::push::HttpReceiver::listen(0, [](const auto&) { return cmq::push::ReceiverAnswer(); });
    desk.trigger(u"receiverPageAction"_s);
    auto* port = person::find<QSpinBox>(u"receiverPort"_s).data();
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QString::number((*taken)->port()));
    QTest::keyClick(port, Qt::Key_Return);
    QVERIFY(person::click(u"receiverToggle"_s));
    QTRY_COMPARE(person::read(u"receiverBannerText"_s),
                 u"Port %1 cannot be used. Choose another one."_s.arg((*taken)->port()));
    QCOMPARE(person::read(u"receiverStatus"_s), u"Stopped"_s);
}

void TestReceiver::staysWhileTheConnectionChanges()
{
    const SandboxDesk desk(ui::LanguageMode::English, SandboxDesk::Broker::Local);
    desk.trigger(u"receiverPageAction"_s);
    QVERIFY(person::click(u"receiverToggle"_s));
    QTRY_COMPARE(person::read(u"receiverStatus"_s), u"Listening on this machine only"_s);
    desk.trigger(u"openSandbox"_s);
    // A sandbox has no network: its own receivers are on the stage.
    QVERIFY(!desk.console->window().workspace()->findChild<QAction*>(u"receiverPageAction"_s));
    desk.trigger(u"openLocal"_s);
    desk.trigger(u"receiverPageAction"_s);
    QTRY_COMPARE(person::read(u"receiverStatus"_s), u"Listening on this machine only"_s);
}

void TestReceiver::keepsTheNewest()
{
    QTemporaryDir home;
    QSettings store(home.filePath(u"s.ini"_s), QSettings::IniFormat);
    ui::Settings settings(store);
    FakeListener listener;
    ui::Receiver receiver(listener, settings);
    QSignalSpy looks(&receiver, &ui::Receiver::logChanged);
    QList<ui::Arrival> flood;
    for (int i = 0; i < 1500; ++i)
        flood += arrival("7");
    listener.missed = 40;
    listener.come(flood);
    QTRY_COMPARE(receiver.log().arrivals().size(), ui::ArrivalLog::CountMax);
    QCOMPARE(looks.size(), 1); // many arrivals, one look
    QCOMPARE(receiver.log().forgotten(), 540);
    QCOMPARE(receiver.log().arrivals().last().number, 1540);

    listener.come({arrival("8", QByteArray(ui::ArrivalLog::BytesMax, 'x')), arrival("9")});
    QTRY_COMPARE(receiver.log().arrivals().size(), 1);
    QCOMPARE(receiver.log().arrivals().first().messageId(), u"9"_s);
}

void TestReceiver::attemptsAreCounted()
{
    QTemporaryDir home;
    QSettings store(home.filePath(u"s.ini"_s), QSettings::IniFormat);
    ui::Settings settings(store);
    FakeListener listener;
    ui::Receiver receiver(listener, settings);
    ui::Arrival elsewhere = arrival("1");
    elsewhere.target = u"/other"_s;
    ui::Arrival stranger; // no message of CMQ at all
    listener.come({arrival("1"), arrival("2"), arrival("1"), elsewhere, stranger, stranger});
    QTRY_COMPARE(receiver.log().arrivals().size(), 6);
    listener.come({arrival("1")});
    QTRY_COMPARE(receiver.log().arrivals().size(), 7);
    QList<int> attempts;
    for (const ui::Arrival& each : receiver.log().arrivals())
        attempts += each.attempt;
    QCOMPARE(attempts, (QList<int>{1, 1, 2, 1, 1, 1, 3}));
}

CMQ_TEST(receiver, TestReceiver)

} // namespace tst_receiver
#include "tst_receiver.moc"
