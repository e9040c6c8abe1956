// The process that is killed: a broker on disk that pushes what many callers publish. It writes to
// its output what it is going to do, before, and what was answered, after:
//   S id        publishes        s id msgId   accepted     x id   refused
// publishchild FOLDER NUMBER PORT

#include "killbody.h"

#include "embeddedbroker.h"
#include "httppushsender.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace cmq;

namespace {

constexpr int Callers = 8;
constexpr std::uint64_t NumbersOfAChild = 1'000'000;
constexpr std::uint64_t MessagesOfAChild = 200; ///< then it only delivers

void tell(const std::string& line)
{
    if (::write(STDOUT_FILENO, line.data(), line.size()) != std::ssize(line))
        std::_Exit(0); // nobody listens any more
}

void publishNext(Service& service, std::atomic<std::uint64_t>& lastId)
{
    const std::uint64_t id = ++lastId;
    if (id % NumbersOfAChild > MessagesOfAChild)
        return;
    tell("S " + std::to_string(id) + '\n');
    PublishMessage publish{kill9::TopicName, kill9::bodyOf(id)};
    if (id % kill9::HopelessOneIn == 0)
        publish.msgTag = {kill9::HopelessTag};
    call<PublishMessage>(service, publish, [&service, &lastId, id](const auto& result) {
        if (result)
            tell("s " + std::to_string(id) + ' ' + result->msgId + '\n');
        else
            tell("x " + std::to_string(id) + '\n');
        publishNext(service, lastId);
    });
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 4)
        return 2;
    BrokerOptions options;
    options.folder = arguments[1];
    options.bodyCacheBytes = 100'000; // so that bodies come from the store, too
    options.behaviour.allowLocalPush = true;
    push::Options push;
    push.allowsLocal = true;
    options.pushSender = std::make_unique<HttpPushSender>(push);
    auto broker = EmbeddedBroker::open(std::move(options));
    if (!broker) {
        std::fprintf(stderr, "%s\n", toString(broker.error()).c_str());
        return 1;
    }
    // They may be there already.
    const auto ignore = [](const auto&) {};
    (*broker)->call(CreateQueue{kill9::QueueName, {}}, ignore);
    (*broker)->call(CreateTopic{kill9::TopicName}, ignore);
    for (const Subscribe& subscribe : kill9::subscriptions(arguments[3]))
        (*broker)->call(subscribe, ignore);
    std::atomic<std::uint64_t> lastId = std::strtoull(arguments[2], nullptr, 10) * NumbersOfAChild;
    for (int i = 0; i < Callers; ++i)
        publishNext(**broker, lastId);
    for (;;)
        ::pause();
}
