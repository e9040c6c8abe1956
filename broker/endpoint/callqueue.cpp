#include "callqueue.h"

#include "connection.h"

#include <boost/asio/post.hpp>

namespace cmq::endpoint {

CallQueue::CallQueue(boost::asio::io_context& context, Service& service)
    : m_context(context)
    , m_service(service)
{
}

void CallQueue::push(std::shared_ptr<Connection> connection, Action action,
                     Service::Completion completion)
{
    m_calls.push_back({std::move(connection), std::move(action), std::move(completion)});
    // Behind the requests that are ready to be read now.
    if (m_calls.size() == 1)
        boost::asio::post(m_context, [this] { flush(); });
}

void CallQueue::flush()
{
    for (Call& each : m_calls)
        each.connection->called(m_service.call(std::move(each.action), std::move(each.completion)));
    m_calls.clear();
}

} // namespace cmq::endpoint
