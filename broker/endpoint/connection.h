#pragma once

#include "requestparser.h"

#include "cmq/service.h"
#include "wire/cloudcodec.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace boost::asio::ssl {
class context;
}

namespace cmq::endpoint {

struct ApiRequest;
struct ServedRequest;
class Server;

/// A socket without type erasure: it is on every path.
using Socket =
    boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

/// One client: reads requests one after the other, has them executed, writes the answers.
///
/// While a request is executed one read stays pending, so that a client that hangs up is noticed
/// and its long poll taken back. Requests that were sent ahead wait in the buffer.
///
/// Thread: the endpoint's. Lives as long as something is pending on it: a read, a write, or a
/// request at the service. Private to this room.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Clock = std::chrono::steady_clock;

    Connection(std::shared_ptr<Server> server, const boost::asio::ip::tcp::endpoint& peer);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection();

    /// Begins to serve, or to shake hands.
    virtual void start() = 0;
    /// Answers nothing but this status, without reading a request.
    void refuse(int status);
    /// Ends what has taken too long.
    void checkDeadline(Clock::time_point now);
    /// Ends as soon as the current request is answered; a long poll is taken back.
    void stop();
    /// Ends at once.
    void abort();

    /// The service knows the current request as `request`.
    void called(RequestId request) { m_serviceRequest = request; }
    /// The service's (or a control page's) answer to the request with this serial number.
    void answered(std::uint64_t serial, Result<Reply> result);
    void answered(std::uint64_t serial, HttpAnswer answer);

    std::size_t registryIndex = 0; ///< the server's, to find this one in its list

protected:
    using Error = boost::beast::error_code;
    using Buffers = std::array<boost::asio::const_buffer, 2>;

    /// Called when the stream can be read and written.
    void opened();
    void onRead(const Error& error, std::size_t bytes);
    void onWritten(const Error& error);
    /// Some more of an answer is on its way.
    void onProgress(std::size_t bytesOfThisWrite) { m_movedBytes += bytesOfThisWrite; }

    virtual void readSome(boost::asio::mutable_buffer buffer) = 0;
    virtual void write(const Buffers& buffers) = 0;
    virtual void closeSending() = 0;
    virtual void closeSocket() = 0;

private:
    enum class State : std::uint8_t {
        Opening,
        Idle,      ///< between two requests
        Reading,   ///< within a request
        Executing, ///< the service has it
        Answering,
        Draining, ///< everything is said; reading what the client still sends, so that it can hear
        Closed,
    };

    [[nodiscard]] bool isReadingState() const
    {
        return m_state == State::Idle || m_state == State::Reading;
    }
    void keepReading();
    void parse();
    void beginRequest();
    void skipEmptyLines();
    [[nodiscard]] bool isRequestLineTooLong() const;
    void headerArrived();
    void execute();
    void executeApi();
    void executeControl();
    void nameClient(Action& receive) const;
    void takeBack();
    void remember(const ApiRequest& request);
    void answerApi(const Result<Reply>& result);
    void answerProblem(int status);
    void answer(int status, std::string_view contentType, bool keepAlive);
    void sendAnswer();
    void finishAnswer();
    void drain();
    void close();
    void onHangUp(bool isReset);
    [[nodiscard]] bool isTooSlow(Clock::time_point now);

    std::shared_ptr<Server> m_server;
    boost::asio::ip::tcp::endpoint m_peer;

    std::unique_ptr<char[]> m_buffer; ///< what was read and not yet parsed: m_begin to m_end
    std::size_t m_capacity = 0;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;

    std::optional<RequestParser> m_parser;
    HttpRequest m_request;
    wire::Envelope m_envelope;
    std::optional<wire::CloudApi> m_cloud; ///< the current request came by API 3.0
    std::size_t m_action = 0;              ///< index of the action, for the metrics
    RequestId m_serviceRequest = 0;
    std::uint64_t m_serial = 0;
    Clock::time_point m_started;  ///< of the state's deadline
    Clock::time_point m_arrived;  ///< when the request was complete
    std::size_t m_movedBytes = 0; ///< since m_started: of a body, an answer, or what is drained
    std::uint64_t m_requestCount = 0;
    std::unique_ptr<ServedRequest> m_served; ///< only if somebody observes

    std::string m_head;
    std::string m_body;

    State m_state = State::Opening;
    bool m_isReadPending = false;
    bool m_isWritePending = false;
    bool m_isPeerDone = false; ///< it will send no more
    bool m_keepAlive = false;
    bool m_isContinueSent = false;
    bool m_isAnswerWaiting = false; ///< for the end of `100 Continue`
    bool m_canCancel = false;
};

[[nodiscard]] std::shared_ptr<Connection> makeConnection(std::shared_ptr<Server> server,
                                                         Socket socket);
[[nodiscard]] std::shared_ptr<Connection> makeTlsConnection(std::shared_ptr<Server> server,
                                                            Socket socket,
                                                            boost::asio::ssl::context& context);

} // namespace cmq::endpoint
