#pragma once

#include "httprequest.h"

#include "cmq/service.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <memory>
#include <mutex>
#include <variant>
#include <vector>

namespace cmq::endpoint {

class Connection;

/// Carries answers from the service's thread to the endpoint's, many at a time: one wake-up for
/// all that arrive before the endpoint's thread comes to look.
///
/// Thread: `push` on any, the rest on the endpoint's. `m_mutex` guards what it stands before.
class CompletionQueue final : public std::enable_shared_from_this<CompletionQueue>
{
public:
    struct Completion
    {
        std::shared_ptr<Connection> connection;
        std::uint64_t serial; ///< of the connection's request
        std::variant<Result<Reply>, HttpAnswer> answer;
    };
    using Deliver = void (*)(Completion&&);

    CompletionQueue(boost::asio::io_context& context, Deliver deliver)
        : m_context(&context)
        , m_deliver(deliver)
    {
    }

    void push(Completion completion)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_context)
            return;
        m_waiting.push_back(std::move(completion));
        if (m_waiting.size() == 1)
            boost::asio::post(*m_context, [self = shared_from_this()] { self->deliverAll(); });
    }

    /// Afterwards completions are dropped.
    void close()
    {
        std::vector<Completion> dropped; // destroyed after the lock is released
        const std::lock_guard lock(m_mutex);
        m_context = nullptr;
        dropped.swap(m_waiting);
    }

private:
    void deliverAll()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_delivering.swap(m_waiting);
        }
        for (Completion& completion : m_delivering)
            m_deliver(std::move(completion));
        m_delivering.clear();
    }

    std::mutex m_mutex;
    boost::asio::io_context* m_context; ///< null once closed
    std::vector<Completion> m_waiting;
    Deliver m_deliver;
    std::vector<Completion> m_delivering; ///< the endpoint's thread only
};

} // namespace cmq::endpoint
