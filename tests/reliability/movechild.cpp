// The process that is killed: a broker on disk, whose messages the console moves from one queue to
// another. It says a dot whenever some more were moved, and an end mark after the last one.
// movechild FOLDER

#include "killmove.h"

#include "embeddedbroker.h"

#include "ui/connections/connection.h"
#include "ui/messages/messageoperation.h"
#include "ui/messages/messageworks.h"
#include "ui/messages/queuesource.h"

#include <QGuiApplication>

#include <unistd.h>

#include <cstdio>

int main(int count, char** arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    if (count != 2)
        return 2;
    cmq::BrokerOptions options;
    options.folder = arguments[1];
    auto broker = cmq::EmbeddedBroker::open(std::move(options));
    if (!broker) {
        std::fprintf(stderr, "%s\n", toString(broker.error()).c_str());
        return 1;
    }
    auto now = [clock = broker->get()] { return clock->now(); };
    ui::Connection connection(std::move(*broker), {}, now);
    const QString source = QString::fromLatin1(kill9::MoveSource);
    ui::MessageOperation move(
        std::make_unique<ui::WholeQueue>(connection, source, ui::MessageScope()),
        std::make_unique<ui::MoveWork>(
            connection, source,
            ui::MessageTarget{&connection, QString::fromLatin1(kill9::MoveTarget)}));
    const auto say = [](char word) { (void)!::write(STDOUT_FILENO, &word, 1); };
    QObject::connect(&move, &ui::Operation::progressed, [&] { say(kill9::SomeMoved); });
    QObject::connect(&move, &ui::Operation::finished, [&] { say(kill9::AllMoved); });
    move.start();
    return QGuiApplication::exec(); // until it is killed
}
