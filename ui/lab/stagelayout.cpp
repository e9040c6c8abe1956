#include "stagelayout.h"

#include "actorwork.h"

#include "ui/common/format.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace ui {

using cmq::scenario::Actor;
using cmq::scenario::Picture;
using cmq::scenario::PictureQueue;

namespace {

constexpr qreal Margin = 24;
constexpr qreal ColumnGap = 72;
constexpr qreal RowGap = 20;
constexpr qreal TitleHeight = 28;
constexpr qreal DetailHeight = 20;
constexpr qreal LaneHeight = 26;
constexpr qreal Padding = 8;
/// Lanes begin with a sign and a number.
constexpr qreal LaneHead = 64;
constexpr qreal TokenGapMax = 2 * StageTokenRadius + 4;

constexpr std::array ColumnWidths{184.0, 168.0, 320.0, 212.0};

std::size_t columnOf(StageBox::Kind kind)
{
    switch (kind) {
    case StageBox::Kind::Producer: return 0;
    case StageBox::Kind::Topic: return 1;
    case StageBox::Kind::Queue: return 2;
    case StageBox::Kind::Consumer:
    case StageBox::Kind::Receiver: break;
    }
    return 3;
}

QString text(const std::string& text)
{
    return QString::fromStdString(text);
}

/// Puts boxes, ways and tokens together.
class Builder final
{
public:
    explicit Builder(const Picture& picture)
        : m_picture(picture)
    {
        m_layout.now = picture.now;
    }

    StageLayout build()
    {
        addQueues();
        addTopics();
        addActors();
        addSubscriptions();
        place();
        addTokens();
        return std::move(m_layout);
    }

private:
    std::size_t add(StageBox box)
    {
        const std::size_t index = m_layout.boxes.size();
        m_places.insert(box.key(), index);
        m_layout.boxes.push_back(std::move(box));
        return index;
    }

    [[nodiscard]] std::optional<std::size_t> find(StageBox::Kind kind, const QString& name) const
    {
        StageBox box;
        box.kind = kind;
        box.name = name;
        const auto found = m_places.find(box.key());
        return found == m_places.end() ? std::nullopt : std::optional(*found);
    }

    void connect(StageWay::Kind kind, std::size_t from, std::size_t to)
    {
        StageWay way;
        way.kind = kind;
        way.from = from;
        way.to = to;
        m_layout.ways.push_back(std::move(way));
    }

    void addQueue(const PictureQueue& queue)
    {
        if (find(StageBox::Kind::Queue, text(queue.attributes.queueName)))
            return;
        StageBox box;
        box.kind = StageBox::Kind::Queue;
        box.name = text(queue.attributes.queueName);
        box.isDeadLetterQueue = !queue.attributes.deadLetterSource.empty();
        const auto lane = [&](cmq::MessageState state, std::int64_t count) {
            box.lanes.push_back({state, {}, count});
        };
        lane(cmq::MessageState::Delayed, queue.attributes.delayMsgNum);
        lane(cmq::MessageState::Active, queue.attributes.activeMsgNum);
        lane(cmq::MessageState::Inactive, queue.attributes.inactiveMsgNum);
        if (queue.attributes.settings.rewindSeconds.count() > 0)
            lane(cmq::MessageState::Rewindable, queue.attributes.rewindmsgNum);
        add(std::move(box));
    }

    void addQueues()
    {
        // A dead-letter queue stands below the first that gives to it.
        const auto isOrdinary = [](const PictureQueue& queue) {
            return queue.attributes.deadLetterSource.empty();
        };
        for (const PictureQueue& queue : m_picture.queues) {
            if (!isOrdinary(queue))
                continue;
            addQueue(queue);
            if (const auto& policy = queue.attributes.settings.deadLetterPolicy) {
                const auto target = std::ranges::find(
                    m_picture.queues, policy->deadLetterQueue,
                    [](const PictureQueue& each) { return each.attributes.queueName; });
                if (target != m_picture.queues.end())
                    addQueue(*target);
            }
        }
        for (const PictureQueue& queue : m_picture.queues)
            addQueue(queue); // those that only dead-letter queues give to
        for (const PictureQueue& queue : m_picture.queues) {
            const auto& policy = queue.attributes.settings.deadLetterPolicy;
            const auto from = find(StageBox::Kind::Queue, text(queue.attributes.queueName));
            const auto to =
                policy ? find(StageBox::Kind::Queue, text(policy->deadLetterQueue)) : std::nullopt;
            if (from && to)
                connect(StageWay::Kind::DeadLetter, *from, *to);
        }
    }

