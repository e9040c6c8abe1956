#include "person.h"
#include "sandboxdesk.h"

#include "ui/common/field.h"
#include "ui/common/label.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

namespace tst_topics {

using namespace Qt::StringLiterals;

namespace {

enum TopicColumn { TopicName, FilterBy, Subscriptions, TopicWaiting, MaxSize, Created };
enum SubscriptionColumn {
    Name,
    Protocol,
    Endpoint,
    Filter,
    Strategy,
    Format,
    Waiting,
    Attempts,
    NextAttempt,
    LastFailure,
};

QString topicCell(const QString& topic, int column)
{
    return person::cell(topic, column, u"topicsTable"_s);
}

QString subscriptionCell(const QString& subscription, int column)
{
    return person::cell(subscription, column, u"subscriptionsTable"_s);
}

/// The lines of the list of receivers, each with whether it has the sign of a match.
QStringList listedReceivers()
{
    const auto list = person::find<QListWidget>(u"receivers"_s);
    QStringList lines;
    for (int i = 0; list && i < list->count(); ++i)
        lines += list->item(i)->text();
    return lines;
}

/// A multi-line field is typed line by line.
void typeLines(const QString& field, const QStringList& lines)
{
    person::type(field, QString());
    const QPointer<QWidget> edit = person::find(field);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, lines[i]);
    }
}

void choose(const QString& box, int index)
{
    const auto choice = person::find<QComboBox>(box);
    QVERIFY(choice);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentIndex(), index);
}

QString errorBelow(const QString& field)
{
    for (QWidget* parent = person::find(field); parent; parent = parent->parentWidget()) {
        if (const auto* shown = qobject_cast<ui::Field*>(parent))
            return shown->error();
    }
    return u"no field"_s;
}

