#include "flight.h"
#include "manyqueues.h"

#include "tests/gui/agreeingprompts.h"

#include "app/console/console.h"

#include "embeddedbroker.h"

#include "ui/bodyview/bodyviewer.h"
#include "ui/common/settings.h"
#include "ui/common/stallwatch.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <future>

// How soon the window can be used, and how long it ever keeps a person waiting.
// console [start] [stalls] [own] [work] [body] [--queues=1000] [--seconds=5] [--messages=100000]

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
    AgreeingPrompts prompts;
    HttpListener listener; // started by nobody
    ui::Receiver receiver{listener, settings};
};

std::unique_ptr<cmq::EmbeddedBroker> openBroker(const std::filesystem::path& folder, int queues)
{
    cmq::BrokerOptions options;
    options.folder = folder;
    return openWithQueues(std::move(options), queues);
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

/// The window on a broker with queues.
struct OpenConsole
{
    explicit OpenConsole(int queues)
        : folder()
        , broker(openBroker(folder.path(), queues))
        , service(broker.get())
        , connection(std::move(broker), {ui::ConnectionKind::Local, u"benchmark"_s, false},
                     [this] { return service->now(); })
        , window(around.settings, around.theme, around.language, around.prompts, around.receiver)
    {
        window.resize(1400, 900);
        window.showConnection(connection);
        window.show();
        waitUntil([&] { return tableOf(window)->model()->rowCount() == queues + 1; });
    }

    /// Lets the window live until something is so.
    static void waitUntil(const std::function<bool()>& isSo)
    {
        QEventLoop loop;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (isSo())
                loop.quit();
        });
        look.start(1);
        loop.exec();
    }

    /// How long events wait while the window lives until something is so.
    Samples watchUntil(const std::function<bool()>& isSo)
    {
        Samples waited;
        const ui::StallWatch watch([&](Clock::duration each) { waited.add(each); });
        waitUntil(isSo);
        return waited;
    }

    void trigger(const QString& action) { window.findChild<QAction*>(action)->trigger(); }

    const Folder folder;
    std::unique_ptr<cmq::EmbeddedBroker> broker;
    cmq::EmbeddedBroker* service;
    Surroundings around;
    ui::Connection connection;
    ui::MainWindow window;
};

void stalls(int queues, double seconds)
{
    OpenConsole console(queues);
    ui::MainWindow& window = console.window;
    auto* filter = window.findChild<QLineEdit*>(u"queuesFilter"_s);
    QTimer hands;
    int step = 0;
    QObject::connect(&hands, &QTimer::timeout, &window,
                     [&] { fidget(tableOf(window), filter, ++step); });
    hands.start(50);

    Flight flight(*console.service, {});
    std::future<Flight::Figures> flown;
    Samples waited;
    const ui::StallWatch watch([&](Clock::duration each) { waited.add(each); });
    QTimer::singleShot(500, &window, [&] {
        flown = std::async(std::launch::async, [&] { return flight.run(seconds); });
    });
    QTimer::singleShot(int(seconds * 1000) + 1000, &window, [] { QApplication::quit(); });
    QApplication::exec();
    std::printf("GUI thread, %d queues, scrolled and filtered while %.0f messages/s live\n", queues,
                flown.get().lifecyclesPerSecond);
    std::printf("  events waited %s (aim: at most 16,000 us); %.0f MiB resident\n",
                waited.toString().c_str(), double(residentBytes()) / 1048576);
}

/// From the call of somebody's own action until the table has painted what came of it.
void own(int queues)
{
    constexpr int Times = 20;
    OpenConsole console(queues);
    Samples samples;
    for (int i = 0; i < Times; ++i) {
        const auto began = Clock::now();
        const int rows = tableOf(console.window)->model()->rowCount();
        (void)console.connection.call(cmq::CreateQueue{"own-" + std::to_string(i), {}});
        OpenConsole::waitUntil([&] { return tableOf(console.window)->model()->rowCount() > rows; });
        console.window.repaint();
        samples.add(Clock::now() - began);
    }
    std::printf("Own action until it is shown, %d queues\n  %s (aim: 50,000 us)\n", queues,
                samples.toString().c_str());
}

