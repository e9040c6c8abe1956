#include "scriptedserver.h"

#include "tests/print.h"
#include "tests/suite.h"

#include "app/console/remoteservice.h"

#include <QTest>

#include <limits>
#include <memory>
#include <mutex>
#include <optional>

namespace tst_remotelisting {

using namespace Qt::StringLiterals;
using cmq::ErrorId;

namespace {

constexpr int ShortMs = 150;

using Answer = ScriptedServer::Answer;

QByteArray listOf(int count)
{
    QByteArrayList items;
    for (int i = 0; i < count; ++i)
        items += "{'queueId':'i','queueName':'q" + QByteArray::number(i) + "'}";
    QByteArray json = "{'code':0,'message':'','totalCount':" + QByteArray::number(count) +
                      ",'queueList':[" + items.join(',') + "]}";
    return json.replace('\'', '"');
}

QByteArray attributesOf(const QByteArray& name)
{
    QByteArray json =
        R"({"code":0,"message":"","queueName":"NAME","activeMsgNum":3,"createTime":1})";
    return json.replace("NAME", name);
}

/// An endpoint with so many queues, of which those whose name is asked for in vain answer
/// otherwise.
struct Endpoint
{
    explicit Endpoint(int count, int patienceMs = ShortMs)
        : queues(count)
        , server([this](const ScriptedServer::Request& request) {
            const auto parameters = request.parameters();
            if (parameters.value("Action") == "ListQueue")
                return pageFails > 0 && pageFails--
                           ? ScriptedServer::json(R"({"code":6000,"message":"(10190)no"})")
                           : ScriptedServer::json(listOf(queues));
            const QByteArray name = parameters.value("queueName");
            return bad.contains(name) ? badAnswer : ScriptedServer::json(attributesOf(name));
        })
    {
        RemoteOptions options;
        options.queueUrl = server.url();
        options.proxy = ProxyChoice::None;
        options.answerTimeout = cmq::Milliseconds(patienceMs);
        service = std::make_unique<RemoteService>(std::move(options));
    }

    using Slot = std::shared_ptr<std::optional<cmq::Result<cmq::Reply>>>;
    Slot start(cmq::Action action)
    {
        auto slot = std::make_shared<Slot::element_type>();
        service->call(std::move(action), [this, slot](cmq::Result<cmq::Reply> result) {
            const std::lock_guard lock(mutex);
            *slot = std::move(result);
        });
        return slot;
    }
    /// Waits for it, while the server's event loop turns.
    cmq::Result<cmq::Reply> answerTo(cmq::Action action)
    {
        const Slot slot = start(std::move(action));
        const bool isThere = QTest::qWaitFor(
            [&] {
                const std::lock_guard lock(mutex);
                return slot->has_value();
            },
            20'000);
        if (!isThere)
            qFatal("no completion");
        return **slot;
    }
    cmq::Result<cmq::QueueDescriptions> describe(bool toleratesGaps = true)
    {
        cmq::DescribeQueues all;
        all.limit = std::numeric_limits<std::int64_t>::max();
        all.toleratesGaps = toleratesGaps;
        const auto answer = answerTo(all);
        if (!answer)
            return cmq::fail(answer.error());
        return std::get<cmq::QueueDescriptions>(*answer);
    }

    int queues;
    QByteArrayList bad;
    Answer badAnswer;
    int pageFails = 0;
    std::mutex mutex;
    ScriptedServer server;
    std::unique_ptr<RemoteService> service;
};

} // namespace

/// Many things described by many requests, some of which fail.
class TestRemoteListing final : public QObject
{
    Q_OBJECT

private slots:
    void oneThatFailsLeavesAGap_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("then");
        QTest::addColumn<int>("error");
        using Then = ScriptedServer::Then;
        const auto row = [](const char* name, const Answer& answer, ErrorId error) {
            QTest::newRow(name) << answer.bytes << int(answer.then) << int(error);
        };
        row("it refuses", ScriptedServer::json(R"({"code":6000,"message":"(10160)no"})"),
            ErrorId::GetQueueAttributesFailed);
        row("it denies", ScriptedServer::json(R"({"code":4000,"message":"(10461)no cam"})"),
            ErrorId::NoCamAuthentication);
        row("it answers rubbish", ScriptedServer::json("<html>busy</html>"),
            ErrorId::ConnectionFailed);
        row("it is slow", ScriptedServer::silence(), ErrorId::ConnectionFailed);
        row("it hangs up", ScriptedServer::raw({}, Then::Reset), ErrorId::ConnectionFailed);
    }
    void oneThatFailsLeavesAGap()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, then);
        QFETCH(int, error);
        Endpoint endpoint(10);
        endpoint.badAnswer = {bytes, ScriptedServer::Then(then)};
        endpoint.bad = {"q3"};
        const auto answer = endpoint.describe();
        QVERIFY2(answer, answer ? "" : cmq::toString(answer.error()).c_str());
        QCOMPARE(answer->queueList.size(), std::size_t(9));
        QCOMPARE(answer->totalCount, 10);
        QCOMPARE(answer->unanswered.size(), std::size_t(1));
        QCOMPARE(answer->unanswered.front().name, std::string("q3"));
        QCOMPARE(int(answer->unanswered.front().error.id), error);

