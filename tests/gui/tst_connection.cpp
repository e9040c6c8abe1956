#include "fakeservice.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include "tests/suite.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_connection {

using namespace ui;

/// The one door to a service.
class TestConnection final : public QObject
{
    Q_OBJECT

private slots:
    void answersLater();
    void changesAreNews();
    void readsAndRefusalsAreNoNews();
    void readOnlyRefusesEveryChange();
    void lackingActionIsRefusedWithItsReason();
    void cancelReachesTheService();
    void serviceThatGoesAnswersEveryone();

private:
    template <std::size_t Index>
    void refusesIfChange();
    static std::unique_ptr<FakeService> service();
    static std::optional<cmq::Result<cmq::Reply>> script(const cmq::Action& action);
};

std::optional<cmq::Result<cmq::Reply>> TestConnection::script(const cmq::Action& action)
{
    if (std::holds_alternative<cmq::CreateQueue>(action))
        return reply(cmq::QueueIdReply{"queue-1"});
    if (std::holds_alternative<cmq::DeleteQueue>(action))
        return cmq::fail(cmq::ErrorId::QueueNotFound);
    if (std::holds_alternative<cmq::ListQueue>(action))
        return reply(cmq::QueueList{});
    return std::nullopt; // everything else waits
}

std::unique_ptr<FakeService> TestConnection::service()
{
    return std::make_unique<FakeService>(script);
}

static std::unique_ptr<Connection> connectTo(std::unique_ptr<FakeService> service,
                                             bool isReadOnly = false)
{
    return std::make_unique<Connection>(
        std::move(service),
        Connection::Description{ConnectionKind::Remote, QStringLiteral("test"), isReadOnly, {}},
        [] { return cmq::fromUnixSeconds(1000); });
}

void TestConnection::answersLater()
{
    const auto connection = connectTo(service());
    std::string id;
    onResult(connection->call(cmq::CreateQueue{"orders", {}}), this,
             [&](const cmq::Result<cmq::QueueIdReply>& answer) { id = answer->queueId; });
    QCOMPARE(id, std::string());
    QTRY_COMPARE(id, std::string("queue-1"));
}

void TestConnection::changesAreNews()
{
    const auto connection = connectTo(service());
    QSignalSpy news(connection.get(), &Connection::changed);
    (void)connection->call(cmq::CreateQueue{"orders", {}});
    QTRY_COMPARE(news.size(), 1);
}

void TestConnection::readsAndRefusalsAreNoNews()
{
    const auto connection = connectTo(service());
    QSignalSpy news(connection.get(), &Connection::changed);
    int answers = 0;
    onResult(connection->call(cmq::ListQueue()), this, [&](const auto&) { ++answers; });
    onResult(connection->call(cmq::DeleteQueue{"orders"}), this, [&](const auto&) { ++answers; });
    QTRY_COMPARE(answers, 2);
    QCOMPARE(news.size(), 0);
}

template <std::size_t Index>
void TestConnection::refusesIfChange()
{
    using A = cmq::ActionAt<Index>;
    auto owned = service();
    const FakeService* fake = owned.get();
    const auto connection = connectTo(std::move(owned), true);
    const cmq::ActionTraits& traits = cmq::actionTraits(Index);
    const bool isRead = traits.kind == cmq::ActionKind::Read;

    auto future = connection->call(A());
    QCOMPARE(fake->callsOf(std::string(traits.name)), isRead ? 1 : 0);
    QCOMPARE(connection->whyNot(A()).isEmpty(), isRead);
    if (isRead) {
        future.cancel();
        return;
    }
    std::optional<cmq::ErrorId> heard;
    onResult(future, this, [&](const auto& answer) { heard = answer.error().id; });
    QTRY_VERIFY(heard);
    QVERIFY2(*heard == cmq::ErrorId::ReadOnly, traits.name.data());
}

void TestConnection::readOnlyRefusesEveryChange()
{
    // All actions there are, so that a new one cannot be forgotten.
    [this]<std::size_t... Index>(std::index_sequence<Index...>)
    {
        (refusesIfChange<Index>(), ...);
    }
    (std::make_index_sequence<cmq::ActionCount>());
    // And what a change is, is no matter of a table alone.
    for (const cmq::Action& action :
         {cmq::Action(cmq::SendMessage()), cmq::Action(cmq::ReceiveMessage()),
          cmq::Action(cmq::BatchReceiveMessage()), cmq::Action(cmq::DeleteMessage()),
          cmq::Action(cmq::ClearQueue()), cmq::Action(cmq::Unsubscribe())})
        QVERIFY(cmq::actionTraits(action).kind != cmq::ActionKind::Read);
}

void TestConnection::lackingActionIsRefusedWithItsReason()
{
    auto owned = service();
    owned->unsupported = {"PeekMessages"};
    const auto connection = connectTo(std::move(owned));
    QVERIFY(!connection->whyNot(cmq::PeekMessages()).isEmpty());
    std::optional<cmq::ErrorId> heard;
    onResult(connection->call(cmq::PeekMessages()), this,
             [&](const cmq::Result<cmq::PeekedMessages>& answer) { heard = answer.error().id; });
    QTRY_VERIFY(heard);
    QVERIFY(*heard == cmq::ErrorId::NotSupported);
}

void TestConnection::cancelReachesTheService()
{
    auto owned = service();
    const FakeService* fake = owned.get();
    const auto connection = connectTo(std::move(owned));
    auto future = connection->call(cmq::ReceiveMessage{"orders", cmq::Seconds(30)});
    std::optional<cmq::ErrorId> heard;
    onResult(future, this,
             [&](const cmq::Result<cmq::ReceivedMessage>& answer) { heard = answer.error().id; });
    future.cancel();
    QTRY_VERIFY(heard);
    QVERIFY(*heard == cmq::ErrorId::Cancelled);
    QTRY_COMPARE(fake->cancelCount, 1);
}

void TestConnection::serviceThatGoesAnswersEveryone()
{
    auto connection = connectTo(service());
    std::optional<cmq::ErrorId> heard;
    onResult(connection->call(cmq::ReceiveMessage{"orders", cmq::Seconds(30)}), this,
             [&](const cmq::Result<cmq::ReceivedMessage>& answer) { heard = answer.error().id; });
    connection.reset();
    QTRY_VERIFY(heard);
    QVERIFY(*heard == cmq::ErrorId::Cancelled);
}

CMQ_TEST(connection, TestConnection)

} // namespace tst_connection
#include "tst_connection.moc"
