#include "ui/lab/stagelayout.h"

#include "scenario/scenariorun.h"
#include "scenario/world.h"

#include "tests/suite.h"

#include <QTest>

#include <algorithm>

namespace tst_stagelayout {

using namespace cmq;
using namespace cmq::scenario;
using namespace Qt::StringLiterals;

/// Where everything of a world stands on the stage.
class TestStageLayout final : public QObject
{
    Q_OBJECT

private slots:
    void messagesStandInTheLanesOfTheirStates();
    void whatAConsumerHasInHandIsWithIt();
    void waysGoFromLeftToRight();
    void boxesDoNotOverlap();
    void manyMessagesStayInTheirLane();
    void bodiesAreCutBetweenCharacters();
};

namespace {

CallStep step(std::string action, std::vector<std::pair<std::string, std::string>> parameters)
{
    return {std::move(action), std::move(parameters), {}, {}, {}};
}

World worldOf(const Scenario& scenario)
{
    auto world = startOf(scenario);
    if (!world)
        qFatal("%s", world.error().detail.c_str());
    return std::move(*world);
}

ui::StageLayout layoutOf(const World& world)
{
    return ui::layOutStage(pictureOf(world, ui::StageLaneTokensMax));
}

const ui::StageBox& boxOf(const ui::StageLayout& layout, const QString& name)
{
    return *std::ranges::find(layout.boxes, name, &ui::StageBox::name);
}

/// A shop: two topics' worth of everything.
Scenario shop()
{
    Scenario scenario;
    scenario.setup = {
        step("CreateQueue", {{"queueName", "dead"}}),
        step("CreateQueue",
             {{"queueName", "orders"}, {"rewindSeconds", "3600"}, {"visibilityTimeout", "30"}}),
        step("CreateQueue", {{"queueName", "bills"}}),
        step("CreateTopic", {{"topicName", "news"}}),
        step("Subscribe", {{"topicName", "news"},
                           {"subscriptionName", "to-bills"},
                           {"protocol", "queue"},
                           {"endpoint", "bills"}}),
        step("Subscribe", {{"topicName", "news"},
                           {"subscriptionName", "to-shop"},
                           {"protocol", "http"},
                           {"endpoint", "http://shop.example/hook"}}),
    };
    Producer producer;
    producer.queue = "orders";
    producer.every = Seconds(1);
    producer.count = 2;
    Consumer consumer;
    consumer.queue = "orders";
    consumer.handling.least = consumer.handling.most = Seconds(20);
    Receiver receiver;
    receiver.url = "http://shop.example/hook";
    scenario.actors = {{.name = "anna", .role = producer},
                       {.name = "ben", .role = consumer},
                       {.name = "shop", .role = receiver}};
    return scenario;
}

} // namespace

void TestStageLayout::messagesStandInTheLanesOfTheirStates()
{
    Scenario scenario;
    scenario.setup = {
        step("CreateQueue", {{"queueName", "orders"}}),
        step("SendMessage", {{"queueName", "orders"}, {"msgBody", "now"}}),
        step("SendMessage",
             {{"queueName", "orders"}, {"msgBody", "later"}, {"delaySeconds", "60"}})};
    const ui::StageLayout layout = layoutOf(worldOf(scenario));
    QCOMPARE(layout.tokens.size(), 2);
    for (const ui::StageToken& token : layout.tokens) {
        const ui::StageBox& box = layout.boxes[token.box];
        QCOMPARE(box.name, u"orders"_s);
        const auto lane = std::ranges::find(box.lanes, token.message.state, &ui::StageLane::state);
        QVERIFY(lane != box.lanes.end());
        QCOMPARE(lane->count, 1);
        QVERIFY(lane->rect.contains(token.place));
        QCOMPARE(token.message.state,
                 token.message.body == "now" ? MessageState::Active : MessageState::Delayed);
        if (token.message.state == MessageState::Delayed)
            QCOMPARE(*token.message.until - token.message.since, Milliseconds(Seconds(60)));
    }
}

void TestStageLayout::whatAConsumerHasInHandIsWithIt()
{
    World world = worldOf(shop());
    world.advanceTo(world.now() + Milliseconds(2500));
    const ui::StageLayout layout = layoutOf(world);
    const auto held = std::ranges::find_if(layout.tokens, [](const ui::StageToken& token) {
        return token.message.state == MessageState::Inactive;
    });
    QVERIFY(held != layout.tokens.end());
    QCOMPARE(held->message.holder, "ben");
    QCOMPARE(layout.boxes[held->box].name, u"ben"_s);
    QVERIFY(layout.boxes[held->box].rect.contains(held->place));
    QCOMPARE(boxOf(layout, u"orders"_s).lanes[2].count, 1); // the queue counts it all the same
}

void TestStageLayout::waysGoFromLeftToRight()
{
    const ui::StageLayout layout = layoutOf(worldOf(shop()));
    QCOMPARE(layout.ways.size(), 4); // anna, ben, two subscriptions
    for (const ui::StageWay& way : layout.ways)
        QVERIFY(layout.boxes[way.from].rect.right() < layout.boxes[way.to].rect.left());
    // The actor plays the address of the subscription: nobody stands there twice.
    QCOMPARE(std::ranges::count(layout.boxes, ui::StageBox::Kind::Receiver, &ui::StageBox::kind),
             1);
}

void TestStageLayout::boxesDoNotOverlap()
{
    Scenario scenario = shop();
    for (int i = 0; i < 20; ++i) {
        scenario.setup.push_back(step("CreateQueue", {{"queueName", "q" + std::to_string(i)}}));
        Consumer consumer;
        consumer.queue = "orders";
        scenario.actors.push_back({.name = "more" + std::to_string(i), .role = consumer});
    }
    const ui::StageLayout layout = layoutOf(worldOf(scenario));
    const QRectF all(QPointF(), layout.size);
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        QVERIFY(all.contains(layout.boxes[i].rect));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!layout.boxes[i].rect.intersects(layout.boxes[j].rect));
    }
}

void TestStageLayout::manyMessagesStayInTheirLane()
{
    Scenario scenario;
    scenario.setup = {step("CreateQueue", {{"queueName", "orders"}})};
    for (int i = 0; i < 100; ++i)
        scenario.setup.push_back(step("SendMessage", {{"queueName", "orders"}, {"msgBody", "x"}}));
    const ui::StageLayout layout = layoutOf(worldOf(scenario));
    QCOMPARE(std::int64_t(layout.tokens.size()), ui::StageLaneTokensMax);
    const ui::StageLane& lane = layout.boxes.front().lanes[1];
    QCOMPARE(lane.count, 100);
    for (const ui::StageToken& token : layout.tokens)
        QVERIFY(lane.rect.contains(token.place));
}

void TestStageLayout::bodiesAreCutBetweenCharacters()
{
    Scenario scenario;
    std::string body = "x";
    for (int i = 0; i < 40; ++i)
        body += "消";
    scenario.setup = {step("CreateQueue", {{"queueName", "orders"}}),
                      step("SendMessage", {{"queueName", "orders"}, {"msgBody", body}})};
    const ui::StageLayout layout = layoutOf(worldOf(scenario));
    const QString shown = QString::fromStdString(layout.tokens.front().message.body);
    QVERIFY(!shown.contains(QChar::ReplacementCharacter));
    QVERIFY(shown.startsWith(u"x消"_s));
    QVERIFY(layout.tokens.front().message.body.size() <= PictureBodyBytes);
}

CMQ_TEST(stagelayout, TestStageLayout)

} // namespace tst_stagelayout
#include "tst_stagelayout.moc"
