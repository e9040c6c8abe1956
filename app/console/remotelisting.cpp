#include "remotelisting.h"

#include "remoteclient.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace {

/// After so many failures in a row that are not about the thing asked for, nobody is there.
constexpr int LostInRowMax = 4;
/// More things than any account may have; who lists more is not a CMQ service.
constexpr std::size_t ThingsMax = 20'000;

/// Whether an error says that other things would not be told of either.
bool isAboutEndpoint(const cmq::Error& error)
{
    return error.id == cmq::ErrorId::ConnectionFailed || error.id == cmq::ErrorId::QpsThrottling ||
           error.id == cmq::ErrorId::FrequencyLimit || error.id == cmq::ErrorId::ChargeOverdue ||
           error.code == 4100; // the key
}

template <class Describe>
bool toleratesGaps(const Describe& action)
{
    if constexpr (requires { action.toleratesGaps; })
        return action.toleratesGaps;
    else
        return false;
}

/// Whether a page that failed is worth asking for once more: without it nothing of it is known,
/// not even what is missing.
template <class Describe>
bool triesAgain(const Describe& action, const cmq::Error& error, bool& hasTriedAgain)
{
    return toleratesGaps(action) && cmq::mayRetryLater(error) &&
           !std::exchange(hasTriedAgain, true);
}

/// What the three listings differ in.
struct Queues
{
    using Describe = cmq::DescribeQueues;
    using List = cmq::ListQueue;
    using Get = cmq::GetQueueAttributes;
    static constexpr std::int64_t PageMax = cmq::ListLimitMax;
    static constexpr cmq::ErrorId Gone = cmq::ErrorId::QueueNotFound;

    static List list(const Describe& all, std::int64_t offset, std::int64_t limit)
    {
        return {all.searchWord, offset, limit};
    }
    static Get get(const Describe&, const std::string& name) { return {name}; }
    static auto& items(cmq::QueueList& page) { return page.queueList; }
    static const std::string& name(const cmq::QueueListItem& item) { return item.queueName; }
    static auto& items(cmq::QueueDescriptions& all) { return all.queueList; }

    /// CMQ names a dead-letter queue by its id and does not tell whose it is; a list of all can.
    static void relate(std::vector<cmq::QueueAttributes>& queues)
    {
        std::map<std::string, cmq::QueueAttributes*> byId;
        std::map<std::string, cmq::QueueAttributes*> byName;
        for (cmq::QueueAttributes& queue : queues) {
            byId.emplace(queue.queueId, &queue);
            byName.emplace(queue.queueName, &queue);
        }
        std::map<cmq::QueueAttributes*, std::vector<cmq::QueueListItem>> sources;
        for (cmq::QueueAttributes& queue : queues) {
            if (!queue.settings.deadLetterPolicy)
                continue;
            std::string& target = queue.settings.deadLetterPolicy->deadLetterQueue;
            auto found = byName.find(target);
            if (found == byName.end() && (found = byId.find(target)) == byId.end())
                continue;
            target = found->second->queueName;
            sources[found->second].push_back({queue.queueId, queue.queueName});
        }
        for (auto& [queue, found] : sources) {
            if (queue->deadLetterSource.empty())
                queue->deadLetterSource = std::move(found);
        }
    }
};

struct Topics
{
    using Describe = cmq::DescribeTopics;
    using List = cmq::ListTopic;
    using Get = cmq::GetTopicAttributes;
    static constexpr std::int64_t PageMax = cmq::ListLimitMax;
    static constexpr cmq::ErrorId Gone = cmq::ErrorId::TopicNotFound;

    static List list(const Describe& all, std::int64_t offset, std::int64_t limit)
    {
        return {all.searchWord, offset, limit};
    }
    static Get get(const Describe&, const std::string& name) { return {name}; }
    static auto& items(cmq::TopicList& page) { return page.topicList; }
    static const std::string& name(const cmq::TopicListItem& item) { return item.topicName; }
    static auto& items(cmq::TopicDescriptions& all) { return all.topicList; }
    static void relate(const std::vector<cmq::TopicAttributes>&) {}
};

struct Subscriptions
{
    using Describe = cmq::DescribeSubscriptions;
    using List = cmq::ListSubscriptionByTopic;
    using Get = cmq::GetSubscriptionAttributes;
    static constexpr std::int64_t PageMax = 100;
    static constexpr cmq::ErrorId Gone = cmq::ErrorId::SubscriptionNotFound;

