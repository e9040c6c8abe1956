#include "chronicle.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace cmq::scenario {

namespace {

/// Worlds are kept before some of the latest deeds, and before fewer of the older ones.
constexpr std::size_t RecentDeeds = 64;
constexpr std::size_t KeptEvery = 16;
/// After so many events without a deed a world is kept, too: replaying them stays a matter of
/// milliseconds. Of a long way with many such stops every other one is given up.
constexpr std::size_t StopEvents = 2000;
constexpr std::size_t StopsMax = 200;
/// To copy so many messages costs about as much as to play one event again, and a world without any
/// as much as some more: large ones are kept more rarely.
constexpr std::size_t MessagesPerEvent = 8;
constexpr std::size_t EmptyWorldMessages = 64;

/// Time passes and deeds are done again, up to and with those of an instant.
void replay(World& world, auto first, auto last, Time time)
{
    for (; first != last && first->at <= time; ++first) {
        (void)world.advanceTo(first->at);
        first->deed(world);
    }
    (void)world.advanceTo(time);
}

} // namespace

Chronicle::Chronicle(World start)
    : m_start(std::make_shared<const World>(std::move(start)))
    , m_shown(*m_start)
    , m_branches(1)
{
    m_branches.front().start = m_start;
}

std::vector<Time> Chronicle::deeds() const
{
    std::vector<Time> times;
    for (const Moment& moment : m_branches[m_current].moments) {
        if (!moment.isAmendment)
            times.push_back(moment.at);
    }
    return times;
}

std::vector<Chronicle::Entry> Chronicle::entries() const
{
    std::vector<Entry> entries;
    const Branch& branch = m_branches[m_current];
    for (const Moment& moment : branch.moments) {
        if (!moment.isAmendment)
            entries.push_back({moment.at, moment.what});
    }
    for (const Undone& undone : branch.undone | std::views::reverse)
        entries.push_back({undone.moments.front().at, undone.moments.front().what, true});
    return entries;
}

const World& Chronicle::endOf(std::size_t branch) const
{
    const std::optional<World>& end = m_branches[branch].end;
    return end ? *end : m_shown;
}

bool Chronicle::isWorthKeeping(std::size_t happened) const
{
    return happened * MessagesPerEvent >=
           static_cast<std::size_t>(m_shown.simulation().messageCount()) + EmptyWorldMessages;
}

void Chronicle::act(const Deed& deed, What what)
{
    if (!isAtEnd()) { // what came after this moment stays, as another branch
        Branch other;
        other.start = current().start;
        const Time now = m_shown.now();
        for (const Moment& moment : current().moments) {
            if (moment.at <= now)
                other.moments.push_back(moment);
        }
        for (const Stop& stop : current().stops) {
            if (stop.world->now() <= now && stop.moments <= other.moments.size())
                other.stops.push_back(stop);
        }
        add(std::move(other));
    }
    Branch& branch = current();
    branch.undone.clear();
    branch.moments.push_back({m_shown.now(), deed, nullptr, false, std::move(what)});
    keepNow();
    forgetOld();
    ++m_happened;
    deed(m_shown);
}

/// Before the latest deed. Of the older ones those are given up that have another one near.
void Chronicle::keepNow()
{
    std::vector<Moment>& moments = current().moments;
    if (isWorthKeeping(m_happened)) {
        moments.back().before = std::make_shared<const World>(m_shown);
        m_happened = 0;
    }
    if (moments.size() <= RecentDeeds + KeptEvery)
        return;
    const auto old = moments.end() - RecentDeeds - 1;
    if (std::any_of(old - KeptEvery + 1, old,
                    [](const Moment& moment) { return moment.before != nullptr; }))
        old->before.reset();
}

void Chronicle::forgetOld()
{
    Branch& branch = current();
    if (branch.moments.size() <= DeedsMax)
        return;
    const auto middle = branch.moments.begin() + DeedsMax / 2;
    const auto first = std::find_if(middle, branch.moments.end(), [](const Moment& moment) {
        return moment.before && !moment.isAmendment;
    });
    if (first == branch.moments.end())
        return;
    branch.start = first->before;
    const auto forgotten = static_cast<std::size_t>(first - branch.moments.begin());
    branch.moments.erase(branch.moments.begin(), first);
    std::erase_if(branch.stops, [&](const Stop& stop) {
        return stop.moments < forgotten || stop.world->now() < branch.start->now();
    });
    for (Stop& stop : branch.stops)
        stop.moments -= forgotten;
}

void Chronicle::amend(const Deed& deed)
{
    current().moments.push_back({m_shown.now(), deed, nullptr, true});
    deed(m_shown);
}

bool Chronicle::advance(Milliseconds by)
{
    const Time target = m_shown.now() + by;
    if (!isAtEnd() && target < end()) {
        const auto& moments = current().moments;
        const auto next = std::ranges::upper_bound(moments, m_shown.now(), {}, &Moment::at);
        replay(m_shown, next, moments.end(), target);
        return true;
    }
    if (!isAtEnd())
        m_shown = *std::exchange(current().end, std::nullopt);
    const std::size_t before = m_shown.events().size();
    const bool isThere = m_shown.advanceTo(target);
    m_happened += m_shown.events().size() - std::min(before, m_shown.events().size());
    stopWhereMuchHappened();
    return isThere;
}

