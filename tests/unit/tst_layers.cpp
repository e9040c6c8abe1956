#include "layers.h"

#include "tests/paths.h"
#include "tests/suite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_layers {

using namespace Qt::StringLiterals;

/// Rooms share one include root and Debian puts every library on everybody's path, so the compiler
/// cannot stop a wrong include. This does.
class TestLayers final : public QObject
{
    Q_OBJECT

private slots:
    void tableDecides_data();
    void tableDecides();
    void wrongIncludeIsFound();
    void clockInTheEngineIsFound();
    void houseIsInOrder();
};

void TestLayers::tableDecides_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char* path, const char* include, bool allowed) {
        QTest::addRow("%s %s", path, include) << QString(path) << QString(include) << allowed;
    };
    // Own rooms.
    row("broker/cmq/error.cpp", R"("error.h")", true);
    row("broker/engine/engine.h", R"("cmq/result.h")", true);
    row("broker/engine/engine.h", R"("store/store.h")", false);
    row("broker/engine/engine.h", R"("../store/store.h")", false);
    row("broker/cmq/error.cpp", R"("engine/engine.h")", false);
    row("broker/wire/codec.h", R"("engine/engine.h")", false);
    row("broker/endpoint/server.h", R"("wire/codec.h")", true);
    row("broker/endpoint/server.h", R"("embeddedbroker.h")", false);
    row("broker/embeddedbroker.h", R"("engine/engine.h")", true);
    row("broker/embeddedbroker.h", R"("endpoint/server.h")", false);
    row("broker/scenario/run.cpp", R"("engine/engine.h")", true);
    row("broker/scenario/run.cpp", R"("embeddedbroker.h")", false);
    row("ui/queues/queuespage.h", R"("ui/common/theme.h")", true);
    row("ui/queues/queuespage.h", R"("cmq/result.h")", true);
    row("ui/queues/queuespage.h", R"("engine/engine.h")", false);
    row("ui/queues/queuespage.h", R"("wire/codec.h")", false);
    row("ui/queues/queuespage.h", R"("ui/shell/mainwindow.h")", false);
    row("ui/queues/queuespage.h", R"("app/console/remote.h")", false);
    row("ui/common/theme.h", R"("ui/queues/queuespage.h")", false);
    row("ui/shell/mainwindow.h", R"("ui/queues/queuespage.h")", true);
    row("app/console/remote.h", R"("ui/shell/mainwindow.h")", true);
    row("app/console/remote.h", R"("embeddedbroker.h")", true);
    row("app/endpoint/main.cpp", R"("endpoint/server.h")", true);
    row("app/endpoint/main.cpp", R"("ui/common/theme.h")", false);
    row("tests/unit/tst_engine.cpp", R"("engine/engine.h")", true);
    row("tests/unit/tst_engine.cpp", R"("tst_engine.moc")", true);
    row("broker/cmq/error.cpp", R"("nowhere.h")", false);
    row("broker/attic/helpers.h", R"("cmq/result.h")", false);
    // Libraries.
    row("broker/cmq/result.h", "<tl/expected.hpp>", true);
    row("broker/cmq/error.cpp", "<tl/expected.hpp>", false);
    row("ui/queues/queuespage.h", "<tl/expected.hpp>", false);
    row("broker/engine/engine.h", "<map>", true);
    row("broker/engine/engine.h", "<chrono>", true);
    row("broker/engine/engine.h", "<thread>", false);
    row("broker/engine/engine.h", "<mutex>", false);
    row("broker/engine/engine.h", "<fstream>", false);
    row("broker/engine/engine.h", "<random>", false);
    row("broker/engine/engine.h", "<ctime>", false);
    row("broker/engine/engine.h", "<unistd.h>", false);
    row("broker/engine/engine.h", "<sqlite3.h>", false);
    row("broker/embeddedbroker.h", "<thread>", true);
    row("broker/embeddedbroker.h", "<QString>", false);
    row("broker/cmq/error.cpp", "<QtCore/qstring.h>", false);
    row("broker/store/sqlitestore.cpp", "<sqlite3.h>", true);
    row("broker/embeddedbroker.h", "<sqlite3.h>", false);
    row("broker/push/pusher.cpp", "<curl/curl.h>", true);
    row("broker/endpoint/server.h", "<curl/curl.h>", false);
    row("broker/endpoint/server.h", "<boost/beast/core.hpp>", true);
    row("broker/endpoint/server.h", "<boost/asio/ip/tcp.hpp>", true);
    row("broker/wire/codec.h", "<boost/asio/ip/tcp.hpp>", false);
    row("broker/wire/codec.h", "<boost/json.hpp>", true);
    row("broker/wire/codec.h", "<boost/url/url_view.hpp>", true);
    row("broker/wire/codec.h", "<openssl/hmac.h>", true);
    row("broker/endpoint/server.h", "<openssl/ssl.h>", true);
    row("broker/push/pusher.cpp", "<openssl/hmac.h>", false);
    row("broker/scenario/run.cpp", "<boost/json.hpp>", true);
    row("broker/endpoint/server.h", "<boost/json.hpp>", false);
    row("broker/wire/codec.h", "<boost/algorithm/string.hpp>", false);
    row("ui/queues/queuespage.h", "<QWidget>", true);
    row("ui/queues/queuespage.h", "<sqlite3.h>", false);
    row("app/endpoint/main.cpp", "<QString>", false);
    row("app/console/remote.h", "<QNetworkReply>", true);
    row("app/console/remote.h", "<cmq/result.h>", false);
}

