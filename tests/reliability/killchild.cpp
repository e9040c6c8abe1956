// The process that is killed: a broker on disk under load from many callers at once. It writes to
// its output what it is going to do, before, and what was answered, after:
//   S id delay   sends           s id        acknowledged     x id   refused
//   R id handle  was received    D id        deletes          d id   acknowledged
//   B …          of the queue where things happen to many messages at once: see bulkledger.h
// killchild FOLDER NUMBER

#include "killbody.h"

#include "embeddedbroker.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <utility>

using namespace cmq;

namespace {

constexpr int Callers = 24;
constexpr std::uint64_t NumbersOfAChild = 1'000'000;

void tell(const std::string& line)
{
    if (::write(STDOUT_FILENO, line.data(), line.size()) != std::ssize(line))
        std::_Exit(0); // nobody listens any more
}

/// One of the callers; its calls follow one another, all on the broker's thread.
class Caller
{
public:
    Caller(Service& service, std::atomic<std::uint64_t>& lastId, unsigned seed)
        : m_service(service)
        , m_lastId(lastId)
        , m_random(seed)
    {
    }

    void next()
    {
        switch (m_random() % 8) {
        case 0: return send(1, Seconds(kill9::HideSeconds));
        case 1:
        case 2:
        case 3: return send(1, Seconds(0));
        case 4: return send(5, Seconds(0));
        default: return receive();
        }
    }

private:
    void send(std::size_t count, Seconds delay)
    {
        std::vector<std::uint64_t> ids;
        std::vector<std::string> bodies;
        for (std::size_t i = 0; i < count; ++i) {
            ids.push_back(++m_lastId);
            bodies.push_back(kill9::bodyOf(ids.back()));
            tell("S " + std::to_string(ids.back()) + ' ' + std::to_string(delay.count()) + '\n');
        }
        const auto answered = [this, ids](const auto& result) {
            for (const std::uint64_t id : ids)
                tell((result ? "s " : "x ") + std::to_string(id) + '\n');
            next();
        };
        if (count == 1)
            call<SendMessage>(m_service, {kill9::QueueName, bodies.front(), delay}, answered);
        else
            call<BatchSendMessage>(m_service, {kill9::QueueName, bodies, delay}, answered);
    }

    void receive()
    {
        call<ReceiveMessage>(m_service, {kill9::QueueName, {}}, [this](const auto& result) {
            if (!result)
                return next();
            const std::string id = result->msgBody.substr(0, result->msgBody.find(' '));
            tell("R " + id + ' ' + result->receiptHandle + '\n');
            if (m_random() % 4 == 0)
                return next();
            tell("D " + id + '\n');
            call<DeleteMessage>(m_service, {kill9::QueueName, result->receiptHandle},
                                [this, id](const auto& deleted) {
                                    if (deleted)
                                        tell("d " + id + '\n');
                                    next();
                                });
        });
    }

    Service& m_service;
    std::atomic<std::uint64_t>& m_lastId;
    std::minstd_rand m_random;
};

/// One caller that does one thing after the other to one queue: fills its rewind area, and then has
/// all of it rewound, dropped or cleared.
class BulkCaller
{
public:
    BulkCaller(EmbeddedBroker& broker, std::uint64_t firstId, unsigned seed)
        : m_service(broker)
        , m_nextId(firstId)
        , m_random(seed)
    {
    }

    void start()
    {
        CreateQueue create{kill9::BulkQueueName, {}};
        create.settings.visibilityTimeout = Seconds(kill9::HideSeconds);
        create.settings.rewindSeconds = Seconds(kill9::HideSeconds);
        m_service.call(create, [this](const auto&) { setRewind(); }); // it may be there already
    }

private:
    static constexpr std::int64_t Many = 2048;

    /// A killed one may have left it off, and messages.
    void setRewind()
    {
        SetQueueAttributes on{kill9::BulkQueueName, {}};
        on.change.rewindSeconds = Seconds(kill9::HideSeconds);
        call<SetQueueAttributes>(m_service, on, [](const auto&) {});
        call<GetQueueAttributes>(m_service, {kill9::BulkQueueName}, [this](const auto& result) {
            m_active = result->activeMsgNum;
            m_rewindable = result->rewindmsgNum;
            next();
        });
    }

