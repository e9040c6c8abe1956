#include "measure.h"

#include "tests/gui/agreeingprompts.h"

#include "scenario/sandbox.h"

#include "ui/common/settings.h"
#include "ui/common/stallwatch.h"
#include "ui/connections/connection.h"
#include "ui/lab/playback.h"
#include "ui/lab/stagepage.h"
#include "ui/lab/stageview.h"

#include <QApplication>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <random>

// How soon a moment of the past is on the stage, and how smoothly messages move there.
// stage [scrub] [frames] [--queues=16] [--moments=100] [--seconds=5]

namespace {

using namespace bench;
using namespace cmq::scenario;
using namespace Qt::StringLiterals;
using cmq::Milliseconds;

/// Each queue has a shop that sends and workers that are slower than it.
Scenario townOf(int queues)
{
    Scenario scenario;
    for (int i = 0; i < queues; ++i) {
        const std::string queue = "q" + std::to_string(i);
        scenario.setup.emplace_back(CallStep{"CreateQueue", {{"queueName", queue}}, {}, {}, {}});
        Producer producer;
        producer.queue = queue;
        producer.every = Milliseconds(500 + 10 * i);
        producer.count = 1'000'000;
        Consumer consumer;
        consumer.queue = queue;
        consumer.wait = cmq::Seconds(30);
        consumer.handling = {Milliseconds(1500), Milliseconds(2500)};
        scenario.actors.push_back({"shop-" + queue, true, producer});
        scenario.actors.push_back({"worker-" + queue, true, consumer});
    }
    return scenario;
}

void waitUntil(const std::function<bool()>& isSo)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    look.start(0);
    loop.exec();
}

/// The stage of a sandbox in a window.
struct Theatre
{
    explicit Theatre(int queues)
    {
        auto opened = Sandbox::open(townOf(queues));
        if (!opened)
            std::exit(1);
        sandbox = opened->get();
        connection = std::make_unique<ui::Connection>(
            std::move(*opened),
            ui::Connection::Description{
                .kind = ui::ConnectionKind::Sandbox, .place = {}, .name = {}},
            [this] { return sandbox->now(); });
        playback = std::make_unique<ui::Playback>(*connection->timeControl());
        page = std::make_unique<ui::StagePage>(*connection, *sandbox, *playback, settings, prompts);
        page->resize(1400, 900);
        page->show();
    }

    /// Lets that much time pass in the world.
    void live(cmq::Seconds time)
    {
        bool isDone = false;
        sandbox->advance(time, [&](const cmq::Result<cmq::Time>&) {
            QMetaObject::invokeMethod(page.get(), [&] { isDone = true; });
        });
        waitUntil([&] { return isDone; });
    }
    [[nodiscard]] ui::StageView& view() const { return *page->findChild<ui::StageView*>(); }
    [[nodiscard]] const ui::StageLayout& layout() const { return view().stage().layout(); }

    QTemporaryDir home;
    QSettings store{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    ui::Settings settings{store};
    AgreeingPrompts prompts;
    Sandbox* sandbox = nullptr;
    std::unique_ptr<ui::Connection> connection;
    std::unique_ptr<ui::Playback> playback;
    std::unique_ptr<ui::StagePage> page;
};

/// From the wish to see a moment until it is painted.
void scrub(int queues, int moments)
{
    Theatre theatre(queues);
    const cmq::Time begin = theatre.sandbox->now();
    theatre.live(cmq::Seconds(300));
    std::size_t events = 0;
    bool isKnown = false;
    theatre.sandbox->look([&](const World& world, auto) {
        const std::size_t count = world.events().size();
        QMetaObject::invokeMethod(theatre.page.get(), [&events, &isKnown, count] {
            events = count;
            isKnown = true;
        });
    });
    waitUntil([&] { return isKnown; });

    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same moments each time
    std::uniform_int_distribution<int> anywhere(0, 300'000);
    Samples samples;
    for (int i = 0; i < moments; ++i) {
        const cmq::Time moment = begin + Milliseconds(anywhere(random));
        const auto began = Clock::now();
        theatre.sandbox->visit(moment, [&] {
            QMetaObject::invokeMethod(theatre.page.get(), [&] { theatre.page->look(); });
        });
        waitUntil([&] { return theatre.layout().now == moment; });
        theatre.page->repaint();
        samples.add(Clock::now() - began);
    }
    std::printf("A moment of a past with %zu events until it is on the stage\n"
                "  %s (aim: 100,000 us)\n",
                events, samples.toString().c_str());
}

/// Counts what is painted, and how long each takes.
class PaintWatch final : public QObject
{
public:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || m_isPainting)
            return false;
        m_isPainting = true;
        const auto began = Clock::now();
        QCoreApplication::sendEvent(object, event);
        took.add(Clock::now() - began);
        ++frames;
        m_isPainting = false;
        return true;
    }
    Samples took;
    int frames = 0;

private:
    bool m_isPainting = false;
};

void frames(int queues, double seconds)
{
    Theatre theatre(queues);
    theatre.live(cmq::Seconds(120));
    theatre.page->look();
    waitUntil([&] { return !theatre.layout().tokens.empty(); });
    theatre.playback->play();
    PaintWatch paints;
    theatre.view().viewport()->installEventFilter(&paints);
    Samples waited;
    const ui::StallWatch watch([&](Clock::duration each) { waited.add(each); });
    const auto began = Clock::now();
    waitUntil([&] { return secondsSince(began) >= seconds; });
    std::printf("The stage while %zu messages stand and move on it (aim: 60 frames/s)\n"
                "  %.1f frames/s; a frame took %s\n  events waited %s\n",
                theatre.layout().tokens.size(), paints.frames / secondsSince(began),
                paints.took.toString().c_str(), waited.toString().c_str());
    theatre.view().viewport()->removeEventFilter(&paints);
}

} // namespace

int main(int argc, char* argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const int queues = int(arguments.number("queues", 16));
    if (arguments.wants("scrub"))
        scrub(queues, int(arguments.number("moments", 100)));
    if (arguments.wants("frames"))
        frames(queues, arguments.number("seconds", 5));
}