void fill(cmq::EmbeddedBroker& broker, int messages)
{
    std::promise<void> sent;
    std::atomic<int> left = (messages + 15) / 16;
    for (int i = 0; i < messages; i += 16) {
        cmq::BatchSendMessage batch;
        batch.queueName = "bench";
        for (int k = i; k < std::min(i + 16, messages); ++k)
            batch.msgBody.push_back("{\"order\": " + std::to_string(k) + "}");
        cmq::call<cmq::BatchSendMessage>(broker, std::move(batch), [&](const auto&) {
            if (--left == 0)
                sent.set_value();
        });
    }
    sent.get_future().wait();
}

/// Receives so many messages on a thread of its own.
std::future<void> receive(cmq::EmbeddedBroker& broker, int messages)
{
    return std::async(std::launch::async, [&broker, messages] {
        for (int i = 0; i < messages; i += 16) {
            std::promise<void> received;
            cmq::call<cmq::BatchReceiveMessage>(broker, {"bench", 16, cmq::Seconds(0)},
                                                [&](const auto&) { received.set_value(); });
            received.get_future().wait();
        }
    });
}

bool isReady(const std::future<void>& future)
{
    return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

void report(const char* what, Clock::time_point began, const Samples& waited)
{
    std::printf("  %s in %.1f s: events waited %s\n", what, secondsSince(began),
                waited.toString().c_str());
}

/// What takes long: never for the window.
void work(int messages)
{
    OpenConsole console(10);
    fill(*console.service, messages);
    std::printf("GUI thread while %d messages are worked on (aim: at most 50,000 us)\n", messages);
    console.window.workspace()->go({ui::Place::Kind::Queue, u"bench"_s});
    auto* table = console.window.findChild<QTableView*>(u"messagesTable"_s);
    for (auto* each : console.window.findChildren<QTableView*>(u"messagesTable"_s)) {
        if (each->isVisible())
            table = each;
    }
    auto* page = table->window()->findChild<QWidget*>(u"queueTab"_s);
    OpenConsole::waitUntil([&] { return table->model()->rowCount() > 0; });

    auto began = Clock::now();
    const std::future<void> received = receive(*console.service, messages);
    report("received", began, console.watchUntil([&] { return isReady(received); }));

    auto* filter = page->findChild<QLineEdit*>(u"messagesFilter"_s);
    auto* stop = page->findChild<QWidget*>(u"messagesStop"_s);
    began = Clock::now();
    filter->setText(QString::number(messages - 1));
    emit filter->returnPressed();
    report("searched", began, console.watchUntil([&] { return !stop->isVisible(); }));
    filter->clear();
    emit filter->returnPressed();

    const QString path = console.around.home.filePath(u"bench.jsonl"_s);
    console.around.prompts.path = path;
    began = Clock::now();
    page->findChild<QAction*>(u"exportJson"_s)->trigger();
    report("exported", began, console.watchUntil([&] { return QFile::exists(path); }));
}

/// A large body, from the click until it is shown as a tree and as text.
void body()
{
    OpenConsole console(1);
    std::string json = "[";
    while (json.size() < 1'048'000)
        json += "{\"order\": 4711, \"note\": \"please hurry\"},";
    json.back() = ']';
    ui::BodyViewer viewer(u"bench"_s, console.around.prompts);
    viewer.resize(700, 800);
    viewer.show();
    bool isShown = false;
    QObject::connect(&viewer, &ui::BodyViewer::jsonShown, &viewer, [&] { isShown = true; });
    Samples samples;
    for (int i = 0; i < 10; ++i) {
        isShown = false;
        const auto began = Clock::now();
        viewer.setMessage(QByteArray::fromStdString(json), {}, {});
        OpenConsole::waitUntil([&] { return isShown; });
        viewer.repaint();
        samples.add(Clock::now() - began);
    }
    std::printf("JSON body of 1 MiB until it is shown\n  %s (aim: 150,000 us)\n",
                samples.toString().c_str());
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
    if (arguments.wants("own"))
        own(queues);
    if (arguments.wants("work"))
        work(int(arguments.number("messages", 100'000)));
    if (arguments.wants("body"))
        body();
}
