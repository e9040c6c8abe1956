#include "connection.h"

#include "server.h"

#include <boost/asio/error.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cstring>

namespace cmq::endpoint {

namespace net = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t SmallBuffer = 2 * 1024;
constexpr std::size_t LargeBuffer = 64 * 1024;
/// What a client may still send behind an answer that ends the connection, so that its system does
/// not throw the answer away.
constexpr std::size_t DrainBytesMax = 16 * 1024 * 1024;
constexpr std::chrono::seconds DrainTime{2};
/// Kept from answer to answer; larger ones are rare.
constexpr std::size_t KeptAnswerBytes = 16 * 1024;

constexpr std::string_view Continue = "HTTP/1.1 100 Continue\r\n\r\n";

/// What a client says of itself is told up to here.
constexpr std::size_t RequestClientBytesMax = 40;

std::string toString(const net::ip::tcp::endpoint& peer)
{
    return peer.address().to_string() + ':' + std::to_string(peer.port());
}

/// The SDK that asks, with its version: `SDK_Python_1.3`. Empty where none says so.
std::string_view requestClient(std::span<const wire::Parameter> parameters)
{
    return wire::findParameter(parameters, "RequestClient")
        .value_or("")
        .substr(0, RequestClientBytesMax);
}

} // namespace

Connection::Connection(std::shared_ptr<Server> server, const net::ip::tcp::endpoint& peer)
    : m_server(std::move(server))
    , m_peer(peer)
    , m_started(Clock::now())
{
    m_server->add(*this);
}

Connection::~Connection()
{
    if (m_state != State::Closed)
        m_server->remove(*this);
}

void Connection::opened()
{
    m_state = State::Idle;
    m_started = Clock::now();
    keepReading();
}

void Connection::refuse(int status)
{
    m_state = State::Reading;
    m_request.isHttp11 = true;
    answerProblem(status);
}

// Reading

void Connection::keepReading()
{
    if (m_isReadPending || m_isPeerDone || m_state == State::Closed)
        return;
    if (m_state == State::Draining)
        m_begin = m_end = 0;
    if (m_begin == m_end) {
        m_begin = m_end = 0;
        if (m_capacity > SmallBuffer && m_state != State::Reading && m_state != State::Draining) {
            m_buffer.reset(); // a connection that waits should be small
            m_capacity = 0;
        }
    }
    if (m_end == m_capacity) {
        if (m_begin > 0) {
            std::memmove(m_buffer.get(), m_buffer.get() + m_begin, m_end - m_begin);
            m_end -= m_begin;
            m_begin = 0;
        } else if (m_capacity == 0 || (m_state == State::Reading && m_capacity < LargeBuffer)) {
            const std::size_t capacity = m_capacity == 0 ? SmallBuffer : m_capacity * 4;
            std::unique_ptr<char[]> larger(new char[capacity]); // not zeroed
            if (m_end > 0)
                std::memcpy(larger.get(), m_buffer.get(), m_end);
            m_buffer = std::move(larger);
            m_capacity = capacity;
        } else {
            return; // enough was sent ahead: the rest waits in the system's buffers
        }
    }
    m_isReadPending = true;
    readSome(net::buffer(m_buffer.get() + m_end, m_capacity - m_end));
}

void Connection::onRead(const Error& error, std::size_t bytes)
{
    m_isReadPending = false;
    if (m_state == State::Closed)
        return;
    if (error) {
        m_isPeerDone = true;
        onHangUp(error != net::error::eof);
        return;
    }
    m_end += bytes;
    m_movedBytes += bytes;
    if (m_state == State::Draining && m_movedBytes > DrainBytesMax)
        return close();
    parse();
    keepReading();
}

/// The client will send nothing more: it has gone, or it has only closed its side and still
/// listens.
void Connection::onHangUp(bool isReset)
{
    switch (m_state) {
    case State::Executing:
        if (m_canCancel)
            takeBack();
        if (isReset)
            close();
        return;
    case State::Answering:
        return; // there may be requests in the buffer; a reset is found by the write
    case State::Reading:
        // Half a request: whoever has closed only his side may want to know.
        return isReset || m_requestCount > 1 ? close() : answerProblem(400);
    default: close();
    }
}

void Connection::skipEmptyLines()
{
    // RFC 9112, 2.2: an empty line or two before a request do no harm.
    while (m_end - m_begin >= 2 && m_buffer[m_begin] == '\r' && m_buffer[m_begin + 1] == '\n')
        m_begin += 2;
}

void Connection::beginRequest()
{
    m_state = State::Reading;
    m_started = Clock::now();
    m_request.clear();
    m_isContinueSent = false;
    ++m_requestCount;
    m_parser.emplace(m_request, m_server->options().limits);
}

