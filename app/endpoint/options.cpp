#include "options.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

namespace app {

using cmq::Behaviour;
using cmq::Result;
using cmq::Seconds;

namespace {

/// Beyond the flags that everything shares: whether there is an answer to "who may use it?" and
/// "where do messages live?".
struct Reading
{
    EndpointProgramOptions options;
    bool isOpenToAll = false;
    bool isInMemory = false;
};

enum class Value : std::uint8_t { None, Needed, Possible };

/// One option: how it is written, and what it does to what was read so far. An `apply` answers with
/// what is wrong, or nothing.
struct Option
{
    std::string_view name;
    Value value;
    std::string_view valueName;
    std::string_view help;
    std::string (*apply)(Reading& reading, std::string_view value);
};

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr std::int64_t most = 253'402'300'799; // the year 9999 in seconds
    if (text.empty() || status != std::errc() || end != text.data() + text.size() || value < 0 ||
        value > most)
        return std::nullopt;
    return value;
}

template <auto Member>
std::string setNumber(Reading& reading, std::string_view value)
{
    const auto parsed = number(value);
    if (!parsed)
        return "is a decimal number, 0 or more";
    using Type = std::remove_cvref_t<decltype(reading.options.behaviour.*Member)>;
    reading.options.behaviour.*Member = Type(*parsed);
    return {};
}

template <auto Member>
std::string setFlag(Reading& reading, std::string_view)
{
    reading.options.behaviour.*Member = true;
    return {};
}

template <auto Member>
std::string setText(Reading& reading, std::string_view value)
{
    if (value.empty())
        return "names a file or folder";
    reading.options.*Member = value;
    return {};
}

std::string setListen(Reading& reading, std::string_view value)
{
    const std::size_t colon = value.rfind(':');
    const auto port = colon == value.npos ? std::nullopt : number(value.substr(colon + 1));
    if (!port || *port > 65535)
        return "is ADDRESS:PORT, like 127.0.0.1:8080 or [::1]:0";
    std::string address(value.substr(0, colon));
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    if (address == "localhost")
        address = "127.0.0.1";
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    if (inet_pton(AF_INET, address.c_str(), bytes.data()) != 1 &&
        inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1)
        return "has a numeric address, like 127.0.0.1 or [::1]";
    reading.options.address = std::move(address);
    reading.options.port = static_cast<std::uint16_t>(*port);
    return {};
}

std::string addKey(Reading& reading, std::string_view value)
{
    // Never quotes what it was given: it is a secret.
    const std::size_t colon = value.find(':');
    if (colon == value.npos || colon == 0 || colon + 1 == value.size())
        return "is SECRET_ID:SECRET_KEY";
    reading.options.keys.push_back(
        {std::string(value.substr(0, colon)), std::string(value.substr(colon + 1)), true});
    return {};
}

std::string readKeyFile(Reading& reading, std::string_view value)
{
    std::ifstream file{std::string(value)};
    if (!file)
        return "names a file that cannot be read: " + std::string(value);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.empty() || line.starts_with('#'))
            continue;
        if (const std::string wrong = addKey(reading, line); !wrong.empty())
            return "has a wrong line " + std::to_string(number) + ": each " + wrong;
    }
    return {};
}

std::string setVirtualClock(Reading& reading, std::string_view value)
{
    reading.options.hasVirtualClock = true;
    if (value.empty())
        return {};
    const auto seconds = number(value);
    if (!seconds)
        return "takes the Unix time to start at, in seconds";
    reading.options.virtualStart = cmq::fromUnixSeconds(*seconds);
    return {};
}

std::string setReceiver(Reading& reading, std::string_view value)
{
    const auto port = number(value);
    if (!port || *port > 65535)
        return "is a port, 0 to 65535";
    reading.options.receiverPort = static_cast<std::uint16_t>(*port);
    reading.options.behaviour.allowLocalPush = true;
    return {};
}

std::string setTolerance(Reading& reading, std::string_view value)
{
    const auto seconds = number(value);
    if (!seconds)
        return "is a number of seconds";
    reading.options.timestampTolerance = Seconds(*seconds);
    return {};
}

std::string setLogLevel(Reading& reading, std::string_view value)
{
    if (value == "error")
        reading.options.logLevel = LogLevel::Error;
    else if (value == "info")
        reading.options.logLevel = LogLevel::Info;
    else if (value == "debug")
        reading.options.logLevel = LogLevel::Debug;
    else
        return "is error, info or debug";
    return {};
}

