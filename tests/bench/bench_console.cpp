#include "flight.h"
#include "stallwatch.h"

#include "app/console/console.h"

#include "embeddedbroker.h"

#include "ui/common/prompts.h"
#include "ui/common/settings.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <future>

// How soon the window can be used, and how long it ever keeps a person waiting.
// console [start] [stalls] [--queues=1000] [--seconds=5]

namespace {

using namespace bench;
using namespace Qt::StringLiterals;

constexpr char Child[] = "--child";

/// What the console needs around it, with settings of its own.
struct Surroundings
{
    QTemporaryDir home;
    QSettings store{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::Theme theme{*qApp};
    ui::Language language;
    ui::DialogPrompts prompts;
    HttpListener listener; // started by nobody
    ui::Receiver receiver{listener, settings};
};

std::unique_ptr<cmq::EmbeddedBroker> openBroker(const std::filesystem::path& folder, int queues)
{
    cmq::BrokerOptions options;
    options.folder = folder;
    options.behaviour.maxQueues = 100'000;
    auto broker = cmq::EmbeddedBroker::open(std::move(options));
    if (!broker) {
        std::fprintf(stderr, "%s\n", toString(broker.error()).c_str());
        std::exit(1);
    }
    std::promise<void> created;
    std::atomic<int> left = queues + 1;
    const auto count = [&](const auto&) {
        if (--left == 0)
            created.set_value();
    };
    cmq::call<cmq::CreateQueue>(**broker, {"bench", {}}, count);
    for (int i = 0; i < queues; ++i)
        cmq::call<cmq::CreateQueue>(**broker, {"queue-" + std::to_string(i), {}}, count);
    created.get_future().wait();
    return std::move(*broker);
}

QTableView* tableOf(ui::MainWindow& window)
{
    return window.findChild<QTableView*>(u"queuesTable"_s);
}

/// Ends the program when the table shows its rows and has painted them.
int runChild(QApplication& application, const QString& folder, int rows)
{
    Surroundings around;
    Console console({.dataFolder = folder,
                     .isInMemory = false,
                     .language = {},
                     .theme = {},
                     .screenshotsFolder = {}},
                    around.settings, around.theme, around.language, around.prompts);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &application, [&] {
        const QTableView* table = tableOf(console.window());
        if (!table || table->model()->rowCount() < rows)
            return;
        console.window().repaint();
        std::printf("%lld %llu\n", static_cast<long long>(Clock::now().time_since_epoch().count()),
                    static_cast<unsigned long long>(residentBytes()));
        QApplication::quit();
    });
    look.start(1);
    console.start();
    return QApplication::exec();
}

/// The clock of child and parent is the same one: steady, since the machine started.
void start(int queues)
{
    std::printf("Start to usable window, %d queues in the store\n", queues);
    const Folder folder;
    openBroker(folder.path(), queues);
    Samples samples;
    double megabytes = 0;
    for (int run = 0; run < 5; ++run) {
        QProcess child;
        const auto began = Clock::now();
        child.start(QApplication::applicationFilePath(),
                    {QString::fromLatin1(Child), QString::fromStdString(folder.path().string()),
                     QString::number(queues + 1)});
        child.waitForFinished(60'000);
        const QList<QByteArray> words = child.readAllStandardOutput().simplified().split(' ');
        if (words.size() != 2) {
            std::fprintf(stderr, "the child failed: %s\n",
                         child.readAllStandardError().constData());
            std::exit(1);
        }
        samples.add(Clock::time_point(Clock::duration(words[0].toLongLong())) - began);
        megabytes = words[1].toDouble() / 1048576;
    }
    std::printf("  %s; %.0f MiB resident (aim: 500,000 us with 1,000 queues)\n",
                samples.toString().c_str(), megabytes);
}

/// A person who scrolls and filters all the time.
void fidget(QTableView* table, QLineEdit* filter, int step)
{
    QScrollBar* bar = table->verticalScrollBar();
    bar->setValue((bar->value() + 97) % std::max(1, bar->maximum()));
    if (step % 10 == 0)
        filter->setText(step % 20 == 0 ? u"queue-1"_s : QString());
}

void stalls(int queues, double seconds)
{
    const Folder folder;
    auto broker = openBroker(folder.path(), queues);
    cmq::EmbeddedBroker* service = broker.get();
    Surroundings around;
    ui::Connection connection(std::move(broker), {ui::ConnectionKind::Local, u"benchmark"_s, false},
                              [service] { return service->now(); });
    ui::MainWindow window(around.settings, around.theme, around.language, around.prompts,
                          around.receiver);
    window.resize(1400, 900);
    window.showConnection(connection);
    window.show();
    auto* filter = window.findChild<QLineEdit*>(u"queuesFilter"_s);
    QTimer hands;
    int step = 0;
    QObject::connect(&hands, &QTimer::timeout, &window,
                     [&] { fidget(tableOf(window), filter, ++step); });
    hands.start(50);

    Flight flight(*service, {});
    std::future<Flight::Figures> flown;
    StallWatch watch;
    QTimer::singleShot(500, &window, [&] {
        flown = std::async(std::launch::async, [&] { return flight.run(seconds); });
    });
    QTimer::singleShot(int(seconds * 1000) + 1000, &window, [] { QApplication::quit(); });
    QApplication::exec();
    const Samples waited = watch.finish();
    std::printf("GUI thread, %d queues, scrolled and filtered while %.0f messages/s live\n", queues,
                flown.get().lifecyclesPerSecond);
    std::printf("  events waited %s (aim: at most 50,000 us)\n", waited.toString().c_str());
}

} // namespace

int main(int argc, char* argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() == 4 && words[1] == QLatin1StringView(Child))
        return runChild(application, words[2], words[3].toInt());

    const Arguments arguments(argc, argv);
    const int queues = int(arguments.number("queues", 1000));
    const double seconds = arguments.number("seconds", 5);
    if (arguments.wants("start"))
        start(queues);
    if (arguments.wants("stalls"))
        stalls(queues, seconds);
}
