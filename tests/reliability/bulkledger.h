#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

/// What is known of the queue to whose messages things happen together: its one caller says what it
/// is going to do and that it was answered, so that all but the last is certain. Lines, after their
/// first letter B:
///   s first last   sends             d id id …   deletes       w   rewinds everything
///   o              turns the rewind off (and on again)         c   clears the queue
///   a              the last was answered
class BulkLedger
{
public:
    enum class State : std::uint8_t { Undeleted, Rewindable };
    using States = std::map<std::uint64_t, State>;

    void read(const std::string& what, const std::string& rest);
    /// What the queue holds says what became of the last. Returns what cannot be, in words.
    [[nodiscard]] std::string settle(const States& found);

    /// How often thousands were rewound, dropped or cleared, and how often the kill came between
    /// question and answer.
    int together = 0;
    int undecided = 0;

private:
    [[nodiscard]] States afterLast() const;

    States m_states;
    std::string m_last; ///< what was not answered yet; empty: nothing
    std::set<std::uint64_t> m_ids;
};
