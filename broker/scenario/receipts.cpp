#include "receipts.h"

#include <algorithm>
#include <map>
#include <set>

namespace cmq::scenario {

namespace {

template <ActionType A>
typename A::Reply askOf(Simulation& simulation, A action)
{
    auto answer = simulation.takeAnswer(simulation.execute(Action(std::move(action))));
    return answer && *answer ? std::get<typename A::Reply>(std::move(**answer))
                             : typename A::Reply();
}

/// What of a queue decides about receipts.
struct Contents
{
    std::set<std::string> handles;
    std::set<std::string> ids;
};

Contents contentsOf(Simulation& simulation, const std::string& queueName)
{
    PeekMessages look;
    look.queueName = queueName;
    look.states = {MessageState::Delayed, MessageState::Active, MessageState::Inactive};
    look.limit = 10'000;
    Contents contents;
    for (const PeekedMessage& message : askOf(simulation, std::move(look)).messages) {
        contents.ids.insert(message.msgId);
        contents.handles.insert(message.receiptHandle);
    }
    return contents;
}

std::string queueOf(const Action& action)
{
    if (const auto* one = std::get_if<ReceiveMessage>(&action))
        return one->queueName;
    const auto* many = std::get_if<BatchReceiveMessage>(&action);
    return many ? many->queueName : std::string();
}

} // namespace

std::vector<Receipt> receiptsOf(const World& world, std::size_t most)
{
    std::vector<Receipt> receipts;
    world.deeds().forEach([&](const Deed& deed) {
        if (deed.by != You)
            return;
        for (const ReceivedMessage& message : deed.received)
            receipts.push_back({queueOf(deed.action), message, Receipt::State::Valid});
    });
    if (receipts.size() > most)
        receipts.erase(receipts.begin(), receipts.end() - static_cast<std::ptrdiff_t>(most));

    Simulation copy = world.simulation();
    std::map<std::string, Contents> queues;
    for (Receipt& receipt : receipts) {
        auto found = queues.find(receipt.queueName);
        if (found == queues.end())
            found = queues.emplace(receipt.queueName, contentsOf(copy, receipt.queueName)).first;
        const Contents& contents = found->second;
        if (contents.handles.contains(receipt.message.receiptHandle))
            receipt.state = Receipt::State::Valid;
        else
            receipt.state = contents.ids.contains(receipt.message.msgId) ? Receipt::State::Dead
                                                                         : Receipt::State::Gone;
    }
    return receipts;
}

std::vector<QueueAttributes> queuesOf(const World& world)
{
    Simulation copy = world.simulation();
    DescribeQueues all;
    all.limit = 1000;
    return askOf(copy, std::move(all)).queueList;
}

} // namespace cmq::scenario
