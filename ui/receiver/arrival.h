#pragma once

#include "cmq/time.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace ui {

/// What the receiver says to a request.
struct ReceiverReply
{
    int status = 200;
    cmq::Milliseconds delay{0};
    bool isSilent = false; ///< says nothing and keeps the connection
    friend bool operator==(const ReceiverReply&, const ReceiverReply&) = default;
};

/// A request that arrived at the receiver. All of it comes from outside.
struct Arrival
{
    qint64 number = 0; ///< counts all that ever arrived; the key
    cmq::Time time;
    QString method;
    QString target;
    QList<std::pair<QString, QString>> headers; ///< in order, as they were sent
    QByteArray body;
    ReceiverReply reply;
    int attempt = 1; ///< which time this message came to this target, among those still listed

    /// The value of a header, its name without regard to case; empty when there is none.
    [[nodiscard]] QString header(QStringView name) const;
    [[nodiscard]] QString messageId() const { return header(u"x-cmq-message-id"); }
    [[nodiscard]] QString tags() const { return header(u"x-cmq-message-tag"); }
    friend bool operator==(const Arrival& left, const Arrival& right)
    {
        return left.number == right.number; // what arrived does not change
    }
};

} // namespace ui
