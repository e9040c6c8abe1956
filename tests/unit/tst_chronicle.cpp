#include "scenario/chronicle.h"
#include "scenario/picture.h"
#include "scenario/scenariorun.h"

#include "cmq/action.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_chronicle {

using namespace cmq;
using namespace cmq::scenario;

/// Looking back, going on in another way, and finding everything as it was.
class TestChronicle final : public QObject
{
    Q_OBJECT

private slots:
    void everyMomentComesBack();
    void goingForwardInThePastIsWhatHappened();
    void aDeedInThePastBeginsABranch();
    void undoAndRedo();
    void whatBelongsToADeedIsUndoneWithIt();
    void beginningAgainIsABranch();
    void oldBranchesAreForgotten();
    void longWaysWithoutDeedsAreKeptInPieces();
    void everythingIsUndoneAndDoneAgain();
    void aLargeWorldIsUndoneToo();
    void veryOldDeedsAreForgotten();
    void tellsWhatWasDone();
};

namespace {

Chronicle begin()
{
    Scenario scenario;
    scenario.setup = {CallStep{"CreateQueue", {{"queueName", "orders"}}, {}, {}, {}}};
    return Chronicle(*startOf(scenario));
}

void send(Chronicle& chronicle, const std::string& body, Seconds delay = Seconds(0))
{
    chronicle.act([=](World& world) { world.call(SendMessage{"orders", body, delay}); });
}

void receive(Chronicle& chronicle)
{
    chronicle.act([](World& world) { world.call(ReceiveMessage{"orders", Seconds(0)}); });
}

Picture shown(const Chronicle& chronicle)
{
    return pictureOf(chronicle.shown(), 1000);
}

std::size_t messages(const Chronicle& chronicle)
{
    return shown(chronicle).queues.front().messages.size();
}

} // namespace

void TestChronicle::everyMomentComesBack()
{
    Chronicle chronicle = begin();
    std::vector<std::pair<Time, Picture>> moments;
    const auto keep = [&] { moments.emplace_back(chronicle.shown().now(), shown(chronicle)); };
    keep();
    // More deeds than worlds are kept.
    for (int i = 0; i < 200; ++i) {
        QVERIFY(chronicle.advance(Milliseconds(700)));
        send(chronicle, std::to_string(i), Seconds(i % 7));
        if (i % 3 == 0)
            receive(chronicle);
        keep();
    }
    const Time end = chronicle.end();
    for (std::size_t i = moments.size(); i-- > 0;) {
        chronicle.visit(moments[i].first);
        QCOMPARE(chronicle.isAtEnd(), moments[i].first == end);
        QVERIFY2(shown(chronicle) == moments[i].second, qPrintable(QString::number(i)));
    }
    // Between two deeds, too: what was delayed has become visible by itself.
    chronicle.visit(end - Milliseconds(100));
    QVERIFY(!chronicle.isAtEnd());
    chronicle.visit(end + Seconds(1000)); // behind the end is the end
    QVERIFY(chronicle.isAtEnd());
    QCOMPARE(chronicle.shown().now(), end);
    QVERIFY(shown(chronicle) == moments.back().second);
}

void TestChronicle::goingForwardInThePastIsWhatHappened()
{
    Chronicle chronicle = begin();
    for (int i = 0; i < 10; ++i) {
        send(chronicle, "x");
        QVERIFY(chronicle.advance(Seconds(1)));
    }
    const Picture end = shown(chronicle);
    chronicle.visit(chronicle.begin());
    QCOMPARE(messages(chronicle), std::size_t(1)); // the first was sent at the very begin
    QVERIFY(chronicle.advance(Seconds(5)));
    QCOMPARE(messages(chronicle), std::size_t(6));
    QVERIFY(!chronicle.isAtEnd());
    QVERIFY(chronicle.advance(Seconds(5)));
    QVERIFY(chronicle.isAtEnd());
    QVERIFY(shown(chronicle) == end);
    QVERIFY(chronicle.advance(Seconds(1))); // and beyond
    QCOMPARE(chronicle.end(), end.now + Seconds(1));
}

