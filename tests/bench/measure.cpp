#include "measure.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace bench {

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void Samples::add(Clock::duration duration)
{
    m_microseconds.push_back(std::chrono::duration<double, std::micro>(duration).count());
    m_isSorted = false;
}

void Samples::add(const Samples& others)
{
    m_microseconds.insert(m_microseconds.end(), others.m_microseconds.begin(),
                          others.m_microseconds.end());
    m_isSorted = false;
}

double Samples::percentile(double part) const
{
    if (m_microseconds.empty())
        return 0;
    if (!m_isSorted)
        std::ranges::sort(m_microseconds);
    m_isSorted = true;
    const auto last = static_cast<double>(m_microseconds.size() - 1);
    return m_microseconds[static_cast<std::size_t>(part * last)];
}

std::string Samples::toString() const
{
    char text[96];
    std::snprintf(text, sizeof text, "p50 %.0f p99 %.0f max %.0f us", percentile(0.5),
                  percentile(0.99), max());
    return text;
}

Folder::Folder()
{
    std::string name = (std::filesystem::current_path() / "benchXXXXXX").string();
    if (!mkdtemp(name.data())) {
        std::perror("a folder for the benchmark");
        std::exit(1);
    }
    m_path = name;
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::uint64_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::uint64_t total = 0, resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::map<std::string, double> cpuSecondsByThread()
{
    std::map<std::string, double> seconds;
    const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        // `id (name) state …`, and as the 14th and 15th field the ticks of the program and for it.
        std::ifstream file(task.path() / "stat");
        std::string name, skipped;
        double program = 0, system = 0;
        std::getline(std::getline(file, skipped, '('), name, ')');
        for (int field = 3; field < 14; ++field)
            file >> skipped;
        if (file >> program >> system)
            seconds[name] += (program + system) / ticks;
    }
    return seconds;
}

std::string bodyOf(std::size_t bytes)
{
    std::string body;
    for (std::uint64_t state = 1; body.size() < bytes;) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        body += static_cast<char>('!' + (state >> 33) % 90);
    }
    return body;
}

Arguments::Arguments(int count, char** values)
{
    for (int i = 1; i < count; ++i) {
        const std::string_view value = values[i];
        (value.starts_with("--") ? m_options : m_names).emplace_back(value);
    }
}

bool Arguments::wants(std::string_view name, bool isQuick) const
{
    return m_names.empty() ? isQuick : std::ranges::find(m_names, name) != m_names.end();
}

double Arguments::number(std::string_view name, double defaultValue) const
{
    const std::string prefix = "--" + std::string(name) + '=';
    for (const std::string& option : m_options) {
        if (option.starts_with(prefix))
            return std::strtod(option.c_str() + prefix.size(), nullptr);
    }
    return defaultValue;
}

} // namespace bench
