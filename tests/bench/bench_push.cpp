#include "measure.h"

#include "embeddedbroker.h"
#include "httppushsender.h"
#include "push/httpreceiver.h"
#include "push/pusher.h"

#include <curl/curl.h>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <map>
#include <mutex>

// HTTP pushes to a receiver on this machine: how many, next to bare libcurl, and whether a dead
// subscriber is felt by the others.
// push [rate] [broker] [dead] [--seconds=3] [--subscriptions=64]

namespace {

using namespace bench;
using namespace cmq;
using namespace std::chrono_literals;

std::unique_ptr<push::HttpReceiver> listen()
{
    auto receiver = push::HttpReceiver::listen(0, [](const push::ReceivedRequest& request) {
        push::ReceiverAnswer answer;
        answer.hangs = request.target == "/dead";
        return answer;
    });
    if (!receiver)
        std::exit(1);
    return std::move(*receiver);
}

std::string urlOf(const push::HttpReceiver& receiver, const char* target = "/")
{
    return "http://127.0.0.1:" + std::to_string(receiver.port()) + target;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*)
{
    return size * count;
}

/// Bare libcurl: one thread, one multi handle, kept connections, so many transfers at a time.
double curlRate(const std::string& url, int atATime, double seconds)
{
    CURLM* multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(atATime));
    curl_slist* headers = curl_slist_append(nullptr, "Expect:");
    const std::string body = bodyOf(1024);
    std::vector<CURL*> transfers;
    for (int i = 0; i < atATime; ++i) {
        CURL* transfer = curl_easy_init();
        curl_easy_setopt(transfer, CURLOPT_URL, url.c_str());
        curl_easy_setopt(transfer, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(transfer, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(transfer, CURLOPT_POSTFIELDS, body.data());
        curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, &ignore);
        curl_easy_setopt(transfer, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(transfer, CURLOPT_PROXY, "");
        curl_multi_add_handle(multi, transfer);
        transfers.push_back(transfer);
    }
    const auto start = bench::Clock::now();
    std::uint64_t done = 0;
    while (secondsSince(start) < seconds) {
        int running = 0;
        curl_multi_perform(multi, &running);
        int left = 0;
        bool isAnyDone = false;
        while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
            CURL* transfer = message->easy_handle;
            curl_multi_remove_handle(multi, transfer);
            curl_multi_add_handle(multi, transfer);
            ++done;
            isAnyDone = true;
        }
        if (!isAnyDone)
            curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
    }
    const double rate = static_cast<double>(done) / secondsSince(start);
    for (CURL* transfer : transfers) {
        curl_multi_remove_handle(multi, transfer);
        curl_easy_cleanup(transfer);
    }
    curl_slist_free_all(headers);
    curl_multi_cleanup(multi);
    return rate;
}

push::Options localPush(Milliseconds timeout = 15s)
{
    push::Options options;
    options.allowsLocal = true;
    options.timeout = timeout;
    return options;
}

/// Keeps `each` pushes of every subscription on their way, and notes how long they take.
class Load
{
public:
    Load(int subscriptions, int each, std::string url)
        : m_url(std::move(url))
        , m_body(bodyOf(1024))
        , m_pusher(localPush(),
                   [this](std::uint64_t id, const push::PushResult& result) { ended(id, result); })
    {
        for (int i = 0; i < subscriptions * each; ++i)
            send(i % subscriptions);
    }
    /// Pushes of a subscriber that never answers.
    void addDead(const std::string& url, int count)
    {
        for (int i = 0; i < count; ++i)
            m_pusher.send(make(std::uint64_t(1) << 60U | unsigned(i), url, "dead"));
    }
    double run(double seconds)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_times = {};
            m_done = 0;
        }
        const auto start = bench::Clock::now();
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::duration<double>(seconds), [] { return false; });
        return static_cast<double>(m_done) / secondsSince(start);
    }
    [[nodiscard]] const Samples& times() const { return m_times; }

