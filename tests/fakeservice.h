#pragma once

#include "cmq/service.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

/// A service that does what a test tells it: it answers every action with an empty reply, but holds
/// receives until they are answered or cancelled. Completions run on its own thread.
class FakeService final : public cmq::Service
{
public:
    FakeService()
        : m_thread([this] { run(); })
    {
    }

    ~FakeService() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
            for (auto& [id, completion] : m_held)
                m_ready.emplace_back(std::move(completion), cmq::fail(cmq::ErrorId::Cancelled));
            m_held.clear();
        }
        m_changed.notify_all();
        m_thread.join();
    }

    cmq::RequestId call(cmq::Action action, Completion completion) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_calls;
        m_lastAction = action;
        if (cmq::actionTraits(action).kind == cmq::ActionKind::Receive)
            m_held.emplace(m_calls, std::move(completion));
        else
            m_ready.emplace_back(std::move(completion), emptyReply(action));
        m_changed.notify_all();
        return m_calls;
    }

    void cancel(cmq::RequestId request) override
    {
        const std::lock_guard lock(m_mutex);
        auto held = m_held.extract(request);
        if (!held)
            return;
        ++m_cancelled;
        m_ready.emplace_back(std::move(held.mapped()), cmq::fail(cmq::ErrorId::Cancelled));
        m_changed.notify_all();
    }

    [[nodiscard]] bool supports(const cmq::Action&) const override { return true; }

    /// Gives the oldest held receive a message. False when none is held.
    bool deliver(const std::string& body)
    {
        const std::lock_guard lock(m_mutex);
        if (m_held.empty())
            return false;
        auto held = m_held.extract(m_held.begin());
        cmq::ReceivedMessage message;
        message.msgId = "1";
        message.msgBody = body;
        message.receiptHandle = "2";
        message.dequeueCount = 1;
        m_ready.emplace_back(std::move(held.mapped()), cmq::Reply(message));
        m_changed.notify_all();
        return true;
    }

    /// Waits until so many receives are held, or cancelled ever, or calls made; false after 10 s.
    bool waitForHeld(std::size_t count)
    {
        return waitFor([&] { return m_held.size() == count; });
    }
    bool waitForCancelled(std::size_t count)
    {
        return waitFor([&] { return m_cancelled == count; });
    }

    [[nodiscard]] std::size_t calls()
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<std::size_t>(m_calls);
    }
    [[nodiscard]] std::optional<cmq::Action> lastAction()
    {
        const std::lock_guard lock(m_mutex);
        return m_lastAction;
    }

private:
    static cmq::Reply emptyReply(const cmq::Action& action)
    {
        return std::visit([]<class A>(const A&) -> cmq::Reply { return typename A::Reply{}; },
                          action);
    }

    template <class Condition>
    bool waitFor(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(10), condition);
    }

    void run()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [&] { return m_isEnding || !m_ready.empty(); });
            if (m_ready.empty())
                return;
            auto [completion, result] = std::move(m_ready.front());
            m_ready.pop_front();
            lock.unlock();
            completion(std::move(result));
            lock.lock();
        }
    }

    std::mutex m_mutex; // guards everything below
    std::condition_variable m_changed;
    std::map<cmq::RequestId, Completion> m_held;
    std::deque<std::pair<Completion, cmq::Result<cmq::Reply>>> m_ready;
    std::optional<cmq::Action> m_lastAction;
    cmq::RequestId m_calls = 0;
    std::size_t m_cancelled = 0;
    bool m_isEnding = false;
    std::thread m_thread;
};
