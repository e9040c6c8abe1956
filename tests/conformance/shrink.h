#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace conformance {

/// Takes operations out as long as it still fails: halves, then smaller and smaller pieces.
/// `failsAt` plays operations and says at which index they fail, if they do.
template <class Operation, class FailsAt>
[[nodiscard]] std::vector<Operation> shrunk(std::vector<Operation> operations, FailsAt failsAt)
{
    for (std::size_t piece = operations.size() / 2; piece > 0;) {
        bool isShorter = false;
        for (std::size_t start = 0; start + piece <= operations.size();) {
            std::vector<Operation> fewer = operations;
            const auto from = fewer.begin() + static_cast<std::ptrdiff_t>(start);
            fewer.erase(from, from + static_cast<std::ptrdiff_t>(piece));
            if (const std::optional<std::size_t> index = failsAt(fewer)) {
                fewer.resize(*index + 1);
                operations = std::move(fewer);
                isShorter = true;
            } else {
                start += piece;
            }
        }
        if (!isShorter || piece > operations.size())
            piece = std::min(piece / 2, operations.size());
    }
    return operations;
}

} // namespace conformance
