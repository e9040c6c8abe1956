#pragma once

#include <cstdint>
#include <filesystem>

namespace cmq::store {

/// A file that takes room on the disk only to give it back when the disk is full, so that receives
/// and deletes, which need a little, go on.
class Ballast final
{
public:
    Ballast() = default;
    Ballast(std::filesystem::path path, std::uint64_t bytes);

    /// Makes the file if it is not there. False when the disk has no room for it (then there is
    /// none).
    [[nodiscard]] bool take();
    /// Gives the room back.
    void release();

private:
    std::filesystem::path m_path;
    std::uint64_t m_bytes = 0;
};

} // namespace cmq::store
