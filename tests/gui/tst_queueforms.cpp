#include "brokerdesk.h"

#include "tests/suite.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace tst_queueforms {

using namespace Qt::StringLiterals;
using cmq::Seconds;

namespace {

cmq::QueueSettings deadLettersTo(const std::string& queue, std::int64_t receives = 3)
{
    cmq::QueueSettings settings;
    settings.deadLetterPolicy = {queue, cmq::DeadLetterRule::MaxReceiveCount, receives, Seconds(0)};
    return settings;
}

void choose(const QString& box, const QString& text)
{
    const QPointer<QComboBox> found = person::find<QComboBox>(box);
    QVERIFY(found);
    found->setFocus();
    found->setCurrentIndex(found->findText(text));
    QCOMPARE(found->currentText(), text);
}

QStringList choicesOf(const QString& box)
{
    QStringList texts;
    if (const QPointer<QComboBox> found = person::find<QComboBox>(box)) {
        for (int i = 0; i < found->count(); ++i)
            texts += found->itemText(i);
    }
    return texts;
}

bool canSubmit(const QString& dialog)
{
    const QPointer<QPushButton> button = person::find<QPushButton>(dialog + u"Submit"_s);
    return button && button->isEnabled();
}

} // namespace

/// Creating, cloning and changing queues with all attributes, by hand.
class TestQueueForms final : public QObject
{
    Q_OBJECT

private slots:
    void deadLetterQueueIsGivenAtCreation();
    void deadLetterFieldsAreChecked_data();
    void deadLetterFieldsAreChecked();
    void onlyFittingTargetsAreOffered();
    void deadLetterQueueHasNoneItself();
    void unbindIsPartOfTheAttributes();
    void cloneTakesAllAttributesOver();
    void anotherOneKeepsTheAttributes();
};

void TestQueueForms::deadLetterQueueIsGivenAtCreation()
{
    BrokerDesk desk;
    desk.create("dead");
    desk.show();
    QTRY_COMPARE(person::cell(u"dead"_s, 0), u"dead"_s);
    desk.trigger(u"createQueue"_s);
    QVERIFY(person::type(u"queueName"_s, u"orders"_s));
    QVERIFY(person::click(u"advancedToggle"_s));
    QVERIFY(person::click(u"deadLetterSwitch"_s));
    QVERIFY(!canSubmit(u"createQueueDialog"_s)); // no target yet
    QCOMPARE(person::read(u"deadLetterQueueHint"_s), u"Choose a queue."_s);
    choose(u"deadLetterQueue"_s, u"dead"_s);
    choose(u"deadLetterRule"_s, u"Not consumed in time"_s);
    QVERIFY(person::type(u"maxTimeToLiveEdit"_s, u"2h"_s));
    QVERIFY(person::click(u"createQueueDialogSubmit"_s));
    QVERIFY(person::isGone(u"createQueueDialog"_s));
    const auto policy = desk.attributesOf("orders").settings.deadLetterPolicy;
    QVERIFY(policy);
    QCOMPARE(policy->deadLetterQueue, std::string("dead"));
    QCOMPARE(policy->policy, cmq::DeadLetterRule::MaxTimeToLive);
    QCOMPARE(policy->maxTimeToLive, Seconds(7200));
}

void TestQueueForms::deadLetterFieldsAreChecked_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("no receive at all") << 0 << u"0"_s << u"Between 1 and 1,000, please."_s;
    QTest::newRow("too many receives") << 0 << u"1001"_s << u"Between 1 and 1,000, please."_s;
    QTest::newRow("no number") << 0 << u"some"_s << u"Between 1 and 1,000, please."_s;
    QTest::newRow("as many as may be") << 0 << u"1000"_s << QString();
    QTest::newRow("too short a time") << 1 << u"299"_s << u"Between 5 min and 12 h, please."_s;
    QTest::newRow("too long a time") << 1 << u"43201"_s << u"Between 5 min and 12 h, please."_s;
    QTest::newRow("as long as retention")
        << 1 << u"1h"_s << u"It must be shorter than the retention."_s;
    QTest::newRow("below retention") << 1 << u"59m"_s << QString();
}

void TestQueueForms::deadLetterFieldsAreChecked()
{
    QFETCH(int, rule);
    QFETCH(QString, text);
    QFETCH(QString, error);
    BrokerDesk desk;
    desk.create("dead");
    desk.show();
    QTRY_COMPARE(person::cell(u"dead"_s, 0), u"dead"_s);
    desk.trigger(u"createQueue"_s);
    QVERIFY(person::type(u"queueName"_s, u"orders"_s));
    QVERIFY(person::type(u"msgRetentionSecondsEdit"_s, u"1h"_s));
    QVERIFY(person::click(u"advancedToggle"_s));
    QVERIFY(person::click(u"deadLetterSwitch"_s));
    choose(u"deadLetterQueue"_s, u"dead"_s);
    person::find<QComboBox>(u"deadLetterRule"_s)->setCurrentIndex(rule);
    const QString field = rule == 0 ? u"maxReceiveCount"_s : u"maxTimeToLive"_s;
    QVERIFY(person::type(field + u"Edit"_s, text));
    const bool isWell = error.isEmpty();
    QCOMPARE(canSubmit(u"createQueueDialog"_s), isWell);
    if (!isWell)
        QCOMPARE(person::read(field + u"Hint"_s), error);
}

