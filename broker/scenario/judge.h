#pragma once

#include "scenario.h"
#include "world.h"

#include <string>
#include <vector>

namespace cmq::scenario {

/// Why a predicate does not hold, for whoever puts it into words: which one, what was there
/// instead, and of what. `text` says it in English.
struct Finding
{
    Predicate predicate; ///< the part that decided
    std::int64_t found = 0;
    std::string foundText;  ///< of attributes that are text, of bodies
    bool isMissing = false; ///< the queue, topic or subscription is not there
    bool isNegated = false; ///< it held, and must not
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What became of a check.
struct CheckVerdict
{
    std::string id;
    bool isMet = false;
    Finding finding; ///< when it is not met
};

/// Looks at a world, as often as is asked, without changing it. Everything that judges a scenario,
/// in the window and without one, asks here.
class Judge final
{
public:
    /// `world` must outlive this, and not change meanwhile.
    explicit Judge(const World& world);

    [[nodiscard]] bool holds(const Predicate& predicate, Finding& finding);

private:
    [[nodiscard]] std::int64_t measure(const Predicate& predicate, Finding& finding);
    [[nodiscard]] std::int64_t counter(const Predicate& predicate, Finding& finding);
    [[nodiscard]] std::int64_t attribute(const Predicate& predicate, Finding& finding);
    [[nodiscard]] std::int64_t exists(const Predicate& predicate);
    [[nodiscard]] std::int64_t pending(const Predicate& predicate, Finding& finding);
    [[nodiscard]] std::int64_t events(const Predicate& predicate);
    [[nodiscard]] std::int64_t calls(const Predicate& predicate);
    [[nodiscard]] std::int64_t receives(const Predicate& predicate);
    [[nodiscard]] std::int64_t effects(const Predicate& predicate);
    [[nodiscard]] bool messagesAre(const Predicate& predicate, Finding& finding);
    template <ActionType A>
    Result<typename A::Reply> ask(A action);

    const World& m_world;
    Simulation m_copy;
};

[[nodiscard]] std::vector<CheckVerdict> judge(const World& world, const std::vector<Check>& checks);

/// The finding in English: `activeMsgNum of orders should be 0 but is 2`.
[[nodiscard]] std::string toString(const Finding& finding);

} // namespace cmq::scenario
