#include "httpreceiver.h"

#include "cmq/names.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <list>
#include <thread>

namespace cmq::push {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t RequestMaxBytes = 2 * 1024 * 1024;
constexpr std::size_t ConnectionsMax = 256;

/// A file descriptor that is closed in time.
class Socket final
{
public:
    explicit Socket(int descriptor = -1)
        : m_descriptor(descriptor)
    {
    }
    Socket(Socket&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Socket& operator=(Socket&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Socket()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

struct Connection
{
    Socket socket;
    std::string input;
    std::string output;
    Clock::time_point due; ///< when output may be written
    Milliseconds pauseBetweenBytes{0};
    bool hangs = false;
    bool closesAfterwards = false;
    bool resets = false;
    bool isOver = false;
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

/// The next whole request of `input`, which loses it; none while it is not whole.
std::optional<ReceivedRequest> takeRequest(std::string& input)
{
    constexpr std::string_view gap = "\r\n\r\n";
    const std::size_t headEnd = input.find(gap);
    if (headEnd == std::string::npos)
        return std::nullopt;
    ReceivedRequest request;
    std::string_view head(input.data(), headEnd);
    const std::string_view first = head.substr(0, head.find("\r\n"));
    const std::size_t blank = std::min(first.find(' '), first.size());
    request.method = first.substr(0, blank);
    const std::string_view rest = trimmed(first.substr(blank));
    request.target = rest.substr(0, rest.find(' '));
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n")) {
        head.remove_prefix(at + 2);
        const std::string_view line = head.substr(0, head.find("\r\n"));
        const std::size_t colon = std::min(line.find(':'), line.size());
        request.headers.emplace_back(line.substr(0, colon),
                                     trimmed(line.substr(std::min(colon + 1, line.size()))));
    }
    std::size_t length = 0;
    const std::string text = request.header("Content-Length");
    std::from_chars(text.data(), text.data() + text.size(), length);
    const std::size_t start = headEnd + gap.size();
    if (length > RequestMaxBytes || input.size() - start < length)
        return std::nullopt;
    request.body = input.substr(start, length);
    input.erase(0, start + length);
    return request;
}

std::string answerText(int status)
{
    return "HTTP/1.1 " + std::to_string(status) + " Chosen\r\n" +
           (status == 204 || status == 304 ? "\r\n" : "Content-Length: 0\r\n\r\n");
}

} // namespace

std::string ReceivedRequest::header(std::string_view name) const
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto& each) { return equalsIgnoringCase(each.first, name); });
    return found == headers.end() ? std::string() : found->second;
}

/// The receiver's thread and all that it owns.
class HttpReceiver::Loop final
{
public:
    Loop(Socket listener, std::uint16_t port, Socket wakeReader, Socket wakeWriter, Answer answer)
        : m_listener(std::move(listener))
        , m_port(port)
        , m_wakeReader(std::move(wakeReader))
        , m_wakeWriter(std::move(wakeWriter))
        , m_answer(std::move(answer))
        , m_thread([this] { run(); })
    {
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;
    ~Loop()
    {
        ::shutdown(m_wakeWriter.get(), SHUT_RDWR);
        m_thread.join();
    }
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    void run();
    [[nodiscard]] int untilNextMs() const;
    void acceptAll();
    void read(Connection& connection);
    void answerNext(Connection& connection);
    static void write(Connection& connection);

    Socket m_listener;
    std::uint16_t m_port;
    Socket m_wakeReader;
    Socket m_wakeWriter;
    Answer m_answer;
    std::list<Connection> m_connections;
    std::thread m_thread; // last: it uses all the others
};

void HttpReceiver::Loop::run()
{
    std::vector<pollfd> watched;
    for (;;) {
        watched = {{m_wakeReader.get(), POLLIN, 0}, {m_listener.get(), POLLIN, 0}};
        for (const Connection& each : m_connections)
            watched.push_back({each.socket.get(), POLLIN, 0});
        ::poll(watched.data(), watched.size(), untilNextMs());
        if (watched[0].revents != 0)
            return;
        auto event = watched.begin() + 2;
        for (Connection& each : m_connections) {
            if ((event++)->revents != 0)
                read(each);
            else if (!each.input.empty())
                answerNext(each); // sent together with the one before
            write(each);
        }
        m_connections.remove_if([](const Connection& each) { return each.isOver; });
        if (watched[1].revents != 0)
            acceptAll();
    }
}

/// -1 when nothing but a peer can bring something about.
int HttpReceiver::Loop::untilNextMs() const
{
    std::optional<Clock::time_point> next;
    for (const Connection& each : m_connections) {
        if (!each.output.empty() && (!next || each.due < *next))
            next = each.due;
    }
    if (!next)
        return -1;
    const auto wait = std::chrono::ceil<Milliseconds>(*next - Clock::now());
    return static_cast<int>(std::max<Milliseconds::rep>(wait.count(), 0));
}

void HttpReceiver::Loop::acceptAll()
{
    while (m_connections.size() < ConnectionsMax) {
        Socket socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (socket.get() < 0)
            return;
        m_connections.emplace_back().socket = std::move(socket);
    }
}

void HttpReceiver::Loop::read(Connection& connection)
{
    std::array<char, 16384> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): read below
    for (;;) {
        const auto count = ::recv(connection.socket.get(), buffer.data(), buffer.size(), 0);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (count <= 0 || connection.input.size() > RequestMaxBytes) {
            connection.isOver = true;
            return;
        }
        connection.input.append(buffer.data(), static_cast<std::size_t>(count));
    }
    answerNext(connection);
}

