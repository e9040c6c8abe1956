#include "keywalk.h"

#include "ui/common/format.h"

#include "cmq/filter.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct KeyWalk
{
    Q_DECLARE_TR_FUNCTIONS(ui::KeyWalk)
};

using Words = std::vector<std::string_view>;

QString inQuotes(std::string_view word)
{
    return u'“' + formatForeign(QString::fromUtf8(word.data(), qsizetype(word.size())), 64) + u'”';
}

/// taken[i] after a success: where the words begin that word i of the pattern takes.
class Walker
{
public:
    Walker(Words patternWords, Words keyWords)
        : pattern(std::move(patternWords))
        , words(std::move(keyWords))
        , taken(pattern.size() + 1)
        , m_isDead(pattern.size() + 1, std::vector<bool>(words.size() + 1))
    {
    }

    /// Whether the pattern from `at` on takes exactly the words from `word` on.
    bool walk(std::size_t at, std::size_t word)
    {
        taken[at] = word;
        if (at + word > farthestPattern + farthestWord)
            farthestPattern = at, farthestWord = word;
        if (at == pattern.size())
            return word == words.size();
        if (m_isDead[at][word])
            return false;
        const bool isHash = pattern[at] == "#";
        const bool isTaken =
            word < words.size() && (isHash || pattern[at] == "*" || pattern[at] == words[word]);
        if ((isHash && walk(at + 1, word)) || (isTaken && walk(isHash ? at : at + 1, word + 1))) {
            taken[at] = word;
            return true;
        }
        m_isDead[at][word] = true; // so that each place is tried once
        return false;
    }

    const Words pattern;
    const Words words;
    std::vector<std::size_t> taken;
    std::size_t farthestPattern = 0;
    std::size_t farthestWord = 0;

private:
    std::vector<std::vector<bool>> m_isDead;
};

QString successText(const Walker& walker)
{
    QStringList steps;
    for (std::size_t i = 0; i < walker.pattern.size(); ++i) {
        QStringList words;
        const std::size_t end =
            i + 1 < walker.pattern.size() ? walker.taken[i + 1] : walker.words.size();
        for (std::size_t word = walker.taken[i]; word < end; ++word)
            words += inQuotes(walker.words[word]);
        steps +=
            words.isEmpty()
                ? KeyWalk::tr("%1 takes no word").arg(inQuotes(walker.pattern[i]))
                //: a word of a binding key, and the words of a routing key that it stands for
                : KeyWalk::tr("%1 takes %2").arg(inQuotes(walker.pattern[i]), words.join(u'.'));
    }
    return steps.join(KeyWalk::tr(", ", "between steps"));
}

QString failureText(const Walker& walker)
{
    const std::size_t at = walker.farthestPattern;
    const std::size_t word = walker.farthestWord;
    if (word == walker.words.size())
        return KeyWalk::tr("the routing key ends where %1 wants a word")
            .arg(inQuotes(walker.pattern[at]));
    if (at == walker.pattern.size())
        return KeyWalk::tr("nothing is left for word %1 of the routing key, %2")
            .arg(QString::number(word + 1), inQuotes(walker.words[word]));
    return KeyWalk::tr("word %1 of the routing key is %2, and %3 is wanted")
        .arg(QString::number(word + 1), inQuotes(walker.words[word]), inQuotes(walker.pattern[at]));
}

} // namespace

QString keyWalkText(const std::string& bindingKey, const std::string& routingKey)
{
    Walker walker(cmq::keyWords(bindingKey), cmq::keyWords(routingKey));
    const QString key = inQuotes(bindingKey);
    if (walker.walk(0, 0))
        return walker.pattern.empty() ? KeyWalk::tr("%1 matches: both have no word").arg(key)
                                      //: %1 is a binding key, %2 says what its words take
                                      : KeyWalk::tr("%1 matches: %2").arg(key, successText(walker));
    return KeyWalk::tr("%1 does not match: %2").arg(key, failureText(walker));
}

} // namespace ui
