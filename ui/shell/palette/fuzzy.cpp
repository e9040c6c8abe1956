#include "fuzzy.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int Together = 1000; // always better than scattered letters
constexpr int Scattered = 500;
constexpr int AtTheStart = 200;
constexpr int AtAWord = 100;
constexpr int PerGap = 20;
constexpr int LengthMax = 99;

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || (text[at].isLetterOrNumber() && !text[at - 1].isLetterOrNumber());
}

/// The first occurrence at the beginning of a word, or the first at all.
qsizetype findTogether(QStringView typed, QStringView text)
{
    const qsizetype first = text.indexOf(typed);
    for (qsizetype at = first; at >= 0; at = text.indexOf(typed, at + 1)) {
        if (startsWord(text, at))
            return at;
    }
    return first;
}

} // namespace

QList<qsizetype> fuzzyPlaces(QStringView typed, QStringView text)
{
    QList<qsizetype> places;
    if (const qsizetype at = findTogether(typed, text); at >= 0) {
        for (qsizetype i = 0; i < typed.size(); ++i)
            places += at + i;
        return places;
    }
    qsizetype at = -1;
    for (const QChar letter : typed) {
        at = text.indexOf(letter, at + 1);
        if (at < 0)
            return {};
        places += at;
    }
    return places;
}

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    const int length = int(std::min<qsizetype>(text.size(), LengthMax));
    if (const qsizetype at = findTogether(typed, text); at >= 0)
        return Together - length + (at == 0 ? AtTheStart : startsWord(text, at) ? AtAWord : 0);
    int score = Scattered - length;
    qsizetype at = -1;
    for (const QChar letter : typed) {
        const qsizetype next = text.indexOf(letter, at + 1);
        if (next < 0)
            return {};
        if (next != at + 1 && !startsWord(text, next))
            score -= PerGap;
        at = next;
    }
    return score;
}

} // namespace ui
