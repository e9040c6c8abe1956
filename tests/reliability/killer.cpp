#include "killer.h"

#include <QCoreApplication>

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

namespace kill9 {

namespace {

/// The child's output, to the end; it is killed on the way.
std::string readAndKill(int reader, pid_t child, std::chrono::milliseconds life,
                        const Shorten& shorten)
{
    std::string text;
    const auto start = std::chrono::steady_clock::now();
    bool isKilled = false;
    for (char buffer[65536];;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            start + life - std::chrono::steady_clock::now());
        // The life counts from the first word: opening takes as long as it takes.
        if (!isKilled && !text.empty() && left.count() <= 0) {
            ::kill(child, SIGKILL);
            isKilled = true;
        }
        pollfd waiting{reader, POLLIN, 0};
        (void)poll(&waiting, 1, isKilled || text.empty() ? 1000 : int(left.count()) + 1);
        if (!(waiting.revents & (POLLIN | POLLHUP)))
            continue;
        const ssize_t got = ::read(reader, buffer, sizeof buffer);
        if (got <= 0)
            return text;
        const std::string_view said(buffer, static_cast<std::size_t>(got));
        text.append(said);
        if (const auto rest = shorten ? shorten(said) : std::nullopt) {
            life = *rest + std::chrono::ceil<std::chrono::milliseconds>(
                               std::chrono::steady_clock::now() - start);
        }
    }
}

} // namespace

std::optional<std::string> runAndKill(const char* program, const QStringList& arguments,
                                      std::chrono::milliseconds life, const Shorten& shorten)
{
    int ends[2];
    if (pipe(ends) != 0)
        return std::nullopt;
    std::vector<std::string> words{
        (QCoreApplication::applicationDirPath() + '/' + program).toStdString()};
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        execv(pointers.front(), pointers.data());
        _exit(127);
    }
    ::close(ends[1]);
    std::string text = readAndKill(ends[0], child, life, shorten);
    ::close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFSIGNALED(status))
        return std::nullopt;
    return text;
}

QStringList readPlan(const QStringList& arguments, Plan& plan)
{
    QStringList rest;
    for (const QString& argument : arguments) {
        if (argument.startsWith(QStringLiteral("--kills=")))
            plan.kills = argument.mid(8).toInt();
        else if (argument.startsWith(QStringLiteral("--seed=")))
            plan.seed = argument.mid(7).toUInt();
        else
            rest += argument;
    }
    // Qt Test gives a function five minutes unless it is told otherwise.
    constexpr int MsForAll = 300'000;
    constexpr int MsForKill = 5'000;
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(MsForAll + MsForKill * plan.kills));
    return rest;
}

} // namespace kill9
