#include "transfer.h"

#include "cmq/pushurl.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace cmq::push {

namespace {

/// The address that curl is about to connect to; none of a family that we do not know.
std::optional<IpAddress> addressOf(const curl_sockaddr& address)
{
    IpAddress result{};
    if (address.family == AF_INET && address.addrlen >= sizeof(sockaddr_in)) {
        sockaddr_in ipv4{};
        std::memcpy(&ipv4, &address.addr, sizeof ipv4);
        return fromIpv4(ntohl(ipv4.sin_addr.s_addr));
    }
    if (address.family == AF_INET6 && address.addrlen >= sizeof(sockaddr_in6)) {
        std::memcpy(result.data(),
                    reinterpret_cast<const char*>(&address.addr) +
                        offsetof(sockaddr_in6, sin6_addr),
                    result.size());
        return result;
    }
    return std::nullopt;
}

} // namespace

Transfer::Transfer(const Options& options)
    : m_options(options)
    , m_curl(curl_easy_init())
{
    const auto set = [&](CURLoption option, auto value) {
        curl_easy_setopt(m_curl, option, value);
    };
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, m_errorText);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.timeout.count()));
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    if (!options.usesEnvironmentProxy)
        set(CURLOPT_PROXY, "");
    set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::openSocket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::readAnswer);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::readHeader);
    set(CURLOPT_HEADERDATA, this);
}

Transfer::~Transfer()
{
    clear();
    curl_easy_cleanup(m_curl);
}

void Transfer::clear()
{
    curl_slist_free_all(std::exchange(m_headers, nullptr));
    curl_slist_free_all(std::exchange(m_resolved, nullptr));
    m_body.clear();
    m_refusal.clear();
    m_headBytes = 0;
    m_answerBytes = 0;
    m_hasAnswer = false;
    m_isCutByUs = false;
    m_errorText[0] = '\0';
}

bool Transfer::prepare(Push&& push)
{
    m_id = push.id;
    m_lane = laneOf(push);
    const auto url = parsePushUrl(push.url);
    if (!url) {
        m_refusal = url.error().text;
        return false;
    }
    // curl gets what was judged, in its canonical form.
    curl_easy_setopt(m_curl, CURLOPT_URL, toString(*url).c_str());
    for (const std::string& line : headerLines(push))
        m_headers = curl_slist_append(m_headers, line.c_str());
    m_headers = curl_slist_append(m_headers, "Expect:"); // no wait for "100 Continue"
    curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, m_headers);
    if (m_options.resolve && !url->address) {
        const std::string entry =
            url->host + ':' + std::to_string(url->port) + ':' + m_options.resolve(url->host);
        m_resolved = curl_slist_append(m_resolved, entry.c_str());
        curl_easy_setopt(m_curl, CURLOPT_RESOLVE, m_resolved);
    }
    m_body = requestBody(std::move(push));
    curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_body.size()));
    curl_easy_setopt(m_curl, CURLOPT_POSTFIELDS, m_body.data());
    return true;
}

PushResult Transfer::outcome(CURLcode code) const
{
    if (code != CURLE_OK && !m_refusal.empty())
        return {false, 0, m_refusal};
    long status = 0;
    curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &status);
    // What the subscriber says beyond our limit changes nothing about what it said first.
    const bool isAnswered = m_hasAnswer && (code == CURLE_OK || m_isCutByUs);
    if (!isAnswered) {
        if (code == CURLE_OK)
            return {false, 0, "the answer ended before its head did"};
        if (code == CURLE_OPERATION_TIMEDOUT)
            return {false, 0,
                    "no answer within " + std::to_string(m_options.timeout.count()) + " ms"};
        return {false, 0, m_errorText[0] != '\0' ? m_errorText : curl_easy_strerror(code)};
    }
    const bool isDelivered = status >= 200 && status < 300;
    return {isDelivered, static_cast<int>(status),
            isDelivered ? std::string() : "HTTP status " + std::to_string(status)};
}

curl_socket_t Transfer::openSocket(void* self, curlsocktype, curl_sockaddr* address)
{
    auto& transfer = *static_cast<Transfer*>(self);
    const auto target = addressOf(*address);
    Behaviour behaviour;
    behaviour.allowLocalPush = transfer.m_options.allowsLocal;
    if (!target || !mayPushTo(*target, behaviour)) {
        transfer.m_refusal = "pushes to " + (target ? toUrlHost(*target) : "this kind of address") +
                             " are not allowed";
        return CURL_SOCKET_BAD;
    }
    transfer.m_refusal.clear(); // of another address of the same name
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t Transfer::count(std::size_t& total, std::size_t bytes)
{
    total += bytes;
    if (total <= m_options.answerBytesMax)
        return bytes;
    m_isCutByUs = true;
    return 0;
}

std::size_t Transfer::readAnswer(char*, std::size_t size, std::size_t count, void* self)
{
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.count(transfer.m_answerBytes, size * count);
}

std::size_t Transfer::readHeader(char* bytes, std::size_t size, std::size_t count, void* self)
{
    auto& transfer = *static_cast<Transfer*>(self);
    const std::string_view line(bytes, size * count);
    long status = 0;
    curl_easy_getinfo(transfer.m_curl, CURLINFO_RESPONSE_CODE, &status);
    if (line == "\r\n" || line == "\n")
        transfer.m_hasAnswer = status >= 200;
    return transfer.count(transfer.m_headBytes, line.size());
}

} // namespace cmq::push
