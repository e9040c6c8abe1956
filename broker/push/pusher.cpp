#include "pusher.h"

#include "transfer.h"

#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>

#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

namespace cmq::push {

/// The pusher's thread and all that it owns.
class Pusher::Loop final
{
public:
    Loop(Options options, Finished finished)
        : m_options(std::move(options))
        , m_finished(std::move(finished))
    {
        curl_global_init(CURL_GLOBAL_DEFAULT);
        m_multi = curl_multi_init();
        curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, CURLPIPE_NOTHING);
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, static_cast<long>(m_options.inFlight));
        m_thread = std::thread([this] { run(); });
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;
    ~Loop()
    {
        post([this] { m_isEnding = true; });
        m_thread.join();
        for (const auto& [id, transfer] : m_inFlight)
            curl_multi_remove_handle(m_multi, transfer->handle());
        m_inFlight.clear();
        m_idle.clear();
        curl_multi_cleanup(m_multi);
        curl_global_cleanup();
    }

    template <class Change>
    void post(Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change();
        }
        curl_multi_wakeup(m_multi);
    }
    void send(Push push)
    {
        post([&] { m_arrived.push_back(std::move(push)); });
    }
    void cancel(std::uint64_t id)
    {
        post([&] { m_cancelled.push_back(id); });
    }

private:
    /// The pushes of one subscription.
    struct Lane
    {
        std::deque<Push> waiting;
        std::size_t inFlight = 0;
        bool isReady = false; ///< is in m_ready
    };
    using Lanes = std::map<std::string, Lane>;

    void run();
    bool takeInput();
    bool startWaiting();
    void start(Lane& lane);
    void makeReady(const std::string& name, Lane& lane);
    void endFinished();
    void end(std::uint64_t id, const PushResult& outcome);
    void forget(std::uint64_t id);
    std::size_t laneLimit() const;

    const Options m_options;
    const Finished m_finished;
    CURLM* m_multi = nullptr;
    std::thread m_thread;

    std::mutex m_mutex; ///< guards the next three
    std::vector<Push> m_arrived;
    std::vector<std::uint64_t> m_cancelled;
    bool m_isEnding = false;

    // Of the thread alone.
    Lanes m_lanes;
    /// Lanes that have something to send and are below their own limit, in turn.
    std::deque<std::string> m_ready;
    std::unordered_map<std::uint64_t, std::unique_ptr<Transfer>> m_inFlight;
    std::vector<std::unique_ptr<Transfer>> m_idle;
};

void Pusher::Loop::run()
{
    // A peer that is gone is an error of one push, not the end of the program.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);

    constexpr int idleMs = 1000;
    while (takeInput()) {
        startWaiting();
        int running = 0;
        curl_multi_perform(m_multi, &running);
        endFinished();
        if (!startWaiting())
            curl_multi_poll(m_multi, nullptr, 0, idleMs, nullptr);
    }
}

/// Takes what others posted; false when it is time to end.
bool Pusher::Loop::takeInput()
{
    std::vector<Push> arrived;
    std::vector<std::uint64_t> cancelled;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isEnding)
            return false;
        arrived.swap(m_arrived);
        cancelled.swap(m_cancelled);
    }
    for (Push& push : arrived) {
        const std::string name = Transfer::laneOf(push);
        Lane& lane = m_lanes[name];
        lane.waiting.push_back(std::move(push));
        makeReady(name, lane);
    }
    for (const std::uint64_t id : cancelled)
        forget(id);
    return true;
}

void Pusher::Loop::makeReady(const std::string& name, Lane& lane)
{
    if (lane.waiting.empty() || lane.inFlight >= m_options.inFlightPerSubscription)
        return;
    if (!std::exchange(lane.isReady, true))
        m_ready.push_back(name);
}

std::size_t Pusher::Loop::laneLimit() const
{
    return m_inFlight.size() < m_options.inFlight / 2 ? m_options.inFlightPerSubscription : 1;
}

/// Gives free places to the lanes in turn, one at a time. Returns whether any was given.
bool Pusher::Loop::startWaiting()
{
    bool hasStarted = false;
    std::size_t passedOver = 0;
    while (passedOver < m_ready.size() && m_inFlight.size() < m_options.inFlight) {
        const std::string name = std::move(m_ready.front());
        m_ready.pop_front();
        Lane& lane = m_lanes[name];
        if (lane.inFlight >= laneLimit()) {
            ++passedOver;
            m_ready.push_back(name);
            continue;
        }
        lane.isReady = false;
        if (lane.waiting.empty()) // what was to be sent was cancelled
            continue;
        start(lane);
        hasStarted = true;
        passedOver = 0;
        if (const auto found = m_lanes.find(name); found != m_lanes.end())
            makeReady(name, found->second);
    }
    return hasStarted;
}

void Pusher::Loop::start(Lane& lane)
{
    std::unique_ptr<Transfer> transfer;
    if (m_idle.empty()) {
        transfer = std::make_unique<Transfer>(m_options);
    } else {
        transfer = std::move(m_idle.back());
        m_idle.pop_back();
    }
    Push push = std::move(lane.waiting.front());
    lane.waiting.pop_front();
    ++lane.inFlight;
    const std::uint64_t id = push.id;
    Transfer& started = *transfer;
    m_inFlight.insert_or_assign(id, std::move(transfer));
    if (!started.prepare(std::move(push)))
        return end(id, started.outcome(CURLE_URL_MALFORMAT));
    curl_multi_add_handle(m_multi, started.handle());
}

void Pusher::Loop::endFinished()
{
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char* self = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &self);
        const auto& transfer = *reinterpret_cast<Transfer*>(self);
        const CURLcode code = message->data.result;
        end(transfer.id(), transfer.outcome(code));
    }
}

void Pusher::Loop::end(std::uint64_t id, const PushResult& outcome)
{
    forget(id);
    m_finished(id, outcome);
}

/// Frees the place of a push, or takes it out of the line.
void Pusher::Loop::forget(std::uint64_t id)
{
    if (auto node = m_inFlight.extract(id); !node.empty()) {
        std::unique_ptr<Transfer> transfer = std::move(node.mapped());
        curl_multi_remove_handle(m_multi, transfer->handle());
        transfer->clear();
        const auto found = m_lanes.find(transfer->lane());
        --found->second.inFlight;
        makeReady(found->first, found->second);
        if (found->second.inFlight == 0 && !found->second.isReady)
            m_lanes.erase(found);
        m_idle.push_back(std::move(transfer));
        return;
    }
    for (auto& [name, lane] : m_lanes) {
        if (std::erase_if(lane.waiting, [&](const Push& push) { return push.id == id; }) > 0)
            return;
    }
}

Pusher::Pusher(Options options, Finished finished)
    : m_loop(std::make_unique<Loop>(std::move(options), std::move(finished)))
{
}

Pusher::~Pusher() = default;

void Pusher::send(Push push)
{
    m_loop->send(std::move(push));
}

void Pusher::cancel(std::uint64_t id)
{
    m_loop->cancel(id);
}

} // namespace cmq::push