void TestQueueForms::onlyFittingTargetsAreOffered()
{
    BrokerDesk desk;
    desk.create("dead");
    desk.create("full");
    for (int i = 1; i <= 6; ++i)
        desk.create("source-" + std::to_string(i), deadLettersTo("full"));
    desk.create("orders");
    desk.show();
    QTRY_COMPARE(person::cell(u"orders"_s, 0), u"orders"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    desk.trigger(u"queueAttributes"_s);
    QVERIFY(person::click(u"deadLetterSwitch"_s));
    // Not itself, not what is shared by six, not what has one itself.
    QCOMPARE(choicesOf(u"deadLetterQueue"_s), QStringList{u"dead"_s});
    QVERIFY(person::click(u"queueAttributesDialogClose"_s));
    QVERIFY(person::clickRow(u"source-1"_s));
    desk.trigger(u"queueAttributes"_s);
    QTRY_COMPARE(choicesOf(u"deadLetterQueue"_s), (QStringList{u"dead"_s, u"full"_s, u"orders"_s}));
    QCOMPARE(person::find<QComboBox>(u"deadLetterQueue"_s)->currentText(), u"full"_s);
}

void TestQueueForms::deadLetterQueueHasNoneItself()
{
    BrokerDesk desk;
    desk.create("dead");
    desk.create("orders", deadLettersTo("dead"));
    desk.show();
    QTRY_COMPARE(person::cell(u"dead"_s, 0), u"dead"_s);
    QVERIFY(person::clickRow(u"dead"_s));
    desk.trigger(u"queueAttributes"_s);
    const QPointer<QCheckBox> box = person::find<QCheckBox>(u"deadLetterSwitch"_s);
    QVERIFY(box && !box->isEnabled());
    QVERIFY(person::read(u"deadLetterWhyNot"_s).contains(u"cannot have one itself"_s));
}

void TestQueueForms::unbindIsPartOfTheAttributes()
{
    BrokerDesk desk;
    desk.create("dead");
    desk.create("orders", deadLettersTo("dead"));
    desk.show();
    QTRY_COMPARE(person::cell(u"orders"_s, 0), u"orders"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    desk.trigger(u"queueAttributes"_s);
    QVERIFY(!canSubmit(u"queueAttributesDialog"_s)); // nothing changed
    QVERIFY(person::click(u"deadLetterSwitch"_s));
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"45s"_s));
    QVERIFY(person::click(u"queueAttributesDialogSubmit"_s));
    QVERIFY(person::isGone(u"queueAttributesDialog"_s));
    const cmq::QueueSettings settings = desk.attributesOf("orders").settings;
    QVERIFY(!settings.deadLetterPolicy);
    QCOMPARE(settings.visibilityTimeout, Seconds(45));
}

void TestQueueForms::cloneTakesAllAttributesOver()
{
    BrokerDesk desk;
    desk.create("dead");
    cmq::QueueSettings settings = deadLettersTo("dead", 7);
    settings.visibilityTimeout = Seconds(77);
    settings.rewindSeconds = Seconds(600);
    settings.maxMsgHeapNum = 2'000'000;
    desk.create("orders", settings);
    desk.show();
    QTRY_COMPARE(person::cell(u"orders"_s, 0), u"orders"_s);
    QVERIFY(person::clickRow(u"orders"_s));
    for (const QString& name : {u"orders-copy"_s, u"orders-copy-2"_s}) {
        desk.trigger(u"cloneQueue"_s);
        QCOMPARE(person::find<QLineEdit>(u"queueName"_s)->text(), name);
        QVERIFY(person::click(u"createQueueDialogSubmit"_s));
        QVERIFY(person::isGone(u"createQueueDialog"_s));
        QCOMPARE(desk.attributesOf(name.toStdString()).settings, settings);
        QTRY_COMPARE(person::cell(name, 0), name);
        QVERIFY(person::clickRow(u"orders"_s));
    }
}

void TestQueueForms::anotherOneKeepsTheAttributes()
{
    BrokerDesk desk;
    desk.show();
    desk.trigger(u"createQueue"_s);
    QVERIFY(person::type(u"queueName"_s, u"one"_s));
    QVERIFY(person::type(u"visibilityTimeoutEdit"_s, u"90s"_s));
    QVERIFY(person::click(u"createAnother"_s));
    QVERIFY(person::click(u"createQueueDialogSubmit"_s));
    QTRY_COMPARE(person::find<QLineEdit>(u"queueName"_s)->text(), QString());
    QVERIFY(person::type(u"queueName"_s, u"two"_s));
    QVERIFY(person::click(u"createQueueDialogSubmit"_s));
    QTRY_COMPARE(person::cell(u"two"_s, 0), u"two"_s);
    QCOMPARE(desk.attributesOf("two").settings.visibilityTimeout, Seconds(90));
}

CMQ_TEST(queueforms, TestQueueForms)

} // namespace tst_queueforms
#include "tst_queueforms.moc"
