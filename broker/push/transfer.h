#pragma once

#include "push.h"
#include "pusher.h"

#include <curl/curl.h>

#include <memory>
#include <string>

namespace cmq::push {

/// One push under way: a curl handle and what its callbacks see. Re-used for the next push.
class Transfer final
{
public:
    explicit Transfer(const Options& options);
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;
    ~Transfer();

    /// Sets up the handle for a push; false when it cannot be made, `outcome` says why.
    [[nodiscard]] bool prepare(Push&& push);
    [[nodiscard]] CURL* handle() const { return m_curl; }
    [[nodiscard]] std::uint64_t id() const { return m_id; }
    [[nodiscard]] const std::string& lane() const { return m_lane; }

    /// What became of it when curl was done with `code`.
    [[nodiscard]] PushResult outcome(CURLcode code) const;
    /// Lets go of the push.
    void clear();

    /// Pushes of the same subscription share a lane.
    [[nodiscard]] static std::string laneOf(const Push& push)
    {
        return push.topicName + '/' + push.subscriptionName;
    }

private:
    static curl_socket_t openSocket(void* transfer, curlsocktype purpose, curl_sockaddr* address);
    static std::size_t readAnswer(char* bytes, std::size_t size, std::size_t count, void* transfer);
    static std::size_t readHeader(char* bytes, std::size_t size, std::size_t count, void* transfer);
    std::size_t count(std::size_t& total, std::size_t bytes);

    const Options& m_options;
    CURL* m_curl = nullptr;
    std::uint64_t m_id = 0;
    std::string m_lane;
    std::string m_body;
    std::string m_refusal;
    curl_slist* m_headers = nullptr;
    curl_slist* m_resolved = nullptr;
    std::size_t m_headBytes = 0;
    std::size_t m_answerBytes = 0;
    bool m_hasAnswer = false; ///< the final status and its head are there
    bool m_isCutByUs = false;
    char m_errorText[CURL_ERROR_SIZE] = {};
};

} // namespace cmq::push
