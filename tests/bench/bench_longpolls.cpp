// Ten thousand long polls that wait at cmq-endpoint, a process of its own: what they cost, and how
// soon one hears of a message.
//   longpolls [--polls=10000] [--messages=1000] [--idle=5]
#include "httpload.h"
#include "tests/paths.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

using bench::Clock;

namespace {

/// cmq-endpoint in memory, without keys, on a port of its own.
class Server
{
public:
    Server()
    {
        std::array<int, 2> out{};
        if (::pipe(out.data()) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0) {
            ::dup2(out[1], STDOUT_FILENO);
            ::execl(paths::build("bin/cmq-endpoint").c_str(), "cmq-endpoint", "--memory",
                    "--no-auth", "--listen", "127.0.0.1:0", "--control", "--log-level", "error",
                    nullptr);
            ::_exit(127);
        }
        std::array<char, 256> line{};
        const ssize_t got = ::read(out[0], line.data(), line.size() - 1);
        const std::string url(line.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (const std::size_t colon = url.rfind(':'); colon != std::string::npos)
            m_port = static_cast<std::uint16_t>(std::strtoul(url.c_str() + colon + 1, nullptr, 10));
        ::close(out[0]);
        ::close(out[1]);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server()
    {
        ::kill(m_process, SIGTERM);
        ::waitpid(m_process, nullptr, 0);
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    [[nodiscard]] double residentBytes() const
    {
        std::ifstream file("/proc/" + std::to_string(m_process) + "/statm");
        double total = 0, resident = 0;
        file >> total >> resident;
        return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
    }

    [[nodiscard]] double cpuSeconds() const
    {
        std::ifstream file("/proc/" + std::to_string(m_process) + "/stat");
        std::string word;
        double user = 0, system = 0;
        for (int i = 1; i <= 13; ++i)
            file >> word;
        file >> user >> system;
        return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }

private:
    pid_t m_process = -1;
    std::uint16_t m_port = 0;
};

int connectTo(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return -1;
    return socket;
}

bool sendForm(int socket, const std::string& form)
{
    const std::string bytes =
        "POST /v2/index.php HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(form.size()) +
        "\r\n\r\n" + form;
    return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
}

std::string hear(int socket)
{
    std::array<char, 4096> buffer{};
    const ssize_t got = ::recv(socket, buffer.data(), buffer.size(), 0);
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

std::size_t waiting(std::uint16_t port)
{
    const int socket = connectTo(port);
    const std::string_view request =
        "GET /control/metrics HTTP/1.1\r\nHost: h\r\nX-CMQ-Control: 1\r\nConnection: close\r\n\r\n";
    (void)!::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    std::string all;
    for (std::string part = hear(socket); !part.empty(); part = hear(socket))
        all += part;
    ::close(socket);
    const std::size_t at = all.find("\ncmq_waiting_requests ");
    return at == std::string::npos ? 0 : std::strtoul(all.c_str() + at + 22, nullptr, 10);
}

} // namespace

int main(int argc, char** argv)
{
    const bench::Arguments arguments(argc, argv);
    const auto polls = static_cast<std::size_t>(arguments.number("polls", 10'000));
    const auto messages = static_cast<int>(arguments.number("messages", 1000));
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    const Server server;
    const int sender = connectTo(server.port());
    if (sender < 0 || !sendForm(sender, "Action=CreateQueue&queueName=q") || hear(sender).empty()) {
        std::printf("cmq-endpoint does not answer\n");
        return 1;
    }
    const double before = server.residentBytes();
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    const std::string form = "Action=ReceiveMessage&queueName=q&pollingWaitSeconds=30";
    const auto opening = Clock::now();
    for (std::size_t i = 0; i < polls; ++i) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = connectTo(server.port());
        if (event.data.fd < 0 || !sendForm(event.data.fd, form)) {
            std::printf("only %zu polls could be opened\n", i);
            return 1;
        }
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, event.data.fd, &event);
    }
    while (waiting(server.port()) < polls)
        std::this_thread::yield();
    std::printf("%zu long polls wait after %.1f s, %.1f KiB each in the process\n", polls,
                bench::secondsSince(opening),
                (server.residentBytes() - before) / static_cast<double>(polls) / 1024);

    const double cpu = server.cpuSeconds();
    const auto idle = Clock::now();
    std::this_thread::sleep_for(std::chrono::duration<double>(arguments.number("idle", 5)));
    std::printf("idle: %.2f %% of a core\n",
                (server.cpuSeconds() - cpu) / bench::secondsSince(idle) * 100);

    bench::Samples latency;
    for (int i = 0; i < messages; ++i) {
        const auto start = Clock::now();
        if (!sendForm(sender, "Action=SendMessage&queueName=q&msgBody=hello"))
            return 1;
        // Polls whose time is over are heard, too: they just ask again.
        for (bool isHeard = false; !isHeard;) {
            epoll_event event{};
            if (::epoll_wait(epoll, &event, 1, 10'000) != 1) {
                std::printf("a message was not heard of\n");
                return 1;
            }
            isHeard = hear(event.data.fd).find("msgBody") != std::string::npos;
            if (isHeard)
                latency.add(Clock::now() - start);
            if (!sendForm(event.data.fd, form))
                return 1;
        }
        (void)hear(sender);
    }
    std::printf("from sending to the answer of a poll: %s\n", latency.toString().c_str());
    return 0;
}