    void addTopics()
    {
        for (const cmq::TopicAttributes& topic : m_picture.topics) {
            StageBox box;
            box.kind = StageBox::Kind::Topic;
            box.name = text(topic.topicName);
            box.detail = filterKindText(topic.filterType);
            box.waiting = topic.msgCount;
            add(std::move(box));
        }
    }

    void addActors()
    {
        for (const Actor& actor : m_picture.actors) {
            StageBox box;
            box.name = text(actor.name);
            box.detail = actorWork(actor);
            box.isRunning = actor.isRunning;
            if (const auto* producer = std::get_if<cmq::scenario::Producer>(&actor.role)) {
                box.kind = StageBox::Kind::Producer;
                const auto to = producer->topic.empty()
                                    ? find(StageBox::Kind::Queue, text(producer->queue))
                                    : find(StageBox::Kind::Topic, text(producer->topic));
                const std::size_t from = add(std::move(box));
                if (to)
                    connect(StageWay::Kind::Send, from, *to);
            } else if (const auto* consumer = std::get_if<cmq::scenario::Consumer>(&actor.role)) {
                box.kind = StageBox::Kind::Consumer;
                box.lanes.push_back({cmq::MessageState::Inactive, {}, 0});
                const auto from = find(StageBox::Kind::Queue, text(consumer->queue));
                const std::size_t to = add(std::move(box));
                if (from)
                    connect(StageWay::Kind::Receive, *from, to);
            } else if (const auto* receiver = std::get_if<cmq::scenario::Receiver>(&actor.role)) {
                box.kind = StageBox::Kind::Receiver;
                m_receivers.insert(text(receiver->url), add(std::move(box)));
            }
        }
    }

    void addSubscriptions()
    {
        for (const cmq::SubscriptionAttributes& subscription : m_picture.subscriptions) {
            const auto from = find(StageBox::Kind::Topic, text(subscription.topicName));
            const auto to = endOf(subscription);
            if (!from || !to)
                continue;
            connect(StageWay::Kind::Subscription, *from, *to);
            StageWay& way = m_layout.ways.back();
            way.name = text(subscription.subscriptionName);
            way.waiting = subscription.msgCount;
            way.isFailing = subscription.attempts > 0;
        }
    }

    std::optional<std::size_t> endOf(const cmq::SubscriptionAttributes& subscription)
    {
        const QString endpoint = text(subscription.endpoint);
        if (subscription.protocol == cmq::Protocol::Queue)
            return find(StageBox::Kind::Queue, endpoint);
        if (const auto receiver = m_receivers.find(endpoint); receiver != m_receivers.end())
            return *receiver;
        StageBox nobody;
        nobody.kind = StageBox::Kind::Receiver;
        nobody.name = endpoint;
        nobody.detail = nobodyThereText();
        nobody.isRunning = false;
        const std::size_t place = add(std::move(nobody));
        m_receivers.insert(endpoint, place);
        return place;
    }

    void place()
    {
        std::array<qreal, ColumnWidths.size()> lefts{};
        qreal left = Margin;
        for (std::size_t column = 0; column < ColumnWidths.size(); ++column) {
            const bool isUsed = std::ranges::any_of(
                m_layout.boxes, [&](const StageBox& box) { return columnOf(box.kind) == column; });
            lefts[column] = left;
            left += isUsed ? ColumnWidths[column] + ColumnGap : 0;
        }
        // Queues first: the others stand beside them.
        for (const std::size_t column :
             {std::size_t(2), std::size_t(3), std::size_t(1), std::size_t(0)})
            placeColumn(column, lefts[column]);
        for (const StageBox& box : m_layout.boxes) {
            m_layout.size = m_layout.size.expandedTo(
                QSizeF(box.rect.right() + Margin, box.rect.bottom() + Margin));
        }
    }

