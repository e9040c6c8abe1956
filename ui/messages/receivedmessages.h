#pragma once

#include "messagesource.h"

#include <QString>

#include <map>
#include <set>

namespace ui {

class Connection;

/// A received message as a peek would have shown it then, as far as that is known.
[[nodiscard]] cmq::PeekedMessage asPeeked(const cmq::ReceivedMessage& received);

/// All messages of a queue, received one batch after the other until there is none: the only way
/// where nobody can peek. What is not deleted while its receipt handle is valid comes back to the
/// queue by itself.
class ReceivedMessages final : public MessageSource
{
public:
    /// `connection` outlives us.
    ReceivedMessages(Connection& connection, QString queueName);

    void findMore(QObject* context, FoundHandler handler) override;
    void read(QObject* context, std::uint64_t key, bool withBody, ReadHandler handler) override;
    void forget(std::uint64_t key) override;

private:
    [[nodiscard]] Page keep(const cmq::ReceivedMessages& batch);

    Connection& m_connection;
    QString m_queueName;
    std::map<std::uint64_t, cmq::PeekedMessage> m_held;
    std::set<std::string> m_seen; ///< a message that comes back was not done with: enough
    std::uint64_t m_last = 0;
};

} // namespace ui
