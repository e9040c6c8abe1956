#pragma once

#include "apirequest.h"
#include "callqueue.h"
#include "completionqueue.h"
#include "connection.h"
#include "controlpages.h"
#include "endpoint.h"
#include "metrics.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cmq::endpoint {

/// What all connections share, and the one thread that serves them.
///
/// Thread: the endpoint's, but for `stop`. Owned by its connections, too, so that an answer that
/// comes late finds everything in place. Private to this room.
class Server final : public std::enable_shared_from_this<Server>
{
public:
    Server(Service& service, EndpointOptions options);

    /// Opens the socket. Errors: ConnectionFailed with a sentence.
    [[nodiscard]] Result<void> open();
    /// Serves until `stop`; the body of the endpoint's thread.
    void run();
    /// Any thread.
    void stop();

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] Service& service() { return m_service; }
    [[nodiscard]] const EndpointOptions& options() const { return m_options; }
    [[nodiscard]] ApiReader& apiReader() { return m_apiReader; }
    [[nodiscard]] ControlPages& controlPages() { return m_controlPages; }
    [[nodiscard]] Metrics& metrics() { return m_metrics; }
    [[nodiscard]] CallQueue& calls() { return m_calls; }
    [[nodiscard]] const std::shared_ptr<CompletionQueue>& completions() { return m_completions; }
    [[nodiscard]] bool isStopping() const { return m_isStopping; }
    /// The value of a Date header.
    [[nodiscard]] std::string_view date() const { return m_date; }

    void add(Connection& connection);
    void remove(Connection& connection);

private:
    using Timer =
        boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                          boost::asio::wait_traits<std::chrono::steady_clock>,
                                          boost::asio::io_context::executor_type>;

    [[nodiscard]] Result<void> loadCertificate();
    void accept();
    void accepted(const boost::beast::error_code& error, Socket socket);
    void tick();
    void armTick();
    void beginStop();
    void updateDate();

    Service& m_service;
    EndpointOptions m_options;
    boost::asio::io_context m_context{1};
    boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, boost::asio::io_context::executor_type>
        m_acceptor{m_context};
    std::optional<boost::asio::ssl::context> m_tls;
    Timer m_tick{m_context};
    Timer m_acceptAgain{m_context};
    CallQueue m_calls;
    std::shared_ptr<CompletionQueue> m_completions;
    Metrics m_metrics;
    ApiReader m_apiReader;
    ControlPages m_controlPages;
    std::vector<Connection*> m_connections;
    std::string m_date;
    std::uint16_t m_port = 0;
    bool m_isStopping = false;
    std::chrono::steady_clock::time_point m_stopDeadline;
};

} // namespace cmq::endpoint
