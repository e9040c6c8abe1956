#pragma once

#include "cmq/time.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace ui {

/// How often which duration occurred. Adding up is exact; a duration itself is told within 7 %
/// (exactly below 16 ms), which is what makes it small: a few bytes for each different one.
class Distribution
{
public:
    /// A step of durations, and how many were in it.
    using Part = std::pair<std::uint16_t, std::uint32_t>;

    /// Negative ones count as zero.
    void add(cmq::Milliseconds duration, std::uint32_t times = 1);
    void add(const Distribution& other);

    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }
    [[nodiscard]] std::uint64_t count() const;
    /// The duration that a share of all, from 0 to 1, does not exceed, in ms; there must be one.
    [[nodiscard]] double quantile(double share) const;

    /// In order of the steps; for files.
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }
    void addPart(const Part& part);

    friend bool operator==(const Distribution&, const Distribution&) = default;

private:
    std::vector<Part> m_parts;
};

} // namespace ui