void HttpReceiver::Loop::answerNext(Connection& connection)
{
    if (connection.hangs || !connection.output.empty() || connection.closesAfterwards)
        return;
    const auto request = takeRequest(connection.input);
    if (!request)
        return;
    const ReceiverAnswer answer = m_answer(*request);
    connection.hangs = answer.hangs;
    if (answer.hangs)
        return;
    connection.due = Clock::now() + answer.delay;
    connection.output = answer.raw.value_or(answerText(answer.status));
    connection.closesAfterwards = answer.raw.has_value() || answer.resets;
    connection.pauseBetweenBytes = answer.pauseBetweenBytes;
    connection.resets = answer.resets;
}

void HttpReceiver::Loop::write(Connection& connection)
{
    while (!connection.output.empty() && !connection.isOver && connection.due <= Clock::now()) {
        const bool isSlow = connection.pauseBetweenBytes > Milliseconds(0);
        const auto count = ::send(connection.socket.get(), connection.output.data(),
                                  isSlow ? 1 : connection.output.size(), MSG_NOSIGNAL);
        if (count < 0) {
            if (errno == EAGAIN) { // a peer that does not read: look again soon
                connection.due = Clock::now() + Milliseconds(10);
                return;
            }
            connection.isOver = true;
            return;
        }
        connection.output.erase(0, static_cast<std::size_t>(count));
        if (isSlow)
            connection.due = Clock::now() + connection.pauseBetweenBytes;
    }
    if (connection.output.empty() && connection.closesAfterwards) {
        if (connection.resets) {
            const linger none{1, 0};
            ::setsockopt(connection.socket.get(), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        }
        connection.isOver = true;
    }
}

Result<std::unique_ptr<HttpReceiver>> HttpReceiver::listen(std::uint16_t port, Answer answer)
{
    const auto failed = [](const char* what) {
        return fail(ErrorId::ConnectionFailed, {},
                    std::string(what) + ": " +
                        std::strerror(errno)); // NOLINT(concurrency-mt-unsafe)
    };
    Socket listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (listener.get() < 0)
        return failed("no socket");
    const int yes = 1;
    ::setsockopt(listener.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener.get(), generic, sizeof address) != 0)
        return failed("the port cannot be had");
    if (::listen(listener.get(), SOMAXCONN) != 0)
        return failed("cannot listen");
    socklen_t length = sizeof address;
    ::getsockname(listener.get(), generic, &length);
    std::array<int, 2> wake{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wake.data()) != 0)
        return failed("no socket pair");
    return std::unique_ptr<HttpReceiver>(new HttpReceiver(
        std::make_unique<Loop>(std::move(listener), ntohs(address.sin_port), Socket(wake[0]),
                               Socket(wake[1]), std::move(answer))));
}

HttpReceiver::HttpReceiver(std::unique_ptr<Loop> loop)
    : m_loop(std::move(loop))
{
}

HttpReceiver::~HttpReceiver() = default;

std::uint16_t HttpReceiver::port() const
{
    return m_loop->port();
}

} // namespace cmq::push
