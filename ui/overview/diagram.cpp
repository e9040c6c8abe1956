#include "diagram.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <numeric>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal BoxWidth = 184;
constexpr qreal BoxHeight = 34;
constexpr qreal RowGap = 14;
constexpr qreal LayerGap = 84;
constexpr qreal Margin = 24;
constexpr std::size_t LayersMax = 4;
constexpr int Sweeps = 4; // over all layers; more change nothing that one could see

std::size_t layerOf(DiagramNode::Kind kind)
{
    switch (kind) {
    case DiagramNode::Kind::Topic: return 0;
    case DiagramNode::Kind::Subscription: return 1;
    case DiagramNode::Kind::Queue:
    case DiagramNode::Kind::Address: return 2;
    case DiagramNode::Kind::DeadLetterQueue: break;
    }
    return 3;
}

/// Collects nodes and edges by key.
class Collector final
{
public:
    std::size_t add(DiagramNode node)
    {
        const QString key = node.key();
        if (const auto found = m_places.find(key); found != m_places.end())
            return *found;
        m_places.insert(key, diagram.nodes.size());
        diagram.nodes.push_back(std::move(node));
        return diagram.nodes.size() - 1;
    }

    void addQueues(const QList<QueueRow>& queues)
    {
        for (const QueueRow& queue : queues) {
            const bool takesDeadLetters = !queue.attributes.deadLetterSource.empty();
            DiagramNode node;
            node.kind =
                takesDeadLetters ? DiagramNode::Kind::DeadLetterQueue : DiagramNode::Kind::Queue;
            node.name = queue.name;
            node.count = backlogOf(queue.attributes);
            node.isAlert = takesDeadLetters && node.count > 0;
            m_queues.insert(queue.name.toLower(), add(std::move(node)));
        }
        for (const QueueRow& queue : queues) {
            const auto& policy = queue.attributes.settings.deadLetterPolicy;
            if (!policy)
                continue;
            const std::size_t from = m_queues.value(queue.name.toLower());
            const std::size_t to = queueNamed(QString::fromStdString(policy->deadLetterQueue),
                                              DiagramNode::Kind::DeadLetterQueue);
            diagram.edges.push_back({from, to, true});
        }
    }

    void addSubscription(const cmq::SubscriptionAttributes& each)
    {
        DiagramNode topic;
        topic.kind = DiagramNode::Kind::Topic;
        topic.name = QString::fromStdString(each.topicName);
        DiagramNode node;
        node.kind = DiagramNode::Kind::Subscription;
        node.name = QString::fromStdString(each.subscriptionName);
        node.topic = topic.name;
        node.count = each.msgCount;
        node.isAlert = !each.lastFailure.empty();
        const std::size_t from = add(std::move(topic));
        const std::size_t middle = add(std::move(node));
        diagram.edges.push_back({from, middle, false});
        diagram.edges.push_back({middle, targetOf(each), false});
    }

    Diagram diagram;

private:
    std::size_t targetOf(const cmq::SubscriptionAttributes& each)
    {
        const QString endpoint = QString::fromStdString(each.endpoint);
        if (each.protocol == cmq::Protocol::Queue)
            return queueNamed(endpoint, DiagramNode::Kind::Queue);
        DiagramNode address;
        address.kind = DiagramNode::Kind::Address;
        address.name = endpoint;
        return add(std::move(address));
    }

    std::size_t queueNamed(const QString& name, DiagramNode::Kind kind)
    {
        if (const auto found = m_queues.find(name.toLower()); found != m_queues.end())
            return *found;
        DiagramNode missing;
        missing.kind = kind;
        missing.name = name;
        missing.isMissing = true;
        const std::size_t place = add(std::move(missing));
        m_queues.insert(name.toLower(), place);
        return place;
    }

    QHash<QString, std::size_t> m_places;
    QHash<QString, std::size_t> m_queues; ///< by name in lower case, as CMQ compares them
};

