#pragma once

#include "scenario/picture.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// A part of a box in which messages of one state stand.
struct StageLane
{
    cmq::MessageState state = cmq::MessageState::Active;
    QRectF rect;
    std::int64_t count = 0; ///< messages there, whether shown or not
    friend bool operator==(const StageLane&, const StageLane&) = default;
};

/// Somebody or something on the stage that stays where it is.
struct StageBox
{
    /// The columns from left to right; dead-letter queues stand among the queues.
    enum class Kind { Producer, Topic, Queue, Consumer, Receiver };

    Kind kind = Kind::Queue;
    QString name;   ///< of a receiver the actor's, or the URL that nobody plays
    QString detail; ///< what it does, in a line
    bool isRunning = true;
    bool isDeadLetterQueue = false;
    std::int64_t waiting = 0; ///< topics: messages that are still to be delivered
    std::vector<StageLane> lanes;
    QRectF rect;

    [[nodiscard]] QString key() const;
    friend bool operator==(const StageBox&, const StageBox&) = default;
};

/// A way that messages take.
struct StageWay
{
    enum class Kind { Send, Subscription, Receive, DeadLetter };

    Kind kind = Kind::Send;
    std::size_t from = 0; ///< places in StageLayout::boxes
    std::size_t to = 0;
    QString name; ///< of a subscription
    std::int64_t waiting = 0;
    bool isFailing = false; ///< deliveries fail at the moment
    friend bool operator==(const StageWay&, const StageWay&) = default;
};

/// A message on the stage.
struct StageToken
{
    QString queue;
    cmq::scenario::PictureMessage message;
    QPointF place;
    std::size_t box = 0; ///< where it is: its queue, or the consumer that has it in hand

    [[nodiscard]] QString key() const;
    friend bool operator==(const StageToken&, const StageToken&) = default;
};

/// A picture of a world with a place for everything. In units of the scene.
struct StageLayout
{
    std::vector<StageBox> boxes;
    std::vector<StageWay> ways;
    std::vector<StageToken> tokens;
    QSizeF size;
    cmq::Time now;
};

inline constexpr qreal StageTokenRadius = 7;
/// So many messages of a lane are shown; how many there are says the lane's number.
inline constexpr std::int64_t StageLaneTokensMax = 15;

/// Columns from left to right: producers, topics, queues, those who consume. Boxes stand beside
/// what they are connected to. Pure: equal pictures have equal layouts.
[[nodiscard]] StageLayout layOutStage(const cmq::scenario::Picture& picture);

} // namespace ui