std::string setVerdictFormat(Reading& reading, std::string_view value)
{
    if (value != "tap" && value != "junit")
        return "is tap or junit";
    reading.options.verdictFormat = value == "tap" ? VerdictFormat::Tap : VerdictFormat::Junit;
    return {};
}

constexpr Option Options[] = {
    {"--listen", Value::Needed, "ADDRESS:PORT",
     "where to serve; 127.0.0.1:8080 unless given, port 0 picks a free one", setListen},
    {"--data", Value::Needed, "DIR", "keep messages in this folder",
     setText<&EndpointProgramOptions::dataFolder>},
    {"--memory", Value::None, "", "keep messages in memory, until the program ends",
     [](Reading& reading, std::string_view) {
         reading.isInMemory = true;
         return std::string();
     }},
    {"--key", Value::Needed, "SECRET_ID:SECRET_KEY",
     "let this key in; may be repeated (other users of this machine may see it: "
     "--key-file hides it)",
     addKey},
    {"--key-file", Value::Needed, "FILE", "let the keys in, one SECRET_ID:SECRET_KEY a line",
     readKeyFile},
    {"--no-auth", Value::None, "", "let everybody in; on a loopback address only",
     [](Reading& reading, std::string_view) {
         reading.isOpenToAll = true;
         return std::string();
     }},
    {"--timestamp-tolerance", Value::Needed, "SECONDS",
     "refuse requests whose Timestamp is further off; not checked unless given", setTolerance},
    {"--tls-cert", Value::Needed, "FILE", "serve HTTPS with this certificate chain (PEM)",
     setText<&EndpointProgramOptions::tlsCertificateFile>},
    {"--tls-key", Value::Needed, "FILE", "the certificate's private key (PEM)",
     setText<&EndpointProgramOptions::tlsKeyFile>},
    {"--ready-file", Value::Needed, "FILE", "write the URL into this file when requests are served",
     setText<&EndpointProgramOptions::readyFile>},
    {"--control", Value::None, "",
     "serve /control/health and /control/metrics to this machine; needs the header "
     "X-CMQ-Control: 1",
     [](Reading& reading, std::string_view) {
         reading.options.hasControlPages = true;
         return std::string();
     }},
    {"--virtual-clock", Value::Possible, "UNIX_SECONDS",
     "time stands still until POST /control/clock moves it; implies --control", setVirtualClock},
    {"--allow-local-push", Value::None, "",
     "let topics push to loopback, private and link-local addresses",
     setFlag<&Behaviour::allowLocalPush>},
    {"--receiver", Value::Needed, "PORT",
     "also be a subscriber for tests on this loopback port (0 picks one): prints each "
     "push as a line of JSON, answers as the path says (/status/500, /delay/3, /hang); "
     "implies --allow-local-push",
     setReceiver},
    {"--name-reuse-delay", Value::Needed, "SECONDS",
     "how long the name of a deleted queue or topic stays taken (0)",
     setNumber<&Behaviour::nameReuseDelay>},
    {"--max-queues", Value::Needed, "N", "queues at most (1000)", setNumber<&Behaviour::maxQueues>},
    {"--max-topics", Value::Needed, "N", "topics at most (1000)", setNumber<&Behaviour::maxTopics>},
    {"--max-subscriptions", Value::Needed, "N", "subscriptions of a topic at most (500)",
     setNumber<&Behaviour::maxSubscriptionsPerTopic>},
    {"--max-inactive", Value::Needed, "N", "inactive messages of a queue at most (0: no limit)",
     setNumber<&Behaviour::maxInactive>},
    {"--max-delayed", Value::Needed, "N", "delayed messages of a queue at most (0: no limit)",
     setNumber<&Behaviour::maxDelayed>},
    {"--produce-qps", Value::Needed, "N", "messages a second into a queue or topic (0: no limit)",
     setNumber<&Behaviour::produceQps>},
    {"--consume-qps", Value::Needed, "N", "messages a second out of a queue (0: no limit)",
     setNumber<&Behaviour::consumeQps>},
    {"--control-qps", Value::Needed, "N", "control actions a second (0: no limit)",
     setNumber<&Behaviour::controlQps>},
    {"--control-plane-2019", Value::None, "",
     "answer 4000 where documents say 4440, 4460 and 4490 for control actions",
     setFlag<&Behaviour::controlPlane2019>},
    {"--strict-notify-format", Value::None, "",
     "refuse queue subscriptions with notifyContentFormat JSON",
     setFlag<&Behaviour::strictNotifyFormat>},
    {"--cascade-subscriptions", Value::None, "",
     "delete subscriptions together with the queue that they deliver to",
     setFlag<&Behaviour::cascadeSubscriptions>},
    {"--log-level", Value::Needed, "LEVEL", "error, info or debug (info); logs go to stderr",
     setLogLevel},
    {"--run-scenario", Value::Needed, "FILE",
     "run a scenario file without network or disk, print the verdict, and end with 0 "
     "if it passed and 1 if it did not; needs no other option",
     setText<&EndpointProgramOptions::scenarioFile>},
    {"--format", Value::Needed, "FORMAT",
     "of the verdict about a scenario: tap (the default) or junit", setVerdictFormat},
    {"--version", Value::None, "", "print the version",
     [](Reading& reading, std::string_view) {
         reading.options.wantsVersion = true;
         return std::string();
     }},
    {"--help", Value::None, "", "print this text",
     [](Reading& reading, std::string_view) {
         reading.options.wantsHelp = true;
         return std::string();
     }},
};

