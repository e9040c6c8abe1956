// cmq-endpoint: an embedded broker behind CMQ's HTTP API.
#include "options.h"
#include "receiver.h"
#include "runscenario.h"

#include "clock.h"
#include "embeddedbroker.h"
#include "endpoint/endpoint.h"
#include "httppushsender.h"

#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

constexpr int WrongUse = 2;

class Log final
{
public:
    explicit Log(app::LogLevel level)
        : m_level(level)
    {
    }
    void write(app::LogLevel level, const std::string& text) const
    {
        if (level <= m_level)
            std::fprintf(stderr, "%s\n", text.c_str());
    }

private:
    app::LogLevel m_level;
};

int refuse(const std::string& sentence)
{
    std::fprintf(stderr, "cmq-endpoint: %s\n", sentence.c_str());
    return WrongUse;
}

/// Ten thousand connections need more files than a shell gives.
void allowManyFiles()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

/// The signals that end the program are waited for by `main`, and by nobody else.
sigset_t blockEndSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

cmq::Result<std::unique_ptr<cmq::EmbeddedBroker>>
openBroker(const app::EndpointProgramOptions& options, std::shared_ptr<cmq::Clock> clock)
{
    cmq::BrokerOptions broker;
    broker.folder = options.dataFolder;
    broker.behaviour = options.behaviour;
    broker.clock = std::move(clock);
    cmq::push::Options push;
    push.allowsLocal = options.behaviour.allowLocalPush;
    broker.pushSender = std::make_unique<cmq::HttpPushSender>(std::move(push));
    return cmq::EmbeddedBroker::open(std::move(broker));
}

/// Writes a line about each request.
class RequestLog final : public cmq::endpoint::RequestObserver
{
public:
    explicit RequestLog(const Log& log)
        : m_log(log)
    {
    }
    bool isListening() override { return true; }
    void served(cmq::endpoint::ServedRequest request) override
    {
        std::string line = request.peer + " " + request.method + " ";
        line += request.action ? cmq::actionTraits(*request.action).name : "-";
        line += " " + std::to_string(request.code) + " " +
                std::to_string(request.duration.count()) + " us";
        m_log.write(app::LogLevel::Debug, line);
    }

private:
    const Log& m_log; // the program's, as the endpoint is
};

cmq::endpoint::EndpointOptions endpointOptions(const app::EndpointProgramOptions& options,
                                               cmq::EmbeddedBroker& broker, const Log& log)
{
    cmq::endpoint::EndpointOptions endpoint;
    endpoint.address = options.address;
    endpoint.port = options.port;
    endpoint.keys = options.keys;
    endpoint.timestampTolerance = options.timestampTolerance;
    endpoint.tlsCertificateFile = options.tlsCertificateFile;
    endpoint.tlsKeyFile = options.tlsKeyFile;
    endpoint.hasControlPages = options.hasControlPages;
    if (options.hasVirtualClock)
        endpoint.timeControl = &broker;
    if (options.logLevel == app::LogLevel::Debug)
        endpoint.observer = std::make_shared<RequestLog>(log);
    return endpoint;
}

/// Written beside and moved, so that nobody reads half of it.
bool writeReadyFile(const std::string& path, const std::string& url)
{
    if (path.empty())
        return true;
    const std::string beside = path + ".new";
    std::ofstream(beside) << url << '\n';
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    return !error;
}

int serve(const app::EndpointProgramOptions& options)
{
    const Log log(options.logLevel);
    const sigset_t endSignals = blockEndSignals();
    allowManyFiles();

    std::shared_ptr<cmq::Clock> clock = std::make_shared<cmq::SystemClock>();
    if (options.hasVirtualClock)
        clock = std::make_shared<cmq::VirtualClock>(options.virtualStart.value_or(clock->now()));
    const auto broker = openBroker(options, clock);
    if (!broker)
        return refuse(broker.error().detail);
    const auto endpoint =
        cmq::endpoint::Endpoint::start(**broker, endpointOptions(options, **broker, log));
    if (!endpoint)
        return refuse(endpoint.error().detail);

    const std::string url = (*endpoint)->url();
    if (!writeReadyFile(options.readyFile, url))
        return refuse("the ready file " + options.readyFile + " cannot be written");
    std::printf("%s\n", url.c_str());
    std::fflush(stdout);
    std::unique_ptr<cmq::push::HttpReceiver> receiver;
    if (options.receiverPort) {
        auto started = app::startReceiver(*options.receiverPort);
        if (!started)
            return refuse("the receiver's port " + std::to_string(*options.receiverPort) + ": " +
                          started.error().detail);
        receiver = std::move(*started);
    }

    int signal = 0;
    sigwait(&endSignals, &signal);
    log.write(app::LogLevel::Info, signal == SIGTERM ? "terminated" : "interrupted");
    (*endpoint)->stop();
    if (!options.readyFile.empty()) {
        std::error_code ignored;
        std::filesystem::remove(options.readyFile, ignored);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    const auto options = app::readOptions(arguments);
    if (!options)
        return refuse(options.error().detail);
    if (options->wantsHelp)
        return std::fputs(app::helpText().c_str(), stdout) < 0;
    if (options->wantsVersion)
        return std::puts("cmq-endpoint " CMQ_VERSION) < 0;
    if (!options->scenarioFile.empty())
        return app::runScenarioFile(options->scenarioFile, options->verdictFormat);
    return serve(*options);
}