/// Topics "news" by tags with two queues, and "prices" by routing key with one.
struct Stage : SandboxDesk
{
    Stage()
    {
        for (const char* name : {"orders", "mails"})
            ask(cmq::CreateQueue{name, {}});
        ask(cmq::CreateTopic{"news"});
        ask(cmq::CreateTopic{"prices", 65'536, cmq::FilterType::Routing});
        subscribe("news", "red-only", "orders", {"red"});
        subscribe("news", "everything", "mails", {});
        subscribe("prices", "gold", "orders", {"*.gold.#"});
        trigger(u"topicsPageAction"_s);
        QTRY_COMPARE(topicCell(u"news"_s, Subscriptions), u"2"_s);
    }

    void subscribe(const std::string& topic, const std::string& name, const std::string& queue,
                   const std::vector<std::string>& filter) const
    {
        cmq::Subscribe action;
        action.topicName = topic;
        action.subscriptionName = name;
        action.protocol = cmq::Protocol::Queue;
        action.endpoint = queue;
        (topic == "news" ? action.filterTag : action.bindingKey) = filter;
        ask(action);
    }
    void select(const QString& topic) const
    {
        QVERIFY(person::clickRow(topic, u"topicsTable"_s));
        QTRY_VERIFY(person::read(u"subscriptionsTitle"_s).contains(topic));
    }
};

} // namespace

/// The page of topics with its dialogs, as somebody uses it.
class TestTopics final : public QObject
{
    Q_OBJECT

private slots:
    void firstTopic();
    void columnsOfTopicsAndSubscriptions();
    void refusedTopicKeepsWhatWasTyped();
    void subscriptionFormKnowsTheRules();
    void subscriptionIsChanged();
    void publishShowsBeforeWhoGetsIt();
    void publishByRoutingKey();
    void publishToNobodyIsSaidBefore();
    void filterTesterExplainsEachCell();
    void filterTesterByRoutingKey();
    void failingDeliveryIsSeen();
    void topicGoesAfterItsSubscriptions();
    void aTopicOpensInATab();
    void theTabPublishes();
    void attributesAreChangedInPlace();
    void aDeletedTopicIsSaid();
    void chineseIsComplete();
};

void TestTopics::firstTopic()
{
    const SandboxDesk desk;
    desk.trigger(u"topicsPageAction"_s);
    QTRY_COMPARE(person::read(u"topicsEmptyTitle"_s), u"No topics yet"_s);
    QVERIFY(person::click(u"topicsEmptyPrimary"_s));
    QVERIFY(person::type(u"topicName"_s, u"9lives"_s));
    QVERIFY(!errorBelow(u"topicName"_s).isEmpty());
    QVERIFY(!person::find(u"createTopicDialogSubmit"_s)->isEnabled());
    QVERIFY(person::type(u"topicName"_s, u"prices"_s));
    QCOMPARE(errorBelow(u"topicName"_s), QString());
    choose(u"filterType"_s, 1);
    QVERIFY(person::type(u"maxMsgSizeEdit"_s, u"2M"_s));
    QVERIFY(!errorBelow(u"maxMsgSizeEdit"_s).isEmpty());
    QVERIFY(person::type(u"maxMsgSizeEdit"_s, u"1M"_s));
    person::press(u"topicName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"createTopicDialog"_s));
    QTRY_COMPARE(topicCell(u"prices"_s, FilterBy), u"Routing key"_s);
    QCOMPARE(topicCell(u"prices"_s, MaxSize), u"1 MiB"_s);

    // It is selected, and what comes next is offered.
    QTRY_COMPARE(person::read(u"subscriptionsTitle"_s), u"Subscriptions of prices"_s);
    QVERIFY(person::click(u"subscriptionsEmptyPrimary"_s));
    QVERIFY(person::find(u"subscriptionDialog"_s));
    person::press(u"subscriptionName"_s, Qt::Key_Escape);
    QVERIFY(person::isGone(u"subscriptionDialog"_s));

    // The next one, by keys alone.
    person::press(u"topicsTable"_s, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(person::find(u"createTopicDialog"_s));
}

void TestTopics::columnsOfTopicsAndSubscriptions()
{
    const Stage stage;
    for (const QString& name : {u"topicsTable"_s, u"subscriptionsTable"_s})
        new QAbstractItemModelTester(person::find<QTableView>(name)->model(),
                                     QAbstractItemModelTester::FailureReportingMode::Fatal,
                                     person::find(name));
    QCOMPARE(topicCell(u"news"_s, FilterBy), u"Tags"_s);
    QCOMPARE(topicCell(u"news"_s, TopicWaiting), u"0"_s);
    QCOMPARE(topicCell(u"news"_s, MaxSize), u"64 KiB"_s);
    QVERIFY(topicCell(u"news"_s, Created).startsWith(u"20"));
    stage.select(u"news"_s);
    QTRY_COMPARE(subscriptionCell(u"red-only"_s, Filter), u"red"_s);
    QCOMPARE(subscriptionCell(u"red-only"_s, Protocol), u"Queue"_s);
    QCOMPARE(subscriptionCell(u"red-only"_s, Endpoint), u"orders"_s);
    QCOMPARE(subscriptionCell(u"red-only"_s, Format), u"SIMPLIFIED"_s);
    QVERIFY(!subscriptionCell(u"red-only"_s, Strategy).isEmpty());
    QCOMPARE(subscriptionCell(u"red-only"_s, Waiting), u"0"_s);
    QCOMPARE(subscriptionCell(u"red-only"_s, Attempts), u"0"_s);
    QCOMPARE(subscriptionCell(u"red-only"_s, NextAttempt), u"–"_s);
    QCOMPARE(subscriptionCell(u"everything"_s, Filter), u"Everything"_s);
    stage.select(u"prices"_s);
    QTRY_COMPARE(subscriptionCell(u"gold"_s, Filter), u"*.gold.#"_s);
    QCOMPARE(subscriptionCell(u"red-only"_s, Name), QString());
}

void TestTopics::refusedTopicKeepsWhatWasTyped()
{
    const Stage stage;
    stage.trigger(u"createTopic"_s);
    QVERIFY(person::type(u"topicName"_s, u"NEWS"_s)); // its twin is there
    person::press(u"topicName"_s, Qt::Key_Return);
    QTRY_VERIFY(!person::read(u"createTopicDialogBannerText"_s).isEmpty());
    QCOMPARE(person::find<QLineEdit>(u"topicName"_s)->text(), u"NEWS"_s);
}

void TestTopics::subscriptionFormKnowsTheRules()
{
    const Stage stage;
    stage.select(u"prices"_s);
    stage.trigger(u"subscribe"_s);
    QVERIFY(person::type(u"subscriptionName"_s, u"web"_s));
    QVERIFY(person::type(u"endpoint"_s, u"stock"_s));
    const auto submit = person::find(u"subscriptionDialogSubmit"_s);
    QVERIFY(!submit->isEnabled()); // a topic by routing key wants a binding key
    typeLines(u"filter"_s, {u"a.*"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    QVERIFY(submit->isEnabled());
    typeLines(u"filter"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s});
    QVERIFY(!errorBelow(u"filter"_s).isEmpty());
    QVERIFY(!submit->isEnabled());
    typeLines(u"filter"_s, {QString(65, u'k')});
    QVERIFY(!submit->isEnabled());
    typeLines(u"filter"_s, {u"a.#"_s});
    QVERIFY(submit->isEnabled());

    choose(u"protocol"_s, 1);
    QVERIFY(!submit->isEnabled()); // "stock" is no URL
    QVERIFY(!errorBelow(u"endpoint"_s).isEmpty());
    for (const QString& wrong :
         {u"ftp://example.com/"_s, u"http://exa mple.com/"_s, u"http://me:secret@example.com/"_s}) {
        QVERIFY(person::type(u"endpoint"_s, wrong));
        QVERIFY2(!submit->isEnabled(), qPrintable(wrong));
    }
    QVERIFY(person::type(u"endpoint"_s, u"http://127.0.0.1:1/hook"_s));
    QVERIFY(submit->isEnabled());
    choose(u"notifyContentFormat"_s, 1);
    choose(u"notifyStrategy"_s, 0);
    person::press(u"subscriptionName"_s, Qt::Key_Return);
    QVERIFY(person::isGone(u"subscriptionDialog"_s));
    QTRY_COMPARE(subscriptionCell(u"web"_s, Protocol), u"HTTP"_s);
    QCOMPARE(subscriptionCell(u"web"_s, Endpoint), u"http://127.0.0.1:1/hook"_s);
    QCOMPARE(subscriptionCell(u"web"_s, Format), u"SIMPLIFIED"_s);
    QTRY_COMPARE(topicCell(u"prices"_s, Subscriptions), u"2"_s);
}

void TestTopics::subscriptionIsChanged()
{
    const Stage stage;
    stage.select(u"news"_s);
    QTRY_VERIFY(person::clickRow(u"red-only"_s, u"subscriptionsTable"_s));
    stage.trigger(u"changeSubscription"_s);
    const auto submit = person::find(u"subscriptionDialogSubmit"_s);
    QVERIFY(person::find<QLineEdit>(u"subscriptionName"_s)->isReadOnly());
    QVERIFY(!submit->isEnabled()); // nothing has been changed yet
    typeLines(u"filter"_s, {u"red"_s, u"blue"_s});
    QVERIFY(person::click(u"subscriptionDialogSubmit"_s));
    QVERIFY(person::isGone(u"subscriptionDialog"_s));
    QTRY_COMPARE(subscriptionCell(u"red-only"_s, Filter), u"red, blue"_s);
    stage.trigger(u"clearFilterTags"_s);
    QTRY_COMPARE(subscriptionCell(u"red-only"_s, Filter), u"Everything"_s);
}

void TestTopics::publishShowsBeforeWhoGetsIt()
{
    const Stage stage;
    stage.select(u"news"_s);
    QTRY_VERIFY(!subscriptionCell(u"red-only"_s, Name).isEmpty());
    stage.trigger(u"publishMessage"_s);
    QTRY_COMPARE(person::read(u"receiversTitle"_s), u"1 of 2 subscriptions will receive it"_s);
    QCOMPARE(listedReceivers(),
             (QStringList{u"everything: It has no filter tag and gets all"_s,
                          u"red-only: It filters, but the message has no tag"_s}));
    typeLines(u"messageFilter"_s, {u"blue"_s});
    QCOMPARE(listedReceivers().last(), u"red-only: No filter tag is a tag of the message"_s);
    typeLines(u"messageFilter"_s, {u"blue"_s, u"red"_s});
    QCOMPARE(person::read(u"receiversTitle"_s), u"2 of 2 subscriptions will receive it"_s);
    QCOMPARE(listedReceivers().last(), u"red-only: Both have the tag “red”"_s);

    QVERIFY(!person::find(u"publishDialogSubmit"_s)->isEnabled()); // no body yet
    QVERIFY(person::type(u"messageBody"_s, u"hello"_s));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(person::read(u"publishDialogBannerDetail"_s).startsWith(u"Message ID "));
    QVERIFY(person::find(u"publishDialog"_s)); // stays for the next one
    for (const char* queue : {"orders", "mails"})
        QCOMPARE(stage.ask(cmq::ReceiveMessage{queue, cmq::Seconds(0)}).msgBody, "hello");
}

void TestTopics::publishByRoutingKey()
{
    const Stage stage;
    stage.select(u"prices"_s);
    QTRY_VERIFY(!subscriptionCell(u"gold"_s, Name).isEmpty());
    stage.trigger(u"publishMessage"_s);
    QVERIFY(person::type(u"messageBody"_s, u"1"_s));
    QTRY_COMPARE(listedReceivers(), (QStringList{u"gold: No binding key matches"_s}));
    QVERIFY(person::type(u"messageFilter"_s, u"eu.*"_s));
    QVERIFY(!errorBelow(u"messageFilter"_s).isEmpty());
    QVERIFY(!person::find(u"publishDialogSubmit"_s)->isEnabled());
    QVERIFY(person::type(u"messageFilter"_s, u"eu.gold.1.2"_s));
    QCOMPARE(listedReceivers(), (QStringList{u"gold: The binding key “*.gold.#” matches"_s}));
    QVERIFY(person::click(u"publishDialogSubmit"_s));
    QTRY_VERIFY(person::read(u"publishDialogBannerDetail"_s).startsWith(u"Message ID "));
}

void TestTopics::publishToNobodyIsSaidBefore()
{
    const Stage stage;
    stage.ask(cmq::Unsubscribe{"news", "everything"});
    stage.select(u"news"_s);
    QTRY_COMPARE(topicCell(u"news"_s, Subscriptions), u"1"_s);
    QTRY_VERIFY(!subscriptionCell(u"red-only"_s, Name).isEmpty());
    stage.trigger(u"publishMessage"_s);
    QTRY_COMPARE(person::read(u"receiversTitle"_s),
                 u"Nobody will receive it; the broker will refuse it"_s);
    QVERIFY(person::type(u"messageBody"_s, u"lost"_s));
    QVERIFY(person::click(u"publishDialogSubmit"_s));
    QTRY_VERIFY(person::read(u"publishDialogBannerDetail"_s).contains(u"6030/10730"));
    QCOMPARE(person::find<QPlainTextEdit>(u"messageBody"_s)->toPlainText(), u"lost"_s);
}

void TestTopics::filterTesterExplainsEachCell()
{
    const Stage stage;
    stage.select(u"news"_s);
    QTRY_VERIFY(!subscriptionCell(u"red-only"_s, Name).isEmpty());
    stage.trigger(u"testFilters"_s);
    typeLines(u"samples"_s, {u"red, blue"_s, QString(), u"Red"_s});
    const auto matrix = person::find<QTableView>(u"filterMatrix"_s);
    const QAbstractItemModelTester tester(matrix->model());
    const auto row = [&](const QString& name) {
        QStringList cells;
        for (int i = 0; i < matrix->model()->rowCount(); ++i) {
            if (matrix->model()->headerData(i, Qt::Vertical, Qt::DisplayRole).toString() != name)
                continue;
            for (int column = 0; column < matrix->model()->columnCount(); ++column)
                cells += matrix->model()->index(i, column).data().toString();
        }
        return cells;
    };
    QCOMPARE(row(u"red-only"_s),
             (QStringList{u"Both have the tag “red”"_s, u"It filters, but the message has no tag"_s,
                          u"No filter tag is a tag of the message"_s}));
    QCOMPARE(row(u"everything"_s).count(u"It has no filter tag and gets all"_s), 3);
    QCOMPARE(matrix->model()->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"(no tag)"_s);
    // A subscription that comes while it is open appears.
    stage.subscribe("news", "late", "orders", {"Red"});
    QTRY_COMPARE(row(u"late"_s).value(2), u"Both have the tag “Red”"_s);
    QCOMPARE(stage.ask(cmq::GetTopicAttributes{"news"}).msgCount, 0); // nothing was sent
}

void TestTopics::filterTesterByRoutingKey()
{
    const Stage stage;
    stage.select(u"prices"_s);
    QTRY_VERIFY(!subscriptionCell(u"gold"_s, Name).isEmpty());
    stage.trigger(u"testFilters"_s);
    typeLines(u"samples"_s, {u"eu.gold"_s, u"gold"_s});
    const auto matrix = person::find<QTableView>(u"filterMatrix"_s);
    QCOMPARE(matrix->model()->index(0, 0).data().toString(),
             u"The binding key “*.gold.#” matches"_s);
    QCOMPARE(matrix->model()->index(0, 1).data().toString(), u"No binding key matches"_s);
}

void TestTopics::failingDeliveryIsSeen()
{
    const Stage stage;
    stage.subscribe("news", "nowhere", "no-such-queue", {});
    stage.ask(cmq::PublishMessage{"news", "1"});
    stage.select(u"news"_s);
    QTRY_COMPARE(subscriptionCell(u"nowhere"_s, Waiting), u"1"_s);
    QVERIFY(subscriptionCell(u"nowhere"_s, Attempts).toInt() >= 1);
    QVERIFY(subscriptionCell(u"nowhere"_s, NextAttempt).startsWith(u"in "));
    QCOMPARE(subscriptionCell(u"nowhere"_s, LastFailure), u"there is no queue 'no-such-queue'"_s);
    QTRY_COMPARE(topicCell(u"news"_s, TopicWaiting), u"1"_s);
}

void TestTopics::topicGoesAfterItsSubscriptions()
{
    const Stage stage;
    stage.select(u"prices"_s);
    QTRY_VERIFY(!subscriptionCell(u"gold"_s, Name).isEmpty());
    stage.trigger(u"deleteTopic"_s);
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_VERIFY(person::read(u"topicsBannerDetail"_s).contains(u"4000/10540"));
    QVERIFY(person::clickRow(u"gold"_s, u"subscriptionsTable"_s));
    stage.trigger(u"unsubscribe"_s);
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(topicCell(u"prices"_s, Subscriptions), u"0"_s);
    stage.trigger(u"deleteTopic"_s);
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(topicCell(u"prices"_s, TopicName), QString());
}

void TestTopics::theTabPublishes()
{
    const Stage stage;
    stage.console->window().workspace()->go({ui::Place::Kind::Topic, u"news"_s});
    const QPointer<QTabWidget> parts = person::find<QTabWidget>(u"topicTabParts"_s);
    parts->setCurrentIndex(1);
    QCOMPARE(parts->tabText(1), u"Publish"_s);
    QTRY_COMPARE(person::read(u"receiversTitle"_s), u"1 of 2 subscriptions will receive it"_s);
    QVERIFY(!person::find(u"publishPartSubmit"_s)->isEnabled()); // no body yet
    QVERIFY(person::find(u"publishPartCall"_s));                 // in the tab, too
    typeLines(u"messageFilter"_s, {u"red"_s});
    QVERIFY(person::type(u"messageBody"_s, u"hello"_s));
    person::press(u"messageBody"_s, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(person::read(u"publishPartBannerDetail"_s).startsWith(u"Message ID "));
    for (const char* queue : {"orders", "mails"})
        QCOMPARE(stage.ask(cmq::ReceiveMessage{queue, cmq::Seconds(0)}).msgBody, "hello");

    // Who comes and goes is seen while one writes; nobody is amber.
    stage.ask(cmq::Unsubscribe{"news", "everything"});
    QVERIFY(person::type(u"messageFilter"_s, u"blue"_s));
    QTRY_COMPARE(person::read(u"receiversTitle"_s),
                 u"Nobody will receive it; the broker will refuse it"_s);
    const auto* title = person::find<QLabel>(u"receiversTitle"_s).data();
    QCOMPARE(title->palette().color(QPalette::WindowText),
             ui::toneColor(ui::Tone::InFlight, title->palette()));
    QVERIFY(person::click(u"publishPartSubmit"_s));
    QTRY_VERIFY(person::read(u"publishPartBannerDetail"_s).contains(u"6030/10730"));
}

void TestTopics::aTopicOpensInATab()
{
    const Stage stage;
    stage.select(u"prices"_s);
    person::press(u"topicsTable"_s, Qt::Key_Return);
    QCOMPARE(person::read(u"topicTabTitle"_s), u"prices"_s);
    QTRY_COMPARE(subscriptionCell(u"gold"_s, Filter), u"*.gold.#"_s);
    stage.trigger(u"publishMessage"_s);
    QTRY_VERIFY(person::find(u"publishDialog"_s)->windowTitle().contains(u"prices"_s));
    person::find(u"publishDialog"_s)->close();

    // Another one beside it: commands mean the one that is shown.
    stage.console->window().workspace()->go({ui::Place::Kind::Topic, u"news"_s});
    QTRY_COMPARE(person::read(u"topicTabTitle"_s), u"news"_s);
    QTRY_COMPARE(subscriptionCell(u"red-only"_s, Filter), u"red"_s);
    QTRY_COMPARE(subscriptionCell(u"gold"_s, Name), QString());
    person::find<QTabWidget>(u"topicTabParts"_s)->setCurrentIndex(2);
    const auto matrix = person::find<QTableView>(u"filterMatrix"_s);
    QTRY_COMPARE(matrix->model()->rowCount(), 2);
    stage.subscribe("news", "late", "orders", {});
    QTRY_COMPARE(matrix->model()->rowCount(), 3);

    // The page still has its own.
    stage.trigger(u"topicsPageAction"_s);
    QTRY_COMPARE(person::read(u"subscriptionsTitle"_s), u"Subscriptions of prices"_s);
    QTRY_COMPARE(subscriptionCell(u"gold"_s, Name), u"gold"_s);
    QCOMPARE(subscriptionCell(u"red-only"_s, Name), QString());
}

void TestTopics::attributesAreChangedInPlace()
{
    const Stage stage;
    stage.console->window().workspace()->go({ui::Place::Kind::Topic, u"news"_s});
    person::find<QTabWidget>(u"topicTabParts"_s)->setCurrentIndex(3);
    const auto save = person::find<QPushButton>(u"topicAttributesSave"_s);
    QTRY_VERIFY(person::read(u"topicAttributesFacts"_s).contains(u"filter by Tags"_s));
    QVERIFY(!save->isEnabled());
    QVERIFY(person::type(u"topicMaxMsgSizeEdit"_s, u"2M"_s));
    QVERIFY(!errorBelow(u"topicMaxMsgSizeEdit"_s).isEmpty());
    QVERIFY(!save->isEnabled());

    // A change from elsewhere is told, and takes nothing away.
    stage.ask(cmq::SetTopicAttributes{"news", 2048});
    QTRY_VERIFY(person::read(u"topicAttributesBannerText"_s).contains(u"elsewhere"_s));
    QVERIFY(person::type(u"topicMaxMsgSizeEdit"_s, u"4K"_s));
    QVERIFY(person::click(u"topicAttributesSave"_s));
    QTRY_COMPARE(person::read(u"topicAttributesBannerText"_s), u"The attributes were saved."_s);
    QCOMPARE(stage.ask(cmq::GetTopicAttributes{"news"}).maxMsgSize, 4096);
    QTRY_VERIFY(!save->isEnabled());
}

void TestTopics::aDeletedTopicIsSaid()
{
    const Stage stage;
    stage.ask(cmq::CreateTopic{"short-lived"});
    stage.console->window().workspace()->go({ui::Place::Kind::Topic, u"short-lived"_s});
    QTRY_COMPARE(person::read(u"topicTabTitle"_s), u"short-lived"_s);
    stage.ask(cmq::DeleteTopic{"short-lived"});
    QTRY_COMPARE(person::read(u"topicTabGoneTitle"_s), u"This topic is gone"_s);
    QVERIFY(person::click(u"topicTabGonePrimary"_s));
    QTRY_COMPARE(person::read(u"topicsTitle"_s), u"Topics"_s);
}

void TestTopics::chineseIsComplete()
{
    Stage stage;
    stage.language.setMode(ui::LanguageMode::Chinese);
    stage.select(u"news"_s);
    QTRY_COMPARE(person::read(u"topicsTitle"_s), u"主题"_s);
    QTRY_COMPARE(topicCell(u"news"_s, FilterBy), u"标签"_s);
    QTRY_COMPARE(subscriptionCell(u"red-only"_s, Protocol), u"队列"_s);
    stage.trigger(u"publishMessage"_s);
    QTRY_VERIFY(!listedReceivers().isEmpty());
    for (const QString& line : listedReceivers())
        QVERIFY2(!line.contains(u"message"), qPrintable(line));
}

CMQ_TEST(topics, TestTopics)

} // namespace tst_topics
#include "tst_topics.moc"
