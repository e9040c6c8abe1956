#pragma once

#include "topology.h"

#include "cmq/action.h"

#include <QList>
#include <QString>

#include <vector>

namespace ui {

enum class PlanKind {
    Create,
    Change,
    Delete,
    Unchanged,
    Impossible, ///< CMQ has no action that would make it so
};

enum class ThingKind { Queue, Topic, Subscription, Alarm };

/// An action of a plan. Actions of a phase may run at the same time, after all of those before it:
/// what others refer to is made first and deleted last.
struct PlanStep
{
    int phase = 0;
    cmq::Action action;
    friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

/// What becomes of one queue, topic or subscription.
struct PlanItem
{
    PlanKind kind = PlanKind::Unchanged;
    ThingKind thing = ThingKind::Queue;
    QString name;                ///< of a subscription: topic/name
    QString details;             ///< of a change: what from what to what; why it is impossible
    std::vector<PlanStep> steps; ///< none of an alarm, which is no business of the service
    friend bool operator==(const PlanItem&, const PlanItem&) = default;
};

struct Plan
{
    QList<PlanItem> items;
    QList<AlarmRule> alarms; ///< all there are afterwards
    [[nodiscard]] int count(PlanKind kind) const;
    /// Whether it would change anything.
    [[nodiscard]] bool isEmpty() const;
    /// All steps in the order of their phases, with the name of their item.
    [[nodiscard]] std::vector<std::pair<QString, PlanStep>> steps() const;
};

/// What would turn `present` into `wanted`. Names are compared as CMQ does, without case; a thing
/// that is there keeps its spelling. `deletes`: what is not wanted goes, else it is left alone and
/// not told. Pure; cost: n log n.
[[nodiscard]] Plan planTopology(const Topology& present, const Topology& wanted, bool deletes);

} // namespace ui