void Connection::parse()
{
    while (isReadingState()) {
        if (m_state == State::Idle)
            skipEmptyLines();
        if (m_begin == m_end ||
            (m_state == State::Idle && m_end - m_begin == 1 && m_buffer[m_begin] == '\r'))
            return;
        if (m_state == State::Idle)
            beginRequest();
        const bool wasHeaderDone = m_parser->is_header_done();
        Error error;
        m_begin +=
            m_parser->put(net::const_buffer(m_buffer.get() + m_begin, m_end - m_begin), error);
        const bool needsMore = error == http::error::need_more;
        if (error && !needsMore) {
            return answerProblem(error == http::error::header_limit ? 431
                                                                    : m_parser->problemStatus());
        }
        if (!wasHeaderDone && m_parser->is_header_done())
            headerArrived();
        if (!isReadingState())
            return;
        if (m_parser->is_done() || m_parser->isBodyTooLarge())
            return execute();
        if (isRequestLineTooLong())
            return answerProblem(414);
        if (needsMore && m_end - m_begin >= LargeBuffer)
            return answerProblem(431);
        if (needsMore || m_begin == m_end)
            return;
    }
}

bool Connection::isRequestLineTooLong() const
{
    // The parser may wait for the end of all fields before it looks at the first line.
    const std::size_t limit = m_server->options().limits.requestLineBytes;
    return m_request.method.empty() && m_end - m_begin > limit &&
           !std::memchr(m_buffer.get() + m_begin, '\n', limit);
}

void Connection::headerArrived()
{
    m_started = Clock::now(); // of the body
    m_movedBytes = m_end - m_begin;
    if (m_parser->is_done())
        return;
    // Refused before it is sent, if its length is known: nobody reads four million bytes for that.
    if (m_parser->isBodyTooLarge())
        return execute();
    if (m_request.expectsContinue && m_begin == m_end && !m_isContinueSent) {
        m_isContinueSent = true;
        m_isWritePending = true;
        write({net::buffer(Continue), net::const_buffer()});
    }
}

// Executing

void Connection::execute()
{
    m_arrived = Clock::now();
    // What is left of a body that is too large would be taken for the next request.
    m_keepAlive = m_parser->is_done() && m_parser->keep_alive();
    m_state = State::Executing;
    ++m_serial;
    if (m_server->options().hasControlPages && m_peer.address().is_loopback() &&
        ControlPages::isControlPath(m_request.path()))
        executeControl();
    else
        executeApi();
}

void Connection::executeControl()
{
    m_action = ActionCount;
    m_canCancel = false;
    m_server->controlPages().answer(m_request,
                                    [self = shared_from_this(), serial = m_serial,
                                     queue = m_server->completions()](HttpAnswer answer) {
                                        queue->push({self, serial, std::move(answer)});
                                    });
}

void Connection::executeApi()
{
    ApiRequest request = m_server->apiReader().read(m_request, m_parser->isBodyTooLarge());
    m_envelope = request.envelope;
    m_cloud = request.cloud;
    m_action = request.action ? request.action->index() : ActionCount;
    if (const auto& observer = m_server->options().observer; observer && observer->isListening())
        remember(request);
    if (!request.action)
        return answerApi(fail(std::move(request.action.error())));
    m_canCancel = actionTraits(*request.action).kind == ActionKind::Receive;
    if (m_canCancel)
        nameClient(*request.action);
    m_server->metrics().pollStarted();
    m_server->calls().push(shared_from_this(), std::move(*request.action),
                           [self = shared_from_this(), serial = m_serial,
                            queue = m_server->completions()](Result<Reply> result) {
                               queue->push({self, serial, std::move(result)});
                           });
}

/// Says in a receive who asks: the address, and the SDK behind it.
void Connection::nameClient(Action& receive) const
{
    std::string client = toString(m_peer);
    if (const auto sdk = requestClient(m_server->apiReader().parameters()); !sdk.empty())
        client.append(1, ' ').append(sdk);
    std::visit(
        [&](auto& action) {
            if constexpr (requires { action.client; })
                action.client = std::move(client);
        },
        receive);
}

void Connection::takeBack()
{
    m_server->calls().flush(); // it may still wait there
    m_server->service().cancel(m_serviceRequest);
}

void Connection::answered(std::uint64_t serial, Result<Reply> result)
{
    m_server->metrics().pollEnded();
    if (serial != m_serial || m_state != State::Executing)
        return;
    answerApi(result);
}

void Connection::answered(std::uint64_t serial, HttpAnswer ready)
{
    if (serial != m_serial || m_state != State::Executing)
        return;
    m_body = std::move(ready.body);
    answer(ready.status, ready.contentType, m_keepAlive);
}

/// What the observer is told of a request, as long as it can still be seen.
void Connection::remember(const ApiRequest& request)
{
    ApiReader& reader = m_server->apiReader();
    m_served = std::make_unique<ServedRequest>();
    m_served->time = m_server->apiReader().now();
    m_served->peer = toString(m_peer);
    m_served->method = m_request.method;
    m_served->host = m_request.host;
    m_served->path = m_request.path();
    for (const wire::Parameter& parameter : reader.parameters())
        m_served->parameters.push_back({std::string(parameter.name), std::string(parameter.value)});
    if (request.action)
        m_served->action = *request.action;
    const bool isRefused =
        !request.action && request.action.error().id == ErrorId::AuthenticationFailed;
    m_served->signature = reader.explain(m_request, isRefused);
}