/// Keeps the most telling nodes: connected ones first, then large ones.
void leaveOut(Diagram& diagram)
{
    if (diagram.nodes.size() <= DiagramNodesMax)
        return;
    std::vector<bool> isConnected(diagram.nodes.size());
    for (const DiagramEdge& edge : diagram.edges)
        isConnected[edge.from] = isConnected[edge.to] = true;
    std::vector<std::size_t> order(diagram.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (isConnected[a] != isConnected[b])
            return bool(isConnected[a]);
        return diagram.nodes[a].count > diagram.nodes[b].count;
    });
    constexpr auto Gone = std::size_t(-1);
    std::vector<std::size_t> place(diagram.nodes.size(), Gone);
    std::vector<DiagramNode> kept;
    for (std::size_t i = 0; i < DiagramNodesMax; ++i) {
        place[order[i]] = kept.size();
        kept.push_back(std::move(diagram.nodes[order[i]]));
    }
    diagram.leftOut = int(diagram.nodes.size() - kept.size());
    diagram.nodes = std::move(kept);
    std::erase_if(diagram.edges, [&](const DiagramEdge& edge) {
        return place[edge.from] == Gone || place[edge.to] == Gone;
    });
    for (DiagramEdge& edge : diagram.edges)
        edge = {place[edge.from], place[edge.to], edge.isDeadLetter};
}

using Layers = std::array<std::vector<std::size_t>, LayersMax>;

/// Puts each node of a layer at the mean height of its neighbours, and keeps the order otherwise.
void sweep(const Diagram& diagram, Layers& layers,
           const std::vector<std::vector<std::size_t>>& neighbours)
{
    std::vector<double> height(diagram.nodes.size());
    const auto measure = [&](const std::vector<std::size_t>& layer) {
        for (std::size_t i = 0; i < layer.size(); ++i)
            height[layer[i]] = double(i) - double(layer.size()) / 2;
    };
    for (const auto& layer : layers)
        measure(layer);
    for (auto& layer : layers) {
        std::vector<double> wanted(diagram.nodes.size());
        for (const std::size_t node : layer) {
            double sum = 0;
            for (const std::size_t each : neighbours[node])
                sum += height[each];
            wanted[node] =
                neighbours[node].empty() ? height[node] : sum / double(neighbours[node].size());
        }
        std::ranges::stable_sort(layer, {}, [&](std::size_t node) { return wanted[node]; });
        measure(layer);
    }
}

void layOut(Diagram& diagram)
{
    Layers layers;
    std::vector<std::vector<std::size_t>> neighbours(diagram.nodes.size());
    for (const DiagramEdge& edge : diagram.edges) {
        neighbours[edge.from].push_back(edge.to);
        neighbours[edge.to].push_back(edge.from);
    }
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        layers[layerOf(diagram.nodes[i].kind)].push_back(i);
    for (auto& layer : layers) {
        std::ranges::sort(layer, {}, [&](std::size_t node) { return diagram.nodes[node].key(); });
        // What is connected to nothing stands below.
        std::ranges::stable_partition(layer,
                                      [&](std::size_t node) { return !neighbours[node].empty(); });
    }
    for (int i = 0; i < Sweeps; ++i)
        sweep(diagram, layers, neighbours);

    std::size_t longest = 0;
    for (const auto& layer : layers)
        longest = std::max(longest, layer.size());
    const qreal height = qreal(longest) * (BoxHeight + RowGap) - RowGap;
    qreal x = Margin;
    for (const auto& layer : layers) {
        if (layer.empty())
            continue;
        const qreal own = qreal(layer.size()) * (BoxHeight + RowGap) - RowGap;
        qreal y = Margin + (height - own) / 2;
        for (const std::size_t node : layer) {
            diagram.nodes[node].rect = QRectF(x, y, BoxWidth, BoxHeight);
            y += BoxHeight + RowGap;
        }
        x += BoxWidth + LayerGap;
    }
    if (longest > 0)
        diagram.size = QSizeF(x - LayerGap + Margin, height + 2 * Margin);
}

} // namespace

QString DiagramNode::key() const
{
    switch (kind) {
    case Kind::Topic: return u"topic/"_s + name;
    case Kind::Subscription: return u"subscription/"_s + topic + u'/' + name;
    case Kind::Address: return u"address/"_s + name;
    case Kind::Queue:
    case Kind::DeadLetterQueue: break;
    }
    return u"queue/"_s + name;
}

Diagram makeDiagram(const QList<QueueRow>& queues, const QList<TopicRow>& topics,
                    const std::vector<cmq::SubscriptionAttributes>& subscriptions)
{
    Collector collector;
    collector.addQueues(queues);
    for (const TopicRow& topic : topics) {
        DiagramNode node;
        node.kind = DiagramNode::Kind::Topic;
        node.name = topic.name;
        node.count = topic.attributes.msgCount;
        collector.add(std::move(node));
    }
    for (const cmq::SubscriptionAttributes& each : subscriptions)
        collector.addSubscription(each);
    leaveOut(collector.diagram);
    layOut(collector.diagram);
    return std::move(collector.diagram);
}

} // namespace ui
