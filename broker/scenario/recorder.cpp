#include "recorder.h"

#include "wire/codec.h"

#include <algorithm>
#include <map>

namespace cmq::scenario {

namespace {

class Recorder final
{
public:
    explicit Recorder(const World& world, bool isForResuming)
        : m_isForResuming(isForResuming)
        , m_time(world.startTime())
    {
        // By number: an answer that came later is remembered later than what was done meanwhile.
        world.deeds().forEach([&](const Deed& deed) {
            if (deed.by == You)
                m_deeds.emplace(deed.token, deed);
        });
        world.turns().forEach([&](const Turn& turn) { m_turns.emplace(turn.token, turn); });
        m_end = world.now();
    }

    std::vector<Step> record()
    {
        auto turn = m_turns.begin();
        for (const auto& [token, deed] : m_deeds) {
            for (; turn != m_turns.end() && turn->first < token; ++turn)
                add(turn->second);
            add(deed);
        }
        for (; turn != m_turns.end(); ++turn)
            add(turn->second);
        advanceTo(m_end);
        lookAtAnswers();
        return std::move(m_steps);
    }

private:
    void advanceTo(Time time)
    {
        if (time > m_time) {
            m_steps.push_back(AdvanceStep{time - m_time});
            m_time = time;
        }
    }

    void add(const Turn& turn)
    {
        advanceTo(turn.time);
        if (const auto* fault = std::get_if<Fault>(&turn.what)) {
            Fault now = *fault;
            now.at = {};
            m_steps.push_back(FaultStep{now});
        } else {
            m_steps.push_back(ActorStep{std::get<Actor>(turn.what)});
        }
    }

    void add(const Deed& deed)
    {
        advanceTo(deed.time);
        CallStep step;
        step.action = actionTraits(deed.action).name;
        if (const auto* remove = std::get_if<RemoveMessage>(&deed.action)) {
            step.parameters = {{"queueName", remove->queueName},
                               {"entry", std::to_string(remove->entry)}};
        } else {
            for (const wire::FormField& field : wire::toParameters(deed.action)) {
                if (field.name != "Action")
                    step.parameters.emplace_back(field.name, named(field.value));
            }
        }
        if (m_isForResuming) {
            m_steps.push_back(std::move(step));
            return;
        }
        if (deed.code != 0)
            step.expect["code"] = std::to_string(deed.code);
        save(deed, step.save);
        if (deed.isWaiting) { // what is said of its answer is said when it has come
            step.as = "wait" + std::to_string(++m_waits);
            m_answers.push_back({step.as, std::move(step.save), std::move(step.expect)});
            step.save.clear();
            step.expect.clear();
        }
        m_steps.push_back(std::move(step));
    }

    void save(const Deed& deed, std::map<std::string, std::string>& save)
    {
        const bool isBatch = std::holds_alternative<BatchReceiveMessage>(deed.action);
        std::size_t index = 0;
        for (const ReceivedMessage& message : deed.received) {
            const std::string name = "handle" + std::to_string(m_names.size() + 1);
            m_names[message.receiptHandle] = name;
            save[name] = isBatch ? "/msgInfoList/" + std::to_string(index++) + "/receiptHandle"
                                 : "receiptHandle";
        }
    }

    /// Handles that are used while a receive still waits are kept as they are: equal steps give
    /// equal handles.
    [[nodiscard]] std::string named(const std::string& value) const
    {
        const auto found = m_names.find(value);
        if (found == m_names.end())
            return value;
        const bool isLate = std::ranges::any_of(m_answers, [&](const AnswerStep& answer) {
            return answer.save.contains(found->second);
        });
        return isLate ? value : "${" + found->second + '}';
    }

    void lookAtAnswers()
    {
        for (AnswerStep& answer : m_answers)
            m_steps.push_back(std::move(answer));
    }

    const bool m_isForResuming;
    std::map<engine::Token, Deed> m_deeds;
    std::multimap<engine::Token, Turn> m_turns;
    Time m_time;
    Time m_end;
    std::vector<Step> m_steps;
    std::map<std::string, std::string> m_names; ///< of handles
    std::vector<AnswerStep> m_answers;
    int m_waits = 0;
};

} // namespace

std::vector<Step> recordedSteps(const World& world)
{
    return Recorder(world, false).record();
}

std::vector<Step> stepsToResume(const World& world)
{
    return Recorder(world, true).record();
}

} // namespace cmq::scenario
