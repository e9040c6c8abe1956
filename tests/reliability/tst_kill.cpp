#include "bulkledger.h"
#include "killbody.h"
#include "killer.h"

#include "embeddedbroker.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <charconv>
#include <future>
#include <map>
#include <random>
#include <set>
#include <sstream>

using namespace cmq;

namespace {

kill9::Plan plan{.kills = 100};
/// All that piles up in a store is compared after each kill. After so many messages another store
/// begins: later for a slow machine, on which less piles up.
constexpr std::uint64_t ComparedOfAStore = 500'000;

/// What is known of a message.
struct Record
{
    bool isDelayed = false;
    bool isAcknowledged = false;
    bool isRefused = false;
    bool isDeleteAsked = false;
    bool isDeleted = false;
    std::string handle; ///< of its last receive that was answered
};

/// What a child said before it was killed, line by line.
class Ledger
{
public:
    std::map<std::uint64_t, Record> entries;
    BulkLedger bulk;

    void read(const std::string& line)
    {
        if (line.starts_with("B "))
            return bulk.read(line.substr(2, 1), line.substr(3));
        std::istringstream words(line);
        char what = 0;
        std::uint64_t id = 0;
        std::string rest;
        words >> what >> id >> rest;
        Record& entry = entries[id];
        switch (what) {
        case 'S': entry.isDelayed = rest != "0"; break;
        case 's': entry.isAcknowledged = true; break;
        case 'x': entry.isRefused = true; break;
        case 'R': entry.handle = rest; break;
        case 'D': entry.isDeleteAsked = true; break;
        case 'd': entry.isDeleted = true; break;
        default: QFAIL(qPrintable("what is: " + QString::fromStdString(line)));
        }
    }
};

/// Whether a child is about to do something to thousands of messages.
bool isAboutMany(std::string_view said)
{
    return said.find("B w\n") != said.npos || said.find("B o\n") != said.npos ||
           said.find("B c\n") != said.npos;
}

/// Lets a child work for a while, often until it is just busy with thousands of messages, kills
/// it, and reads what it said. The first of a store works until it has done something to thousands,
/// however slow the machine is.
void runAndKill(const QString& folder, int number, std::minstd_rand& random, Ledger& ledger)
{
    using std::chrono::milliseconds;
    const bool isFirst = ledger.entries.empty();
    milliseconds life(random() % 8 == 0 ? 1 : 1 + random() % 250);
    if (isFirst)
        life = std::chrono::seconds(60); // at most
    const auto shorten = [&](std::string_view said) -> std::optional<milliseconds> {
        if (!isAboutMany(said))
            return std::nullopt;
        // In the middle of it, or when it is likely to be done, on a slow machine, too.
        return milliseconds(!isFirst && random() % 2 == 0 ? random() % 10 : 250);
    };
    const auto text =
        kill9::runAndKill("killchild", {folder, QString::number(number)}, life, shorten);
    QVERIFY2(text, "the child ended by itself");
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);)
        ledger.read(line);
}

