#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;

/// A server of raw bytes on a free port of this computer: it reads whole HTTP requests and answers
/// as told, rightly or wrongly.
///
/// Thread: the test's, whose event loop must turn.
class ScriptedServer final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray head; ///< with the request line, without the empty line
        QByteArray body;
        [[nodiscard]] QByteArray header(const QByteArray& name) const;
        [[nodiscard]] QHash<QByteArray, QByteArray> parameters() const;
    };
    enum class Then { KeepOpen, Close, Reset };
    struct Answer
    {
        QByteArray bytes;
        Then then = Then::KeepOpen;
    };
    using Script = std::function<Answer(const Request&)>;

    explicit ScriptedServer(Script script);
    ~ScriptedServer() override;

    void setScript(Script script) { m_script = std::move(script); }
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QList<Request>& requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Closed by the client.
    [[nodiscard]] int hangUps() const { return m_hangUps; }

    /// 200 with a JSON body.
    [[nodiscard]] static Answer json(const QByteArray& body);
    [[nodiscard]] static Answer raw(const QByteArray& bytes, Then then) { return {bytes, then}; }
    /// Nothing at all, for ever.
    [[nodiscard]] static Answer silence() { return {}; }

private:
    void read(QTcpSocket* socket);

    Script m_script;
    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_hangUps = 0;
};
