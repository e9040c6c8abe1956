#include "backend.h"

#include "app/console/remoteservice.h"

#include "endpoint/endpoint.h"

#include <QtGlobal>

#include <condition_variable>
#include <future>
#include <mutex>

using namespace cmq;

namespace conformance {

namespace {

constexpr const char* SecretId = "AKIDconformance";
constexpr const char* SecretKey = "a key that both sides know";

/// How many calls are open on each side of the wire.
class Tally final
{
public:
    enum Side { Client, Broker };

    void add(Side side, int change)
    {
        const std::lock_guard lock(m_mutex);
        m_open[side] += change;
        m_begun += side == Broker && change > 0 ? 1 : 0;
        m_changed.notify_all();
    }
    /// Nothing is on its way, in neither direction: what the client waits for, the broker has.
    void waitForEqual()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_open[Client] == m_open[Broker]; });
    }
    /// Whether that is so, and the broker has been asked nothing since `begun`.
    [[nodiscard]] bool isEqualSince(std::uint64_t begun)
    {
        const std::lock_guard lock(m_mutex);
        return m_open[Client] == m_open[Broker] && m_begun == begun;
    }
    /// How often the broker was asked something.
    [[nodiscard]] std::uint64_t begun()
    {
        const std::lock_guard lock(m_mutex);
        return m_begun;
    }

private:
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    int m_open[2] = {0, 0};
    std::uint64_t m_begun = 0;
};

/// A service that counts on the way to another one.
class Counted final : public Service
{
public:
    Counted(Service& service, Tally& tally, Tally::Side side)
        : m_service(service)
        , m_tally(tally)
        , m_side(side)
    {
    }

    RequestId call(Action action, Completion completion) override
    {
        const RequestId request = m_service.call(
            std::move(action), [&tally = m_tally, side = m_side,
                                completion = std::move(completion)](Result<Reply> result) {
                completion(std::move(result));
                tally.add(side, -1);
            });
        m_tally.add(m_side, 1); // only now is it ahead of what the broker is asked next
        return request;
    }
    void cancel(RequestId request) override { m_service.cancel(request); }
    bool supports(const Action& action) const override { return m_service.supports(action); }

private:
    Service& m_service;
    Tally& m_tally;
    const Tally::Side m_side;
};

/// The console's client, the wire, and the endpoint with the broker of the product behind it.
class HttpBackend final : public Backend
{
public:
    enum class Api { V2, Cloud };

    HttpBackend(const Behaviour& behaviour, Api api)
        : m_api(api)
        , m_broker(makeDiskBackend(behaviour))
    {
        open();
    }
    ~HttpBackend() override { close(); }

    Service& service() override { return *m_client; }
    Time now() const override { return m_broker->now(); }

    void advance(Milliseconds duration) override
    {
        m_broker->advance(duration);
        settle();
    }

    void settle() override
    {
        flush();
        std::uint64_t begun = 0;
        do {
            m_tally.waitForEqual();
            begun = m_tally.begun();
            m_broker->settle(); // what the broker has left now waits for a message
            // Unless one call is several requests, and the next one has arrived meanwhile.
        } while (!m_tally.isEqualSince(begun));
    }

    void restart() override
    {
        close();
        m_broker->restart();
        open();
    }

    bool isSubscriber() const override { return m_broker->isSubscriber(); }
    std::vector<Pushed> takePushes() override { return m_broker->takePushes(); }
    void finishPush(std::uint64_t pushId, const engine::PushOutcome& outcome) override
    {
        m_broker->finishPush(pushId, outcome);
        settle();
    }

private:
    void open()
    {
        m_served = std::make_unique<Counted>(m_broker->service(), m_tally, Tally::Broker);
        endpoint::EndpointOptions options;
        options.keys = {{SecretId, SecretKey}};
        auto endpoint = endpoint::Endpoint::start(*m_served, std::move(options));
        if (!endpoint)
            qFatal("%s", toString(endpoint.error()).c_str());
        m_endpoint = std::move(*endpoint);

        RemoteOptions remote;
        remote.queueUrl = QUrl(QString::fromStdString(m_endpoint->url()));
        remote.secretId = SecretId;
        remote.secretKey = SecretKey;
        if (m_api == Api::Cloud)
            remote.cloudUrl = remote.queueUrl;
        remote.keepsCallRates = false;
        m_remote = std::make_unique<RemoteService>(std::move(remote));
        m_client = std::make_unique<Counted>(*m_remote, m_tally, Tally::Client);
    }

    /// What the client was told before is under way, cancelled calls above all: it answers an
    /// action that is not in the API at once, in its turn.
    void flush()
    {
        std::promise<void> done;
        m_remote->call(PeekMessages{}, [&](const Result<Reply>&) { done.set_value(); });
        done.get_future().wait();
    }

    void close()
    {
        m_client.reset();
        m_remote.reset();
        m_endpoint.reset();
        m_served.reset();
    }

    const Api m_api;
    Tally m_tally;
    const std::unique_ptr<Backend> m_broker;
    std::unique_ptr<Counted> m_served;
    std::unique_ptr<endpoint::Endpoint> m_endpoint;
    std::unique_ptr<RemoteService> m_remote;
    std::unique_ptr<Counted> m_client;
};

} // namespace

std::unique_ptr<Backend> makeHttpBackend(const Behaviour& behaviour)
{
    return std::make_unique<HttpBackend>(behaviour, HttpBackend::Api::V2);
}

std::unique_ptr<Backend> makeCloudBackend(const Behaviour& behaviour)
{
    return std::make_unique<HttpBackend>(behaviour, HttpBackend::Api::Cloud);
}

} // namespace conformance