template <class A>
Result<typename A::Reply> ask(Service& service, A action)
{
    std::promise<Result<typename A::Reply>> answer;
    call<A>(service, std::move(action),
            [&](Result<typename A::Reply> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

} // namespace

/// kill -9 at any moment: nothing acknowledged is lost, nothing deleted comes back, delays,
/// visibility and receipt handles are as they were. `tst_kill --kills=1000 --seed=7` for more.
class TestKill : public QObject
{
    Q_OBJECT

    std::uint64_t m_checked = 0;
    int m_together = 0;
    int m_undecided = 0;

    std::vector<PeekedMessage> everything(Service& service, const char* queue)
    {
        std::vector<PeekedMessage> all;
        PeekMessages peek{.queueName = queue, .states = {}, .limit = 10'000};
        peek.withBodies = true;
        for (;;) {
            auto page = ask(service, peek);
            if (!page) // killed before there was a queue
                return all;
            std::ranges::move(page->messages, std::back_inserter(all));
            if (!page->next)
                return all;
            peek.after = *page->next;
        }
    }

    static std::uint64_t idOf(const PeekedMessage& message)
    {
        std::uint64_t id = 0;
        std::from_chars(message.msgBody.data(), message.msgBody.data() + message.msgBody.size(),
                        id);
        return id;
    }

    /// What happened to thousands at once happened to all of them or to none.
    void settleBulk(Service& service, BulkLedger& ledger)
    {
        BulkLedger::States found;
        for (const PeekedMessage& message : everything(service, kill9::BulkQueueName)) {
            const std::uint64_t id = idOf(message);
            QCOMPARE(message.msgBody, kill9::bodyOf(id));
            const bool isNew = found
                                   .emplace(id, message.state == MessageState::Rewindable
                                                    ? BulkLedger::State::Rewindable
                                                    : BulkLedger::State::Undeleted)
                                   .second;
            QVERIFY2(isNew, qPrintable(QString("message %1 twice").arg(id)));
        }
        const std::string broken = ledger.settle(found);
        QVERIFY2(broken.empty(), broken.c_str());
        m_checked += found.size();
    }

    void check(const PeekedMessage& message, std::uint64_t id, const Record& entry)
    {
        const auto what = [&](const char* problem) {
            return qPrintable(QString("message %1 %2").arg(id).arg(problem));
        };
        QCOMPARE(message.msgBody, kill9::bodyOf(id));
        QVERIFY2(!entry.isDeleted, what("was deleted and is back"));
        QVERIFY2(!entry.isRefused, what("was refused and is there"));
        if (entry.isDelayed) {
            QVERIFY2(message.state == MessageState::Delayed, what("is no longer delayed"));
            QVERIFY2(message.nextVisibleTime == message.enqueueTime + Seconds(kill9::HideSeconds),
                     what("has another delay"));
        }
        if (!entry.handle.empty()) {
            QVERIFY2(message.state == MessageState::Inactive, what("is visible too early"));
            QCOMPARE(message.receiptHandle, entry.handle);
        }
    }

    /// Compares what is there with the ledger; what could not be known is known afterwards.
    void settle(Service& service, Ledger& ledger)
    {
        std::set<std::uint64_t> seen;
        for (const PeekedMessage& message : everything(service, kill9::QueueName)) {
            const std::uint64_t id = idOf(message);
            const auto entry = ledger.entries.find(id);
            QVERIFY2(entry != ledger.entries.end(), message.msgBody.c_str());
            QVERIFY2(seen.insert(id).second, qPrintable(QString("message %1 twice").arg(id)));
            check(message, id, entry->second);
            if (QTest::currentTestFailed())
                return;
            entry->second.isAcknowledged = true;
            if (message.state != MessageState::Inactive)
                continue;
            // The handle of before still deletes it.
            QVERIFY(ask(service, DeleteMessage{kill9::QueueName, message.receiptHandle}));
            entry->second.isDeleteAsked = entry->second.isDeleted = true;
        }
        std::erase_if(ledger.entries, [&](const auto& each) {
            const auto& [id, entry] = each;
            if (entry.isAcknowledged && !entry.isDeleteAsked && !seen.contains(id))
                QTest::qFail(qPrintable(QString("message %1 was acknowledged and is lost").arg(id)),
                             __FILE__, __LINE__);
            return !seen.contains(id) && !entry.isDeleted; // never was, or is deleted
        });
        m_checked += seen.size();
    }

    /// Kills from number `first` on, all of one store. Returns the number of the next.
    int killOneStore(int first, std::minstd_rand& random)
    {
        QTemporaryDir folder;
        Ledger ledger;
        const std::uint64_t last = m_checked + ComparedOfAStore;
        int i = first;
        for (; i <= plan.kills && m_checked < last; ++i) {
            killOnce(folder.path(), i, random, ledger);
            if (QTest::currentTestFailed()) {
                qWarning("kill %d, seed %u", i, plan.seed);
                break;
            }
        }
        m_together += ledger.bulk.together;
        m_undecided += ledger.bulk.undecided;
        return i;
    }

    void killOnce(const QString& folder, int number, std::minstd_rand& random, Ledger& ledger)
    {
        runAndKill(folder, number, random, ledger);
        if (QTest::currentTestFailed())
            return;
        BrokerOptions options;
        options.folder = folder.toStdString();
        auto broker = EmbeddedBroker::open(std::move(options));
        QVERIFY2(broker, broker ? "" : toString(broker.error()).c_str());
        QVERIFY2(!(*broker)->salvage(), "a kill is no damage");
        settle(**broker, ledger);
        if (!QTest::currentTestFailed())
            settleBulk(**broker, ledger.bulk);
    }

private slots:
    void nothingIsLostAndNothingComesBack()
    {
        std::minstd_rand random(plan.seed);
        for (int next = 1; next <= plan.kills && !QTest::currentTestFailed();)
            next = killOneStore(next, random);
        if (QTest::currentTestFailed())
            return;
        qInfo("%d kills, %llu messages compared; thousands at once %d times, %d kills before the "
              "answer",
              plan.kills, static_cast<unsigned long long>(m_checked), m_together, m_undecided);
        QVERIFY(m_checked > 0);
        QVERIFY(plan.kills < 100 || m_together > 0);
    }
};

int main(int count, char** arguments)
{
    QCoreApplication application(count, arguments);
    const QStringList rest = kill9::readPlan(QCoreApplication::arguments(), plan);
    TestKill test;
    return QTest::qExec(&test, rest);
}
#include "tst_kill.moc"