    void placeColumn(std::size_t column, qreal left)
    {
        std::vector<std::pair<qreal, std::size_t>> order;
        for (std::size_t i = 0; i < m_layout.boxes.size(); ++i) {
            if (columnOf(m_layout.boxes[i].kind) == column)
                order.emplace_back(column == 2 ? 0 : middleOfNeighbours(i), i);
        }
        std::ranges::stable_sort(order, {}, [](const auto& each) { return each.first; });
        qreal top = Margin;
        for (const auto& [middle, index] : order) {
            StageBox& box = m_layout.boxes[index];
            const qreal height = heightOf(box);
            top = std::max(top, middle - height / 2);
            box.rect = QRectF(left, top, ColumnWidths[column], height);
            placeLanes(box);
            top += height + RowGap;
        }
    }

    /// Of those that have a place already; 0 if none has.
    [[nodiscard]] qreal middleOfNeighbours(std::size_t index) const
    {
        qreal sum = 0;
        int count = 0;
        for (const StageWay& way : m_layout.ways) {
            if (way.from != index && way.to != index)
                continue;
            const QRectF& other = m_layout.boxes[way.from == index ? way.to : way.from].rect;
            if (other.isEmpty())
                continue;
            sum += other.center().y();
            ++count;
        }
        return count ? sum / count : 0;
    }

    [[nodiscard]] static qreal heightOf(const StageBox& box)
    {
        return TitleHeight + (box.detail.isEmpty() ? 0 : DetailHeight) +
               qreal(box.lanes.size()) * LaneHeight + Padding;
    }

    static void placeLanes(StageBox& box)
    {
        qreal top = box.rect.top() + TitleHeight + (box.detail.isEmpty() ? 0 : DetailHeight);
        for (StageLane& lane : box.lanes) {
            lane.rect =
                QRectF(box.rect.left() + Padding, top, box.rect.width() - 2 * Padding, LaneHeight);
            top += LaneHeight;
        }
    }

    void addTokens()
    {
        for (const PictureQueue& queue : m_picture.queues) {
            const QString name = text(queue.attributes.queueName);
            const std::size_t home = *find(StageBox::Kind::Queue, name);
            for (const cmq::scenario::PictureMessage& message : queue.messages) {
                StageToken token;
                token.queue = name;
                token.message = message;
                token.box = home;
                if (!message.holder.empty()) {
                    if (const auto holder = find(StageBox::Kind::Consumer, text(message.holder)))
                        token.box = *holder;
                }
                m_layout.tokens.push_back(std::move(token));
            }
        }
        for (std::size_t i = 0; i < m_layout.boxes.size(); ++i) {
            for (StageLane& lane : m_layout.boxes[i].lanes)
                placeTokens(i, lane);
        }
    }

    /// In a row from the right, where a lane lets its messages out: the oldest leaves first.
    void placeTokens(std::size_t box, StageLane& lane)
    {
        std::vector<StageToken*> row;
        for (StageToken& token : m_layout.tokens) {
            if (token.box == box && token.message.state == lane.state)
                row.push_back(&token);
        }
        if (m_layout.boxes[box].kind == StageBox::Kind::Consumer)
            lane.count = std::int64_t(row.size());
        const qreal room = lane.rect.width() - LaneHead - 2 * StageTokenRadius;
        const qreal gap = row.size() < 2 ? 0 : std::min(TokenGapMax, room / qreal(row.size() - 1));
        qreal x = lane.rect.right() - StageTokenRadius;
        for (StageToken* token : row) {
            token->place = QPointF(x, lane.rect.center().y());
            x -= gap;
        }
    }

    const Picture& m_picture;
    StageLayout m_layout;
    QHash<QString, std::size_t> m_places;
    QHash<QString, std::size_t> m_receivers; // by URL
};

} // namespace

QString StageBox::key() const
{
    return QString::number(int(kind)) + QLatin1Char('/') + name;
}

QString StageToken::key() const
{
    return queue + QLatin1Char('/') + QString::number(message.entry);
}

StageLayout layOutStage(const Picture& picture)
{
    return Builder(picture).build();
}

} // namespace ui
