#include "topicstory.h"

#include "tests/suite.h"

namespace tst_subscriptions {

using namespace cmq;
using namespace conformance;

/// Section 12 of the protocol page: the actions on subscriptions.
class TestSubscriptions final : public QObject, private TopicStory
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void subscribe_answersItsId()
    {
        topic("news");
        const std::string id = must(toQueue("news", "s", "q")).subscriptionId;
        QVERIFY(id.starts_with("subsc-"));
        QCOMPARE(id.size(), "subsc-xxxxxxxx"s.size());
        QCOMPARE(subscription("news", "s").subscriptionId, id);
        QCOMPARE(must(GetTopicAttributes{"news"}).subscriptionCount, 1);
    }

    void subscribe_keepsWhatItIsGiven()
    {
        topic("news");
        Subscribe action = toUrl("news", "s", NotifyStrategy::BackoffRetry);
        action.notifyContentFormat = NotifyContentFormat::Simplified;
        action.filterTag = {"a", "订单"};
        action.bindingKey = {"x.#"};
        advance(3s);
        must(action);
        const SubscriptionAttributes got = subscription("news", "s");
        QCOMPARE(got.topicName, "news");
        QCOMPARE(got.subscriptionName, "s");
        QVERIFY(got.protocol == Protocol::Http);
        QCOMPARE(got.endpoint, "http://example.com/s");
        QVERIFY(got.notifyStrategy == NotifyStrategy::BackoffRetry);
        QVERIFY(got.notifyContentFormat == NotifyContentFormat::Simplified);
        QVERIFY(got.filterTag == action.filterTag);
        QVERIFY(got.bindingKey == action.bindingKey);
        QVERIFY(!got.topicOwner.empty());
        QCOMPARE(at(got.createTime), 3);
        QCOMPARE(at(got.lastModifyTime), 3);
    }

    void subscribe_defaults()
    {
        topic("news");
        must(Subscribe{.topicName = "news",
                       .subscriptionName = "s",
                       .protocol = Protocol::Http,
                       .endpoint = "http://example.com/"});
        const SubscriptionAttributes got = subscription("news", "s");
        QVERIFY(got.notifyStrategy == NotifyStrategy::ExponentialDecayRetry);
        QVERIFY(got.notifyContentFormat == NotifyContentFormat::Json);
        QVERIFY(got.filterTag.empty());
        QVERIFY(got.bindingKey.empty());
    }

    void subscribe_queueIsAlwaysSimplified()
    {
        topic("news");
        Subscribe action = toQueue("news", "s", "q");
        action.notifyContentFormat = NotifyContentFormat::Json;
        must(action);
        QVERIFY(subscription("news", "s").notifyContentFormat == NotifyContentFormat::Simplified);

        begin({.strictNotifyFormat = true});
        topic("news");
        QCOMPARE(told(action), "4000/10640");
        action.notifyContentFormat = NotifyContentFormat::Simplified;
        QCOMPARE(told(action), "ok");
    }

    void subscribe_names()
    {
        topic("news");
        QCOMPARE(told(toQueue("news", "", "q")), "4000/10620");
        QCOMPARE(told(toQueue("news", "9", "q")), "4000/10620");
        QCOMPARE(told(toQueue("news", std::string(65, 's'), "q")), "4000/10620");
        QCOMPARE(told(toQueue("9", "s", "q")), "4000/10590");
        QCOMPARE(told(toQueue("old", "s", "q")), "4440/10600");
        QCOMPARE(told(toQueue("news", "Mine", "q")), "ok");
        QCOMPARE(told(toQueue("news", "Mine", "r")), "4490/10470");
        QCOMPARE(told(toQueue("news", "mINE", "r")), "4490/10470");
        QCOMPARE(told(GetSubscriptionAttributes{"news", "mine"}), "4000/10560");
        topic("other");
        QCOMPARE(told(toQueue("other", "Mine", "q")), "ok"); // unique within the topic
    }

    void subscribe_numberIsLimited()
    {
        begin({.maxSubscriptionsPerTopic = 2});
        topic("news");
        must(toQueue("news", "a", "q"));
        must(toQueue("news", "b", "q"));
        QCOMPARE(told(toQueue("news", "c", "q")), "4500/10480");
        must(Unsubscribe{"news", "a"});
        QCOMPARE(told(toQueue("news", "c", "q")), "ok");
    }

