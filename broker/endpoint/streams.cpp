#include "connection.h"
#include "server.h"

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace cmq::endpoint {

namespace net = boost::asio;

namespace {

Socket& socketOf(Socket& socket)
{
    return socket;
}

Socket& socketOf(net::ssl::stream<Socket>& stream)
{
    return stream.next_layer();
}

/// A connection over plain TCP or TLS.
template <class Stream>
class StreamConnection final : public Connection
{
public:
    template <class... Arguments>
    StreamConnection(std::shared_ptr<Server> server, const net::ip::tcp::endpoint& peer,
                     Arguments&&... arguments)
        : Connection(std::move(server), peer)
        , m_stream(std::forward<Arguments>(arguments)...)
    {
    }

    void start() override
    {
        if constexpr (std::is_same_v<Stream, Socket>)
            opened();
        else
            m_stream.async_handshake(net::ssl::stream_base::server,
                                     [self = self()](const Error& error) {
                                         if (error)
                                             self->abort();
                                         else
                                             self->opened();
                                     });
    }

private:
    std::shared_ptr<StreamConnection> self()
    {
        return std::static_pointer_cast<StreamConnection>(shared_from_this());
    }

    void readSome(net::mutable_buffer buffer) override
    {
        m_stream.async_read_some(buffer, [self = self()](const Error& error, std::size_t bytes) {
            self->onRead(error, bytes);
        });
    }

    void write(const Buffers& buffers) override
    {
        // Alive as long as the handler is. Told the total each time.
        const auto progress = [this, last = std::size_t(0)](const Error& error,
                                                            std::size_t total) mutable {
            constexpr std::size_t most = 256 * 1024;
            onProgress(total - last);
            last = total;
            return error ? 0 : most;
        };
        net::async_write(
            m_stream, buffers, progress,
            [self = self()](const Error& error, std::size_t) { self->onWritten(error); });
    }

    void closeSending() override
    {
        Error ignored;
        socketOf(m_stream).shutdown(net::socket_base::shutdown_send, ignored);
    }

    void closeSocket() override
    {
        Error ignored;
        socketOf(m_stream).close(ignored);
    }

    Stream m_stream;
};

net::ip::tcp::endpoint peerOf(const Socket& socket)
{
    boost::system::error_code ignored;
    return socket.remote_endpoint(ignored);
}

} // namespace

std::shared_ptr<Connection> makeConnection(std::shared_ptr<Server> server, Socket socket)
{
    const auto peer = peerOf(socket);
    return std::make_shared<StreamConnection<Socket>>(std::move(server), peer, std::move(socket));
}

std::shared_ptr<Connection> makeTlsConnection(std::shared_ptr<Server> server, Socket socket,
                                              net::ssl::context& context)
{
    const auto peer = peerOf(socket);
    return std::make_shared<StreamConnection<net::ssl::stream<Socket>>>(std::move(server), peer,
                                                                        std::move(socket), context);
}

} // namespace cmq::endpoint
