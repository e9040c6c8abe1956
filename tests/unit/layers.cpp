#include "layers.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QString room;
    QStringList rooms;     // besides itself
    QStringList libraries; // "pure" is the part of "std" without clock, file, thread or randomness
};

// A room is a folder with all below it, except "broker", whose own files are a room, and "ui",
// which is every feature that has no row of its own. A room that stands nowhere here is refused.
const QList<Row>& table()
{
    static const QStringList broker{u"broker/cmq"_s,      u"broker/engine"_s,  u"broker/store"_s,
                                    u"broker/wire"_s,     u"broker/push"_s,    u"broker"_s,
                                    u"broker/scenario"_s, u"broker/endpoint"_s};
    static const QStringList ui{u"ui/common"_s, u"ui"_s, u"ui/shell"_s};
    static const QList<Row> rows{
        // clang-format off
        {u"broker/cmq"_s,      {},                                     {u"std"_s}},
        {u"broker/engine"_s,   {u"broker/cmq"_s},                      {u"pure"_s}},
        {u"broker/store"_s,    {u"broker/cmq"_s},                      {u"std"_s, u"system"_s, u"sqlite"_s}},
        {u"broker/wire"_s,     {u"broker/cmq"_s},                      {u"std"_s, u"openssl"_s, u"json"_s, u"url"_s}},
        {u"broker/push"_s,     {u"broker/cmq"_s},                      {u"std"_s, u"system"_s, u"curl"_s, u"json"_s}},
        {u"broker/endpoint"_s, {u"broker/cmq"_s, u"broker/wire"_s},    {u"std"_s, u"system"_s, u"beast"_s, u"openssl"_s}},
        {u"broker"_s,          {u"broker/cmq"_s, u"broker/engine"_s, u"broker/store"_s,
                                u"broker/wire"_s, u"broker/push"_s},   {u"std"_s, u"system"_s}},
        {u"broker/scenario"_s, {u"broker/cmq"_s, u"broker/engine"_s,
                                u"broker/wire"_s},                     {u"std"_s, u"json"_s}},
        {u"ui/common"_s,       {u"broker/cmq"_s, u"broker/scenario"_s}, {u"std"_s, u"qt"_s}},
        {u"ui"_s,              {u"broker/cmq"_s, u"broker/scenario"_s,
                                u"ui/common"_s},                       {u"std"_s, u"qt"_s, u"qcustomplot"_s}},
        {u"ui/shell"_s,        {u"broker/cmq"_s, u"broker/scenario"_s,
                                u"ui/common"_s, u"ui"_s},              {u"std"_s, u"qt"_s}},
        {u"app/console"_s,     broker + ui,                            {u"std"_s, u"system"_s, u"qt"_s, u"keychain"_s}},
        {u"app/endpoint"_s,    broker,                                 {u"std"_s, u"system"_s}},
        {u"tests"_s,           broker + ui + QStringList{u"app/console"_s, u"app/endpoint"_s},
                               {u"std"_s, u"system"_s, u"qt"_s, u"sqlite"_s, u"openssl"_s, u"json"_s, u"url"_s,
                                u"curl"_s, u"beast"_s, u"rapidcheck"_s}},
        // clang-format on
    };
    return rows;
}

QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == u"tests")
        return u"tests"_s;
    if (parts.size() == 2)
        return parts.first();
    const QString room = parts.mid(0, 2).join(u'/');
    const bool named = std::any_of(table().begin(), table().end(),
                                   [&](const Row& row) { return row.room == room; });
    return !named && parts.first() == u"ui" ? u"ui"_s : room;
}

// Which library a header in angle brackets belongs to.
QString libraryOf(const QString& header)
{
    static const QSet<QString> impure{u"atomic"_s,       u"barrier"_s,    u"condition_variable"_s,
                                      u"csignal"_s,      u"cstdio"_s,     u"ctime"_s,
                                      u"cstdlib"_s,      u"filesystem"_s, u"fstream"_s,
                                      u"future"_s,       u"iostream"_s,   u"latch"_s,
                                      u"mutex"_s,        u"random"_s,     u"semaphore"_s,
                                      u"shared_mutex"_s, u"stop_token"_s, u"syncstream"_s,
                                      u"thread"_s};
    static const QList<std::pair<QRegularExpression, QString>> libraries{
        {QRegularExpression(u"^Qt?[A-Z]"_s), u"qt"_s},
        {QRegularExpression(u"^boost/(beast|asio)\\b"_s), u"beast"_s},
        {QRegularExpression(u"^boost/json\\b"_s), u"json"_s},
        {QRegularExpression(u"^boost/url\\b"_s), u"url"_s},
        {QRegularExpression(u"^sqlite3\\.h$"_s), u"sqlite"_s},
        {QRegularExpression(u"^openssl/"_s), u"openssl"_s},
        {QRegularExpression(u"^curl/"_s), u"curl"_s},
        {QRegularExpression(u"^tl/expected\\.hpp$"_s), u"expected"_s},
        {QRegularExpression(u"^rapidcheck"_s), u"rapidcheck"_s},
        {QRegularExpression(u"^qcustomplot\\.h$"_s), u"qcustomplot"_s},
        {QRegularExpression(u"^qt6?keychain/"_s), u"keychain"_s},
        {QRegularExpression(
             u"^((sys|linux|netinet|arpa)/\\w+|fcntl|unistd|pthread|signal|poll|sched|malloc|netdb)\\.h$"_s),
         u"system"_s},
        {QRegularExpression(u"^[a-z_0-9]+$"_s), u"std"_s},
    };
    if (impure.contains(header))
        return u"std"_s;
    for (const auto& [pattern, library] : libraries) {
        if (pattern.match(header).hasMatch())
            return library == u"std" ? u"pure"_s : library;
    }
    return {};
}