    void subscribe_endpoints_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::addColumn<std::string>("endpoint");
        QTest::addColumn<std::string>("told");
        using enum Protocol;
        const std::string base = "http://example.com/";
        QTest::newRow("http") << Http << base << "ok"s;
        QTest::newRow("https") << Http << "https://example.com/"s
                               << "ok"s;
        QTest::newRow("no URL") << Http << ""s
                                << "4000/10500"s;
        QTest::newRow("other scheme") << Http << "ftp://example.com/"s
                                      << "4000/10500"s;
        QTest::newRow("no host") << Http << "http:///cgi"s
                                 << "4000/10500"s;
        QTest::newRow("blank") << Http << base + "a b"
                               << "4510/10570"s;
        QTest::newRow("500 characters") << Http << base + std::string(481, 'a') << "ok"s;
        QTest::newRow("501 characters") << Http << base + std::string(482, 'a') << "4000/10500"s;
        QTest::newRow("user") << Http << "http://a:b@example.com/"s
                              << "4000/10630"s;
        QTest::newRow("integer address") << Http << "http://2130706433/"s
                                         << "4000/10630"s;
        QTest::newRow("octal address") << Http << "http://0177.0.0.1/"s
                                       << "4000/10630"s;
        QTest::newRow("loopback") << Http << "http://127.0.0.1/"s
                                  << "4000/10630"s;
        QTest::newRow("private") << Http << "http://192.168.0.1/"s
                                 << "4000/10630"s;
        QTest::newRow("metadata") << Http << "http://169.254.169.254/"s
                                  << "4000/10630"s;
        QTest::newRow("localhost") << Http << "http://localhost:8080/"s
                                   << "4000/10630"s;
        QTest::newRow("queue that does not exist") << Queue << "nobody"s
                                                   << "ok"s;
        QTest::newRow("no queue name") << Queue << "a.b"s
                                       << "4000/10500"s;
        QTest::newRow("empty queue name") << Queue << ""s
                                          << "4000/10500"s;
    }

    void subscribe_endpoints()
    {
        QFETCH(Protocol, protocol);
        QFETCH(std::string, endpoint);
        QFETCH(std::string, told);
        topic("news");
        QCOMPARE(Story::told(Subscribe{.topicName = "news",
                                       .subscriptionName = "s",
                                       .protocol = protocol,
                                       .endpoint = endpoint}),
                 told);
        must(Subscribe{.topicName = "news", .subscriptionName = "t", .endpoint = "q"});
        SetSubscriptionAttributes change{"news", "t"};
        change.protocol = protocol;
        change.endpoint = endpoint;
        if (isCloud()) // it cannot change where a subscription delivers
            QVERIFY(ask(change).error().id == ErrorId::NotSupported);
        else
            QCOMPARE(Story::told(change), told);
    }

    void subscribe_localEndpointsWhereAllowed()
    {
        begin({.allowLocalPush = true});
        topic("news");
        Subscribe action = toUrl("news", "s");
        action.endpoint = "http://127.0.0.1:8080/";
        QCOMPARE(told(action), "ok");
        action.subscriptionName = "t";
        action.endpoint = "http://169.254.169.254/";
        QCOMPARE(told(action), "4000/10630");
    }

    void subscribe_filters_data()
    {
        QTest::addColumn<FilterType>("type");
        QTest::addColumn<std::vector<std::string>>("filterTag");
        QTest::addColumn<std::vector<std::string>>("bindingKey");
        QTest::addColumn<std::string>("told");
        using List = std::vector<std::string>;
        using enum FilterType;
        const List six{"a", "b", "c", "d", "e", "f"};
        QTest::newRow("5 tags") << Tag << List{"a", "b", "c", "d", "e"} << List{} << "ok"s;
        QTest::newRow("6 tags") << Tag << six << List{} << "4000/10490"s;
        QTest::newRow("1 character") << Tag << List{"t"} << List{} << "ok"s;
        QTest::newRow("16 characters") << Tag << List{std::string(16, 't')} << List{} << "ok"s;
        QTest::newRow("emoji and comma") << Tag << List{"😀", "a,b"} << List{} << "ok"s;
        QTest::newRow("twice the same tag") << Tag << List{"a", "a"} << List{} << "ok"s;
        QTest::newRow("17 characters")
            << Tag << List{std::string(17, 't')} << List{} << "4000/10350"s;
        QTest::newRow("empty tag") << Tag << List{""} << List{} << "4000/10350"s;
        QTest::newRow("key of a tag topic is ignored") << Tag << List{} << List{"a.#"} << "ok"s;
        QTest::newRow("no key") << Routing << List{} << List{} << "4000/10710"s;
        QTest::newRow("tag of a routing topic is ignored")
            << Routing << List{"a"} << List{"#"} << "ok"s;
        QTest::newRow("6 keys") << Routing << List{} << six << "4000/10680"s;
        QTest::newRow("empty key") << Routing << List{} << List{""} << "4000/10350"s;
        QTest::newRow("64 bytes") << Routing << List{} << List{std::string(64, 'k')} << "ok"s;
        QTest::newRow("65 bytes") << Routing << List{} << List{std::string(65, 'k')}
                                  << "4000/10350"s;
        QTest::newRow("empty words") << Routing << List{} << List{"a..b", ".."} << "ok"s;
        QTest::newRow("hash within a word") << Routing << List{} << List{"a#b"} << "ok"s;
        QTest::newRow("twice the same key") << Routing << List{} << List{"#", "#"} << "ok"s;
        QTest::newRow("15 dots") << Routing << List{} << List{std::string(15, '.')} << "ok"s;
        QTest::newRow("16 dots") << Routing << List{} << List{std::string(16, '.')}
                                 << "4000/10691"s;
    }

    void subscribe_filters()
    {
        QFETCH(FilterType, type);
        QFETCH(std::vector<std::string>, filterTag);
        QFETCH(std::vector<std::string>, bindingKey);
        QFETCH(std::string, told);
        topic("news", type);
        Subscribe action = toQueue("news", "s", "q");
        action.filterTag = filterTag;
        action.bindingKey = bindingKey;
        QCOMPARE(Story::told(action), told);
    }

    void unsubscribe_refusals()
    {
        QCOMPARE(told(Unsubscribe{"news", "s"}), "4440/10600");
        topic("news");
        QCOMPARE(told(Unsubscribe{"news", "s"}), "4000/10560");
        QCOMPARE(told(Unsubscribe{"news", "9"}), "4000/10620");
    }

    void list_pagesAndSearches()
    {
        topic("news");
        for (const char* name : {"c-x", "A", "b-x"})
            must(toQueue("news", name, "q"));
        const SubscriptionList all = must(ListSubscriptionByTopic{"news"});
        QCOMPARE(all.totalCount, 3);
        QCOMPARE(all.subscriptionList.at(0).subscriptionName, "A");
        QCOMPARE(all.subscriptionList.at(0).endpoint, "q");
        QCOMPARE(must(ListSubscriptionByTopic{"news", "X"}).totalCount, 2);
        const SubscriptionList page = must(ListSubscriptionByTopic{"news", "", 1, 1});
        QCOMPARE(page.totalCount, 3);
        QCOMPARE(page.subscriptionList.at(0).subscriptionName, "b-x");
        if (isCloud())
            return; // it asks for one at least, and has no last page
        QVERIFY(must(ListSubscriptionByTopic{"news", "", 0, 0}).subscriptionList.empty());
        QCOMPARE(told(ListSubscriptionByTopic{"news", "", 1001, 1}), "4000/10350");
        QCOMPARE(told(ListSubscriptionByTopic{"news", "", -1, 1}), "4000/10350");
    }

    void list_ofATopicThatIsGoneIsEmpty()
    {
        topic("news");
        must(DeleteTopic{"news"});
        QCOMPARE(must(ListSubscriptionByTopic{"news"}).totalCount, 0);
    }

    void subscribe_oddFiltersMeanWhatTheySay()
    {
        topic("news");
        queueSubscription("news", "q", {"a", "a", "x,y", "😀"});
        publish("news", "1", {"a", "a"}); // once
        publish("news", "2", {"x,y"});    // one tag
        publish("news", "3", {"😀"});
        QCOMPARE(told(PublishMessage{"news", "4", {"x"}}), "6030/10730");
        QCOMPARE(drain("q"), "1 2 3");

        topic("prices", FilterType::Routing);
        queueSubscription("prices", "r", {"a#b", "c..", "*.*.*.*", "#", "#"});
        route("prices", "5", "a.b");
        QCOMPARE(drain("r"), "5");
        must(SetSubscriptionAttributes{.topicName = "prices",
                                       .subscriptionName = "r",
                                       .bindingKey = std::vector<std::string>{"a#b", "c.."}});
        QCOMPARE(told(PublishMessage{"prices", "6", {}, "axb"}), "6030/10730");
        route("prices", "7", "c..");
        QCOMPARE(told(PublishMessage{"prices", "8", {}, "c."}), "6030/10730");
        QCOMPARE(drain("r"), "7");
    }

    void set_keepsWhatIsNotGiven()
    {
        topic("news");
        Subscribe action = toUrl("news", "s", NotifyStrategy::BackoffRetry);
        action.filterTag = {"a"};
        must(action);
        advance(4s);
        SetSubscriptionAttributes change{"news", "s"};
        change.notifyContentFormat = NotifyContentFormat::Simplified;
        must(change);
        SubscriptionAttributes got = subscription("news", "s");
        QVERIFY(got.notifyStrategy == NotifyStrategy::BackoffRetry);
        QVERIFY(got.notifyContentFormat == NotifyContentFormat::Simplified);
        QVERIFY(got.filterTag == action.filterTag);
        QCOMPARE(at(got.createTime), 0);
        QCOMPARE(at(got.lastModifyTime), 4);

        change.filterTag = std::vector<std::string>{"b", "c"};
        must(change);
        QVERIFY(subscription("news", "s").filterTag == *change.filterTag);
    }

    void set_refusals()
    {
        SetSubscriptionAttributes change{"news", "s"};
        QCOMPARE(told(change), "4440/10600");
        topic("news", FilterType::Routing);
        QCOMPARE(told(change), "4000/10560");
        must(toQueue("news", "s", "q", {"#"}));
        change.bindingKey = std::vector<std::string>{};
        QCOMPARE(told(change), "4000/10710");
        change.bindingKey.reset();
        change.filterTag = std::vector<std::string>(6, "t");
        QCOMPARE(told(change), "4000/10490");
        if (isCloud())
            return; // it cannot change where a subscription delivers
        change.filterTag.reset();
        change.protocol = Protocol::Http; // "q" is no URL
        QCOMPARE(told(change), "4000/10500");
    }

    void set_newFiltersCountFromTheNextPublish()
    {
        topic("news");
        queueSubscription("news", "q", {"red"});
        must(toQueue("news", "all", "elsewhere"));
        publish("news", "1", {"blue"});
        SetSubscriptionAttributes change{"news", "q"};
        change.filterTag = std::vector<std::string>{"blue"};
        must(change);
        publish("news", "2", {"blue"});
        publish("news", "3", {"red"});
        QCOMPARE(drain("q"), "2");
    }

    void clearFilterTags_receivesEverything()
    {
        topic("news");
        queueSubscription("news", "q", {"red"});
        QCOMPARE(told(PublishMessage{"news", "1", {"blue"}}), "6030/10730");
        must(ClearSubscriptionFilterTags{"news", "q"});
        QVERIFY(subscription("news", "q").filterTag.empty());
        publish("news", "2", {"blue"});
        publish("news", "3");
        QCOMPARE(drain("q"), "2 3");
        QCOMPARE(told(ClearSubscriptionFilterTags{"news", "r"}), "4000/10560");
        QCOMPARE(told(ClearSubscriptionFilterTags{"old", "q"}), "4440/10600");
    }

    void describeSubscriptions_hasTheCounters()
    {
        CMQ_NEEDS(DescribeSubscriptions{});
        topic("news");
        must(toQueue("news", "s", "missing"));
        publish("news", "1");
        publish("news", "2");
        const auto page = must(DescribeSubscriptions{"news"});
        QCOMPARE(page.totalCount, 1);
        const SubscriptionAttributes& first = page.subscriptionList.at(0);
        QCOMPARE(first.msgCount, 2);
        QCOMPARE(first.attempts, 1);
        QVERIFY(first.nextAttemptTime && at(*first.nextAttemptTime) == 1);
        QVERIFY(!first.lastFailure.empty());
    }

    void subscriptionsSurviveARestart()
    {
        CMQ_NEEDS_DURABILITY;
        topic("news", FilterType::Routing);
        queueSubscription("news", "q", {"a.#", "*.b"});
        const SubscriptionAttributes before = subscription("news", "q");
        restart();
        QVERIFY(subscription("news", "q") == before);
        route("news", "1", "x.b");
        QCOMPARE(drain("q"), "1");
    }
};

CMQ_TEST(subscriptions, TestSubscriptions)

} // namespace tst_subscriptions
#include "tst_subscriptions.moc"
