#include "rehearsal.h"

#include "connection.h"

#include "ui/common/errortext.h"
#include "ui/common/onresult.h"

#include <memory>

namespace ui {

namespace {

cmq::CopyScope scopeOf(const std::vector<cmq::Action>& actions)
{
    cmq::CopyScope scope;
    for (const cmq::Action& action : actions) {
        std::visit(
            [&](const auto& each) {
                if constexpr (requires { each.queueName; })
                    scope.queues.push_back(each.queueName);
                if constexpr (requires { each.topicName; })
                    scope.topics.push_back(each.topicName);
            },
            action);
    }
    return scope;
}

/// What is still to be answered, and what was refused.
struct Open
{
    std::size_t answers = 0;
    QStringList problems;
    Rehearsal::Done done;

    void take(const cmq::Error* error)
    {
        if (error)
            problems += errorSentence(*error);
        if (--answers == 0)
            done(problems);
    }
};

} // namespace

Rehearsal rehearsalOf(std::vector<cmq::Action> actions)
{
    Rehearsal rehearsal{scopeOf(actions), {}};
    rehearsal.act = [actions = std::move(actions)](Connection& copy, QWidget* context,
                                                   Rehearsal::Done done) {
        auto open = std::make_shared<Open>(Open{actions.size(), {}, std::move(done)});
        for (const cmq::Action& action : actions) {
            std::visit(
                [&]<class A>(const A& each) {
                    onResult(copy.call(each), context,
                             [open](const cmq::Result<typename A::Reply>& answer) {
                                 open->take(answer ? nullptr : &answer.error());
                             });
                },
                action);
        }
    };
    return rehearsal;
}

} // namespace ui
