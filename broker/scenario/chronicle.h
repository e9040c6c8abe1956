#pragma once

#include "world.h"

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace cmq::scenario {

/// Everything that was, and what could have been: any moment of a world can be looked at again, and
/// be continued in another way.
///
/// Between what somebody does to it a world follows from itself. So what is kept are those deeds
/// and a world now and then, and the rest is played again. Copies of a chronicle share what they
/// can.
///
/// Thread: none of its own; one at a time.
class Chronicle final
{
public:
    /// Something that is done to a world; must do the same each time.
    using Deed = std::function<void(World&)>;
    /// What a deed is, for people: a call, or steps of a script. None: nothing to tell.
    using What = std::shared_ptr<const std::variant<Action, std::vector<Step>>>;

    explicit Chronicle(World start);

    /// The moment that is shown. It changes by `act` and `advance`; besides, answers are taken from
    /// it and receives are cancelled in it.
    [[nodiscard]] const World& shown() const { return m_shown; }
    [[nodiscard]] World& shown() { return m_shown; }

    /// The first moment, and the latest of this branch that was reached.
    [[nodiscard]] Time begin() const { return m_branches[m_current].start->now(); }
    [[nodiscard]] Time end() const { return endOf(m_current).now(); }
    /// Whether it is the latest moment that is shown; if not, a deed begins a new branch.
    [[nodiscard]] bool isAtEnd() const { return !m_branches[m_current].end; }
    /// When something was done in this branch, in order.
    [[nodiscard]] std::vector<Time> deeds() const;
    /// Something that was done in this branch, or was taken back and can be done again.
    struct Entry
    {
        Time at;
        What what{};
        bool isUndone = false;
    };
    /// In order; those that were taken back are the last.
    [[nodiscard]] std::vector<Entry> entries() const;

    /// Does something now. In the past, what came after it is another branch from now on.
    void act(const Deed& deed, What what = {});
    /// Does something that belongs to the last deed: it is taken back with it. Not in the past.
    void amend(const Deed& deed);
    /// Moves time on: in the past towards what came then, else into what was not yet. False: time
    /// stopped on the way, because too much happened.
    bool advance(Milliseconds by);
    /// Shows another moment of this branch, as it was after everything that was done at its
    /// instant; before the begin and behind the end, those two.
    void visit(Time time);

    /// Branches are numbered from 0.
    [[nodiscard]] std::size_t branch() const { return m_current; }
    [[nodiscard]] std::size_t branchCount() const { return m_branches.size(); }
    /// Shows the latest moment of another branch.
    void switchTo(std::size_t branch);
    /// The latest moment of a branch.
    [[nodiscard]] const World& endOf(std::size_t branch) const;

    /// Takes the last deed of this branch back; `redo` does it again, with the time that had passed
    /// since, until there is a new deed.
    void undo();
    void redo();
    [[nodiscard]] std::size_t undos() const;
    [[nodiscard]] std::size_t redos() const { return m_branches[m_current].undone.size(); }
    /// Begins again, in a new branch. Undoing that goes back to the old one.
    void reset();

    /// Most branches; beyond, the oldest is forgotten.
    static constexpr std::size_t BranchesMax = 20;
    /// About so many deeds of a branch are known at most; beyond, its oldest half is forgotten, and
    /// it begins later.
    static constexpr std::size_t DeedsMax = 5'000;

private:
    struct Moment
    {
        Time at;
        Deed deed;
        std::shared_ptr<const World> before; ///< null: to be played again
        bool isAmendment = false;
        What what{};
    };
    struct Undone
    {
        std::vector<Moment> moments;        ///< a deed and what belongs to it
        Time until;                         ///< time had passed since
        std::shared_ptr<const World> after; ///< null: to be played again
    };
    /// A world on a long way without deeds.
    struct Stop
    {
        std::size_t moments = 0; ///< so many deeds had been done
        std::shared_ptr<const World> world;
    };
    struct Branch
    {
        std::shared_ptr<const World> start; ///< before the first moment
        std::vector<Moment> moments;
        std::vector<Stop> stops;
        std::vector<Undone> undone; ///< the next to be done again is the last
        std::optional<World> end;   ///< none while it is what is shown
        std::optional<std::size_t> resetFrom;
    };

    [[nodiscard]] Branch& current() { return m_branches[m_current]; }
    [[nodiscard]] World worldAt(Time time) const;
    void add(Branch branch);
    void leave();
    void keepNow();
    void forgetOld();
    void stopWhereMuchHappened();
    [[nodiscard]] bool isWorthKeeping(std::size_t happened) const;

    std::shared_ptr<const World> m_start;
    World m_shown;
    std::vector<Branch> m_branches;
    std::size_t m_current = 0;
    std::size_t m_happened = 0; ///< since a world was kept
};

} // namespace cmq::scenario
