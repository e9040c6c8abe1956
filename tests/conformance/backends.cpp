#include "backend.h"

#include <array>

namespace conformance {

std::span<const BackendRow> backendRows()
{
    static constexpr std::array rows{
        BackendRow{"engine", true, makeEngineBackend},
        BackendRow{"embedded broker in memory", false, makeMemoryBackend},
        BackendRow{"embedded broker on disk", true, makeDiskBackend},
#ifdef CMQ_HAS_CONSOLE
        BackendRow{"over HTTP", true, makeHttpBackend},
#endif
    };
    return rows;
}

} // namespace conformance
