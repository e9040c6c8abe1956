#include "failingvfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <string>

namespace {

// SQLite calls plain functions, so the one shim of a process stands here.
struct State
{
    sqlite3_vfs vfs{};
    sqlite3_vfs* below = nullptr;
    std::int64_t untilFailure = -1; // operations; -1: none
    bool isForGood = false;
    bool hasFired = false;
    std::int64_t limit = 0;
    std::map<std::string, std::int64_t> sizes;
};
State state;

bool failsNow()
{
    if (state.untilFailure < 0)
        return false;
    if (state.untilFailure > 0 && --state.untilFailure > 0)
        return false;
    state.hasFired = true;
    if (!state.isForGood)
        state.untilFailure = -1;
    return true;
}

struct File
{
    sqlite3_file base;
    std::string* name;
    sqlite3_file* below; // follows this struct
};

File* shim(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}
sqlite3_file* below(sqlite3_file* file)
{
    return shim(file)->below;
}
const sqlite3_io_methods* methods(sqlite3_file* file)
{
    return below(file)->pMethods;
}

int closeFile(sqlite3_file* file)
{
    const int status = methods(file) ? methods(file)->xClose(below(file)) : SQLITE_OK;
    delete shim(file)->name;
    shim(file)->name = nullptr;
    return status;
}

bool hasRoom(sqlite3_file* file, std::int64_t end)
{
    std::int64_t& size = state.sizes[*shim(file)->name];
    if (end <= size)
        return true;
    std::int64_t all = end - size;
    for (const auto& [name, bytes] : state.sizes)
        all += bytes;
    if (state.limit > 0 && all > state.limit)
        return false;
    size = end;
    return true;
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    if (failsNow()) {
        // Half of it may be there.
        (void)methods(file)->xWrite(below(file), bytes, count / 2, offset);
        return SQLITE_IOERR_WRITE;
    }
    if (!hasRoom(file, offset + count))
        return SQLITE_FULL;
    return methods(file)->xWrite(below(file), bytes, count, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (failsNow())
        return SQLITE_IOERR_TRUNCATE;
    state.sizes[*shim(file)->name] = std::min(state.sizes[*shim(file)->name], std::int64_t(size));
    return methods(file)->xTruncate(below(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    return failsNow() ? SQLITE_IOERR_FSYNC : methods(file)->xSync(below(file), flags);
}

const sqlite3_io_methods Methods{
    1, // no shared memory: the store needs none
    closeFile,
    [](sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
        return methods(file)->xRead(below(file), bytes, count, offset);
    },
    writeFile,
    truncateFile,
    syncFile,
    [](sqlite3_file* file, sqlite3_int64* size) {
        return methods(file)->xFileSize(below(file), size);
    },
    [](sqlite3_file* file, int level) { return methods(file)->xLock(below(file), level); },
    [](sqlite3_file* file, int level) { return methods(file)->xUnlock(below(file), level); },
    [](sqlite3_file* file, int* result) {
        return methods(file)->xCheckReservedLock(below(file), result);
    },
    [](sqlite3_file* file, int operation, void* argument) {
        return methods(file)->xFileControl(below(file), operation, argument);
    },
    [](sqlite3_file* file) { return methods(file)->xSectorSize(below(file)); },
    [](sqlite3_file* file) { return methods(file)->xDeviceCharacteristics(below(file)); },
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    if (failsNow())
        return SQLITE_CANTOPEN;
    File* own = shim(file);
    own->below = reinterpret_cast<sqlite3_file*>(own + 1);
    own->below->pMethods = nullptr;
    const int status = state.below->xOpen(state.below, name, own->below, flags, outFlags);
    if (own->below->pMethods) {
        own->name = new std::string(name ? name : "");
        sqlite3_int64 size = 0;
        (void)own->below->pMethods->xFileSize(own->below, &size);
        state.sizes[*own->name] = size;
        file->pMethods = &Methods;
    }
    return status;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncsFolder)
{
    if (failsNow())
        return SQLITE_IOERR_DELETE;
    state.sizes.erase(name);
    return state.below->xDelete(state.below, name, syncsFolder);
}

} // namespace

FailingVfs::FailingVfs()
{
    state = {};
    state.below = sqlite3_vfs_find(nullptr);
    state.vfs = *state.below;
    state.vfs.zName = "failing";
    state.vfs.szOsFile += static_cast<int>(sizeof(File));
    state.vfs.xOpen = openFile;
    state.vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&state.vfs, 1);
}

FailingVfs::~FailingVfs()
{
    sqlite3_vfs_unregister(&state.vfs);
    sqlite3_vfs_register(state.below, 1);
}

void FailingVfs::failAt(std::int64_t k, bool forGood)
{
    state.untilFailure = k;
    state.isForGood = forGood;
    state.hasFired = false;
}

void FailingVfs::heal()
{
    state.untilFailure = -1;
}

bool FailingVfs::hasFired() const
{
    return state.hasFired;
}

void FailingVfs::limitBytes(std::int64_t bytes)
{
    state.limit = bytes;
}