// Answering

void Connection::answerApi(const Result<Reply>& result)
{
    m_body.clear();
    const int code = m_cloud
                         ? wire::appendCloudAnswer(m_body, m_envelope.requestId, *m_cloud, result)
                         : wire::appendAnswer(m_body, m_envelope, result);
    const auto duration = Clock::now() - m_arrived;
    m_server->metrics().count(m_action, code, duration);
    if (m_served) {
        m_served->code = code;
        m_served->duration = std::chrono::duration_cast<std::chrono::microseconds>(duration);
        m_served->answer = m_body;
        m_server->options().observer->served(std::move(*m_served));
        m_served.reset();
    }
    answer(200, HttpAnswer().contentType, m_keepAlive);
}

void Connection::answerProblem(int status)
{
    m_server->metrics().protocolError(status);
    m_body = reasonPhrase(status);
    m_body += '\n';
    answer(status, "text/plain; charset=utf-8", false);
}

void Connection::answer(int status, std::string_view contentType, bool keepAlive)
{
    m_keepAlive = keepAlive && !m_server->isStopping();
    m_state = State::Answering;
    m_started = Clock::now();
    m_movedBytes = 0;
    m_head.assign("HTTP/1.1 ")
        .append(std::to_string(status))
        .append(" ")
        .append(reasonPhrase(status))
        .append("\r\nDate: ")
        .append(m_server->date())
        .append("\r\nContent-Type: ")
        .append(contentType)
        .append("\r\nContent-Length: ")
        .append(std::to_string(m_body.size()));
    if (!m_keepAlive)
        m_head += "\r\nConnection: close";
    else if (!m_request.isHttp11)
        m_head += "\r\nConnection: keep-alive";
    m_head += "\r\n\r\n";
    if (m_isWritePending)
        m_isAnswerWaiting = true; // behind `100 Continue`
    else
        sendAnswer();
}

void Connection::sendAnswer()
{
    m_isAnswerWaiting = false;
    m_isWritePending = true;
    const bool hasBody = m_request.method != "HEAD";
    write({net::buffer(m_head), hasBody ? net::buffer(m_body) : net::const_buffer()});
}

void Connection::onWritten(const Error& error)
{
    m_isWritePending = false;
    if (m_state == State::Closed)
        return;
    if (error)
        return m_state == State::Executing ? onHangUp(true) : close();
    if (m_isAnswerWaiting)
        return sendAnswer();
    if (m_state == State::Answering)
        finishAnswer();
}

void Connection::finishAnswer()
{
    m_body.clear();
    if (m_body.capacity() > KeptAnswerBytes)
        m_body.shrink_to_fit();
    if (!m_keepAlive || m_server->isStopping())
        return drain();
    m_state = State::Idle;
    m_started = Clock::now();
    parse(); // what was sent ahead
    if (m_isPeerDone && isReadingState())
        return onHangUp(false);
    keepReading();
}

void Connection::drain()
{
    if (m_isPeerDone)
        return close();
    m_state = State::Draining;
    m_started = Clock::now();
    m_movedBytes = 0;
    closeSending();
    keepReading();
}

// Ending

void Connection::close()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_server->remove(*this);
    closeSocket();
}

void Connection::abort()
{
    if (m_state == State::Executing && m_canCancel)
        takeBack();
    close();
}

void Connection::stop()
{
    m_keepAlive = false;
    switch (m_state) {
    case State::Executing:
        if (m_canCancel)
            takeBack();
        return;
    case State::Answering: return;
    default: close();
    }
}

/// Judges each span of `rateGrace` by itself, so that a fast start is no licence to stall.
bool Connection::isTooSlow(Clock::time_point now)
{
    const Limits& limits = m_server->options().limits;
    const auto elapsed = std::chrono::duration_cast<Limits::Duration>(now - m_started);
    if (elapsed < limits.rateGrace)
        return false;
    const auto needed = static_cast<std::int64_t>(limits.bytesPerSecond) * elapsed.count() / 1000;
    if (static_cast<std::int64_t>(m_movedBytes) < needed)
        return true;
    m_started = now;
    m_movedBytes = 0;
    return false;
}

void Connection::checkDeadline(Clock::time_point now)
{
    const Limits& limits = m_server->options().limits;
    const auto elapsed = now - m_started;
    switch (m_state) {
    case State::Opening:
        if (elapsed > limits.headerTime)
            close();
        return;
    case State::Idle:
        // The first request of a connection has to come soon; later ones may be thought about.
        if (elapsed > (m_requestCount == 0 ? limits.headerTime : limits.idleTime))
            close();
        return;
    case State::Reading:
        if (m_parser->is_header_done() ? isTooSlow(now) : elapsed > limits.headerTime)
            answerProblem(408);
        return;
    case State::Answering:
        if (isTooSlow(now))
            close();
        return;
    case State::Draining:
        if (elapsed > DrainTime)
            close();
        return;
    case State::Executing:
    case State::Closed: return;
    }
}

} // namespace cmq::endpoint