    void next()
    {
        if (m_rewindable >= Many)
            together();
        else if (m_active >= 2 * Many) // enough to look at after each kill
            clear();
        else if (m_active >= 16 && m_random() % 4 != 0)
            consume();
        else
            send();
    }

    void together()
    {
        switch (m_random() % 4) {
        case 0: return turnRewindOff();
        case 1: return clear();
        default: return rewind();
        }
    }

    void turnRewindOff()
    {
        tell("B o\n");
        SetQueueAttributes off{kill9::BulkQueueName, {}};
        off.change.rewindSeconds = Seconds(0);
        call<SetQueueAttributes>(m_service, off, [this](const auto&) {
            tell("B a\n");
            setRewind();
        });
    }

    void clear()
    {
        tell("B c\n");
        m_active = m_rewindable = 0;
        call<ClearQueue>(m_service, {kill9::BulkQueueName}, [this](const auto&) { done(); });
    }

    void rewind()
    {
        tell("B w\n");
        m_active += std::exchange(m_rewindable, 0);
        const Time start = m_service.now() - Seconds(kill9::HideSeconds);
        call<RewindQueue>(m_service, {kill9::BulkQueueName, start}, [this](const auto& result) {
            if (!result)
                std::_Exit(3); // which the killer notices
            done();
        });
    }

    void send()
    {
        std::vector<std::string> bodies;
        const std::uint64_t first = m_nextId;
        for (int i = 0; i < 16; ++i)
            bodies.push_back(kill9::bodyOf(m_nextId++));
        m_active += 16;
        tell("B s " + std::to_string(first) + ' ' + std::to_string(m_nextId - 1) + '\n');
        call<BatchSendMessage>(m_service, {kill9::BulkQueueName, bodies, Seconds(0)},
                               [this](const auto&) { done(); });
    }

    void consume()
    {
        call<BatchReceiveMessage>(
            m_service, {kill9::BulkQueueName, 16, {}}, [this](const auto& received) {
                if (!received) {
                    m_active = 0;
                    return next();
                }
                std::string line = "B d";
                BatchDeleteMessage remove{kill9::BulkQueueName, {}};
                for (const ReceivedMessage& message : received->msgInfoList) {
                    line += ' ' + message.msgBody.substr(0, message.msgBody.find(' '));
                    remove.receiptHandle.push_back(message.receiptHandle);
                }
                const std::int64_t count = std::ssize(received->msgInfoList);
                m_active -= count;
                m_rewindable += count;
                tell(line + '\n');
                call<BatchDeleteMessage>(m_service, remove, [this](const auto&) { done(); });
            });
    }

    void done()
    {
        tell("B a\n");
        next();
    }

    EmbeddedBroker& m_service;
    std::uint64_t m_nextId;
    std::minstd_rand m_random;
    std::int64_t m_active = 0; ///< in the queue, as its only caller knows
    std::int64_t m_rewindable = 0;
};

} // namespace

int main(int count, char** arguments)
{
    if (count != 3)
        return 2;
    const std::uint64_t number = std::strtoull(arguments[2], nullptr, 10);
    BrokerOptions options;
    options.folder = arguments[1];
    options.bodyCacheBytes = 100'000; // so that bodies come from the store, too
    auto broker = EmbeddedBroker::open(std::move(options));
    if (!broker) {
        std::fprintf(stderr, "%s\n", toString(broker.error()).c_str());
        return 1;
    }
    CreateQueue create{kill9::QueueName, {}};
    create.settings.visibilityTimeout = Seconds(kill9::HideSeconds);
    (*broker)->call(create, [](const auto&) {}); // it may be there already
    std::atomic<std::uint64_t> lastId = number * NumbersOfAChild;
    std::vector<std::unique_ptr<Caller>> callers;
    for (unsigned i = 0; i < Callers; ++i) {
        callers.push_back(std::make_unique<Caller>(
            **broker, lastId, static_cast<unsigned>(number) * Callers + i + 1));
        callers.back()->next();
    }
    BulkCaller bulk(**broker, number * NumbersOfAChild + NumbersOfAChild / 2,
                    static_cast<unsigned>(number));
    bulk.start();
    for (;;)
        ::pause();
}
