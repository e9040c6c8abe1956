#pragma once

#include "ui/common/operation.h"

#include "cmq/messageactions.h"

#include <QObject>
#include <QString>

#include <functional>

namespace ui {

/// What is done with each of many messages.
class MessageWork
{
public:
    using Finish = std::function<void(WorkOutcome)>;

    MessageWork() = default;
    MessageWork(const MessageWork&) = delete;
    MessageWork& operator=(const MessageWork&) = delete;
    virtual ~MessageWork() = default;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool needsBodies() const = 0;
    static constexpr int DefaultParallel = 16;
    /// How many may be under way at a time.
    [[nodiscard]] virtual int parallel() const { return DefaultParallel; }
    /// Whether what failed can be done again by itself.
    [[nodiscard]] virtual bool canRetry() const { return true; }
    /// `message` is as it is in the queue now. Calls `finish` once, never before it returned;
    /// `context` is gone when nobody waits any more.
    virtual void perform(QObject* context, const cmq::PeekedMessage& message, Finish finish) = 0;
    /// After the last one: says why the whole came to nothing, or nothing. `isComplete`: it was not
    /// cancelled.
    virtual QString conclude(bool isComplete)
    {
        Q_UNUSED(isComplete)
        return {};
    }
};

} // namespace ui
