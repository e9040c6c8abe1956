#pragma once

#include "cmq/service.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

/// A service whose answers a test writes. It answers later, from the event loop; an action that the
/// script answers with nothing waits until it is cancelled.
class FakeService final : public QObject, public cmq::Service
{
public:
    using Script = std::function<std::optional<cmq::Result<cmq::Reply>>(const cmq::Action&)>;

    explicit FakeService(Script script)
        : m_script(std::move(script))
    {
    }

    ~FakeService() override
    {
        for (const Completion& completion : m_waiting)
            completion(cmq::fail(cmq::ErrorId::Cancelled));
    }

    cmq::RequestId call(cmq::Action action, Completion completion) override
    {
        const cmq::RequestId request = ++m_last;
        m_waiting.insert(request, std::move(completion));
        m_calls.append(std::string(cmq::actionTraits(action).name));
        QTimer::singleShot(0, this, [this, request, action = std::move(action)] {
            if (auto answer = m_script(action))
                finish(request, std::move(*answer));
        });
        return request;
    }

    void cancel(cmq::RequestId request) override
    {
        ++cancelCount;
        finish(request, cmq::fail(cmq::ErrorId::Cancelled));
    }

    [[nodiscard]] bool supports(const cmq::Action& action) const override
    {
        return !unsupported.contains(std::string(cmq::actionTraits(action).name));
    }

    [[nodiscard]] qsizetype callsOf(const std::string& name) const { return m_calls.count(name); }

    QList<std::string> unsupported;
    int cancelCount = 0;

private:
    void finish(cmq::RequestId request, cmq::Result<cmq::Reply> answer)
    {
        if (const Completion completion = m_waiting.take(request))
            completion(std::move(answer));
    }

    Script m_script;
    QHash<cmq::RequestId, Completion> m_waiting;
    QList<std::string> m_calls;
    cmq::RequestId m_last = 0;
};

/// An answer that says yes.
inline cmq::Result<cmq::Reply> reply(cmq::Reply value)
{
    return value;
}
