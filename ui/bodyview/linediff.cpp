#include "linediff.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int ChangesMax = 2000;

struct Match
{
    int left;
    int right;
};

/// The pairs of equal lines between `from` and the ends, by the shortest way through the grid of
/// both texts; none if it needs too many changes.
std::vector<Match> matches(const QStringList& left, const QStringList& right, int from, int leftEnd,
                           int rightEnd)
{
    const int n = leftEnd - from;
    const int m = rightEnd - from;
    const int most = std::min(n + m, ChangesMax);
    // How far each diagonal reaches after so many changes; all steps are kept for the way back.
    std::vector<std::vector<int>> reached;
    std::vector<int> reach(std::size_t(2 * most + 3), 0);
    const auto at = [most](int diagonal) { return std::size_t(diagonal + most + 1); };
    for (int changes = 0; changes <= most; ++changes) {
        for (int k = -changes; k <= changes; k += 2) {
            const bool down =
                k == -changes || (k != changes && reach[at(k - 1)] < reach[at(k + 1)]);
            int x = down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
            while (x < n && x - k < m && left[from + x] == right[from + x - k])
                ++x;
            reach[at(k)] = x;
            if (x < n || x - k < m)
                continue;
            std::vector<Match> found;
            int endX = n;
            int endY = m;
            for (int back = changes; back > 0; --back) {
                const std::vector<int>& before = reached[std::size_t(back - 1)];
                const auto value = [&](int diagonal) {
                    return before[std::size_t(diagonal + back)];
                };
                const int diagonal = endX - endY;
                const bool wasDown =
                    diagonal == -back ||
                    (diagonal != back && value(diagonal - 1) < value(diagonal + 1));
                const int previous = wasDown ? diagonal + 1 : diagonal - 1;
                const int startX = value(previous);
                const int startY = startX - previous;
                const int middleX = wasDown ? startX : startX + 1;
                for (; endX > middleX; --endX, --endY)
                    found.push_back({from + endX - 1, from + endY - 1});
                endX = startX;
                endY = startY;
            }
            for (; endX > 0; --endX, --endY)
                found.push_back({from + endX - 1, from + endY - 1});
            std::ranges::reverse(found);
            return found;
        }
        reached.emplace_back(reach.begin() + std::ptrdiff_t(at(-changes - 1)),
                             reach.begin() + std::ptrdiff_t(at(changes + 1)) + 1);
    }
    return {};
}

/// Lines up to these, of which none is the same.
void addChanged(std::vector<DiffRow>& rows, int& left, int& right, int leftEnd, int rightEnd)
{
    while (left < leftEnd || right < rightEnd) {
        DiffRow row;
        if (left < leftEnd)
            row.left = left++;
        if (right < rightEnd)
            row.right = right++;
        rows.push_back(row);
    }
}

} // namespace

std::vector<DiffRow> diffLines(const QStringList& left, const QStringList& right)
{
    const auto shorter = int(std::min(left.size(), right.size()));
    int from = 0;
    while (from < shorter && left[from] == right[from])
        ++from;
    auto leftEnd = int(left.size());
    auto rightEnd = int(right.size());
    while (leftEnd > from && rightEnd > from && left[leftEnd - 1] == right[rightEnd - 1]) {
        --leftEnd;
        --rightEnd;
    }
    std::vector<DiffRow> rows;
    int l = 0;
    int r = 0;
    const auto addSame = [&](int end) {
        for (; l < end; ++l, ++r)
            rows.push_back({l, r, true});
    };
    addSame(from);
    for (const Match& match : matches(left, right, from, leftEnd, rightEnd)) {
        addChanged(rows, l, r, match.left, match.right);
        addSame(match.left + 1);
    }
    addChanged(rows, l, r, leftEnd, rightEnd);
    addSame(int(left.size()));
    return rows;
}

} // namespace ui
