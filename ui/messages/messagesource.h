#pragma once

#include "cmq/messageactions.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// Where the messages of an operation come from. They are found page by page, and each is read when
/// it is its turn: what is done is done with the message as it is then.
///
/// Every function that takes a handler calls it once, later, on the thread of `context`, and never
/// after `context` is gone.
class MessageSource
{
public:
    struct Found
    {
        std::uint64_t key = 0; ///< of this source; never 0
        QString name;          ///< what people know it by
    };
    struct Page
    {
        std::vector<Found> messages;
        bool isLast = false;
        QString error; ///< why there are no more than these, if something went wrong
    };
    struct Reading
    {
        std::optional<cmq::PeekedMessage> message;
        QString whyNot; ///< if there is none
    };
    using FoundHandler = std::function<void(const Page&)>;
    using ReadHandler = std::function<void(const Reading&)>;

    MessageSource() = default;
    MessageSource(const MessageSource&) = delete;
    MessageSource& operator=(const MessageSource&) = delete;
    virtual ~MessageSource() = default;

    /// The messages after those that were found before.
    virtual void findMore(QObject* context, FoundHandler handler) = 0;
    /// One that was found.
    virtual void read(QObject* context, std::uint64_t key, bool withBody, ReadHandler handler) = 0;
    /// About how many there will be; 0 if that is not known.
    [[nodiscard]] virtual std::int64_t expected() const { return 0; }
    /// The message is done with, and will not be read again.
    virtual void forget(std::uint64_t key) { Q_UNUSED(key) }
};

} // namespace ui
