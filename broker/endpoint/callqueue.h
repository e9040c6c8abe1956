#pragma once

#include "cmq/service.h"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <vector>

namespace cmq::endpoint {

class Connection;

/// Hands calls over to the service, those of a round of the endpoint's thread one right after the
/// other: a durable service, whose thread is woken by the first, finds them all and commits them
/// together.
///
/// Thread: the endpoint's.
class CallQueue final
{
public:
    /// Both must outlive the queue.
    CallQueue(boost::asio::io_context& context, Service& service);

    /// The connection hears with `called` under which request the service knows its call.
    void push(std::shared_ptr<Connection> connection, Action action,
              Service::Completion completion);
    /// Hands over what waits, now.
    void flush();

private:
    struct Call
    {
        std::shared_ptr<Connection> connection;
        Action action;
        Service::Completion completion;
    };

    boost::asio::io_context& m_context;
    Service& m_service;
    std::vector<Call> m_calls;
};

} // namespace cmq::endpoint