        // Who wants all or nothing gets nothing.
        const auto whole = endpoint.describe(false);
        QVERIFY(!whole);
        QCOMPARE(int(whole.error().id), error);
    }

    void manyThatAreDeniedAreManyGaps()
    {
        Endpoint endpoint(20);
        endpoint.badAnswer = ScriptedServer::json(R"({"code":4000,"message":"(10461)no cam"})");
        for (int i = 2; i < 15; ++i)
            endpoint.bad += "q" + QByteArray::number(i);
        const auto answer = endpoint.describe();
        QVERIFY(answer);
        QCOMPARE(answer->queueList.size(), std::size_t(7));
        QCOMPARE(answer->unanswered.size(), std::size_t(13));
    }

    void givesUpWhereNobodyIs()
    {
        Endpoint endpoint(100);
        endpoint.badAnswer = ScriptedServer::raw({}, ScriptedServer::Then::Reset);
        for (int i = 10; i < 100; ++i)
            endpoint.bad += "q" + QByteArray::number(i);
        const auto answer = endpoint.describe();
        QVERIFY(!answer);
        QCOMPARE(answer.error().id, ErrorId::ConnectionFailed);
        QVERIFY(endpoint.server.requests().size() < 50);
    }

    void nothingThatAnswersIsAFailure()
    {
        Endpoint endpoint(2);
        endpoint.badAnswer = ScriptedServer::json(R"({"code":4000,"message":"(10461)no cam"})");
        endpoint.bad = {"q0", "q1"};
        const auto answer = endpoint.describe();
        QVERIFY(!answer);
        QCOMPARE(answer.error().id, ErrorId::NoCamAuthentication);
    }

    void aPageThatFailsIsAskedForOnceMore()
    {
        Endpoint endpoint(3);
        endpoint.pageFails = 1;
        const auto answer = endpoint.describe();
        QVERIFY(answer);
        QCOMPARE(answer->queueList.size(), std::size_t(3));
        endpoint.pageFails = 2;
        QVERIFY(!endpoint.describe());
        endpoint.pageFails = 1;
        QVERIFY(!endpoint.describe(false));
    }

    void asksSoManyAtATime_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("got");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("three") << 3 << 3;
        QTest::newRow("never none") << 0 << 1;
        QTest::newRow("one connection stays free") << 100 << 5;
    }
    void asksSoManyAtATime()
    {
        QFETCH(int, wanted);
        QFETCH(int, got);
        Endpoint endpoint(10, 60'000);
        endpoint.service->setListingRequests(wanted);
        endpoint.badAnswer = ScriptedServer::silence();
        for (int i = 0; i < 10; ++i)
            endpoint.bad += "q" + QByteArray::number(i);
        (void)endpoint.start(cmq::DescribeQueues{});
        QTRY_COMPARE(endpoint.server.requests().size(), 1 + got);
        // What somebody wants meanwhile is answered at once, and nothing else was asked.
        QVERIFY(endpoint.answerTo(cmq::ListQueue{}));
        QCOMPARE(endpoint.server.requests().size(), 2 + got);
    }
};

CMQ_TEST(remotelisting, TestRemoteListing)

} // namespace tst_remotelisting
#include "tst_remotelisting.moc"
