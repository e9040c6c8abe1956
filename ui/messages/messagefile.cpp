#include "messagefile.h"

#include "messagetext.h"

#include "ui/common/background.h"

#include <QCoreApplication>
#include <QFile>

namespace ui {

namespace {

constexpr int PageLines = 256;
/// A MiB of body has at most six bytes a byte in JSON, and a few other members.
constexpr qint64 LineBytesMax = 8 << 20;

struct MessageFileText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageFile)
};

struct Line
{
    std::uint64_t number;
    qint64 place;
};

struct Lines
{
    std::vector<Line> lines;
    std::uint64_t lastNumber = 0;
    qint64 end = 0;
    qint64 size = 0;
    bool isLast = false;
    QString error;
};

Lines readLines(const QString& path, qint64 from, std::uint64_t number)
{
    Lines read;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from)) {
        read.error = file.errorString();
        return read;
    }
    read.size = file.size();
    while (std::ssize(read.lines) < PageLines && !file.atEnd()) {
        const qint64 place = file.pos();
        const QByteArray line = file.readLine(LineBytesMax);
        ++number;
        if (!line.trimmed().isEmpty())
            read.lines.push_back({number, place});
    }
    read.lastNumber = number;
    read.end = file.pos();
    read.isLast = file.atEnd();
    return read;
}

MessageSource::Reading readLine(const QString& path, qint64 place)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(place))
        return {{}, file.errorString()};
    QString whyNot;
    auto message = messageOfJsonLine(file.readLine(LineBytesMax), whyNot);
    return {std::move(message), whyNot};
}

} // namespace

MessageFile::MessageFile(QString path)
    : m_path(std::move(path))
{
    m_reader.setMaxThreadCount(1);
}

void MessageFile::findMore(QObject* context, FoundHandler handler)
{
    inBackground(
        context,
        [path = m_path, from = m_next, line = m_line] { return readLines(path, from, line); },
        [this, handler = std::move(handler)](const Lines& read) {
            if (!read.error.isEmpty()) {
                handler({{}, true, read.error});
                return;
            }
            Page page;
            page.isLast = read.isLast;
            for (const Line& line : read.lines) {
                m_places.insert(line.number, line.place);
                page.messages.push_back(
                    {line.number, MessageFileText::tr("Line %1").arg(line.number)});
            }
            m_next = read.end;
            m_line = read.lastNumber;
            m_expected =
                m_next > 0
                    ? std::int64_t(double(m_places.size()) * double(read.size) / double(m_next))
                    : 0;
            handler(page);
        },
        &m_reader);
}

void MessageFile::read(QObject* context, std::uint64_t key, bool, ReadHandler handler)
{
    inBackground(
        context, [path = m_path, place = m_places.value(key)] { return readLine(path, place); },
        [handler = std::move(handler)](const Reading& reading) { handler(reading); }, &m_reader);
}

} // namespace ui
