// The process that is killed: a broker on disk under load from many callers at once. It writes to
// its output what it is going to do, before, and what was answered, after:
//   S id delay   sends           s id        acknowledged     x id   refused
//   R id handle  was received    D id        deletes          d id   acknowledged
// killchild FOLDER NUMBER

#include "killbody.h"

#include "embeddedbroker.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <random>

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
    for (;;)
        ::pause();
}
