#pragma once

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

/// HTTP for tests, byte by byte: a blocking socket and a reader of answers that is strict about
/// what a server may send.
namespace rawhttp {

struct Response
{
    int status = 0;
    std::string head; ///< status line and fields
    std::string body;

    /// CMQ's code in the body; none when it has none.
    [[nodiscard]] std::optional<int> code() const
    {
        const std::size_t at = body.find("\"code\":");
        if (at == std::string::npos)
            return std::nullopt;
        return std::stoi(body.substr(at + 7));
    }
};

/// The answers at the start of `bytes`; what they leave over stays. An answer to HEAD has no body.
inline std::vector<Response> takeResponses(std::string& bytes, bool isHead = false)
{
    std::vector<Response> responses;
    while (true) {
        const std::size_t end = bytes.find("\r\n\r\n");
        if (end == std::string::npos || !bytes.starts_with("HTTP/1.1 "))
            return responses;
        Response response;
        response.status = std::stoi(bytes.substr(9, 3));
        response.head = bytes.substr(0, end + 2);
        std::size_t length = 0;
        if (const std::size_t at = response.head.find("\r\nContent-Length: ");
            at != std::string::npos)
            length = std::stoul(response.head.substr(at + 18));
        if (isHead)
            length = 0;
        if (bytes.size() < end + 4 + length)
            return responses;
        response.body = bytes.substr(end + 4, length);
        bytes.erase(0, end + 4 + length);
        if (response.status >= 200) {
            responses.push_back(std::move(response));
            isHead = false; // those behind it answer other requests
        }
    }
}

class Socket final
{
public:
    explicit Socket(std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected =
            ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        const int yes = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }
    Socket(Socket&& other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_isConnected(other.m_isConnected)
        , m_received(std::move(other.m_received))
    {
    }
    Socket& operator=(Socket&&) = delete;
    ~Socket() { close(); }

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    /// False when the other side does not take it any more.
    bool send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void finishSending() const { ::shutdown(m_socket, SHUT_WR); }

    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }
    /// Closes with a reset instead of a farewell.
    void reset()
    {
        const linger hard{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        close();
    }

    /// Reads more bytes; false at the end of the stream or after the time.
    bool receive(std::chrono::milliseconds time)
    {
        pollfd each{m_socket, POLLIN, 0};
        if (::poll(&each, 1, static_cast<int>(time.count())) <= 0)
            return false;
        char buffer[65536];
        const ssize_t got = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (got <= 0) {
            m_isClosed = true;
            return false;
        }
        m_received.append(buffer, static_cast<std::size_t>(got));
        return true;
    }

    /// The next answer, waiting for it.
    std::optional<Response> response(bool isHead = false,
                                     std::chrono::milliseconds time = std::chrono::seconds(10))
    {
        const auto end = std::chrono::steady_clock::now() + time;
        while (m_ready.empty()) {
            m_ready = takeResponses(m_received, isHead);
            if (!m_ready.empty())
                break;
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                end - std::chrono::steady_clock::now());
            if (left.count() <= 0 || !receive(left))
                return std::nullopt;
        }
        Response first = std::move(m_ready.front());
        m_ready.erase(m_ready.begin());
        return first;
    }

    /// Everything until the other side closes; `isClosed` says whether it did within the time.
    std::string readToEnd(std::chrono::milliseconds time = std::chrono::seconds(10))
    {
        const auto end = std::chrono::steady_clock::now() + time;
        while (true) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                end - std::chrono::steady_clock::now());
            if (left.count() <= 0 || !receive(left))
                return std::exchange(m_received, {});
        }
    }
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    /// What was received and is no whole answer.
    [[nodiscard]] const std::string& rest() const { return m_received; }

private:
    int m_socket;
    bool m_isConnected = false;
    bool m_isClosed = false;
    std::string m_received;
    std::vector<Response> m_ready;
};

/// A POST of a form with the headers that every SDK sends.
inline std::string post(std::string_view form, std::string_view extraHeaders = {})
{
    return "POST /v2/index.php HTTP/1.1\r\nHost: 127.0.0.1\r\n" + std::string(extraHeaders) +
           "Content-Length: " + std::to_string(form.size()) + "\r\n\r\n" + std::string(form);
}

} // namespace rawhttp
