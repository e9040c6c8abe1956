#include "metrics.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <sys/resource.h>

namespace cmq::endpoint {

namespace {

using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

std::string_view nameOf(std::size_t action)
{
    return action < ActionCount ? actionTraits(action).name : "none";
}

void appendNumber(std::string& out, double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    out.append(text.data(), end);
}

void appendEscaped(std::string& out, std::string_view value)
{
    for (const char c : value) {
        if (c == '\\' || c == '"')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
}

void describe(std::string& out, std::string_view name, std::string_view type, std::string_view help)
{
    out.append("# HELP ").append(name).append(" ").append(help).append("\n");
    out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double residentBytes()
{
    long pages = 0, resident = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return static_cast<double>(resident) * 4096;
}

double openFiles()
{
    std::error_code error;
    std::filesystem::directory_iterator it("/proc/self/fd", error);
    return error ? 0 : static_cast<double>(std::distance(begin(it), end(it)));
}

void appendProcess(std::string& out)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    describe(out, "process_cpu_seconds_total", "counter", "CPU time of the process.");
    appendMetric(out, "process_cpu_seconds_total", {},
                 seconds(usage.ru_utime) + seconds(usage.ru_stime));
    describe(out, "process_resident_memory_bytes", "gauge", "Memory of the process.");
    appendMetric(out, "process_resident_memory_bytes", {}, residentBytes());
    describe(out, "process_open_fds", "gauge", "Open files and sockets.");
    appendMetric(out, "process_open_fds", {}, openFiles());
}

} // namespace

void appendMetric(std::string& out, std::string_view name, Labels labels, double value)
{
    out += name;
    char separator = '{';
    for (const auto& [label, text] : labels) {
        out += separator;
        separator = ',';
        out.append(label).append("=\"");
        appendEscaped(out, text);
        out += '"';
    }
    if (separator == ',')
        out += '}';
    out += ' ';
    appendNumber(out, value);
    out += '\n';
}

void Metrics::count(std::size_t action, int code, std::chrono::nanoseconds duration)
{
    PerAction& each = m_actions[std::min(action, ActionCount)];
    const auto microseconds =
        std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
    const auto bucket = std::ranges::lower_bound(BucketMicroseconds, microseconds);
    ++each.buckets[static_cast<std::size_t>(bucket - BucketMicroseconds.begin())];
    ++each.count;
    each.sum += duration;
    ++each.codes[code];
}

void Metrics::append(std::string& out) const
{
    describe(out, "cmq_requests_total", "counter", "Requests by action and CMQ's code.");
    for (std::size_t action = 0; action < m_actions.size(); ++action) {
        for (const auto& [code, count] : m_actions[action].codes)
            appendMetric(out, "cmq_requests_total",
                         {{"action", nameOf(action)}, {"code", std::to_string(code)}},
                         static_cast<double>(count));
    }

    describe(out, "cmq_request_duration_seconds", "histogram",
             "From the whole request to its answer; receives include their wait.");
    for (std::size_t action = 0; action < m_actions.size(); ++action) {
        const PerAction& each = m_actions[action];
        if (each.count == 0)
            continue;
        std::uint64_t upTo = 0;
        for (std::size_t i = 0; i < each.buckets.size(); ++i) {
            upTo += each.buckets[i];
            std::string bound = "+Inf";
            if (i < BucketMicroseconds.size()) {
                bound.clear();
                appendNumber(bound, static_cast<double>(BucketMicroseconds[i]) / 1e6);
            }
            appendMetric(out, "cmq_request_duration_seconds_bucket",
                         {{"action", nameOf(action)}, {"le", bound}}, static_cast<double>(upTo));
        }
        appendMetric(out, "cmq_request_duration_seconds_sum", {{"action", nameOf(action)}},
                     seconds(each.sum));
        appendMetric(out, "cmq_request_duration_seconds_count", {{"action", nameOf(action)}},
                     static_cast<double>(each.count));
    }

    describe(out, "cmq_protocol_errors_total", "counter", "Requests that were no HTTP for CMQ.");
    for (const auto& [status, count] : m_protocolErrors)
        appendMetric(out, "cmq_protocol_errors_total", {{"status", std::to_string(status)}},
                     static_cast<double>(count));
    describe(out, "cmq_connections", "gauge", "Open connections.");
    appendMetric(out, "cmq_connections", {}, static_cast<double>(m_connections));
    describe(out, "cmq_connections_total", "counter", "Connections ever accepted.");
    appendMetric(out, "cmq_connections_total", {}, static_cast<double>(m_connectionsEver));
    describe(out, "cmq_connections_refused_total", "counter", "Connections above the limit.");
    appendMetric(out, "cmq_connections_refused_total", {},
                 static_cast<double>(m_connectionsRefused));
    describe(out, "cmq_waiting_requests", "gauge", "Requests that the broker has not answered.");
    appendMetric(out, "cmq_waiting_requests", {}, static_cast<double>(m_waiting));
    appendProcess(out);
}

} // namespace cmq::endpoint
