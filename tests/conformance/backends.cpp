#include "backend.h"

#include <array>

namespace conformance {

std::span<const BackendRow> backendRows()
{
    static constexpr std::array rows{
        BackendRow{"engine", true, false, makeEngineBackend},
        BackendRow{"embedded broker in memory", false, false, makeMemoryBackend},
        BackendRow{"embedded broker on disk", true, false, makeDiskBackend},
#ifdef CMQ_HAS_CONSOLE
        BackendRow{"over HTTP", true, false, makeHttpBackend},
        BackendRow{"over HTTP and API 3.0", true, true, makeCloudBackend},
#endif
    };
    return rows;
}

} // namespace conformance
