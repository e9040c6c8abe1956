#include "model.h"

#include <algorithm>
#include <iterator>

using namespace cmq;

namespace conformance {

namespace {

std::string lowerCase(std::string text)
{
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool isHidden(MessageState state)
{
    return state == MessageState::Delayed || state == MessageState::Inactive;
}

std::string idOf(const Model::Message& message)
{
    return 'm' + std::to_string(message.id);
}

bool isControl(const Action& action)
{
    return actionTraits(action).name.find("Message") == std::string_view::npos;
}

template <class Items>
QueueList page(std::vector<QueueListItem> all, const Items& action)
{
    std::ranges::sort(all, {}, [](const QueueListItem& item) { return lowerCase(item.queueName); });
    QueueList list;
    for (const QueueListItem& item : all) {
        if (lowerCase(item.queueName).find(lowerCase(action.searchWord)) == std::string::npos)
            continue;
        const std::int64_t index = list.totalCount++;
        if (index >= action.offset &&
            index < action.offset + std::min<std::int64_t>(50, action.limit))
            list.queueList.push_back(item);
    }
    return list;
}

QueueListItem item(const Model::Queue& queue)
{
    return {'q' + std::to_string(queue.key), queue.name};
}

} // namespace

Model::Model(const Behaviour& behaviour)
    : m_behaviour(behaviour)
{
}

Model::Queue* Model::find(const std::string& name)
{
    for (Queue& queue : m_queues) {
        if (queue.name == name)
            return &queue;
    }
    return nullptr;
}

const Model::Queue* Model::find(const std::string& name) const
{
    return const_cast<Model*>(this)->find(name);
}

std::vector<const Model::Queue*> Model::sourcesOf(const Queue& queue) const
{
    std::vector<const Queue*> sources;
    for (const Queue& each : m_queues) {
        if (each.settings.deadLetterPolicy &&
            each.settings.deadLetterPolicy->deadLetterQueue == queue.name)
            sources.push_back(&each);
    }
    return sources;
}

std::int64_t Model::count(const Queue& queue, MessageState state)
{
    return std::ranges::count(queue.messages, state, &Message::state);
}

std::int64_t Model::undeleted(const Queue& queue)
{
    return std::ssize(queue.messages) - count(queue, MessageState::Rewindable);
}

/// How many more may become inactive.
std::int64_t Model::room(const Queue& queue) const
{
    if (m_behaviour.maxInactive == 0)
        return INT64_MAX;
    return std::max<std::int64_t>(0,
                                  m_behaviour.maxInactive - count(queue, MessageState::Inactive));
}

std::string Model::handleOf(const Message& message)
{
    return 'h' + std::to_string(message.number) + '.' + std::to_string(message.handles);
}

void Model::happened(EventKind kind, const Queue& queue, const Message& message)
{
    m_happenings.push_back({kind, queue.name, message.number, message.id, 0, 0});
}

void Model::happened(EventKind kind, const std::string& queue, std::int64_t count)
{
    m_happenings.push_back({kind, queue, 0, 0, 0, count});
}

// 15: a bucket that holds one second's worth of messages.
bool Model::hasToken(Bucket& bucket, std::int64_t perSecond) const
{
    if (perSecond == 0)
        return true;
    const std::int64_t full = perSecond * 1000;
    if (!bucket.filled)
        bucket.thousandths = full;
    else
        bucket.thousandths =
            std::min(full, bucket.thousandths + perSecond * (m_now - *bucket.filled).count());
    bucket.filled = m_now;
    return bucket.thousandths >= 1000;
}

void Model::take(Bucket& bucket, std::int64_t tokens, std::int64_t perSecond)
{
    if (perSecond != 0)
        bucket.thousandths -= tokens * 1000;
}

void Model::execute(Time now, Token token, const Action& action)
{
    m_now = std::max(m_now, now);
    advance(m_now);

    std::optional<Error> refusal;
    // 16.1: what is wrong in itself is told before the rate, the rate before what exists.
    if (const auto* create = std::get_if<CreateQueue>(&action))
        refusal = checkSettings(create->settings);
    if (const auto* batch = std::get_if<BatchSendMessage>(&action);
        batch && (batch->msgBody.empty() || batch->msgBody.size() > 16))
        refusal = makeError(ErrorId::BatchSize);
    if (const auto* one = std::get_if<DeleteMessage>(&action); one && one->receiptHandle == " ")
        refusal = makeError(ErrorId::ReceiptHandleMalformed);
    if (!refusal && m_behaviour.controlQps > 0 && isControl(action)) {
        if (!hasToken(m_control, m_behaviour.controlQps))
            refusal = makeError(ErrorId::FrequencyLimit);
        else
            take(m_control, 1, m_behaviour.controlQps);
    }

    if (refusal) {
        m_answers.push_back({token, fail(*refusal)});
    } else if (const auto* one = std::get_if<ReceiveMessage>(&action)) {
        receive(token, one->queueName, one->pollingWaitSeconds, 1, false);
    } else if (const auto* batch = std::get_if<BatchReceiveMessage>(&action)) {
        receive(token, batch->queueName, batch->pollingWaitSeconds, batch->numOfMsg, true);
    } else {
        std::visit(
            [&]<class A>(const A& each) {
                if constexpr (requires { run(each); })
                    m_answers.push_back({token, run(each)});
            },
            action);
    }
    for (const Answer& answer : m_answers) {
        if (answer.token == token && !answer.result &&
            answer.result.error().id != ErrorId::NoMessage)
            happened(EventKind::Refused, std::string());
    }
    advance(m_now);
}

void Model::cancel(Time now, Token token)
{
    m_now = std::max(m_now, now);
    advance(m_now);
    for (Queue& queue : m_queues) {
        const auto waiter = std::ranges::find(queue.waiters, token, &Waiter::token);
        if (waiter == queue.waiters.end())
            continue;
        queue.waiters.erase(waiter);
        happened(EventKind::WaitEnded, queue.name);
        m_answers.push_back({token, fail(ErrorId::Cancelled)});
        return;
    }
}

void Model::advance(Time now)
{
    m_now = std::max(m_now, now);
    for (Queue& queue : m_queues)
        expire(queue);
    // A dead letter arrives before what it finds there becomes visible.
    for (const bool hasPolicy : {true, false}) {
        for (Queue& queue : m_queues) {
            if (queue.settings.deadLetterPolicy.has_value() == hasPolicy)
                fireTimers(queue);
        }
    }
    for (Queue& queue : m_queues) {
        serve(queue);
        endWaits(queue);
    }
}

void Model::restart(Time now)
{
    m_control = {};
    for (Queue& queue : m_queues) {
        queue.waiters.clear();
        queue.produce = {};
        queue.consume = {};
        for (Message& message : queue.messages) {
            if (message.state == MessageState::Active)
                message.timer =
                    message.hiddenUntil ? message.hiddenUntil : leaveTime(queue, message);
        }
    }
    advance(now);
}

std::optional<Time> Model::nextDeadline() const
{
    std::optional<Time> next;
    const auto consider = [&](std::optional<Time> time) {
        if (time && (!next || *time < *next))
            next = time;
    };
    for (const Queue& queue : m_queues) {
        for (const Message& message : queue.messages) {
            consider(end(queue, message));
            if (isHidden(message.state) || leaveTime(queue, message))
                consider(message.timer);
        }
        for (const Waiter& waiter : queue.waiters)
            consider(waiter.deadline);
    }
    return next;
}

/// 13.1 rows 7 and 8: when its life ends.
Time Model::end(const Queue& queue, const Message& message) const
{
    Seconds life = queue.settings.msgRetentionSeconds;
    if (message.state == MessageState::Rewindable)
        life = std::min(life, queue.settings.rewindSeconds);
    return message.enqueued + life;
}

void Model::expire(Queue& queue)
{
    for (const bool isRewindable : {false, true}) {
        for (std::size_t i = 0; i < queue.messages.size();) {
            const Message& message = queue.messages[i];
            if ((message.state == MessageState::Rewindable) != isRewindable ||
                end(queue, message) > m_now) {
                ++i;
                continue;
            }
            happened(isRewindable ? EventKind::RewindWindowEnded : EventKind::RetentionEnded, queue,
                     message);
            queue.messages.erase(queue.messages.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

/// 10.1: when an active message has to leave for the dead-letter queue.
std::optional<Time> Model::leaveTime(const Queue& queue, const Message& message) const
{
    const auto& policy = queue.settings.deadLetterPolicy;
    if (!policy || message.state == MessageState::Rewindable)
        return std::nullopt;
    if (policy->policy == DeadLetterRule::MaxTimeToLive)
        return message.visible + policy->maxTimeToLive;
    if (message.receives >= policy->maxReceiveCount)
        return message.visible;
    return std::nullopt;
}

bool Model::mustLeave(const Queue& queue, const Message& message) const
{
    const auto time = leaveTime(queue, message);
    return time && *time <= m_now;
}

void Model::fireTimers(Queue& queue)
{
    for (;;) {
        std::optional<std::size_t> first;
        for (std::size_t i = 0; i < queue.messages.size(); ++i) {
            const auto& timer = queue.messages[i].timer;
            if (timer && *timer <= m_now && (!first || *timer < *queue.messages[*first].timer))
                first = i;
        }
        if (!first)
            return;
        Message& message = queue.messages[*first];
        message.timer.reset();
        if (mustLeave(queue, message))
            leave(queue, *first);
        else
            show(queue, message);
    }
}

void Model::show(Queue& queue, Message& message)
{
    if (message.state == MessageState::Delayed)
        happened(EventKind::DelayEnded, queue, message);
    if (message.state == MessageState::Inactive)
        happened(EventKind::VisibilityEnded, queue, message);
    message.state = MessageState::Active;
    message.timer = leaveTime(queue, message);
}

void Model::leave(Queue& queue, std::size_t index)
{
    Queue& target = *find(queue.settings.deadLetterPolicy->deadLetterQueue);
    Message& message = queue.messages[index];
    const bool isBehind = std::ranges::any_of(target.messages, [](const Message& other) {
        return other.wasHereFirst && other.state != MessageState::Rewindable;
    });
    if (isBehind || undeleted(target) >= target.settings.maxMsgHeapNum) {
        show(queue, message);
        happened(EventKind::DeadLetterBlocked, queue, message);
        message.timer = m_now + Seconds(1);
        return;
    }
    Message moved;
    moved.number = ++m_lastNumber;
    moved.id = message.id;
    moved.body = message.body;
    moved.enqueued = m_now;
    moved.visible = m_now;
    moved.originQueue = queue.name;
    moved.originEnqueued = message.enqueued;
    moved.originReceives = message.receives;
    m_happenings.push_back(
        {EventKind::DeadLettered, queue.name, message.number, message.id, moved.number, 0});
    m_happenings.push_back(
        {EventKind::DeadLetterArrived, target.name, moved.number, moved.id, message.number, 0});
    target.messages.push_back(moved);
    queue.messages.erase(queue.messages.begin() + static_cast<std::ptrdiff_t>(index));
}

void Model::serve(Queue& queue)
{
    while (!queue.waiters.empty() && count(queue, MessageState::Active) > 0 && room(queue) > 0) {
        const Waiter waiter = queue.waiters.front();
        queue.waiters.erase(queue.waiters.begin());
        answerReceive(queue, waiter.token, waiter.numOfMsg, waiter.isBatch);
    }
}

void Model::endWaits(Queue& queue)
{
    for (;;) {
        // Those that end at one instant end in the order of their ends, then of their arrival.
        const auto first = std::ranges::min_element(queue.waiters, {}, &Waiter::deadline);
        if (first == queue.waiters.end() || first->deadline > m_now)
            return;
        take(queue.consume, 1, m_behaviour.consumeQps);
        m_answers.push_back({first->token, fail(ErrorId::NoMessage)});
        happened(EventKind::WaitEnded, queue.name);
        queue.waiters.erase(first);
    }
}

ReceivedMessage Model::give(Queue& queue, Message& message)
{
    ++message.receives;
    ++message.handles;
    if (!message.firstReceived)
        message.firstReceived = m_now;
    message.state = MessageState::Inactive;
    message.timer = m_now + queue.settings.visibilityTimeout;
    message.hiddenUntil = message.timer;
    happened(EventKind::Received, queue, message);
    return {idOf(message),          message.body,   handleOf(message), message.enqueued,
            *message.firstReceived, *message.timer, message.receives};
}

void Model::answerReceive(Queue& queue, Token token, std::int64_t numOfMsg, bool isBatch)
{
    const std::int64_t most = std::min(numOfMsg, room(queue));
    ReceivedMessages batch;
    for (Message& message : queue.messages) {
        if (message.state == MessageState::Active && std::ssize(batch.msgInfoList) < most)
            batch.msgInfoList.push_back(give(queue, message));
    }
    take(queue.consume, std::ssize(batch.msgInfoList), m_behaviour.consumeQps);
    if (isBatch)
        m_answers.push_back({token, Reply(batch)});
    else
        m_answers.push_back({token, Reply(batch.msgInfoList.front())});
}

void Model::receive(Token token, const std::string& name, std::optional<Seconds> wait,
                    std::int64_t numOfMsg, bool isBatch)
{
    const auto refuse = [&](ErrorId id) { m_answers.push_back({token, fail(id)}); };
    Queue* queue = find(name);
    if (!queue)
        return refuse(ErrorId::QueueNotFound);
    if (!hasToken(queue->consume, m_behaviour.consumeQps))
        return refuse(ErrorId::QpsThrottling);
    if (room(*queue) == 0)
        return refuse(ErrorId::TooManyUnacked);
    if (count(*queue, MessageState::Active) > 0)
        return answerReceive(*queue, token, numOfMsg, isBatch);
    const Seconds most = std::min(Seconds(30), wait.value_or(queue->settings.pollingWaitSeconds));
    if (most == Seconds(0)) {
        take(queue->consume, 1, m_behaviour.consumeQps);
        happened(EventKind::WaitEnded, queue->name);
        return refuse(ErrorId::NoMessage);
    }
    queue->waiters.push_back({token, m_now + most, numOfMsg, isBatch});
    happened(EventKind::WaitStarted, queue->name);
}

std::optional<Error> Model::checkSettings(const QueueSettings& settings) const
{
    if (settings.rewindSeconds > settings.msgRetentionSeconds)
        return makeError(ErrorId::RewindExceedsRetention);
    const auto& policy = settings.deadLetterPolicy;
    if (policy && policy->policy == DeadLetterRule::MaxTimeToLive &&
        policy->maxTimeToLive >= settings.msgRetentionSeconds)
        return makeError(ErrorId::DeadLetterPolicyParameters);
    return std::nullopt;
}

std::optional<Error> Model::checkPolicy(const Queue* queue, const DeadLetterPolicy& policy) const
{
    const Queue* target = find(policy.deadLetterQueue);
    if (!target)
        return makeError(ErrorId::DeadLetterQueueNotFound);
    if (target == queue || target->settings.deadLetterPolicy ||
        (queue && !sourcesOf(*queue).empty()))
        return makeError(ErrorId::DeadLetterNested);
    std::vector<const Queue*> sources = sourcesOf(*target);
    std::erase(sources, queue);
    if (sources.size() >= 6)
        return makeError(ErrorId::DeadLetterBoundTooOften);
    return std::nullopt;
}

/// Before its first source is bound to it.
void Model::bind(const std::string& target)
{
    Queue& queue = *find(target);
    if (!sourcesOf(queue).empty())
        return;
    for (Message& message : queue.messages)
        message.wasHereFirst = true;
}

Model::Outcome Model::run(const CreateQueue& action)
{
    for (const Queue& queue : m_queues) {
        if (lowerCase(queue.name) == lowerCase(action.queueName))
            return fail(ErrorId::QueueExists);
    }
    const auto releasing = m_releasing.find(lowerCase(action.queueName));
    if (releasing != m_releasing.end() && releasing->second > m_now)
        return fail(ErrorId::QueueNameReleasing);
    if (std::ssize(m_queues) >= m_behaviour.maxQueues)
        return fail(ErrorId::QueueLimit);
    if (const auto& policy = action.settings.deadLetterPolicy) {
        if (auto error = checkPolicy(nullptr, *policy))
            return fail(*error);
        bind(policy->deadLetterQueue);
    }
    Queue queue;
    queue.key = ++m_lastKey;
    queue.name = action.queueName;
    queue.settings = action.settings;
    queue.created = m_now;
    queue.modified = m_now;
    m_queues.push_back(queue);
    happened(EventKind::QueueCreated, queue.name);
    return Reply(QueueIdReply{item(queue).queueId});
}

Model::Outcome Model::run(const ListQueue& action)
{
    std::vector<QueueListItem> all;
    for (const Queue& queue : m_queues)
        all.push_back(item(queue));
    return Reply(page(all, action));
}

Model::Outcome Model::run(const ListDeadLetterSourceQueues& action)
{
    const Queue* queue = find(action.deadLetterQueueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    std::vector<QueueListItem> all;
    for (const Queue* source : sourcesOf(*queue))
        all.push_back(item(*source));
    return Reply(page(all, action));
}

Model::Outcome Model::run(const GetQueueAttributes& action)
{
    const Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    return Reply(attributes(*queue));
}

QueueAttributes Model::attributes(const Queue& queue) const
{
    QueueAttributes attributes;
    attributes.queueName = queue.name;
    attributes.queueId = item(queue).queueId;
    attributes.settings = queue.settings;
    attributes.createTime = queue.created;
    attributes.lastModifyTime = queue.modified;
    attributes.activeMsgNum = count(queue, MessageState::Active);
    attributes.inactiveMsgNum = count(queue, MessageState::Inactive);
    attributes.delayMsgNum = count(queue, MessageState::Delayed);
    attributes.rewindmsgNum = count(queue, MessageState::Rewindable);
    for (const Message& message : queue.messages) {
        if (message.state != MessageState::Rewindable &&
            (!attributes.minMsgTime || message.enqueued < *attributes.minMsgTime))
            attributes.minMsgTime = message.enqueued;
    }
    if (const auto& policy = queue.settings.deadLetterPolicy)
        attributes.deadLetterQueueId = item(*find(policy->deadLetterQueue)).queueId;
    for (const Queue* source : sourcesOf(queue))
        attributes.deadLetterSource.push_back(item(*source));
    return attributes;
}

std::vector<PeekedMessage> Model::peek(const Queue& queue) const
{
    std::vector<PeekedMessage> all;
    for (const Message& message : queue.messages) {
        PeekedMessage peeked;
        peeked.msgId = idOf(message);
        peeked.entry = static_cast<std::uint64_t>(message.number);
        peeked.msgBody = message.body;
        peeked.bodyBytes = std::ssize(message.body);
        peeked.state = message.state;
        peeked.enqueueTime = message.enqueued;
        if (isHidden(message.state))
            peeked.nextVisibleTime = message.timer;
        peeked.firstDequeueTime = message.firstReceived;
        peeked.dequeueCount = message.receives;
        if (message.state == MessageState::Inactive)
            peeked.receiptHandle = handleOf(message);
        peeked.handleGeneration = message.handles;
        peeked.expireTime = end(queue, message);
        peeked.originQueueName = message.originQueue;
        peeked.originEnqueueTime = message.originEnqueued;
        peeked.originDequeueCount = message.originReceives;
        all.push_back(peeked);
    }
    return all;
}

Model::Outcome Model::run(const SetQueueAttributes& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    const QueueSettingsChange& change = action.change;
    QueueSettings settings = queue->settings;
    settings.maxMsgHeapNum = change.maxMsgHeapNum.value_or(settings.maxMsgHeapNum);
    settings.pollingWaitSeconds = change.pollingWaitSeconds.value_or(settings.pollingWaitSeconds);
    settings.visibilityTimeout = change.visibilityTimeout.value_or(settings.visibilityTimeout);
    settings.maxMsgSize = change.maxMsgSize.value_or(settings.maxMsgSize);
    settings.msgRetentionSeconds =
        change.msgRetentionSeconds.value_or(settings.msgRetentionSeconds);
    settings.rewindSeconds = change.rewindSeconds.value_or(settings.rewindSeconds);
    if (change.deadLetterPolicy)
        settings.deadLetterPolicy = change.deadLetterPolicy;
    if (auto error = checkSettings(settings))
        return fail(*error);
    if (change.deadLetterPolicy) {
        if (auto error = checkPolicy(queue, *change.deadLetterPolicy))
            return fail(*error);
        const auto& old = queue->settings.deadLetterPolicy;
        if (!old || old->deadLetterQueue != change.deadLetterPolicy->deadLetterQueue)
            bind(change.deadLetterPolicy->deadLetterQueue);
    }

    const bool hasNewPolicy = queue->settings.deadLetterPolicy != settings.deadLetterPolicy;
    queue->settings = settings;
    queue->modified = m_now;
    for (Message& message : queue->messages) {
        if (hasNewPolicy && message.state == MessageState::Active)
            message.timer = leaveTime(*queue, message);
    }
    if (settings.rewindSeconds == Seconds(0)) {
        std::erase_if(queue->messages, [&](const Message& message) {
            if (message.state != MessageState::Rewindable)
                return false;
            happened(EventKind::RewindTurnedOff, *queue, message);
            return true;
        });
    }
    happened(EventKind::QueueChanged, queue->name);
    return Reply(QueueSettingsReply{item(*queue).queueId, settings});
}

Model::Outcome Model::run(const UnbindDeadLetterQueue& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    if (!queue->settings.deadLetterPolicy)
        return fail(ErrorId::DeadLetterQueueNotFound);
    queue->settings.deadLetterPolicy.reset();
    queue->modified = m_now;
    happened(EventKind::QueueChanged, queue->name);
    return Reply(QueueIdReply{item(*queue).queueId});
}

Model::Outcome Model::run(const DeleteQueue& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    if (!sourcesOf(*queue).empty())
        return fail(ErrorId::DeadLetterQueueInUse);
    happened(EventKind::QueueDeleted, queue->name, std::ssize(queue->messages));
    for (const Waiter& waiter : queue->waiters) {
        m_answers.push_back({waiter.token, fail(ErrorId::QueueNotFound)});
        happened(EventKind::WaitEnded, queue->name);
    }
    m_releasing[lowerCase(queue->name)] = m_now + m_behaviour.nameReuseDelay;
    std::erase_if(m_queues, [&](const Queue& each) { return &each == queue; });
    return Reply(Done());
}

Model::Outcome Model::run(const ClearQueue& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    happened(EventKind::QueueCleared, queue->name, std::ssize(queue->messages));
    queue->messages.clear();
    return Reply(Done());
}

Model::Outcome Model::run(const RewindQueue& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    if (queue->settings.rewindSeconds == Seconds(0))
        return fail(ErrorId::RewindDisabled);
    const Time latest = attributes(*queue).minMsgTime.value_or(m_now);
    if (action.startConsumeTime < m_now - queue->settings.rewindSeconds - Seconds(1) ||
        action.startConsumeTime > latest + Seconds(1))
        return fail(ErrorId::RewindTimeInvalid);
    for (Message& message : queue->messages) {
        if (message.state != MessageState::Rewindable || message.enqueued < action.startConsumeTime)
            continue;
        message.state = MessageState::Active;
        message.receives = 0;
        message.firstReceived.reset();
        message.visible = m_now;
        message.hiddenUntil.reset();
        message.timer = leaveTime(*queue, message);
        happened(EventKind::Rewound, *queue, message);
    }
    return Reply(Done());
}

std::optional<Error> Model::checkSend(Queue& queue, const std::vector<std::string>& bodies,
                                      Seconds delay)
{
    for (const std::string& body : bodies) {
        if (std::ssize(body) > queue.settings.maxMsgSize)
            return makeError(ErrorId::MessageTooLarge);
    }
    if (!hasToken(queue.produce, m_behaviour.produceQps))
        return makeError(ErrorId::QpsThrottling);
    if (undeleted(queue) + std::ssize(bodies) > queue.settings.maxMsgHeapNum)
        return makeError(ErrorId::QueueFull);
    if (delay > Seconds(0) && m_behaviour.maxDelayed > 0 &&
        count(queue, MessageState::Delayed) + std::ssize(bodies) > m_behaviour.maxDelayed)
        return makeError(ErrorId::TooManyUnacked);
    take(queue.produce, std::ssize(bodies), m_behaviour.produceQps);
    return std::nullopt;
}

int Model::send(Queue& queue, const std::string& body, Seconds delay)
{
    Message message;
    message.number = ++m_lastNumber;
    message.id = message.number;
    message.body = body;
    message.enqueued = m_now;
    message.visible = m_now + delay;
    message.state = delay > Seconds(0) ? MessageState::Delayed : MessageState::Active;
    if (message.state == MessageState::Delayed)
        message.hiddenUntil = message.visible;
    message.timer = message.hiddenUntil ? message.hiddenUntil : leaveTime(queue, message);
    queue.messages.push_back(message);
    happened(EventKind::Sent, queue, message);
    return message.id;
}

Model::Outcome Model::run(const SendMessage& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    if (auto error = checkSend(*queue, {action.msgBody}, action.delaySeconds))
        return fail(*error);
    return Reply(
        MessageIdReply{'m' + std::to_string(send(*queue, action.msgBody, action.delaySeconds))});
}

Model::Outcome Model::run(const BatchSendMessage& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    if (auto error = checkSend(*queue, action.msgBody, action.delaySeconds))
        return fail(*error);
    MessageIdList list;
    for (const std::string& body : action.msgBody)
        list.msgIds.push_back('m' + std::to_string(send(*queue, body, action.delaySeconds)));
    return Reply(list);
}

std::optional<Error> Model::removeOne(Queue& queue, const std::string& handle)
{
    if (handle == " ")
        return makeError(ErrorId::ReceiptHandleMalformed);
    for (std::size_t i = 0; i < queue.messages.size(); ++i) {
        Message& message = queue.messages[i];
        if (message.state != MessageState::Inactive || handleOf(message) != handle)
            continue;
        happened(EventKind::Deleted, queue, message);
        message.state = MessageState::Rewindable;
        message.timer.reset();
        message.hiddenUntil.reset();
        if (end(queue, message) <= m_now)
            queue.messages.erase(queue.messages.begin() + static_cast<std::ptrdiff_t>(i));
        return std::nullopt;
    }
    return makeError(ErrorId::ReceiptHandleInvalid);
}

Model::Outcome Model::run(const DeleteMessage& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    if (auto error = removeOne(*queue, action.receiptHandle))
        return fail(*error);
    return Reply(Done());
}

Model::Outcome Model::run(const BatchDeleteMessage& action)
{
    Queue* queue = find(action.queueName);
    if (!queue)
        return fail(ErrorId::QueueNotFound);
    BatchDeleteReply reply;
    for (const std::string& handle : action.receiptHandle) {
        if (auto error = removeOne(*queue, handle))
            reply.errorList.push_back({handle, *error});
        else
            ++reply.deletedCount;
    }
    return Reply(reply);
}

} // namespace conformance