auto wrong(std::string sentence)
{
    return cmq::fail(cmq::ErrorId::ParametersError, {}, std::move(sentence));
}

/// What only shows when everything was read.
std::string contradiction(const Reading& reading)
{
    const EndpointProgramOptions& options = reading.options;
    if (options.dataFolder.empty() && !reading.isInMemory)
        return "Say where messages live: --data DIR, or --memory.";
    if (!options.dataFolder.empty() && reading.isInMemory)
        return "Give either --data or --memory, not both.";
    if (options.keys.empty() && !reading.isOpenToAll)
        return "Say who may use it: --key SECRET_ID:SECRET_KEY, --key-file FILE, or, on a loopback "
               "address, --no-auth.";
    if (!options.keys.empty() && reading.isOpenToAll)
        return "Give either keys or --no-auth, not both.";
    if (reading.isOpenToAll && !isLoopback(options.address))
        return "--no-auth is for loopback addresses only: " + options.address +
               " can be reached by others, so it needs --key or --key-file.";
    if (options.tlsCertificateFile.empty() != options.tlsKeyFile.empty())
        return "--tls-cert and --tls-key go together.";
    return {};
}

} // namespace

Result<EndpointProgramOptions> readOptions(std::span<const std::string_view> arguments)
{
    Reading reading;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const std::size_t equals = argument.find('=');
        const std::string_view name = argument.substr(0, equals);
        const auto option = std::ranges::find(Options, name, &Option::name);
        if (option == std::end(Options))
            return wrong("There is no option " + std::string(name) + "; --help lists them.");
        std::string_view value;
        if (equals != argument.npos) {
            if (option->value == Value::None)
                return wrong(std::string(name) + " takes no value.");
            value = argument.substr(equals + 1);
        } else if (option->value == Value::Needed) {
            if (++i == arguments.size())
                return wrong(std::string(name) + " needs " + std::string(option->valueName) + ".");
            value = arguments[i];
        }
        if (const std::string problem = option->apply(reading, value); !problem.empty())
            return wrong(std::string(name) + " " + problem + ".");
    }
    EndpointProgramOptions& options = reading.options;
    if (options.wantsHelp || options.wantsVersion || !options.scenarioFile.empty())
        return std::move(options);
    if (std::string problem = contradiction(reading); !problem.empty())
        return wrong(std::move(problem));
    options.hasControlPages = options.hasControlPages || options.hasVirtualClock;
    return std::move(options);
}

std::string helpText()
{
    std::string text = "Usage: cmq-endpoint (--data DIR | --memory) (--key ID:KEY … | --key-file "
                       "FILE | --no-auth) [options]\n\n"
                       "Serves a CMQ broker over Tencent Cloud CMQ's HTTP API.\n\n";
    for (const Option& option : Options) {
        text.append("  ").append(option.name);
        if (option.value == Value::Needed)
            text.append(" ").append(option.valueName);
        if (option.value == Value::Possible)
            text.append("[=").append(option.valueName).append("]");
        text.append("\n        ").append(option.help).append("\n");
    }
    return text;
}

bool isLoopback(std::string_view address)
{
    return address == "::1" || address.starts_with("127.");
}

} // namespace app
