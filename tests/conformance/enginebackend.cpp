#include "backend.h"
#include "recordstore.h"

#include <QtGlobal>

#include <algorithm>

using namespace cmq;

namespace conformance {

namespace {

/// The engine with nothing around it: no thread, a clock that stops at every deadline, and maps for
/// a store. Everything is answered by `settle`.
class EngineBackend final : public Backend, private Service
{
public:
    explicit EngineBackend(const Behaviour& behaviour)
        : m_behaviour(behaviour)
        , m_engine(behaviour)
    {
    }

    Service& service() override { return *this; }
    Time now() const override { return m_now; }

    void advance(Milliseconds duration) override
    {
        const Time end = m_now + duration;
        for (auto next = m_engine.nextDeadline(); next && *next <= end;
             next = m_engine.nextDeadline()) {
            m_now = std::max(m_now, *next);
            m_engine.tick(m_now, m_out);
            commit();
        }
        m_now = end;
        settle();
    }

    void settle() override
    {
        for (auto& [completion, result] : std::exchange(m_answered, {}))
            completion(std::move(result));
    }

    void restart() override
    {
        m_pushes.clear();
        m_engine = m_records.restored(m_behaviour);
        for (auto& [token, completion] : std::exchange(m_waiting, {}))
            m_answered.emplace_back(std::move(completion), fail(ErrorId::Cancelled));
        settle();
    }

    bool isSubscriber() const override { return true; }

    std::vector<Pushed> takePushes() override { return std::exchange(m_pushes, {}); }

    void finishPush(std::uint64_t pushId, const engine::PushOutcome& outcome) override
    {
        m_engine.pushFinished(m_now, pushId, outcome, m_out);
        commit();
    }

private:
    RequestId call(Action action, Completion completion) override
    {
        m_waiting.emplace(++m_lastToken, std::move(completion));
        m_engine.execute(m_now, m_lastToken, std::move(action), m_out);
        commit();
        return m_lastToken;
    }

    void cancel(RequestId request) override
    {
        m_engine.cancel(m_now, request, m_out);
        commit();
    }

    bool supports(const Action&) const override { return true; }

    void commit()
    {
        std::map<BodyId, std::string> bodies;
        for (auto& [id, body] : m_out.bodies)
            bodies.emplace(id, std::move(body));
        const std::map<BodyId, std::string>& stored = m_records.bodies();
        for (engine::Answer& answer : m_out.answers) {
            fillIn(answer, [&](BodyId id) {
                const auto fresh = bodies.find(id);
                return fresh != bodies.end() ? fresh->second : stored.at(id);
            });
            m_answered.emplace_back(std::move(m_waiting.extract(answer.token).mapped()),
                                    std::move(answer.result));
        }
        for (engine::PushRequest& push : m_out.pushes) {
            const auto fresh = bodies.find(push.msgId);
            std::string body = fresh != bodies.end() ? fresh->second : stored.at(push.msgId);
            m_pushes.push_back({std::move(push), std::move(body)});
        }
        std::erase_if(m_pushes, [&](const Pushed& push) {
            return std::ranges::find(m_out.cancelledPushes, push.request.pushId) !=
                   m_out.cancelledPushes.end();
        });
        m_out = {};
        check(m_records.apply(m_engine.takeChanges(), bodies));
        check(m_records.brokenInvariant());
        check(m_engine.brokenInvariant());
    }

    static void check(const std::string& broken)
    {
        if (!broken.empty())
            qFatal("%s", broken.c_str());
    }

    Behaviour m_behaviour;
    engine::Engine m_engine;
    RecordStore m_records;
    engine::Output m_out;
    Time m_now = StartTime;
    RequestId m_lastToken = 0;
    std::map<RequestId, Completion> m_waiting;
    std::vector<std::pair<Completion, Result<Reply>>> m_answered;
    std::vector<Pushed> m_pushes;
};

} // namespace

std::unique_ptr<Backend> makeEngineBackend(const Behaviour& behaviour)
{
    return std::make_unique<EngineBackend>(behaviour);
}

} // namespace conformance