void TestLayers::tableDecides()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    const QSet<QString> files{
        u"broker/cmq/error.cpp"_s,     u"broker/cmq/error.h"_s,      u"broker/cmq/result.h"_s,
        u"broker/engine/engine.h"_s,   u"broker/store/store.h"_s,    u"broker/wire/codec.h"_s,
        u"broker/endpoint/server.h"_s, u"broker/embeddedbroker.h"_s, u"broker/scenario/run.cpp"_s,
        u"ui/common/theme.h"_s,        u"ui/queues/queuespage.h"_s,  u"ui/shell/mainwindow.h"_s,
        u"app/console/remote.h"_s,     u"app/endpoint/main.cpp"_s};
    const QString reason = layers::broken(path, include, files);
    QVERIFY2(reason.isEmpty() == allowed, qPrintable(reason));
}

// A small house of its own, with one file in it.
static QStringList breachesOf(const QString& path, const QByteArray& text)
{
    const QTemporaryDir root;
    QDir(root.path()).mkpath(path.left(path.lastIndexOf(u'/')));
    QFile file(root.filePath(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {u"cannot write"_s};
    file.close();
    int includes = 0;
    return layers::breaches(root.path(), includes);
}

void TestLayers::wrongIncludeIsFound()
{
    const QByteArray text = "#pragma once\n#include <map>\n  # include <QString> // oops\n";
    QCOMPARE(breachesOf(u"broker/engine/bad.h"_s, text),
             QStringList{u"broker/engine/bad.h:3: broker/engine may not use QString (qt)"_s});
    QCOMPARE(breachesOf(u"ui/queues/good.h"_s, text), QStringList{});
}

void TestLayers::clockInTheEngineIsFound()
{
    const QByteArray text = "#include <chrono>\nauto t = std::chrono::steady_clock::now();\n";
    QCOMPARE(breachesOf(u"broker/engine/bad.cpp"_s, text),
             QStringList{u"broker/engine/bad.cpp:2: broker/engine reads a clock"_s});
    QCOMPARE(breachesOf(u"broker/clock.cpp"_s, text), QStringList{});
}

void TestLayers::houseIsInOrder()
{
    int includes = 0;
    const QStringList found = layers::breaches(QString::fromStdString(paths::source()), includes);
    QVERIFY2(found.isEmpty(), qPrintable(u"\n"_s + found.join(u'\n')));
    QVERIFY(includes > 0);
}

CMQ_TEST(layers, TestLayers)

} // namespace tst_layers
#include "tst_layers.moc"
