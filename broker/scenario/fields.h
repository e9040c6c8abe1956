#pragma once

#include "scenario.h"

#include <limits>

namespace cmq::scenario {

// What stands where in a scenario file: one table, walked by the reader and by the writer
// (`Of<T>` is T for the one and const T for the other). A member that is not there keeps its
// default, and one that has its default is not written. Private to this room.

inline constexpr std::int64_t ManyMax = 1'000'000'000;
inline constexpr std::int64_t SecondsMax = 16 * 86400;
inline constexpr std::size_t ListMax = 100;

template <class A>
void describe(A& file, typename A::template Of<Amount>& amount)
{
    file.number("is", amount.is, -ManyMax, ManyMax);
    file.number("atLeast", amount.atLeast, -ManyMax, ManyMax);
    file.number("atMost", amount.atMost, -ManyMax, ManyMax);
}

template <class A>
void describe(A& file, typename A::template Of<Predicate>& predicate)
{
    file.kind(predicate);
    file.text("in", predicate.place);
    file.text("of", predicate.name);
    file.text("body", predicate.body);
    file.text("other", predicate.other);
    file.text("by", predicate.by);
    file.number("code", predicate.code, 0, 99'999);
    file.flag("waited", predicate.isWaited, false);
    file.map("with", predicate.with);
    file.text("equals", predicate.equals);
    describe(file, predicate.amount);
}

template <class A>
void describe(A& file, typename A::template Of<Check>& check)
{
    file.text("id", check.id);
    file.texts("text", check.text);
    file.texts("unmet", check.unmet);
    file.object("check", check.predicate);
}

template <class A>
void describe(A& file, typename A::template Of<Fault>& fault)
{
    file.word("fault", fault.kind);
    file.text("of", fault.subject);
    file.number("amount", fault.amount, 0, SecondsMax, 1);
    file.seconds("at", fault.at, SecondsMax);
    file.seconds("for", fault.duration, SecondsMax);
}

template <class A>
void describe(A& file, typename A::template Of<WorkTime>& time)
{
    file.seconds("min", time.least, 86400);
    file.seconds("max", time.most, 86400);
    file.seconds("mean", time.mean, 86400);
}

template <class A>
void describe(A& file, typename A::template Of<Producer>& producer)
{
    file.text("queue", producer.queue);
    file.text("topic", producer.topic);
    file.seconds("every", producer.every, 86400, Milliseconds(1000), Milliseconds(1));
    file.number("count", producer.count, 0, 1'000'000);
    file.text("body", producer.body, "message ${n}");
    file.number("size", producer.size, 0, 1'048'576);
    file.wholeSeconds("delay", producer.delay, 3600);
    file.strings("tags", producer.tags);
    file.text("routingKey", producer.routingKey);
    file.seconds("from", producer.from, SecondsMax);
    file.number("retries", producer.retries, 0, 1000);
}

template <class A>
void describe(A& file, typename A::template Of<Consumer>& consumer)
{
    file.text("queue", consumer.queue);
    file.number("workers", consumer.workers, 1, 100, 1);
    file.number("batch", consumer.batch, 1, 16, 1);
    file.wholeSeconds("wait", consumer.wait, 30);
    file.workTime("handling", consumer.handling);
    file.number("crashPercent", consumer.crashPercent, 0, 100);
    file.number("forgetPercent", consumer.forgetPercent, 0, 100);
    file.strings("failsOn", consumer.failsOn);
    file.flag("isIdempotent", consumer.isIdempotent, false);
    file.seconds("from", consumer.from, SecondsMax);
}

template <class A>
void describe(A& file, typename A::template Of<ReceiverAnswer>& answer)
{
    file.number("status", answer.status, 0, 599, 200);
    file.number("times", answer.times, 1, ManyMax, 1);
}

template <class A>
void describe(A& file, typename A::template Of<Receiver>& receiver)
{
    file.text("url", receiver.url);
    file.objects("answers", receiver.answers);
    file.seconds("takes", receiver.takes, 60, Milliseconds(100));
}

template <class A>
void describe(A& file, typename A::template Of<Actor>& actor)
{
    file.text("name", actor.name);
    file.flag("running", actor.isRunning, true);
    file.role(actor.role);
}

template <class A>
void describe(A& file, typename A::template Of<CallStep>& step)
{
    file.name("call", step.action);
    file.parameters("with", step.parameters);
    file.map("save", step.save);
    file.text("as", step.as);
    file.map("expect", step.expect);
}

template <class A>
void describe(A& file, typename A::template Of<AdvanceStep>& step)
{
    file.seconds("advance", step.duration, SecondsMax, Milliseconds(-1));
}

template <class A>
void describe(A& file, typename A::template Of<AnswerStep>& step)
{
    file.name("answer", step.of);
    file.map("save", step.save);
    file.map("expect", step.expect);
}

template <class A>
void describe(A& file, typename A::template Of<FaultStep>& step)
{
    describe(file, step.fault);
}

template <class A>
void describe(A& file, typename A::template Of<ActorStep>& step)
{
    file.object("actor", step.actor);
}

template <class A>
void describe(A& file, typename A::template Of<CheckStep>& step)
{
    file.object("check", step.predicate);
}

template <class A>
void describe(A& file, typename A::template Of<Question>& question)
{
    file.texts("text", question.text);
    file.textsList("choices", question.choices);
    file.number("answer", question.answer, 1, 20, 1);
    file.texts("why", question.why);
    file.steps("proof", question.proof);
}

template <class A>
void describe(A& file, typename A::template Of<WrongWay>& way)
{
    file.texts("title", way.title);
    file.texts("lesson", way.lesson);
    file.steps("steps", way.steps);
    file.text("unmet", way.unmet);
}

template <class A>
void describe(A& file, typename A::template Of<Lesson>& lesson)
{
    file.number("number", lesson.number, 0, 1000);
    file.texts("goal", lesson.goal);
    file.texts("story", lesson.story);
    file.textsList("tasks", lesson.tasks);
    file.objects("questions", lesson.questions);
    file.textsList("hints", lesson.hints);
    file.steps("solution", lesson.solution);
    file.objects("wrong", lesson.wrong);
    file.texts("explanation", lesson.explanation);
    file.textsList("sources", lesson.sources);
}

template <class A>
void describe(A& file, typename A::template Of<Limits>& limits)
{
    file.number("produceQps", limits.produceQps, 0, ManyMax);
    file.number("consumeQps", limits.consumeQps, 0, ManyMax);
    file.number("maxInactive", limits.maxInactive, 0, ManyMax);
    file.number("maxDelayed", limits.maxDelayed, 0, ManyMax);
}

template <class A>
void describe(A& file, typename A::template Of<Scenario>& scenario)
{
    file.version("cmqScenario", 1);
    file.text("id", scenario.id);
    file.texts("title", scenario.title);
    file.number("seed", scenario.seed, 0, std::numeric_limits<std::int64_t>::max(), 1);
    file.instant("start", scenario.start);
    file.object("limits", scenario.limits);
    file.steps("setup", scenario.setup);
    file.objects("actors", scenario.actors, ScenarioActorsMax);
    file.objects("faults", scenario.faults);
    file.steps("steps", scenario.steps);
    file.objects("checks", scenario.checks, ScenarioChecksMax);
    file.object("lesson", scenario.lesson);
}

} // namespace cmq::scenario
