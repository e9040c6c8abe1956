#pragma once

#include <QStringList>

#include <vector>

namespace ui {

/// A row of two texts side by side: which lines stand there, -1 for none. Lines that are the same
/// stand beside each other, and so do lines of which one took the place of the other.
struct DiffRow
{
    int left = -1;
    int right = -1;
    bool isSame = false;
    friend bool operator==(const DiffRow&, const DiffRow&) = default;
};

/// Compares line by line, with the fewest changes (Myers, "An O(ND) difference algorithm", 1986);
/// of texts that differ in more than some thousand lines, what stands between their common
/// beginning and end counts as changed. Thread: any.
[[nodiscard]] std::vector<DiffRow> diffLines(const QStringList& left, const QStringList& right);

} // namespace ui
