#include "topicstory.h"

#include "tests/suite.h"

namespace tst_topicactions {

using namespace cmq;
using namespace conformance;

/// Section 11 of the protocol page: the actions on topics.
class TestTopicActions final : public QObject, private TopicStory
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void createTopic_answersItsId()
    {
        const std::string id = must(CreateTopic{"news"}).topicId;
        QVERIFY(id.starts_with("topic-"));
        QCOMPARE(id.size(), "topic-xxxxxxxx"s.size());
        QCOMPARE(must(GetTopicAttributes{"news"}).topicId, id);
    }

    void createTopic_defaults()
    {
        topic("news");
        const TopicAttributes news = must(GetTopicAttributes{"news"});
        QCOMPARE(news.topicName, "news");
        QCOMPARE(news.maxMsgSize, 65'536);
        QVERIFY(news.filterType == FilterType::Tag);
        QCOMPARE(news.msgRetentionSeconds, 86'400);
        QCOMPARE(news.msgCount, 0);
        QCOMPARE(news.subscriptionCount, 0);
        QCOMPARE(at(news.createTime), 0);
        QCOMPARE(at(news.lastModifyTime), 0);
    }

    void createTopic_malformedName()
    {
        QCOMPARE(told(CreateTopic{""}), "4000/10590");
        QCOMPARE(told(CreateTopic{"1st"}), "4000/10590");
        QCOMPARE(told(CreateTopic{"a.b"}), "4000/10590");
        QCOMPARE(told(CreateTopic{std::string(65, 't')}), "4000/10590");
        QCOMPARE(told(CreateTopic{std::string(64, 't')}), "ok");
    }

    void createTopic_outOfRange()
    {
        QCOMPARE(told(CreateTopic{"a", 1023}), "4000/10350");
        QCOMPARE(told(CreateTopic{"a", 1'048'577}), "4000/10350");
        QCOMPARE(told(CreateTopic{"a", 1024}), "ok");
        QCOMPARE(told(CreateTopic{"b", 1'048'576}), "ok");
    }

    void createTopic_nameIsTaken()
    {
        topic("News");
        QCOMPARE(told(CreateTopic{"News"}), "4460/10550");
        QCOMPARE(told(CreateTopic{"nEWS"}), "4460/10550");
        QCOMPARE(told(GetTopicAttributes{"news"}), "4440/10600");
        create("News"); // a queue may have it, too
    }

    void createTopic_numberOfTopicsIsLimited()
    {
        begin({.maxTopics = 2});
        topic("a");
        topic("b");
        QCOMPARE(told(CreateTopic{"c"}), "4450/10610");
        must(DeleteTopic{"a"});
        QCOMPARE(told(CreateTopic{"c"}), "ok");
    }

    void createTopic_sameNameAfterDelete()
    {
        topic("news");
        must(DeleteTopic{"news"});
        QCOMPARE(told(CreateTopic{"news"}), "ok");

        begin({.nameReuseDelay = 10s});
        topic("news");
        must(DeleteTopic{"news"});
        QCOMPARE(told(CreateTopic{"News"}), "6040/10660");
        advance(9'999ms);
        QCOMPARE(told(CreateTopic{"news"}), "6040/10660");
        advance(1ms);
        QCOMPARE(told(CreateTopic{"news"}), "ok");
    }

    void setTopicAttributes_changesTheSizeOnly()
    {
        topic("news", FilterType::Routing);
        advance(5s);
        must(SetTopicAttributes{"news", 2048});
        const TopicAttributes news = must(GetTopicAttributes{"news"});
        QCOMPARE(news.maxMsgSize, 2048);
        QVERIFY(news.filterType == FilterType::Routing);
        QCOMPARE(at(news.createTime), 0);
        QCOMPARE(at(news.lastModifyTime), 5);
    }

    void setTopicAttributes_refusals()
    {
        QCOMPARE(told(SetTopicAttributes{"news", 2048}), "4440/10600");
        topic("news");
        QCOMPARE(told(SetTopicAttributes{"news", 1023}), "4000/10350");
        QCOMPARE(told(SetTopicAttributes{"", 2048}), "4000/10590");
    }

    void listTopic_pagesInOrderOfNames()
    {
        for (const char* name : {"c", "A", "b"})
            topic(name);
        const TopicList all = must(ListTopic{});
        QCOMPARE(all.totalCount, 3);
        QCOMPARE(all.topicList.at(0).topicName, "A");
        QCOMPARE(all.topicList.at(2).topicName, "c");
        const TopicList second = must(ListTopic{"", 1, 1});
        QCOMPARE(second.totalCount, 3);
        QCOMPARE(second.topicList.size(), 1U);
        QCOMPARE(second.topicList.at(0).topicName, "b");
    }

    void listTopic_searches()
    {
        topic("daily-news");
        topic("weather");
        const TopicList found = must(ListTopic{"NEWS"});
        QCOMPARE(found.totalCount, 1);
        QCOMPARE(found.topicList.at(0).topicName, "daily-news");
    }

    void listTopic_givesFiftyAtMost()
    {
        for (int i = 0; i < 60; ++i)
            topic("t" + std::to_string(i));
        const TopicList page = must(ListTopic{"", 0, 100});
        QCOMPARE(page.totalCount, 60);
        QCOMPARE(page.topicList.size(), 50U);
    }

    void describeTopics_hasTheCounters()
    {
        CMQ_NEEDS(DescribeTopics{});
        topic("news");
        must(toQueue("news", "s", "missing"));
        publish("news", "1");
        const auto page = must(DescribeTopics{});
        QCOMPARE(page.totalCount, 1);
        QCOMPARE(page.topicList.at(0).msgCount, 1);
        QCOMPARE(page.topicList.at(0).subscriptionCount, 1);
    }

    void deleteTopic_needsNoSubscriptionLeft()
    {
        topic("news");
        must(toQueue("news", "s", "missing"));
        publish("news", "1");
        QCOMPARE(told(DeleteTopic{"news"}), "4000/10540");
        must(Unsubscribe{"news", "s"});
        QCOMPARE(told(DeleteTopic{"news"}), "ok");
        QCOMPARE(told(DeleteTopic{"news"}), "4440/10600");
        QCOMPARE(told(GetTopicAttributes{"news"}), "4440/10600");
    }

    void publish_needsATopicAndASubscription()
    {
        QCOMPARE(told(PublishMessage{"news", "1"}), "4440/10600");
        topic("news");
        QCOMPARE(told(PublishMessage{"news", "1"}), "6030/10650");
        QCOMPARE(held("news"), 0);
    }

    void publish_bodies()
    {
        must(CreateTopic{"news", 1024});
        queueSubscription("news", "q");
        QCOMPARE(told(PublishMessage{"news", ""}), "4000/10120");
        QCOMPARE(told(PublishMessage{"news", "\xFF"}), "4000/10110");
        QCOMPARE(told(PublishMessage{"news", std::string(1025, 'x')}), "4400/10230");
        QCOMPARE(told(PublishMessage{"news", std::string(1024, 'x')}), "ok");
    }

    void publish_tags_data()
    {
        QTest::addColumn<std::vector<std::string>>("tags");
        QTest::addColumn<std::string>("told");
        using Tags = std::vector<std::string>;
        const std::string tag16(16, 't');
        QTest::newRow("none") << Tags{} << "ok"s;
        QTest::newRow("empty") << Tags{""} << "4000/10350"s;
        QTest::newRow("1 character") << Tags{"t"} << "ok"s;
        QTest::newRow("16 characters") << Tags{tag16} << "ok"s;
        QTest::newRow("17 characters") << Tags{tag16 + "t"} << "4000/10350"s;
        QTest::newRow("16 Chinese characters") << Tags{"一二三四五六七八九十一二三四五六"} << "ok"s;
        QTest::newRow("17 Chinese characters")
            << Tags{"一二三四五六七八九十一二三四五六七"} << "4000/10350"s;
        QTest::newRow("emoji") << Tags{"😀"} << "ok"s;
        QTest::newRow("comma") << Tags{"a,b"} << "ok"s;
        QTest::newRow("twice the same") << Tags{"a", "a"} << "ok"s;
        QTest::newRow("5 tags") << Tags{"a", "b", "c", "d", "e"} << "ok"s;
        QTest::newRow("6 tags") << Tags{"a", "b", "c", "d", "e", "f"} << "4000/10720"s;
        QTest::newRow("no UTF-8") << Tags{"\xC3"} << "4000/10110"s;
    }

    void publish_tags()
    {
        QFETCH(std::vector<std::string>, tags);
        QFETCH(std::string, told);
        topic("news");
        queueSubscription("news", "q");
        QCOMPARE(Story::told(PublishMessage{"news", "1", tags}), told);
        QCOMPARE(Story::told(BatchPublishMessage{"news", {"1", "2"}, tags}), told);
    }

    void publish_routingKeys_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("told");
        QTest::newRow("empty") << ""s
                               << "ok"s;
        QTest::newRow("64 bytes") << std::string(64, 'k') << "ok"s;
        QTest::newRow("65 bytes") << std::string(65, 'k') << "4000/10350"s;
        QTest::newRow("15 dots") << std::string(15, '.') << "ok"s;
        QTest::newRow("16 dots") << std::string(16, '.') << "4000/10691"s;
        QTest::newRow("empty words") << "a..b"s
                                     << "ok"s;
        QTest::newRow("star") << "a.*"s
                              << "4000/10110"s;
        QTest::newRow("hash") << "#"s
                              << "4000/10110"s;
        QTest::newRow("hash in a word") << "a#b"s
                                        << "4000/10110"s;
    }

    void publish_routingKeys()
    {
        QFETCH(std::string, key);
        QFETCH(std::string, told);
        topic("news", FilterType::Routing);
        queueSubscription("news", "q", {"#"});
        QCOMPARE(Story::told(PublishMessage{"news", "1", {}, key}), told);
        QCOMPARE(Story::told(BatchPublishMessage{"news", {"1"}, {}, key}), told);
    }

    void publish_routingNeedsAKey()
    {
        topic("news", FilterType::Routing);
        queueSubscription("news", "q", {"#"});
        QCOMPARE(told(PublishMessage{"news", "1"}), "4000/10700");
        QCOMPARE(told(BatchPublishMessage{"news", {"1"}}), "4000/10700");
    }

    void batchPublish_limits()
    {
        must(CreateTopic{"news", 1'048'576});
        queueSubscription("news", "q");
        QCOMPARE(told(BatchPublishMessage{"news", {}}), "4000/10370");
        QCOMPARE(told(BatchPublishMessage{"news", std::vector<std::string>(17, "x")}),
                 "4000/10370");
        QCOMPARE(told(BatchPublishMessage{"news", {"x", ""}}), "4000/10120");
        const std::string half(524'288, 'x');
        QCOMPARE(told(BatchPublishMessage{"news", {half, half, "x"}}), "4470/10300");
        QCOMPARE(counters("q"), "empty");
        QCOMPARE(must(BatchPublishMessage{"news", std::vector<std::string>(16, "x")}).msgIds.size(),
                 16U);
        QCOMPARE(counters("q"), "16 active");
    }

    void publish_throttling()
    {
        begin({.produceQps = 10});
        topic("news");
        queueSubscription("news", "q");
        QCOMPARE(told(BatchPublishMessage{"news", std::vector<std::string>(10, "x")}), "ok");
        QCOMPARE(told(PublishMessage{"news", "x"}), "4420/10250");
        advance(100ms);
        QCOMPARE(told(PublishMessage{"news", "x"}), "ok");
        QCOMPARE(told(PublishMessage{"news", "x"}), "4420/10250");
    }
};

CMQ_TEST(topicactions, TestTopicActions)

} // namespace tst_topicactions
#include "tst_topicactions.moc"
