#include "httpfloor.h"

#include "wire/codec.h"
#include "wire/form.h"
#include "wire/signature.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <optional>
#include <pthread.h>
#include <thread>

namespace bench {

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using tcp = net::ip::tcp;

namespace {

constexpr std::string_view Head = R"({"code":0,"message":"","codeDesc":"Success","requestId":"1")";
constexpr std::string_view Message =
    R"("msgId":"123345346","receiptHandle":"4364564575","enqueueTime":1,"firstDequeueTime":2,)"
    R"("nextVisibleTime":3,"dequeueCount":1})";

std::string receiveAnswer(int batch)
{
    const std::string message =
        "{\"msgBody\":\"" + std::string(1024, 'm') + "\"," + std::string(Message);
    std::string answer(Head);
    if (batch == 1)
        return answer + ',' + message.substr(1);
    answer += ",\"msgInfoList\":[";
    for (int i = 0; i < batch; ++i)
        answer += (i == 0 ? "" : ",") + message;
    return answer + "]}";
}

class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, cmq::wire::Signer& signer, const std::string& received)
        : m_stream(std::move(socket))
        , m_signer(signer)
        , m_received(received)
    {
        m_stream.socket().set_option(tcp::no_delay(true));
    }

    void read()
    {
        m_parser.emplace();
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](const beast::error_code& error, std::size_t) {
                             if (!error)
                                 self->answer();
                         });
    }

private:
    void answer()
    {
        auto& request = m_parser->get();
        cmq::wire::Parameters parameters;
        const bool isWhole = cmq::wire::decodeForm(request.body(), parameters);
        cmq::wire::sortForSignature(parameters);
        const auto value = [&](std::string_view name) {
            return cmq::wire::findParameter(parameters, name).value_or(std::string_view());
        };
        const bool isValid =
            isWhole &&
            cmq::wire::isSignatureValid(
                m_signer, {"POST", request[http::field::host], request.target(), parameters},
                cmq::wire::signatureMethodFromString(value("SignatureMethod")), value("Signature"));
        m_response = {http::status::ok, request.version()};
        m_response.set(http::field::content_type, "application/json; charset=utf-8");
        m_response.keep_alive(request.keep_alive());
        if (!isValid)
            m_response.body() = "{\"code\":4100}";
        else if (value("Action").find("Receive") != std::string_view::npos)
            m_response.body() = m_received;
        else
            m_response.body() = std::string(Head) + R"(,"msgId":"123345346"})";
        m_response.prepare_payload();
        http::async_write(m_stream, m_response,
                          [self = shared_from_this()](const beast::error_code& error, std::size_t) {
                              if (!error)
                                  self->read();
                          });
    }

    beast::tcp_stream m_stream;
    cmq::wire::Signer& m_signer;
    const std::string& m_received;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    http::response<http::string_body> m_response;
};

} // namespace

class HttpFloor::Impl
{
public:
    Impl(const std::string& secretKey, int batch)
        : m_signer(secretKey)
        , m_received(receiveAnswer(batch))
        , m_acceptor(m_context, tcp::endpoint(net::ip::address_v4::loopback(), 0))
    {
        accept();
        m_thread = std::thread([this] {
            pthread_setname_np(pthread_self(), "floor");
            m_context.run();
        });
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        m_context.stop();
        m_thread.join();
    }

    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }

private:
    void accept()
    {
        m_acceptor.async_accept([this](const beast::error_code& error, tcp::socket socket) {
            if (error)
                return;
            std::make_shared<Session>(std::move(socket), m_signer, m_received)->read();
            accept();
        });
    }

    cmq::wire::Signer m_signer;
    std::string m_received;
    net::io_context m_context{1};
    tcp::acceptor m_acceptor;
    std::thread m_thread;
};

HttpFloor::HttpFloor(const std::string& secretKey, int batch)
    : m_impl(std::make_unique<Impl>(secretKey, batch))
{
}

HttpFloor::~HttpFloor() = default;

std::uint16_t HttpFloor::port() const
{
    return m_impl->port();
}

} // namespace bench
