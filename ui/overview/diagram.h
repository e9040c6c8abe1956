#pragma once

#include "ui/queues/queuerow.h"
#include "ui/topics/topicrow.h"

#include <QList>
#include <QRectF>

#include <vector>

namespace ui {

/// Something in the diagram of a topology, with its place.
struct DiagramNode
{
    /// The layers from left to right. What other queues give their dead letters to stands last.
    enum class Kind { Topic, Subscription, Queue, Address, DeadLetterQueue };

    Kind kind = Kind::Queue;
    QString name;           ///< of a subscription without its topic; of an address the URL
    QString topic;          ///< of a subscription
    std::int64_t count = 0; ///< messages that wait there
    bool isMissing = false; ///< a subscription delivers to it, but it does not exist
    bool isAlert = false;   ///< a subscription whose deliveries fail, dead letters
    QRectF rect;            ///< in units of the diagram

    [[nodiscard]] QString key() const;
    friend bool operator==(const DiagramNode&, const DiagramNode&) = default;
};

/// From one node to another, by their places in the list.
struct DiagramEdge
{
    std::size_t from = 0;
    std::size_t to = 0;
    bool isDeadLetter = false;
    friend bool operator==(const DiagramEdge&, const DiagramEdge&) = default;
};

/// What delivers to what, laid out.
struct Diagram
{
    std::vector<DiagramNode> nodes;
    std::vector<DiagramEdge> edges;
    QSizeF size;
    int leftOut = 0; ///< nodes for which there was no room
    friend bool operator==(const Diagram&, const Diagram&) = default;
};

/// More than so many boxes nobody can read; those without a connection and with the smallest
/// backlog are left out first.
inline constexpr std::size_t DiagramNodesMax = 250;

/// Layers from left to right: topics, subscriptions, what they deliver to, dead-letter queues.
/// Within a layer the order follows what the nodes are connected to, so that few lines cross. Pure,
/// and the same for the same input. Cost: linear in what there is, then of the bounded diagram.
[[nodiscard]] Diagram makeDiagram(const QList<QueueRow>& queues, const QList<TopicRow>& topics,
                                  const std::vector<cmq::SubscriptionAttributes>& subscriptions);

} // namespace ui
