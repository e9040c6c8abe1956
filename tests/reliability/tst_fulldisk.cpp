#include "embeddedbroker.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <future>
#include <set>
#include <string>

using namespace cmq;

namespace {

constexpr char Options[] = "size=4m";

/// A name space in which this process may mount, without being anybody special outside.
bool enterOwnMounts()
{
    const auto user = std::to_string(getuid()), group = std::to_string(getgid());
    if (unshare(CLONE_NEWNS) != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " + user + " 1";
        std::ofstream("/proc/self/gid_map") << "0 " + group + " 1";
    }
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace

/// A real disk of 4 MiB that fills and is emptied again.
class TestFullDisk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_mountPoint;
    std::unique_ptr<EmbeddedBroker> m_broker;
    std::multiset<std::string> m_there; ///< bodies that were acknowledged and not deleted
    int m_last = 0;

    template <class A>
    Result<typename A::Reply> ask(A action)
    {
        std::promise<Result<typename A::Reply>> answer;
        call<A>(*m_broker, std::move(action),
                [&](Result<typename A::Reply> result) { answer.set_value(std::move(result)); });
        return answer.get_future().get();
    }

    void open()
    {
        BrokerOptions options;
        options.folder = m_mountPoint.filePath("store").toStdString();
        auto broker = EmbeddedBroker::open(std::move(options));
        QVERIFY2(broker, broker ? "" : toString(broker.error()).c_str());
        m_broker = std::move(*broker);
    }
    Result<MessageIdReply> send()
    {
        std::string body = std::to_string(++m_last);
        body.resize(1024, '.');
        auto sent = ask(SendMessage{"q", body, Seconds(0)});
        if (sent)
            m_there.insert(body);
        return sent;
    }
    /// Sends until it is refused, and looks at the refusal.
    void fill()
    {
        for (auto sent = send();; sent = send()) {
            QVERIFY(m_there.size() < 10'000);
            if (sent)
                continue;
            QCOMPARE(sent.error().code, 6000);
            QVERIFY2(sent.error().detail.find("disk is full") != std::string::npos,
                     sent.error().detail.c_str());
            QCOMPARE(sent.error().outcome, Outcome::DidNotHappen);
            return;
        }
    }
    /// Receives and deletes so many; the rest of what there is stays hidden.
    void consume(std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            const auto message = ask(ReceiveMessage{"q", Seconds(0)});
            QVERIFY2(message, message ? "" : toString(message.error()).c_str());
            QCOMPARE(m_there.erase(message->msgBody), std::size_t(1));
            const auto deleted = ask(DeleteMessage{"q", message->receiptHandle});
            QVERIFY2(deleted, deleted ? "" : toString(deleted.error()).c_str());
        }
    }
    /// What there is, is what was acknowledged.
    void checkAll()
    {
        std::multiset<std::string> found;
        PeekMessages peek{.queueName = "q", .limit = 10'000, .withBodies = true};
        const auto page = ask(peek);
        QVERIFY2(page, page ? "" : toString(page.error()).c_str());
        for (const PeekedMessage& message : page->messages)
            found.insert(message.msgBody);
        QCOMPARE(found.size(), m_there.size());
        QVERIFY(found == m_there);
    }

private slots:
    void init()
    {
        m_there.clear();
        const QByteArray place = m_mountPoint.path().toUtf8();
        if (mount("tmpfs", place.constData(), "tmpfs", 0, Options) != 0)
            QSKIP(qPrintable(QString("A small disk cannot be mounted here: %1. As root it can.")
                                 .arg(std::strerror(errno))));
        open();
        QVERIFY(ask(CreateQueue{"q", {}}));
    }
    void cleanup()
    {
        m_broker.reset();
        umount(m_mountPoint.path().toUtf8().constData());
    }

    void somebodyElseFillsItAndFreesIt()
    {
        QFile other(m_mountPoint.filePath("other"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(posix_fallocate(other.handle(), 0, 1 << 20) == 0);
        fill();
        QTRY_VERIFY(m_broker->totals().isDiskFull);
        consume(m_there.size() / 2);
        QCOMPARE(send().error().code, 6000); // while the rest goes on
        QVERIFY(ask(GetQueueAttributes{"q"}));
        checkAll();
        QVERIFY(other.remove());
        QTRY_VERIFY_WITH_TIMEOUT(send(), 30'000);
        QTRY_VERIFY(!m_broker->totals().isDiskFull);
        for (int i = 0; i < 100; ++i)
            QVERIFY(send());
        m_broker.reset();
        open();
        checkAll();
    }

    void deletesMakeRoom()
    {
        fill();
        consume(m_there.size());
        QTRY_VERIFY_WITH_TIMEOUT(send(), 30'000);
        fill();
        checkAll();
    }

    void clearingMakesRoom()
    {
        fill();
        QVERIFY(ask(ClearQueue{"q"}));
        m_there.clear();
        QTRY_VERIFY_WITH_TIMEOUT(send(), 30'000);
        checkAll();
        m_broker.reset();
        open();
        checkAll();
    }
};

int main(int count, char** arguments)
{
    // Before there are threads, which would be in the way.
    (void)enterOwnMounts();
    QCoreApplication application(count, arguments);
    TestFullDisk test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_fulldisk.moc"