    static List list(const Describe& all, std::int64_t offset, std::int64_t limit)
    {
        return {all.topicName, {}, offset, limit};
    }
    static Get get(const Describe& all, const std::string& name) { return {all.topicName, name}; }
    static auto& items(cmq::SubscriptionList& page) { return page.subscriptionList; }
    static const std::string& name(const cmq::SubscriptionListItem& item)
    {
        return item.subscriptionName;
    }
    static auto& items(cmq::SubscriptionDescriptions& all) { return all.subscriptionList; }
    static void relate(const std::vector<cmq::SubscriptionAttributes>&) {}
};

/// Lives as long as one of its requests is under way: their handlers share it.
template <class Of>
class Listing final : public std::enable_shared_from_this<Listing<Of>>
{
public:
    Listing(RemoteClient& client, cmq::RequestId call, typename Of::Describe all)
        : m_client(client)
        , m_call(call)
        , m_all(std::move(all))
    {
    }

    void askForPage()
    {
        const std::int64_t wanted =
            std::min(Of::PageMax, m_all.limit - std::int64_t(m_names.size()));
        if (wanted <= 0) {
            askForThings();
            return;
        }
        const std::int64_t offset = m_all.offset + std::int64_t(m_names.size());
        ask<typename Of::List>(Of::list(m_all, offset, wanted),
                               [](Listing& self, auto page) { self.readPage(std::move(page)); });
    }

private:
    using Attributes = typename Of::Get::Reply;

    template <class A, class Handler>
    void ask(A action, Handler handler)
    {
        m_client.ask(m_call, std::move(action),
                     [self = this->shared_from_this(),
                      handler = std::move(handler)](cmq::Result<cmq::Reply> result) {
                         if (result)
                             handler(*self, cmq::Result<typename A::Reply>(
                                                std::get<typename A::Reply>(std::move(*result))));
                         else
                             handler(*self, cmq::Result<typename A::Reply>(
                                                cmq::fail(std::move(result.error()))));
                     });
    }

    void readPage(cmq::Result<typename Of::List::Reply> page)
    {
        if (!page) {
            if (triesAgain(m_all, page.error(), m_hasTriedAgain))
                askForPage();
            else
                m_client.complete(m_call, cmq::fail(std::move(page.error())));
            return;
        }
        m_hasTriedAgain = false;
        m_totalCount = page->totalCount;
        const std::size_t before = m_names.size();
        for (const auto& item : Of::items(*page)) {
            if (m_known.insert(Of::name(item)).second)
                m_names.push_back(Of::name(item));
        }
        // A page without anything new ends it, whatever the service says there are in all.
        const bool isLast = m_names.size() == before || m_names.size() >= ThingsMax ||
                            m_all.offset + std::int64_t(m_names.size()) >= m_totalCount;
        if (isLast)
            askForThings();
        else
            askForPage();
    }

    void askForThings()
    {
        if (m_names.empty()) {
            finish();
            return;
        }
        m_found.resize(m_names.size());
        for (std::size_t i = 0; i < std::min(m_client.listingRequests(), m_names.size()); ++i)
            askForNext();
    }

    void askForNext()
    {
        if (m_next == m_names.size())
            return;
        const std::size_t index = m_next++;
        ask<typename Of::Get>(Of::get(m_all, m_names[index]), [index](Listing& self, auto thing) {
            self.readThing(index, std::move(thing));
        });
    }

    void readThing(std::size_t index, cmq::Result<Attributes> thing)
    {
        if (thing) {
            m_lostInRow = 0;
            m_found[index] = std::move(*thing);
        } else if (thing.error().id != Of::Gone) {
            m_lostInRow = isAboutEndpoint(thing.error()) ? m_lostInRow + 1 : 0;
            m_unanswered.push_back({m_names[index], std::move(thing.error())});
            if (!toleratesGaps(m_all) || m_lostInRow == LostInRowMax ||
                m_unanswered.size() == m_names.size()) {
                m_client.complete(m_call, cmq::fail(std::move(m_unanswered.back().error)));
                return;
            }
        }
        if (++m_answered == m_names.size())
            finish();
        else
            askForNext();
    }

