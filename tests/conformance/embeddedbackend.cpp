#include "backend.h"

#include "clock.h"
#include "embeddedbroker.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <future>
#include <mutex>
#include <utility>

using namespace cmq;

namespace conformance {

namespace {

/// Where stores go. The rules are tested here, not the disk: memory that looks like one, if there
/// is.
QString storeFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/cmq-conformance-XXXXXX");
}

/// Pushes on their way to the test.
struct PushBox
{
    std::mutex mutex; ///< guards what follows
    std::vector<Pushed> pushes;
    PushSender::Finished finished;
};

/// Sends pushes to the test.
class BoxSender final : public PushSender
{
public:
    explicit BoxSender(std::shared_ptr<PushBox> box)
        : m_box(std::move(box))
    {
    }

    void start(Finished finished) override
    {
        const std::lock_guard lock(m_box->mutex);
        m_box->finished = std::move(finished);
    }
    void send(engine::PushRequest request, std::string body) override
    {
        const std::lock_guard lock(m_box->mutex);
        m_box->pushes.push_back({std::move(request), std::move(body)});
    }
    void cancel(std::uint64_t pushId) override
    {
        const std::lock_guard lock(m_box->mutex);
        std::erase_if(m_box->pushes,
                      [&](const Pushed& push) { return push.request.pushId == pushId; });
    }

private:
    const std::shared_ptr<PushBox> m_box;
};

/// The broker of the product with its thread and its store, on a clock that is told.
class EmbeddedBackend final : public Backend
{
public:
    EmbeddedBackend(const Behaviour& behaviour, bool isOnDisk)
        : m_behaviour(behaviour)
        , m_isOnDisk(isOnDisk)
    {
        if (!m_folder.isValid())
            qFatal("no folder for the store: %s", qPrintable(m_folder.errorString()));
        open();
    }

    Service& service() override { return *m_broker; }
    Time now() const override { return m_broker->now(); }

    void advance(Milliseconds duration) override
    {
        std::promise<void> done;
        m_broker->advance(duration, [&](const Result<Time>&) { done.set_value(); });
        done.get_future().wait();
    }

    /// Inputs are executed in their order, and answered before what comes later.
    void settle() override { advance(Milliseconds(0)); }

    void restart() override
    {
        m_broker.reset();
        (void)takePushes();
        open();
    }

    bool isSubscriber() const override { return true; }

    std::vector<Pushed> takePushes() override
    {
        const std::lock_guard lock(m_pushes->mutex);
        return std::exchange(m_pushes->pushes, {});
    }

    void finishPush(std::uint64_t pushId, const engine::PushOutcome& outcome) override
    {
        {
            const std::lock_guard lock(m_pushes->mutex);
            m_pushes->finished(pushId, outcome);
        }
        settle();
    }

private:
    void open()
    {
        BrokerOptions options;
        if (m_isOnDisk)
            options.folder = m_folder.filePath(QStringLiteral("store")).toStdString();
        options.behaviour = m_behaviour;
        options.clock = m_clock;
        options.seed = 1;
        options.pushSender = std::make_unique<BoxSender>(m_pushes);
        // Small, so that bodies come from the store, too.
        options.bodyCacheBytes = 1024;
        auto broker = EmbeddedBroker::open(std::move(options));
        if (!broker)
            qFatal("%s", toString(broker.error()).c_str());
        m_broker = std::move(*broker);
    }

    const Behaviour m_behaviour;
    const bool m_isOnDisk;
    const QTemporaryDir m_folder{storeFolder()};
    const std::shared_ptr<VirtualClock> m_clock = std::make_shared<VirtualClock>(StartTime);
    const std::shared_ptr<PushBox> m_pushes = std::make_shared<PushBox>();
    std::unique_ptr<EmbeddedBroker> m_broker;
};

} // namespace

std::unique_ptr<Backend> makeMemoryBackend(const Behaviour& behaviour)
{
    return std::make_unique<EmbeddedBackend>(behaviour, false);
}

std::unique_ptr<Backend> makeDiskBackend(const Behaviour& behaviour)
{
    return std::make_unique<EmbeddedBackend>(behaviour, true);
}

} // namespace conformance
