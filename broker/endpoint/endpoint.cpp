#include "endpoint.h"

#include "server.h"

#include <thread>

namespace cmq::endpoint {

class Endpoint::Impl
{
public:
    explicit Impl(std::shared_ptr<Server> opened)
        : server(std::move(opened))
        , thread([this] { server->run(); })
    {
    }

    const std::shared_ptr<Server> server;
    std::thread thread;
};

Result<std::unique_ptr<Endpoint>> Endpoint::start(Service& service, EndpointOptions options)
{
    auto server = std::make_shared<Server>(service, std::move(options));
    if (auto opened = server->open(); !opened)
        return fail(std::move(opened.error()));
    return std::unique_ptr<Endpoint>(new Endpoint(std::make_unique<Impl>(std::move(server))));
}

Endpoint::Endpoint(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Endpoint::~Endpoint()
{
    stop();
}

std::uint16_t Endpoint::port() const
{
    return m_impl->server->port();
}

std::string Endpoint::url() const
{
    const EndpointOptions& options = m_impl->server->options();
    const bool isIpv6 = options.address.find(':') != std::string::npos;
    return (options.tlsCertificateFile.empty() ? "http://" : "https://") +
           (isIpv6 ? '[' + options.address + ']' : options.address) + ':' + std::to_string(port());
}

void Endpoint::stop()
{
    if (!m_impl->thread.joinable())
        return;
    m_impl->server->stop();
    m_impl->thread.join();
}

} // namespace cmq::endpoint