private:
    push::Push make(std::uint64_t id, const std::string& url, const std::string& subscription)
    {
        push::Push push;
        push.id = id;
        push.url = url;
        push.format = NotifyContentFormat::Simplified;
        push.topicName = "news";
        push.subscriptionName = subscription;
        push.msgId = id;
        push.body = m_body;
        return push;
    }
    void send(int subscription)
    {
        const std::lock_guard lock(m_mutex);
        const std::uint64_t id = ++m_lastId;
        m_started[id] = {subscription, bench::Clock::now()};
        m_pusher.send(make(id, m_url, "s" + std::to_string(subscription)));
    }
    void ended(std::uint64_t id, const push::PushResult& result)
    {
        int subscription = 0;
        {
            const std::lock_guard lock(m_mutex);
            const auto started = m_started.extract(id);
            if (started.empty()) // of the dead
                return;
            if (!result.isDelivered) {
                std::fprintf(stderr, "a push failed: %s\n", result.reason.c_str());
                std::exit(1);
            }
            subscription = started.mapped().first;
            m_times.add(bench::Clock::now() - started.mapped().second);
            ++m_done;
        }
        send(subscription);
    }

    const std::string m_url;
    const std::string m_body;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::map<std::uint64_t, std::pair<int, bench::Clock::time_point>> m_started;
    std::uint64_t m_lastId = 0;
    std::uint64_t m_done = 0;
    Samples m_times;
    push::Pusher m_pusher; // last: it calls us
};

void rate(int subscriptions, double seconds)
{
    const auto receiver = listen();
    double floor = 0;
    for (const int atATime : {64, 128, 240})
        floor = std::max(floor, curlRate(urlOf(*receiver), atATime, seconds / 2));
    double pushed = 0;
    {
        Load load(subscriptions, 2, urlOf(*receiver));
        (void)load.run(seconds / 4); // warm
        pushed = load.run(seconds);
    }
    std::printf(
        "  %d subscriptions: %.0f pushes/s; floor, bare libcurl multi: %.0f; ratio %.2f (aim "
        "0.6)\n",
        subscriptions, pushed, floor, pushed / floor);
}

template <class A>
typename A::Reply ask(Service& service, A action)
{
    std::promise<Result<typename A::Reply>> answer;
    call<A>(service, std::move(action),
            [&](Result<typename A::Reply> result) { answer.set_value(std::move(result)); });
    auto result = answer.get_future().get();
    if (!result) {
        std::fprintf(stderr, "the benchmark failed: %s\n", toString(result.error()).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

/// From PublishMessage on disk to the answer of 64 subscribers, all deliveries durable.
void broker(int subscriptions, double seconds)
{
    const auto receiver = listen();
    const Folder folder;
    BrokerOptions options;
    options.folder = folder.path();
    options.behaviour.allowLocalPush = true;
    options.pushSender = std::make_unique<HttpPushSender>(localPush());
    auto opened = EmbeddedBroker::open(std::move(options));
    if (!opened)
        std::exit(1);
    ask(**opened, CreateTopic{"news"});
    for (int i = 0; i < subscriptions; ++i) {
        Subscribe subscribe{"news", "s" + std::to_string(i), Protocol::Http, urlOf(*receiver)};
        subscribe.notifyContentFormat = NotifyContentFormat::Simplified;
        ask(**opened, subscribe);
    }
    const std::string body = bodyOf(1024);
    const auto start = bench::Clock::now();
    std::uint64_t published = 0;
    // As many waiting as keep every subscription busy, and no more.
    while (secondsSince(start) < seconds) {
        if (ask(**opened, GetTopicAttributes{"news"}).msgCount < 32)
            published +=
                ask(**opened, BatchPublishMessage{"news", std::vector(16, body)}).msgIds.size();
    }
    while (ask(**opened, GetTopicAttributes{"news"}).msgCount > 0)
        ;
    const double pushed = static_cast<double>(published) * subscriptions / secondsSince(start);
    std::printf("  through the broker, on disk: %.0f pushes/s\n", pushed);
}

void dead(double seconds)
{
    const auto receiver = listen();
    const auto grave = listen();
    Samples alone, together;
    {
        Load load(99, 1, urlOf(*receiver));
        (void)load.run(seconds / 4);
        (void)load.run(seconds);
        alone = load.times();
    }
    {
        Load load(99, 1, urlOf(*receiver));
        load.addDead(urlOf(*grave, "/dead"), 1000);
        (void)load.run(seconds / 4);
        (void)load.run(seconds);
        together = load.times();
    }
    std::printf(
        "  99 subscriptions: %s\n  and one that is dead: %s; p99 ratio %.2f (aim: 2 at most)\n",
        alone.toString().c_str(), together.toString().c_str(),
        together.percentile(0.99) / alone.percentile(0.99));
}

} // namespace

int main(int count, char** values)
{
    const Arguments arguments(count, values);
    const double seconds = arguments.number("seconds", 3);
    const int subscriptions = static_cast<int>(arguments.number("subscriptions", 64));
    curl_global_init(CURL_GLOBAL_DEFAULT);
    std::printf("HTTP pushes to a receiver on this machine, 1 KiB\n");
    if (arguments.wants("rate"))
        rate(subscriptions, seconds);
    if (arguments.wants("broker"))
        broker(subscriptions, seconds);
    if (arguments.wants("dead"))
        dead(seconds);
}
