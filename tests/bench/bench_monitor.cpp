#include "flight.h"
#include "manyqueues.h"

#include "embeddedbroker.h"

#include "ui/common/theme.h"
#include "ui/connections/connection.h"
#include "ui/monitor/chartview.h"
#include "ui/monitor/monitor.h"
#include "ui/queues/queuefeed.h"
#include "ui/topics/topicfeed.h"

#include <QApplication>
#include <QImage>
#include <QKeyEvent>
#include <QTimer>

#include <cmath>
#include <cstdio>
#include <future>

#undef slots // a member of Flight::Options here

// What watching costs.
// monitor [sampling] [chart] [events] [--queues=…] [--points=1000000] [--seconds=4]

namespace {

using namespace bench;
using namespace Qt::StringLiterals;

/// In memory: what is measured must not wait for a disk.
std::unique_ptr<cmq::EmbeddedBroker> openBroker(int queues)
{
    return openWithQueues({}, queues);
}

/// One message a second into each of 100 queues, so that there is something to sample.
class Trickle
{
public:
    Trickle(cmq::Service& service, int queues)
        : m_service(service)
        , m_queues(queues)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { send(); });
        m_timer.start(10);
    }

private:
    void send()
    {
        cmq::call<cmq::SendMessage>(
            m_service, {"queue-" + std::to_string(m_sent++ % std::min(m_queues, 100)), "x", {}},
            [](const auto&) {});
    }

    cmq::Service& m_service;
    int m_queues;
    int m_sent = 0;
    QTimer m_timer;
};

double cpuShare(double seconds)
{
    const double before = cpuSeconds();
    QTimer::singleShot(int(seconds * 1000), qApp, &QApplication::quit);
    QApplication::exec();
    return (cpuSeconds() - before) / seconds;
}

/// The whole program's share of a core: without a monitor the same broker gets the same messages.
void sampling(int queues, double seconds)
{
    auto broker = openBroker(queues);
    cmq::EmbeddedBroker* service = broker.get();
    const Trickle trickle(*service, queues);
    const double without = cpuShare(seconds);
    ui::Connection connection(std::move(broker),
                              {.kind = ui::ConnectionKind::Sandbox, .place = {}, .name = {}},
                              [service] { return service->now(); });
    ui::QueueFeed feed(connection);
    double asking = 0;
    {
        cpuShare(1);
        asking = cpuShare(seconds);
    }
    ui::TopicFeed topics(connection);
    ui::Monitor monitor(connection, feed, topics, {});
    cpuShare(1);
    const auto before = cpuSecondsByThread();
    const double all = cpuShare(seconds);
    double sampler = 0;
    for (const auto& [name, used] : cpuSecondsByThread()) {
        const auto was = before.find(name);
        if (name == "monitor")
            sampler += used - (was == before.end() ? 0 : was->second);
    }
    std::printf("Sampling %d queues: %.2f %% of a core without, %.2f %% with the queue list "
                "followed, %.2f %% with the monitor (aim: sampling below 2 %% for 1,000)\n"
                "  of the monitor: %.2f %%, of which on its own thread %.2f %%\n",
                queues, without * 100, asking * 100, all * 100, (all - asking) * 100,
                sampler / seconds * 100);
}

void chart(int points, double seconds)
{
    ui::ChartContent content;
    content.metric = ui::Metric::Backlog;
    content.from = cmq::fromUnixSeconds(1'800'000'000);
    content.to = content.from + cmq::Milliseconds(points);
    ui::Series series{u"queue"_s, {}};
    for (int i = 0; i < points; ++i)
        series.points.push_back({content.from + cmq::Milliseconds(i),
                                 500 + 400 * std::sin(i * 1e-5) + double(i * 7919LL % 101)});
    content.series = {series};
    ui::ChartView view(u"chart"_s);
    view.resize(1200, 500);
    QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
    Samples news;
    Samples moves;
    const auto start = Clock::now();
    while (secondsSince(start) < seconds) {
        const auto began = Clock::now();
        view.setContent(content);
        view.render(&image);
        const auto shown = Clock::now();
        QKeyEvent left(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier);
        QApplication::sendEvent(&view, &left);
        view.render(&image);
        news.add(shown - began);
        moves.add(Clock::now() - shown);
    }
    std::printf("A chart of %d points, 1200 x 500 (aim: 16,000 us)\n"
                "  a frame with new values %s\n  a frame with the cross-hair moved %s\n",
                points, news.toString().c_str(), moves.toString().c_str());
}

double fly(double seconds, bool isObserved)
{
    const auto broker = openBroker(0);
    std::uint64_t seen = 0;
    cmq::EventSource::ObserverId observer = 0;
    ui::EventCounter counter;
    if (isObserved)
        observer = broker->observe(
            [&](const cmq::EventBatch& batch) {
                seen += batch.events.size() + batch.missed;
                (void)counter.count(batch);
            },
            100'000);
    Flight::Options options;
    options.slots = 64;
    options.batch = 16;
    Flight flight(*broker, options);
    flight.run(seconds / 4);
    const double rate = flight.run(seconds).lifecyclesPerSecond;
    if (isObserved)
        broker->stopObserving(observer);
    return rate;
}

/// In turns, because machines drift.
void events(double seconds)
{
    double without = 0;
    double with = 0;
    for (int round = 0; round < 3; ++round) {
        without += fly(seconds, false) / 3;
        with += fly(seconds, true) / 3;
    }
    std::printf("Events, in memory, 64 x 16 in flight: %.0f lifecycles/s without an observer, %.0f "
                "with one that counts; %.1f %% less (aim: below 10 %%)\n",
                without, with, (1 - with / without) * 100);
}

} // namespace

int main(int argc, char* argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const ui::Theme theme(application);
    const Arguments arguments(argc, argv);
    const double seconds = arguments.number("seconds", 4);
    if (arguments.wants("sampling")) {
        const int queues = int(arguments.number("queues", 0));
        for (const int each : queues > 0 ? std::vector{queues} : std::vector{1000, 10'000})
            sampling(each, seconds);
    }
    if (arguments.wants("chart"))
        chart(int(arguments.number("points", 1'000'000)), seconds);
    if (arguments.wants("events"))
        events(seconds);
}
