#include "sampledata.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <string>
#include <vector>

namespace {

/// Nobody waits for these answers: what fails is missing in the table, and is seen there.
template <cmq::ActionType A>
void tell(ui::Connection& connection, A action)
{
    (void)connection.call(std::move(action));
}

void send(ui::Connection& connection, const std::string& queue, int count, cmq::Seconds delay)
{
    for (int i = 1; i <= count; ++i)
        tell(connection,
             cmq::SendMessage{queue,
                              "{\n  \"order\": " + std::to_string(10'000 + i) +
                                  ",\n  \"customer\": \"林晓\",\n  \"total\": 128.50\n}",
                              delay});
}

void consume(ui::Connection& connection, const std::string& queue, int count)
{
    ui::onResult(connection.call(cmq::BatchReceiveMessage{queue, count, cmq::Seconds(0)}),
                 &connection, [&connection, queue](const cmq::Result<cmq::ReceivedMessages>& got) {
                     cmq::BatchDeleteMessage action{queue, {}};
                     if (got) {
                         for (const cmq::ReceivedMessage& message : got->msgInfoList)
                             action.receiptHandle.push_back(message.receiptHandle);
                     }
                     tell(connection, action);
                 });
}

void subscribe(ui::Connection& connection, const std::string& topic, const std::string& name,
               cmq::Protocol protocol, const std::string& endpoint,
               const std::vector<std::string>& filter)
{
    cmq::Subscribe action;
    action.topicName = topic;
    action.subscriptionName = name;
    action.protocol = protocol;
    action.endpoint = endpoint;
    (topic == "prices" ? action.bindingKey : action.filterTag) = filter;
    tell(connection, action);
}

void addTopics(ui::Connection& connection)
{
    using enum cmq::Protocol;
    tell(connection, cmq::CreateTopic{"order-events"});
    tell(connection, cmq::CreateTopic{"prices", 65'536, cmq::FilterType::Routing});
    subscribe(connection, "order-events", "billing", Queue, "invoices", {"paid", "refunded"});
    subscribe(connection, "order-events", "mails", Queue, "mails", {});
    subscribe(connection, "order-events", "archive", Queue, "archive", {}); // a queue yet to come
    subscribe(connection, "order-events", "shop", Http, "http://127.0.0.1:9180/shop", {"paid"});
    subscribe(connection, "prices", "gold-worldwide", Queue, "stock-2", {"*.gold.#"});
    subscribe(connection, "prices", "europe", Queue, "stock-10", {"eu.#", "ch.#"});
    tell(connection, cmq::PublishMessage{"order-events", "{\"order\": 10001}", {"paid"}, {}});
    tell(connection, cmq::PublishMessage{"order-events", "{\"order\": 10002}", {"created"}, {}});
}

} // namespace

void addSampleData(ui::Connection& connection)
{
    cmq::QueueSettings rewindable;
    rewindable.rewindSeconds = cmq::Seconds(43'200);
    cmq::QueueSettings patient;
    patient.visibilityTimeout = cmq::Seconds(600);
    patient.pollingWaitSeconds = cmq::Seconds(3);
    tell(connection, cmq::CreateQueue{"dead-letters", {}});
    rewindable.deadLetterPolicy = {"dead-letters", cmq::DeadLetterRule::MaxReceiveCount, 5,
                                   cmq::Seconds(0)};
    tell(connection, cmq::CreateQueue{"orders", rewindable});
    tell(connection, cmq::CreateQueue{"invoices", patient});
    tell(connection, cmq::CreateQueue{"mails", {}});
    tell(connection, cmq::CreateQueue{"shipping-labels", {}});
    tell(connection, cmq::CreateQueue{"stock-2", {}});
    tell(connection, cmq::CreateQueue{"stock-10", {}});
    send(connection, "orders", 34, cmq::Seconds(0));
    consume(connection, "orders", 8);
    send(connection, "invoices", 8, cmq::Seconds(0));
    send(connection, "dead-letters", 2, cmq::Seconds(0));
    send(connection, "mails", 1204, cmq::Seconds(0));
    send(connection, "shipping-labels", 5, cmq::Seconds(900));
    addTopics(connection);
    tell(connection, cmq::BatchReceiveMessage{"invoices", 3, cmq::Seconds(0)});
}
