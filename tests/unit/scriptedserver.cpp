#include "scriptedserver.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

QByteArray ScriptedServer::Request::header(const QByteArray& name) const
{
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QHash<QByteArray, QByteArray> ScriptedServer::Request::parameters() const
{
    QHash<QByteArray, QByteArray> found;
    for (const QByteArray& pair : body.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        QByteArray value = pair.mid(equals + 1);
        value.replace('+', ' ');
        found.insert(pair.left(equals), QByteArray::fromPercentEncoding(value));
    }
    return found;
}

ScriptedServer::ScriptedServer(Script script)
    : m_script(std::move(script))
    , m_server(std::make_unique<QTcpServer>())
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no free port");
    connect(m_server.get(), &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server->nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                ++m_hangUps;
                m_buffers.remove(socket);
            });
        }
    });
}

ScriptedServer::~ScriptedServer()
{
    // Its sockets say that they close; nothing is left to hear it.
    for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>())
        socket->disconnect(this);
}

QUrl ScriptedServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()));
}

ScriptedServer::Answer ScriptedServer::json(const QByteArray& body)
{
    return {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body,
            Then::KeepOpen};
}

void ScriptedServer::read(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request{buffer.left(end), {}};
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    m_requests.append(request);
    const Answer answer = m_script(request);
    socket->write(answer.bytes);
    if (answer.then == Then::Close)
        socket->disconnectFromHost();
    else if (answer.then == Then::Reset)
        socket->abort();
}