void TestChronicle::aDeedInThePastBeginsABranch()
{
    Chronicle chronicle = begin();
    send(chronicle, "first");
    QVERIFY(chronicle.advance(Seconds(10)));
    send(chronicle, "second");
    const Picture old = shown(chronicle);
    chronicle.visit(chronicle.begin() + Seconds(5));
    QCOMPARE(chronicle.branchCount(), std::size_t(1)); // looking changes nothing
    receive(chronicle);
    QCOMPARE(chronicle.branchCount(), std::size_t(2));
    QCOMPARE(chronicle.branch(), std::size_t(1));
    QVERIFY(chronicle.isAtEnd());
    QCOMPARE(chronicle.deeds().size(), std::size_t(2));
    QCOMPARE(shown(chronicle).queues.front().attributes.inactiveMsgNum, 1);
    QVERIFY(pictureOf(chronicle.endOf(0), 1000) == old);
    const Picture other = shown(chronicle);
    chronicle.switchTo(0);
    QVERIFY(shown(chronicle) == old);
    chronicle.switchTo(1);
    QVERIFY(shown(chronicle) == other);
}

void TestChronicle::undoAndRedo()
{
    Chronicle chronicle = begin();
    const Picture start = shown(chronicle);
    send(chronicle, "first");
    QVERIFY(chronicle.advance(Seconds(10)));
    const Picture after = shown(chronicle);
    QCOMPARE(chronicle.undos(), std::size_t(1));
    chronicle.undo();
    QVERIFY(shown(chronicle) == start);
    QCOMPARE(chronicle.undos(), std::size_t(0));
    QCOMPARE(chronicle.redos(), std::size_t(1));
    chronicle.undo(); // there is nothing more
    QVERIFY(shown(chronicle) == start);
    chronicle.redo();
    QVERIFY(shown(chronicle) == after);
    chronicle.undo();
    send(chronicle, "another");
    QCOMPARE(chronicle.redos(), std::size_t(0));
    QCOMPARE(messages(chronicle), std::size_t(1));
}

void TestChronicle::whatBelongsToADeedIsUndoneWithIt()
{
    Chronicle chronicle = begin();
    const Picture start = shown(chronicle);
    send(chronicle, "first");
    chronicle.amend([](World& world) { world.call(SendMessage{"orders", "with it", {}}); });
    QCOMPARE(messages(chronicle), std::size_t(2));
    QCOMPARE(chronicle.undos(), std::size_t(1));
    QCOMPARE(chronicle.deeds().size(), std::size_t(1));
    QVERIFY(chronicle.advance(Seconds(1)));
    chronicle.visit(chronicle.begin());
    QCOMPARE(messages(chronicle), std::size_t(2)); // it is done again when looking back
    chronicle.undo();
    QVERIFY(shown(chronicle) == start);
    chronicle.redo();
    QCOMPARE(messages(chronicle), std::size_t(2));
}

void TestChronicle::beginningAgainIsABranch()
{
    Chronicle chronicle = begin();
    const Picture start = shown(chronicle);
    send(chronicle, "first");
    const Picture old = shown(chronicle);
    chronicle.reset();
    QVERIFY(shown(chronicle) == start);
    QCOMPARE(chronicle.branchCount(), std::size_t(2));
    chronicle.undo();
    QVERIFY(shown(chronicle) == old);
}

void TestChronicle::oldBranchesAreForgotten()
{
    Chronicle chronicle = begin();
    for (std::size_t i = 0; i < 2 * Chronicle::BranchesMax; ++i) {
        QVERIFY(chronicle.advance(Seconds(1)));
        chronicle.visit(chronicle.begin());
        send(chronicle, std::to_string(i));
    }
    QCOMPARE(chronicle.branchCount(), Chronicle::BranchesMax);
    for (std::size_t i = 0; i < chronicle.branchCount(); ++i) {
        chronicle.switchTo(i); // each had one message more than the one before
        QCOMPARE(messages(chronicle), Chronicle::BranchesMax + 1 + i);
    }
}

