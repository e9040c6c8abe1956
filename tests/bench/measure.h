#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What the benchmarks share: clocks, percentiles, folders on a real disk.

namespace bench {

using Clock = std::chrono::steady_clock;

[[nodiscard]] double secondsSince(Clock::time_point start);

/// Durations in microseconds, and what becomes of them.
class Samples
{
public:
    void add(Clock::duration duration);
    void add(const Samples& others);
    /// 0 to 1; 0 when there are none.
    [[nodiscard]] double percentile(double part) const;
    [[nodiscard]] double max() const { return percentile(1); }
    /// `p50 12 p99 34 max 56 us`.
    [[nodiscard]] std::string toString() const;

private:
    mutable std::vector<double> m_microseconds;
    mutable bool m_isSorted = false;
};

/// An empty folder that goes with the object. On the disk of the working directory, not in /tmp,
/// which may be memory.
class Folder
{
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Resident memory of this process in bytes.
[[nodiscard]] std::uint64_t residentBytes();
/// CPU time of this process so far.
[[nodiscard]] double cpuSeconds();
/// The same by the names of its threads.
[[nodiscard]] std::map<std::string, double> cpuSecondsByThread();
/// A body that does not compress and is the same in each run.
[[nodiscard]] std::string bodyOf(std::size_t bytes);

/// The command line: names of sub-benchmarks, and `--name=number` options.
class Arguments
{
public:
    Arguments(int count, char** values);
    /// Whether a sub-benchmark runs: it was named, or none was and it belongs to the quick ones.
    [[nodiscard]] bool wants(std::string_view name, bool isQuick = true) const;
    [[nodiscard]] double number(std::string_view name, double defaultValue) const;

private:
    std::vector<std::string> m_names;
    std::vector<std::string> m_options;
};

} // namespace bench
