#include "ballast.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>
#include <utility>

namespace cmq::store {

Ballast::Ballast(std::filesystem::path path, std::uint64_t bytes)
    : m_path(std::move(path))
    , m_bytes(bytes)
{
}

bool Ballast::take()
{
    std::error_code error;
    if (std::filesystem::file_size(m_path, error) == m_bytes && !error)
        return true;
    const int file = ::open(m_path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool hasRoom = ::posix_fallocate(file, 0, static_cast<off_t>(m_bytes)) == 0;
    ::close(file);
    if (!hasRoom)
        release();
    return hasRoom;
}

void Ballast::release()
{
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace cmq::store
