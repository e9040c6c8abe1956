#pragma once

#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kill9 {

/// Hears what a child says; may give it only so long from now on.
using Shorten = std::function<std::optional<std::chrono::milliseconds>(std::string_view said)>;

/// Starts a program of the tests, lets it work for so long after its first word, kills it with
/// SIGKILL, and gives back all that it said; none if it ended by itself.
[[nodiscard]] std::optional<std::string> runAndKill(const char* program,
                                                    const QStringList& arguments,
                                                    std::chrono::milliseconds life,
                                                    const Shorten& shorten = {});

/// --kills=N and --seed=N of a command line.
struct Plan
{
    int kills = 0;
    unsigned seed = 1;
};

/// Takes them out of the arguments; what is left is Qt Test's.
[[nodiscard]] QStringList readPlan(const QStringList& arguments, Plan& plan);

} // namespace kill9
