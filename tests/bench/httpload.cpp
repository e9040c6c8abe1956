#include "httpload.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace bench {

using cmq::wire::FormField;

namespace {

constexpr std::size_t BodyBytes = 1024;
constexpr const char* Queue = "bench";

int connectTo(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return socket;
}

/// The body of the answer at the start of `bytes`, or npos lengths when it is not whole yet.
bool wholeAnswer(const std::string& bytes, std::string_view& body)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    const std::size_t at = bytes.find("Content-Length: ");
    if (end == std::string::npos || at == std::string::npos)
        return false;
    const auto length =
        static_cast<std::size_t>(std::strtoul(bytes.c_str() + at + 16, nullptr, 10));
    if (bytes.size() < end + 4 + length)
        return false;
    body = std::string_view(bytes).substr(end + 4, length);
    return true;
}

/// Every `"receiptHandle":"…"` of an answer.
void takeHandles(std::string_view body, std::vector<std::string>& handles)
{
    constexpr std::string_view key = "\"receiptHandle\":\"";
    handles.clear();
    for (std::size_t at = body.find(key); at != body.npos; at = body.find(key, at)) {
        at += key.size();
        const std::size_t end = body.find('"', at);
        handles.emplace_back(body.substr(at, end - at));
    }
}

/// One connection of the load: what it does next, and since when it waits.
struct Client
{
    enum class Step : std::uint8_t { Send, Receive, Delete };

    int socket = -1;
    Step step = Step::Send;
    std::string received;
    std::vector<std::string> handles;
    Clock::time_point sentAt;
};

class Load
{
public:
    explicit Load(const HttpLoadOptions& options)
        : m_options(options)
        , m_signer(options.secretKey)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
        // Letters: they are the same encoded, so that both sides have the work of a usual text.
        , m_body(BodyBytes, 'm')
    {
    }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;
    ~Load()
    {
        for (const auto& client : m_clients)
            ::close(client->socket);
        ::close(m_epoll);
    }

    HttpLoadResult run()
    {
        for (int i = 0; i < m_options.connections && m_result.problem.empty(); ++i)
            open();
        const Clock::time_point start = Clock::now();
        while (secondsSince(start) < m_options.seconds && m_result.problem.empty())
            serve();
        const double seconds = secondsSince(start);
        m_result.requestsPerSecond = static_cast<double>(m_requests) / seconds;
        m_result.lifecyclesPerSecond = static_cast<double>(m_deleted) / seconds;
        return std::move(m_result);
    }

private:
    void open()
    {
        auto client = std::make_unique<Client>();
        client->socket = connectTo(m_options.port);
        if (client->socket < 0) {
            m_result.problem = "cannot connect";
            return;
        }
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = client.get();
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client->socket, &event);
        send(*client);
        m_clients.push_back(std::move(client));
    }

    std::vector<FormField> request(const Client& client) const
    {
        const bool isBatch = m_options.batch > 1;
        std::vector<FormField> fields{{"queueName", Queue}};
        const auto elements = [&](const std::string& name, std::size_t count, auto value) {
            if (!isBatch)
                return fields.push_back({name, value(0)});
            for (std::size_t i = 0; i < count; ++i)
                fields.push_back({name + '.' + std::to_string(i + 1), value(i)});
        };
        switch (client.step) {
        case Client::Step::Send:
            fields.push_back({"Action", isBatch ? "BatchSendMessage" : "SendMessage"});
            elements("msgBody", static_cast<std::size_t>(m_options.batch),
                     [&](std::size_t) { return m_body; });
            break;
        case Client::Step::Receive:
            fields.push_back({"Action", isBatch ? "BatchReceiveMessage" : "ReceiveMessage"});
            fields.push_back({"pollingWaitSeconds", "5"});
            if (isBatch)
                fields.push_back({"numOfMsg", std::to_string(m_options.batch)});
            break;
        case Client::Step::Delete:
            fields.push_back({"Action", isBatch ? "BatchDeleteMessage" : "DeleteMessage"});
            elements("receiptHandle", client.handles.size(),
                     [&](std::size_t i) { return client.handles[i]; });
            break;
        }
        return fields;
    }

    void send(Client& client)
    {
        const std::string bytes = signedPost(m_signer, m_options, request(client));
        client.sentAt = Clock::now();
        if (::send(client.socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(bytes.size()))
            m_result.problem = "cannot send";
    }

    void serve()
    {
        std::array<epoll_event, 64> events{};
        const int count = ::epoll_wait(m_epoll, events.data(), events.size(), 100);
        for (int i = 0; i < count && m_result.problem.empty(); ++i)
            receive(*static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr));
    }

    void receive(Client& client)
    {
        std::array<char, 65536> buffer; // NOLINT(*-member-init)
        const ssize_t got = ::recv(client.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got <= 0) {
            m_result.problem = "the connection was closed";
            return;
        }
        client.received.append(buffer.data(), static_cast<std::size_t>(got));
        std::string_view body;
        if (wholeAnswer(client.received, body))
            answered(client, body);
    }

    void answered(Client& client, std::string_view body)
    {
        static constexpr std::array names{"send", "receive", "delete"};
        m_result.latency[names[static_cast<std::size_t>(client.step)]].add(Clock::now() -
                                                                           client.sentAt);
        ++m_requests;
        const bool isEmpty = body.find("\"code\":7000") != body.npos;
        if (body.find("\"code\":0") == body.npos && !isEmpty) {
            m_result.problem = body;
            return;
        }
        switch (client.step) {
        case Client::Step::Send: client.step = Client::Step::Receive; break;
        case Client::Step::Receive:
            takeHandles(body, client.handles);
            client.step = isEmpty ? Client::Step::Send : Client::Step::Delete;
            break;
        case Client::Step::Delete:
            m_deleted += client.handles.size();
            client.step = Client::Step::Send;
            break;
        }
        client.received.clear();
        send(client);
    }

    const HttpLoadOptions& m_options;
    cmq::wire::Signer m_signer;
    int m_epoll;
    std::string m_body;
    std::vector<std::unique_ptr<Client>> m_clients;
    HttpLoadResult m_result;
    std::uint64_t m_requests = 0;
    std::uint64_t m_deleted = 0;
};

} // namespace

