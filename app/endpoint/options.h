#pragma once

#include "cmq/behaviour.h"
#include "cmq/result.h"
#include "wire/keyring.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

enum class LogLevel : std::uint8_t { Error, Info, Debug };

/// How the verdict about a scenario is written.
enum class VerdictFormat : std::uint8_t { Tap, Junit };

/// What the command line of cmq-endpoint says.
struct EndpointProgramOptions
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string dataFolder; ///< empty: in memory
    std::vector<cmq::wire::SecretKey> keys;
    std::optional<cmq::Seconds> timestampTolerance;
    bool hasVirtualClock = false;
    std::optional<cmq::Time> virtualStart; ///< absent: the world's time
    bool hasControlPages = false;
    std::string readyFile;
    /// Where a subscriber for tests listens; absent: there is none.
    std::optional<std::uint16_t> receiverPort;
    std::string tlsCertificateFile;
    std::string tlsKeyFile;
    cmq::Behaviour behaviour;
    LogLevel logLevel = LogLevel::Info;

    /// Run this scenario instead of serving; empty: serve.
    std::string scenarioFile;
    VerdictFormat verdictFormat = VerdictFormat::Tap;

    bool wantsHelp = false;
    bool wantsVersion = false;
};

/// Reads the arguments behind the program's name, and the key file if one is named.
/// Errors: a sentence in `detail` that names the option and says what would be right.
[[nodiscard]] cmq::Result<EndpointProgramOptions>
readOptions(std::span<const std::string_view> arguments);

/// What --help prints.
[[nodiscard]] std::string helpText();

/// Whether `address`, which is numeric, is this machine only.
[[nodiscard]] bool isLoopback(std::string_view address);

} // namespace app
