#pragma once

#include "measure.h"

#include "wire/form.h"
#include "wire/signature.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// What a load does.
struct HttpLoadOptions
{
    std::uint16_t port = 0;
    int connections = 64; ///< keep-alive, one request at a time on each
    int batch = 1;        ///< messages of a request; above 1 the batch actions
    double seconds = 3;
    std::string secretId = "AKIDbench";
    std::string secretKey = "bench";
};

struct HttpLoadResult
{
    double requestsPerSecond = 0;
    double lifecyclesPerSecond = 0;         ///< messages that were sent, received and deleted
    std::map<std::string, Samples> latency; ///< by action
    std::string problem;                    ///< empty if all went well
};

/// Sends, receives and deletes 1 KiB messages, each request signed with HmacSHA1, from one thread.
[[nodiscard]] HttpLoadResult runHttpLoad(const HttpLoadOptions& options);

/// One signed request, for set-up: its answer's body, empty when there is none.
[[nodiscard]] std::string askOnce(const HttpLoadOptions& options,
                                  std::vector<cmq::wire::FormField> fields);

/// A signed POST, ready to be sent.
[[nodiscard]] std::string signedPost(cmq::wire::Signer& signer, const HttpLoadOptions& options,
                                     std::vector<cmq::wire::FormField> fields);

} // namespace bench
