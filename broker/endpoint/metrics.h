#pragma once

#include "cmq/action.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace cmq::endpoint {

/// Counts what the endpoint serves. Thread: the endpoint's.
class Metrics final
{
public:
    /// `action`: its index in the variant, ActionCount for requests that name none.
    /// `code`: CMQ's, 0 for success.
    void count(std::size_t action, int code, std::chrono::nanoseconds duration);
    void connectionOpened() { ++m_connections, ++m_connectionsEver; }
    void connectionClosed() { --m_connections; }
    void connectionRefused() { ++m_connectionsRefused; }
    void pollStarted() { ++m_waiting; }
    void pollEnded() { --m_waiting; }
    void protocolError(int status) { ++m_protocolErrors[status]; }

    [[nodiscard]] std::size_t connections() const { return m_connections; }

    /// In Prometheus' text format: requests, latencies, connections and figures of the process.
    void append(std::string& out) const;

private:
    static constexpr std::array<std::int64_t, 11> BucketMicroseconds{
        100, 250, 500, 1000, 2500, 5000, 10'000, 50'000, 250'000, 1'000'000, 10'000'000};

    struct PerAction
    {
        std::array<std::uint64_t, BucketMicroseconds.size() + 1> buckets{};
        std::uint64_t count = 0;
        std::chrono::nanoseconds sum{0};
        std::map<int, std::uint64_t> codes;
    };

    std::array<PerAction, ActionCount + 1> m_actions;
    std::map<int, std::uint64_t> m_protocolErrors;
    std::size_t m_connections = 0;
    std::uint64_t m_connectionsEver = 0;
    std::uint64_t m_connectionsRefused = 0;
    std::size_t m_waiting = 0;
};

/// A line of Prometheus' text format with escaped label values:
/// `name{label="value",…} number`.
void appendMetric(std::string& out, std::string_view name,
                  std::initializer_list<std::pair<std::string_view, std::string_view>> labels,
                  double value);

} // namespace cmq::endpoint
