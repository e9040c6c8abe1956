#include "cmq/queuesettings.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_queuesettings {

using namespace cmq;
using namespace std::chrono_literals;

/// The attributes of a queue as the pages of CMQ have them.
class TestQueueSettings final : public QObject
{
    Q_OBJECT

private slots:
    void tableIsThatOfThePages_data();
    void tableIsThatOfThePages();
    void tableReadsAndWritesItsMember_data();
    void tableReadsAndWritesItsMember();
    void changeKeepsWhatItDoesNotName();
    void differenceLeadsFromOneToTheOther();
};

void TestQueueSettings::tableIsThatOfThePages_data()
{
    QTest::addColumn<qint64>("min");
    QTest::addColumn<qint64>("max");
    QTest::addColumn<qint64>("defaultValue");
    QTest::newRow("maxMsgHeapNum") << 1'000'000LL << 1'000'000'000LL << 100'000'000LL;
    QTest::newRow("pollingWaitSeconds") << 0LL << 30LL << 0LL;
    QTest::newRow("visibilityTimeout") << 1LL << 43'200LL << 30LL;
    QTest::newRow("maxMsgSize") << 1024LL << 1'048'576LL << 65'536LL;
    QTest::newRow("msgRetentionSeconds") << 60LL << 1'296'000LL << 345'600LL;
    QTest::newRow("rewindSeconds") << 0LL << 1'296'000LL << 0LL;
}

void TestQueueSettings::tableIsThatOfThePages()
{
    QFETCH(qint64, min);
    QFETCH(qint64, max);
    QFETCH(qint64, defaultValue);
    const QueueSettingRule& rule = queueSettingRule(QTest::currentDataTag());
    QCOMPARE(rule.min, min);
    QCOMPARE(rule.max, max);
    QCOMPARE(rule.defaultValue, defaultValue);
    QCOMPARE(rule.get(QueueSettings()), defaultValue);
    QCOMPARE(queueSettingRules().size(), 6U);
    QVERIFY(!QueueSettings().deadLetterPolicy);
}

void TestQueueSettings::tableReadsAndWritesItsMember_data()
{
    QTest::addColumn<QueueSettings>("changed");
    QTest::newRow("maxMsgHeapNum") << QueueSettings{.maxMsgHeapNum = 77};
    QTest::newRow("pollingWaitSeconds") << QueueSettings{.pollingWaitSeconds = 77s};
    QTest::newRow("visibilityTimeout") << QueueSettings{.visibilityTimeout = 77s};
    QTest::newRow("maxMsgSize") << QueueSettings{.maxMsgSize = 77};
    QTest::newRow("msgRetentionSeconds") << QueueSettings{.msgRetentionSeconds = 77s};
    QTest::newRow("rewindSeconds") << QueueSettings{.rewindSeconds = 77s};
}

void TestQueueSettings::tableReadsAndWritesItsMember()
{
    QFETCH(QueueSettings, changed);
    const QueueSettingRule& rule = queueSettingRule(QTest::currentDataTag());

    QueueSettings settings;
    rule.set(settings, 77);
    QVERIFY(settings == changed);
    QCOMPARE(rule.get(settings), 77);

    QueueSettingsChange change;
    QVERIFY(!rule.getChange(change));
    rule.setChange(change, 77);
    QVERIFY(rule.getChange(change) == 77);
    QVERIFY(apply(change, QueueSettings()) == changed);
    QVERIFY(difference(QueueSettings(), changed) == change);
}

void TestQueueSettings::changeKeepsWhatItDoesNotName()
{
    const QueueSettings settings{
        .visibilityTimeout = 5s,
        .deadLetterPolicy = DeadLetterPolicy{.deadLetterQueue = "dead", .maxReceiveCount = 3}};
    QVERIFY(apply({}, settings) == settings);

    const QueueSettings longer = apply({.msgRetentionSeconds = 60s}, settings);
    QVERIFY(longer.msgRetentionSeconds == 60s);
    QVERIFY(longer.visibilityTimeout == 5s);
    QVERIFY(longer.deadLetterPolicy == settings.deadLetterPolicy);
}

void TestQueueSettings::differenceLeadsFromOneToTheOther()
{
    const QueueSettings from{.maxMsgSize = 2048};
    const QueueSettings to{.maxMsgHeapNum = 1'000'000,
                           .visibilityTimeout = 1s,
                           .deadLetterPolicy = DeadLetterPolicy{.deadLetterQueue = "dead"}};
    QVERIFY(apply(difference(from, to), from) == to);
    QVERIFY(difference(to, to) == QueueSettingsChange());
    // Taking the policy away is an action of its own.
    QVERIFY(!difference(to, from).deadLetterPolicy);
}

CMQ_TEST(queuesettings, TestQueueSettings)

} // namespace tst_queuesettings
#include "tst_queuesettings.moc"