QString brokenByLibrary(const QString& path, const Row& row, const QString& header)
{
    const QString library = libraryOf(header);
    if (library.isEmpty())
        return u"%1 belongs to no library of the table"_s.arg(header);
    if (library == u"expected")
        return path == u"broker/cmq/result.h" ? QString()
                                              : u"only broker/cmq/result.h may include it"_s;
    if (row.libraries.contains(library) || (library == u"pure" && row.libraries.contains(u"std")))
        return {};
    return u"%1 may not use %2 (%3)"_s.arg(row.room, header, library);
}

QString brokenByRoom(const QString& path, const Row& row, const QString& header,
                     const QSet<QString>& files)
{
    // As the compiler looks: beside the file, then from broker/, then from the root.
    const QString folder = path.left(path.lastIndexOf(u'/') + 1);
    for (const QString& base : {folder, u"broker/"_s, QString()}) {
        const QString target = QDir::cleanPath(base + header);
        if (!files.contains(target))
            continue;
        const QString room = roomOf(target);
        if (room == row.room || row.rooms.contains(room))
            return {};
        return u"%1 may not know %2"_s.arg(row.room, target);
    }
    return u"there is no %1"_s.arg(header);
}

} // namespace

QString layers::broken(const QString& path, const QString& include, const QSet<QString>& files)
{
    const QString room = roomOf(path);
    const auto row = std::find_if(table().begin(), table().end(),
                                  [&](const Row& each) { return each.room == room; });
    if (row == table().end())
        return u"%1 is no room of the table"_s.arg(room);
    const QString header = include.mid(1, include.size() - 2);
    if (include.startsWith(u'<'))
        return brokenByLibrary(path, *row, header);
    if (header.endsWith(u".moc") || header.startsWith(u"moc_")) // what moc makes of this file
        return {};
    return brokenByRoom(path, *row, header, files);
}

QStringList layers::breaches(const QString& root, int& includes)
{
    QSet<QString> files;
    for (const QString& top : {u"broker"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
        QDirIterator it(root + u'/' + top, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files.insert(QDir(root).relativeFilePath(it.next()));
    }
    static const QRegularExpression line(uR"(^[ \t]*#[ \t]*include[ \t]*(<[^>\n]+>|"[^"\n]+"))"_s,
                                         QRegularExpression::MultilineOption);
    // The engine is told the time; nothing in these rooms may ask for it.
    static const QRegularExpression clock(
        uR"(\w+_clock::now|\b(clock_gettime|gettimeofday|std::time)\b)"_s);
    static const QStringList timeless{u"broker/cmq"_s, u"broker/engine"_s, u"broker/store"_s,
                                      u"broker/wire"_s, u"broker/scenario"_s};

    QStringList found;
    for (const QString& path : files) {
        QFile file(root + u'/' + path);
        if (!file.open(QIODevice::ReadOnly)) {
            found += u"%1: cannot be read"_s.arg(path);
            continue;
        }
        const QString text = QString::fromUtf8(file.readAll());
        const auto report = [&](qsizetype offset, const QString& reason) {
            found += u"%1:%2: %3"_s.arg(path).arg(text.left(offset).count(u'\n') + 1).arg(reason);
        };
        for (const auto& match : line.globalMatch(text)) {
            ++includes;
            const QString reason = broken(path, match.captured(1), files);
            if (!reason.isEmpty())
                report(match.capturedStart(1), reason);
        }
        const auto match = clock.match(text);
        if (match.hasMatch() && timeless.contains(roomOf(path)))
            report(match.capturedStart(), u"%1 reads a clock"_s.arg(roomOf(path)));
    }
    found.sort();
    return found;
}