    void finish()
    {
        typename Of::Describe::Reply reply;
        if constexpr (requires { reply.unanswered; })
            reply.unanswered = std::move(m_unanswered);
        for (std::optional<Attributes>& thing : m_found) {
            if (thing)
                Of::items(reply).push_back(std::move(*thing));
        }
        Of::relate(Of::items(reply));
        reply.totalCount =
            std::max<std::int64_t>(m_totalCount, std::int64_t(Of::items(reply).size()));
        m_client.complete(m_call, cmq::Reply(std::move(reply)));
    }

    RemoteClient& m_client; // outlives the requests that share us
    cmq::RequestId m_call;
    typename Of::Describe m_all;
    std::int64_t m_totalCount = 0;
    std::vector<std::string> m_names; // in the service's order
    std::set<std::string> m_known;
    std::vector<std::optional<Attributes>> m_found;
    std::vector<cmq::Unanswered> m_unanswered;
    int m_lostInRow = 0;
    bool m_hasTriedAgain = false; ///< for the page that is asked for
    std::size_t m_next = 0;
    std::size_t m_answered = 0;
};

/// Asks for page after page of what API 3.0 describes whole. Lives as the one above.
template <class Of>
class CloudListing final : public std::enable_shared_from_this<CloudListing<Of>>
{
public:
    using Describe = typename Of::Describe;

    CloudListing(RemoteClient& client, cmq::RequestId call, Describe all)
        : m_client(client)
        , m_call(call)
        , m_all(std::move(all))
    {
    }

    void askForPage()
    {
        Describe page = m_all;
        page.offset += count();
        page.limit = std::min(cmq::ListLimitMax, m_all.limit - count());
        if (page.limit <= 0) {
            finish();
            return;
        }
        m_client.ask(m_call, page,
                     [self = this->shared_from_this()](cmq::Result<cmq::Reply> result) {
                         self->readPage(std::move(result));
                     });
    }

private:
    using Found = typename Describe::Reply;

    [[nodiscard]] std::int64_t count() { return std::int64_t(Of::items(m_found).size()); }

    void readPage(cmq::Result<cmq::Reply> result)
    {
        if (!result) {
            if (triesAgain(m_all, result.error(), m_hasTriedAgain))
                askForPage();
            else
                m_client.complete(m_call, std::move(result));
            return;
        }
        m_hasTriedAgain = false;
        auto& page = std::get<Found>(*result);
        auto& items = Of::items(page);
        m_found.totalCount = page.totalCount;
        const bool isLast = items.empty() || count() >= std::int64_t(ThingsMax) ||
                            m_all.offset + count() + std::int64_t(items.size()) >= page.totalCount;
        std::ranges::move(items, std::back_inserter(Of::items(m_found)));
        if (isLast)
            finish();
        else
            askForPage();
    }

    void finish()
    {
        Of::relate(Of::items(m_found));
        m_found.totalCount = std::max(m_found.totalCount, count());
        m_client.complete(m_call, cmq::Reply(std::move(m_found)));
    }

    RemoteClient& m_client; // outlives the requests that share us
    cmq::RequestId m_call;
    Describe m_all;
    Found m_found;
    bool m_hasTriedAgain = false;
};

template <class Of>
bool startCloudAs(RemoteClient& client, cmq::RequestId call, const cmq::Action& action)
{
    const auto* all = std::get_if<typename Of::Describe>(&action);
    if (all)
        std::make_shared<CloudListing<Of>>(client, call, *all)->askForPage();
    return all != nullptr;
}

template <class Of>
bool startAs(RemoteClient& client, cmq::RequestId call, const cmq::Action& action)
{
    const auto* all = std::get_if<typename Of::Describe>(&action);
    if (all)
        std::make_shared<Listing<Of>>(client, call, *all)->askForPage();
    return all != nullptr;
}

} // namespace

bool startListing(RemoteClient& client, cmq::RequestId call, const cmq::Action& action)
{
    return startAs<Queues>(client, call, action) || startAs<Topics>(client, call, action) ||
           startAs<Subscriptions>(client, call, action);
}

bool startCloudListing(RemoteClient& client, cmq::RequestId call, const cmq::Action& action)
{
    return startCloudAs<Queues>(client, call, action) ||
           startCloudAs<Topics>(client, call, action) ||
           startCloudAs<Subscriptions>(client, call, action);
}

bool isListing(const cmq::Action& action)
{
    return std::holds_alternative<cmq::DescribeQueues>(action) ||
           std::holds_alternative<cmq::DescribeTopics>(action) ||
           std::holds_alternative<cmq::DescribeSubscriptions>(action);
}