void TestChronicle::longWaysWithoutDeedsAreKeptInPieces()
{
    Scenario scenario;
    scenario.setup = {CallStep{"CreateQueue", {{"queueName", "orders"}}, {}, {}, {}}};
    Producer producer;
    producer.queue = "orders";
    producer.every = Milliseconds(10);
    Consumer consumer;
    consumer.queue = "orders";
    scenario.actors = {{.name = "anna", .role = producer}, {.name = "ben", .role = consumer}};
    Chronicle chronicle(*startOf(scenario));
    std::vector<std::pair<Time, Picture>> moments;
    for (int i = 0; i < 60; ++i) { // about 18,000 events
        QVERIFY(chronicle.advance(Seconds(1)));
        moments.emplace_back(chronicle.shown().now(), shown(chronicle));
    }
    QVERIFY(chronicle.shown().events().size() > 10'000);
    for (const auto& [time, picture] : moments) {
        chronicle.visit(time);
        QVERIFY(shown(chronicle) == picture);
    }
}

/// More deeds than worlds are kept, all the way back and forth.
void TestChronicle::everythingIsUndoneAndDoneAgain()
{
    Chronicle chronicle = begin();
    const Picture start = shown(chronicle);
    for (int i = 0; i < 200; ++i) {
        send(chronicle, std::to_string(i), Seconds(i % 5));
        QVERIFY(chronicle.advance(Milliseconds(300)));
    }
    const Picture end = shown(chronicle);
    while (chronicle.undos() > 0)
        chronicle.undo();
    QVERIFY(shown(chronicle) == start);
    while (chronicle.redos() > 0)
        chronicle.redo();
    QVERIFY(shown(chronicle) == end);
}

/// Of a world with many messages few copies are kept: what lies between is played again.
void TestChronicle::aLargeWorldIsUndoneToo()
{
    Chronicle chronicle = begin();
    for (int i = 0; i < 3000; ++i)
        send(chronicle, "x");
    const Picture before = shown(chronicle);
    send(chronicle, "one more", Seconds(30));
    receive(chronicle);
    QVERIFY(chronicle.advance(Seconds(2)));
    const Picture after = shown(chronicle);
    chronicle.undo();
    chronicle.undo();
    QVERIFY(shown(chronicle) == before);
    chronicle.redo();
    chronicle.redo();
    QVERIFY(shown(chronicle) == after);
}

void TestChronicle::veryOldDeedsAreForgotten()
{
    Chronicle chronicle = begin();
    const Time start = chronicle.begin();
    // Nothing is left in the queue: it is the deeds that are many.
    for (std::size_t i = 0; i <= Chronicle::DeedsMax; ++i) {
        chronicle.act([](World& world) {
            (void)world.takeAnswer(world.call(ReceiveMessage{"orders", Seconds(0)}));
        });
        QVERIFY(chronicle.advance(Milliseconds(1)));
    }
    QVERIFY(chronicle.begin() > start);
    QVERIFY(chronicle.deeds().size() <= Chronicle::DeedsMax);
    send(chronicle, "still works");
    const Picture end = shown(chronicle);
    chronicle.visit(start);
    QCOMPARE(chronicle.shown().now(), chronicle.begin());
    chronicle.visit(chronicle.end());
    QVERIFY(shown(chronicle) == end);
    chronicle.undo();
    QCOMPARE(messages(chronicle), std::size_t(0));
    chronicle.reset(); // which knows the very begin
    QCOMPARE(chronicle.shown().now(), start);
    QCOMPARE(chronicle.begin(), start);
}

void TestChronicle::tellsWhatWasDone()
{
    Chronicle chronicle = begin();
    const auto what = [](Action action) {
        return std::make_shared<const std::variant<Action, std::vector<Step>>>(std::move(action));
    };
    chronicle.act([](World&) {}, what(ClearQueue{"orders"}));
    QVERIFY(chronicle.advance(Seconds(3)));
    chronicle.amend([](World&) {});
    chronicle.act([](World&) {}, what(DeleteQueue{"orders"}));
    chronicle.undo();
    const auto entries = chronicle.entries();
    QCOMPARE(entries.size(), std::size_t(2));
    QVERIFY(std::get<Action>(*entries[0].what) == Action(ClearQueue{"orders"}));
    QVERIFY(!entries[0].isUndone && entries[1].isUndone);
    QVERIFY(std::get<Action>(*entries[1].what) == Action(DeleteQueue{"orders"}));
    QCOMPARE(entries[1].at, chronicle.begin() + Seconds(3));
}

CMQ_TEST(chronicle, TestChronicle)

} // namespace tst_chronicle
#include "tst_chronicle.moc"
