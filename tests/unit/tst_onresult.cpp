#include "ui/common/onresult.h"

#include "tests/suite.h"

#include <QPromise>
#include <QTest>

#include <optional>
#include <thread>

namespace tst_onresult {

using namespace ui;
using Number = cmq::Result<int>;

/// The one way to consume a call: always later, always here, never after the context.
class TestOnResult final : public QObject
{
    Q_OBJECT

private slots:
    void finishedFutureIsHandledLater();
    void resultOfAnotherThreadIsHandledHere();
    void errorIsHandled();
    void droppedRequestIsCancelled();
    void cancelledRequestIsCancelled();
    void goneContextHearsNothing();
};

static QFuture<Number> finished(Number result)
{
    QPromise<Number> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

void TestOnResult::finishedFutureIsHandledLater()
{
    int heard = 0;
    onResult(finished(7), this, [&](const Number& number) { heard = *number; });
    QCOMPARE(heard, 0);
    QTRY_COMPARE(heard, 7);
    QTest::qWait(0);
    QCOMPARE(findChildren<QFutureWatcherBase*>().size(), 0);
}

void TestOnResult::resultOfAnotherThreadIsHandledHere()
{
    QPromise<Number> promise;
    promise.start();
    std::optional<std::thread::id> where;
    onResult(promise.future(), this, [&](const Number&) { where = std::this_thread::get_id(); });
    std::thread other([&] {
        promise.addResult(1);
        promise.finish();
    });
    QTRY_VERIFY(where);
    other.join();
    QVERIFY(*where == std::this_thread::get_id());
}

void TestOnResult::errorIsHandled()
{
    std::optional<cmq::ErrorId> heard;
    onResult(finished(cmq::fail(cmq::ErrorId::QueueNotFound)), this,
             [&](const Number& number) { heard = number.error().id; });
    QTRY_VERIFY(heard);
    QVERIFY(*heard == cmq::ErrorId::QueueNotFound);
}

void TestOnResult::droppedRequestIsCancelled()
{
    std::optional<cmq::ErrorId> heard;
    {
        QPromise<Number> promise;
        promise.start();
        onResult(promise.future(), this, [&](const Number& number) { heard = number.error().id; });
    }
    QTRY_VERIFY(heard);
    QVERIFY(*heard == cmq::ErrorId::Cancelled);
}

void TestOnResult::cancelledRequestIsCancelled()
{
    QPromise<Number> promise;
    promise.start();
    std::optional<cmq::ErrorId> heard;
    QFuture<Number> future = promise.future();
    onResult(future, this, [&](const Number& number) { heard = number.error().id; });
    future.cancel();
    promise.addResult(3); // too late
    promise.finish();
    QTRY_VERIFY(heard);
    QVERIFY(*heard == cmq::ErrorId::Cancelled);
}

void TestOnResult::goneContextHearsNothing()
{
    bool heard = false;
    {
        QObject context;
        onResult(finished(1), &context, [&](const Number&) { heard = true; });
    }
    QTest::qWait(0);
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

CMQ_TEST(onresult, TestOnResult)

} // namespace tst_onresult
#include "tst_onresult.moc"
