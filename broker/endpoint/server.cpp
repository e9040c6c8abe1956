#include "server.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <pthread.h>
#include <sys/socket.h>

namespace cmq::endpoint {

namespace net = boost::asio;
using tcp = net::ip::tcp;
using ErrorCode = boost::beast::error_code;

namespace {

/// Connections above the limit that hear 503; further ones are closed at once.
constexpr std::size_t RefusedAtOnce = 100;
constexpr std::chrono::milliseconds AcceptAgain{100};
constexpr std::chrono::milliseconds StopTick{10};
constexpr std::chrono::milliseconds StopTime{3000};

Result<void> failed(const std::string& what, const ErrorCode& error)
{
    return fail(ErrorId::ConnectionFailed, {}, what + ": " + error.message());
}

/// Says which of the two it was, so that it can be said where it was typed.
Result<void> cannotListen(const std::string& where, const ErrorCode& error)
{
    auto result = failed("cannot listen on " + where, error);
    const bool isAddress = error == net::error::address_family_not_supported ||
                           error == boost::system::errc::address_not_available;
    result.error().parameter = isAddress ? "address" : "port";
    return result;
}

ApiReader makeReader(const EndpointOptions& options)
{
    wire::KeyRing keys(options.keys);
    if (options.timestampTolerance)
        keys.setTolerance(*options.timestampTolerance);
    auto clock = options.wallClock;
    if (!clock)
        clock = [] { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); };
    return {std::move(keys), std::move(clock)};
}

} // namespace

Server::Server(Service& service, EndpointOptions options)
    : m_service(service)
    , m_options(std::move(options))
    , m_calls(m_context, service)
    , m_completions(std::make_shared<CompletionQueue>(
          m_context,
          [](CompletionQueue::Completion&& completion) {
              std::visit(
                  [&](auto& answer) {
                      completion.connection->answered(completion.serial, std::move(answer));
                  },
                  completion.answer);
          }))
    , m_apiReader(makeReader(m_options))
    , m_controlPages(service, m_metrics, m_options.timeControl)
{
    updateDate();
}

Result<void> Server::loadCertificate()
{
    if (m_options.tlsCertificateFile.empty())
        return {};
    ErrorCode error;
    net::ssl::context& context = m_tls.emplace(net::ssl::context::tls_server);
    context.set_options(net::ssl::context::default_workarounds | net::ssl::context::no_tlsv1 |
                            net::ssl::context::no_tlsv1_1,
                        error);
    if (!error)
        context.use_certificate_chain_file(m_options.tlsCertificateFile, error);
    if (error)
        return failed("the certificate " + m_options.tlsCertificateFile + " cannot be used", error);
    context.use_private_key_file(m_options.tlsKeyFile, net::ssl::context::pem, error);
    if (error)
        return failed("the key " + m_options.tlsKeyFile + " cannot be used", error);
    return {};
}

Result<void> Server::open()
{
    if (auto loaded = loadCertificate(); !loaded)
        return loaded;
    const std::string name = m_options.address + " port " + std::to_string(m_options.port);
    ErrorCode error;
    const auto address = net::ip::make_address(m_options.address, error);
    if (error)
        return failed(m_options.address + " is not a numeric address", error);
    const tcp::endpoint endpoint(address, m_options.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(net::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error)
        return cannotListen(name, error);
    m_port = m_acceptor.local_endpoint(error).port();
    return {};
}

void Server::run()
{
    pthread_setname_np(pthread_self(), "cmq-endpoint");
    accept();
    armTick();
    m_context.run();
    m_completions->close();
}

void Server::stop()
{
    net::post(m_context, [self = shared_from_this()] { self->beginStop(); });
}

void Server::beginStop()
{
    if (m_isStopping)
        return;
    m_isStopping = true;
    m_stopDeadline = std::chrono::steady_clock::now() + StopTime;
    ErrorCode ignored;
    m_acceptor.close(ignored);
    m_acceptAgain.cancel();
    for (Connection* connection : std::vector(m_connections)) // they leave while being told
        connection->stop();
    m_tick.cancel();
    armTick();
}

void Server::accept()
{
    m_acceptor.async_accept(
        [this](const ErrorCode& error, Socket socket) { accepted(error, std::move(socket)); });
}

void Server::accepted(const ErrorCode& error, Socket socket)
{
    if (m_isStopping)
        return;
    if (error && error != net::error::connection_aborted) {
        // Most likely there are no more file descriptors: wait until some are free.
        m_acceptAgain.expires_after(AcceptAgain);
        m_acceptAgain.async_wait([this](const ErrorCode& cancelled) {
            if (!cancelled)
                accept();
        });
        return;
    }
    if (!error && m_connections.size() < m_options.limits.connections + RefusedAtOnce) {
        ErrorCode ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        const bool isFull = m_connections.size() >= m_options.limits.connections;
        const auto connection =
            m_tls && !isFull ? makeTlsConnection(shared_from_this(), std::move(socket), *m_tls)
                             : makeConnection(shared_from_this(), std::move(socket));
        if (isFull) {
            m_metrics.connectionRefused();
            connection->refuse(503);
        } else {
            connection->start();
        }
    }
    accept();
}

void Server::armTick()
{
    const Limits& limits = m_options.limits;
    const auto shortest = std::min({limits.headerTime, limits.idleTime, limits.rateGrace});
    const auto interval = std::clamp(shortest / 4, Limits::Duration(10), Limits::Duration(1000));
    m_tick.expires_after(m_isStopping ? StopTick : interval);
    m_tick.async_wait([this](const ErrorCode& cancelled) {
        if (!cancelled)
            tick();
    });
}

void Server::tick()
{
    updateDate();
    const auto now = std::chrono::steady_clock::now();
    // From the end, because a connection that closes gives its place to the last one.
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        if (i < m_connections.size())
            m_connections[i]->checkDeadline(now);
    }
    if (m_isStopping && m_connections.empty())
        return;
    if (m_isStopping && now >= m_stopDeadline) {
        for (Connection* connection : std::vector(m_connections))
            connection->abort();
        return;
    }
    armTick();
}

void Server::updateDate()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    std::array<char, 40> text{};
    gmtime_r(&now, &utc);
    m_date.assign(text.data(),
                  std::strftime(text.data(), text.size(), "%a, %d %b %Y %T GMT", &utc));
}

void Server::add(Connection& connection)
{
    connection.registryIndex = m_connections.size();
    m_connections.push_back(&connection);
    m_metrics.connectionOpened();
}

void Server::remove(Connection& connection)
{
    Connection* last = m_connections.back();
    m_connections[connection.registryIndex] = last;
    last->registryIndex = connection.registryIndex;
    m_connections.pop_back();
    m_metrics.connectionClosed();
}

} // namespace cmq::endpoint