void Chronicle::stopWhereMuchHappened()
{
    if (m_happened < StopEvents || !isWorthKeeping(m_happened))
        return;
    m_happened = 0;
    std::vector<Stop>& stops = current().stops;
    if (stops.size() == StopsMax) {
        for (std::size_t i = 0; i < StopsMax / 2; ++i)
            stops[i] = std::move(stops[2 * i + 1]);
        stops.resize(StopsMax / 2);
    }
    stops.push_back({current().moments.size(), std::make_shared<const World>(m_shown)});
}

World Chronicle::worldAt(Time time) const
{
    const std::vector<Moment>& moments = m_branches[m_current].moments;
    const World* base = m_branches[m_current].start.get();
    std::size_t done = 0; // deeds that the base has seen
    for (std::size_t i = 0; i < moments.size() && moments[i].at <= time; ++i) {
        if (!moments[i].before)
            continue;
        base = moments[i].before.get();
        done = i;
    }
    for (const Stop& stop : m_branches[m_current].stops) {
        if (stop.world->now() > time || stop.world->now() < base->now() || stop.moments < done)
            continue;
        base = stop.world.get();
        done = stop.moments;
    }
    World world = *base;
    replay(world, moments.begin() + std::ptrdiff_t(done), moments.end(), time);
    return world;
}

/// What is shown goes, but the end of a branch is kept.
void Chronicle::leave()
{
    if (isAtEnd())
        current().end = std::move(m_shown);
}

void Chronicle::visit(Time time)
{
    time = std::clamp(time, begin(), end());
    World world = time == end() ? endOf(m_current) : worldAt(time);
    const bool isEnd = time == end();
    leave();
    m_shown = std::move(world);
    if (isEnd)
        current().end.reset();
}

void Chronicle::switchTo(std::size_t branch)
{
    if (branch >= m_branches.size() || branch == m_current)
        return visit(end());
    leave();
    m_current = branch;
    m_shown = *std::exchange(current().end, std::nullopt);
}

/// The new branch is shown as it is now, and is at its end.
void Chronicle::add(Branch branch)
{
    if (m_branches.size() == BranchesMax) {
        const std::size_t oldest = m_current == 0 ? 1 : 0;
        m_branches.erase(m_branches.begin() + std::ptrdiff_t(oldest));
        for (Branch* each = m_branches.data(); each != m_branches.data() + m_branches.size();
             ++each) {
            if (each->resetFrom == oldest)
                each->resetFrom.reset();
            else if (each->resetFrom && *each->resetFrom > oldest)
                --*each->resetFrom;
        }
        if (branch.resetFrom && *branch.resetFrom > oldest)
            --*branch.resetFrom;
    }
    m_branches.push_back(std::move(branch));
    m_current = m_branches.size() - 1;
}

std::size_t Chronicle::undos() const
{
    const Branch& branch = m_branches[m_current];
    const auto deeds = std::ranges::count(branch.moments, false, &Moment::isAmendment);
    return static_cast<std::size_t>(deeds) + (branch.resetFrom ? 1 : 0);
}

void Chronicle::undo()
{
    visit(end());
    Branch& branch = current();
    const auto last = std::find_if(branch.moments.rbegin(), branch.moments.rend(),
                                   [](const Moment& moment) { return !moment.isAmendment; });
    if (last == branch.moments.rend()) {
        if (branch.resetFrom)
            switchTo(*branch.resetFrom);
        return;
    }
    const auto first = last.base() - 1;
    Undone undone;
    undone.moments.assign(std::make_move_iterator(first),
                          std::make_move_iterator(branch.moments.end()));
    branch.moments.erase(first, branch.moments.end());
    const Moment& deed = undone.moments.front();
    std::erase_if(branch.stops, [&](const Stop& stop) {
        return stop.moments > branch.moments.size() || stop.world->now() > deed.at;
    });
    World before = deed.before ? *deed.before : worldAt(deed.at);
    undone.until = m_shown.now();
    undone.after = std::make_shared<const World>(std::move(m_shown));
    branch.undone.push_back(std::move(undone));
    if (branch.undone.size() > RecentDeeds)
        branch.undone[branch.undone.size() - RecentDeeds - 1].after.reset();
    m_shown = std::move(before);
}

void Chronicle::redo()
{
    visit(end());
    Branch& branch = current();
    if (branch.undone.empty())
        return;
    Undone next = std::move(branch.undone.back());
    branch.undone.pop_back();
    if (next.after)
        m_shown = *next.after;
    else
        replay(m_shown, next.moments.begin(), next.moments.end(), next.until);
    std::ranges::move(next.moments, std::back_inserter(branch.moments));
}

void Chronicle::reset()
{
    visit(end());
    leave();
    Branch again;
    again.start = m_start;
    again.resetFrom = m_current;
    add(std::move(again));
    m_shown = *m_start;
    m_happened = 0;
}

} // namespace cmq::scenario