HttpLoadResult runHttpLoad(const HttpLoadOptions& options)
{
    return Load(options).run();
}

std::string signedPost(cmq::wire::Signer& signer, const HttpLoadOptions& options,
                       std::vector<FormField> fields)
{
    static std::uint64_t nonce = 0;
    const std::string host = "127.0.0.1:" + std::to_string(options.port);
    fields.push_back({"SecretId", options.secretId});
    fields.push_back({"Timestamp", "1465185768"});
    fields.push_back({"Nonce", std::to_string(++nonce)});
    fields.push_back({"RequestClient", "SDK_Python_1.3"});
    fields.push_back({"SignatureMethod", "HmacSHA1"});
    cmq::wire::Parameters sorted = cmq::wire::viewsOf(fields);
    cmq::wire::sortForSignature(sorted);
    std::string signature =
        signer.sign(cmq::wire::SignatureMethod::HmacSha1,
                    cmq::wire::stringToSign({"POST", host, "/v2/index.php", sorted}));
    fields.push_back({"Signature", std::move(signature)});
    const std::string form = cmq::wire::encodeForm(fields);
    return "POST /v2/index.php HTTP/1.1\r\nHost: " + host +
           "\r\nAccept-Encoding: identity\r\nContent-Length: " + std::to_string(form.size()) +
           "\r\nConnection: Keep-Alive\r\n\r\n" + form;
}

std::string askOnce(const HttpLoadOptions& options, std::vector<FormField> fields)
{
    cmq::wire::Signer signer(options.secretKey);
    const int socket = connectTo(options.port);
    const std::string bytes = signedPost(signer, options, std::move(fields));
    if (::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0)
        return {};
    std::string received;
    std::string_view body;
    std::array<char, 65536> buffer; // NOLINT(*-member-init)
    while (!wholeAnswer(received, body)) {
        const ssize_t got = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            break;
        received.append(buffer.data(), static_cast<std::size_t>(got));
    }
    std::string answer(body);
    ::close(socket);
    return answer;
}

} // namespace bench
