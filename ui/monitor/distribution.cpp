#include "distribution.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ui {

namespace {

/// Below this, a step is a millisecond; above, each power of two has so many steps.
constexpr std::uint64_t Exact = 16;
constexpr int StepBits = 3;
constexpr int ExactBits = 4;

std::uint16_t stepOf(std::uint64_t ms)
{
    if (ms < Exact)
        return std::uint16_t(ms);
    const int power = int(std::bit_width(ms)) - 1;
    const std::uint64_t within = (ms >> (power - StepBits)) & ((1U << StepBits) - 1);
    return std::uint16_t(Exact + (std::uint64_t(power - ExactBits) << StepBits) + within);
}

/// The middle of a step.
double valueOf(std::uint16_t step)
{
    if (step < Exact)
        return step;
    const auto above = std::uint64_t(step - Exact);
    const int power = int(above >> StepBits) + ExactBits;
    const double within = double(above & ((1U << StepBits) - 1)) + 0.5;
    return std::ldexp(1 + within / (1U << StepBits), power);
}

} // namespace

void Distribution::addPart(const Part& part)
{
    const auto at = std::ranges::lower_bound(m_parts, part.first, {}, &Part::first);
    if (at != m_parts.end() && at->first == part.first)
        at->second += part.second;
    else
        m_parts.insert(at, part);
}

void Distribution::add(cmq::Milliseconds duration, std::uint32_t times)
{
    addPart({stepOf(std::uint64_t(std::max<std::int64_t>(0, duration.count()))), times});
}

void Distribution::add(const Distribution& other)
{
    for (const Part& part : other.m_parts)
        addPart(part);
}

std::uint64_t Distribution::count() const
{
    std::uint64_t sum = 0;
    for (const Part& part : m_parts)
        sum += part.second;
    return sum;
}

double Distribution::quantile(double share) const
{
    const auto wanted = std::uint64_t(std::ceil(share * double(count())));
    std::uint64_t sum = 0;
    for (const auto& [step, times] : m_parts) {
        sum += times;
        if (sum >= wanted)
            return valueOf(step);
    }
    return valueOf(m_parts.back().first);
}

} // namespace ui
