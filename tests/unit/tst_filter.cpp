#include "cmq/filter.h"
#include "engine/filterindex.h"
#include "tests/suite.h"
#include "tests/vectors.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

namespace tst_filter {

using namespace cmq;
using engine::RouteTrie;

namespace {

QList<QList<QByteArray>> readRows(const QString& name)
{
    QFile file(vectors::path(name));
    QList<QList<QByteArray>> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    file.readLine(); // the header
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        if (line.endsWith('\n'))
            line.chop(1);
        rows += line.split('\t');
    }
    return rows;
}

bool trieMatches(const std::vector<std::string>& keys, std::string_view routingKey)
{
    RouteTrie trie;
    for (const std::string& key : keys)
        trie.add(key, 7);
    std::vector<SubscriptionKey> found;
    trie.match(routingKey, found);
    for (const std::string& key : keys)
        trie.remove(key, 7);
    return !found.empty() && trie.nodeCount() == 1;
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void tags_data();
    void tags();
    void routing_data();
    void routing();
    void routingVectors();
    void anyOfSeveralKeysVectors();
    void worstKeyStaysBelowAMillisecond();
    void indexAgreesWithAskingEach();
};

void FilterTest::tags_data()
{
    QTest::addColumn<std::vector<std::string>>("filterTag");
    QTest::addColumn<std::vector<std::string>>("msgTag");
    QTest::addColumn<FilterRule>("rule");
    QTest::addColumn<std::string>("decidedBy");
    using Tags = std::vector<std::string>;
    using std::string;
    QTest::newRow("none and none") << Tags{} << Tags{} << FilterRule::Unfiltered << string();
    QTest::newRow("none and any") << Tags{} << Tags{"a"} << FilterRule::Unfiltered << string();
    QTest::newRow("set and none") << Tags{"a"} << Tags{} << FilterRule::MessageUntagged << string();
    QTest::newRow("one shared of two")
        << Tags{"a", "b"} << Tags{"c", "b"} << FilterRule::SharedTag << string("b");
    QTest::newRow("none shared") << Tags{"a"} << Tags{"b"} << FilterRule::NoSharedTag << string();
    QTest::newRow("case counts") << Tags{"a"} << Tags{"A"} << FilterRule::NoSharedTag << string();
    QTest::newRow("part of a tag is no tag")
        << Tags{"ab"} << Tags{"a"} << FilterRule::NoSharedTag << string();
    QTest::newRow("Chinese") << Tags{"订单"} << Tags{"订单"} << FilterRule::SharedTag
                             << string("订单");
}

void FilterTest::tags()
{
    QFETCH(std::vector<std::string>, filterTag);
    QFETCH(std::vector<std::string>, msgTag);
    QFETCH(FilterRule, rule);
    QFETCH(std::string, decidedBy);
    const FilterDecision decision = matchTags(filterTag, msgTag);
    QCOMPARE(decision.rule, rule);
    QCOMPARE(decision.decidedBy, decidedBy);
    QVERIFY(!toString(decision).empty());
}

void FilterTest::routing_data()
{
    QTest::addColumn<std::string>("bindingKey");
    QTest::addColumn<std::string>("routingKey");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char* binding, const char* routing, bool isMatch) {
        QTest::addRow("%s | %s", binding, routing)
            << std::string(binding) << std::string(routing) << isMatch;
    };
    row("1.*.0", "1.x.0", true);
    row("1.*.0", "1.0", false);
    row("1.*.0", "1.a.b.0", false);
    row("1.*.0", "1..0", true); // an empty word is a word
    row("1.#.0", "1.2.3.4.4.2.2.0", true);
    row("1.#.0", "1.0", true);
    row("#", "", true);
    row("#", "a.b", true);
    row("*", "", false);
    row("*", "a", true);
    row("*", "a.b", false);
    row("a.#", "a", true);
    row("#.a.#", "a", true);
    row("#.a.#", "x.a", true);
    row("#.a.#", "a.y.z", true);
    row("*.#", "a", true);
    row("*.#", "a.b", true);
    row("*.#", "", false);
    row("#.#", "", true);
    row("#.*", "", false);
    row("a*", "ab", false); // a wildcard is a whole word
    row("a#", "ab", false);
    row("a.b", "A.b", false);
    row("system.common", "system.common", true);
    row("*.common", "system.common", true);
    row("*.common", "app.common", true);
    row("", "", true);
    row("", "a", false);
    row(".", "a.b", false);
    row(".", ".", true);
    row("*.*", ".", true);
    row("a.", "a", false);
}

void FilterTest::routing()
{
    QFETCH(std::string, bindingKey);
    QFETCH(std::string, routingKey);
    QFETCH(bool, isMatch);
    QCOMPARE(matchRoutingKey(bindingKey, routingKey), isMatch);
    QCOMPARE(trieMatches({bindingKey}, routingKey), isMatch);
    const std::vector keys{std::string("never.this"), bindingKey};
    const FilterDecision decision = matchRouting(keys, routingKey);
    QCOMPARE(decision.isMatch(), isMatch);
    QCOMPARE(decision.decidedBy, isMatch ? bindingKey : std::string());
}

void FilterTest::routingVectors()
{
    CMQ_NEEDS_VECTORS("topic-matching.tsv");
    const auto rows = readRows("topic-matching.tsv");
    QVERIFY(rows.size() > 900);
    for (const auto& row : rows) {
        const std::string binding = row[0].toStdString();
        const std::string routing = row[1].toStdString();
        const bool isMatch = row[2] == "1";
        QVERIFY2(matchRoutingKey(binding, routing) == isMatch, row.join('\t'));
        QVERIFY2(trieMatches({binding}, routing) == isMatch, row.join('\t'));
    }
}

void FilterTest::anyOfSeveralKeysVectors()
{
    CMQ_NEEDS_VECTORS("topic-matching-any.tsv");
    const auto rows = readRows("topic-matching-any.tsv");
    QVERIFY(!rows.isEmpty());
    for (const auto& row : rows) {
        std::vector<std::string> keys;
        for (const QByteArray& key : row[0].split('|'))
            keys.push_back(key.toStdString());
        const bool isMatch = row[2] == "1";
        QVERIFY2(matchRouting(keys, row[1].toStdString()).isMatch() == isMatch, row.join('\t'));
        QVERIFY2(trieMatches(keys, row[1].toStdString()) == isMatch, row.join('\t'));
    }
}

void FilterTest::worstKeyStaysBelowAMillisecond()
{
    // Fifteen wildcards of any length, each pinned to a word that comes again and again.
    std::string binding = "#";
    for (int i = 0; i < 14; ++i)
        binding += ".a.#";
    binding += ".b";
    std::string routing = "a";
    for (int i = 0; i < 30; ++i)
        routing += ".a";
    RouteTrie trie;
    trie.add(binding, 1);
    std::vector<SubscriptionKey> found;

    constexpr int times = 100;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < times; ++i) {
        QVERIFY(!matchRoutingKey(binding, routing));
        trie.match(routing, found);
    }
    QVERIFY(found.empty());
    QVERIFY2(timer.nsecsElapsed() / times < 1'000'000,
             qPrintable(QString::number(timer.nsecsElapsed() / times) + " ns"));
}

void FilterTest::indexAgreesWithAskingEach()
{
    constexpr unsigned seed = 20260;
    std::mt19937 random(seed);
    const auto pick = [&](int count) { return static_cast<int>(random() % unsigned(count)); };
    const auto key = [&](bool isBinding) {
        static const std::vector<std::string> words{"a", "b", "c", "", "*", "#"};
        std::string text;
        const int length = pick(6);
        for (int i = 0; i < length; ++i)
            text += (i > 0 ? "." : "") + words[std::size_t(pick(isBinding ? 6 : 4))];
        return text;
    };
    const auto list = [&](bool isTag) {
        std::vector<std::string> items(std::size_t(pick(5)));
        for (std::string& item : items)
            item = isTag ? std::string(1, char('a' + pick(6))) : key(true);
        return items;
    };
    for (const FilterType type : {FilterType::Tag, FilterType::Routing}) {
        engine::FilterIndex index(type);
        std::map<SubscriptionKey, SubscriptionRecord> all;
        for (SubscriptionKey next = 1; next <= 3000; ++next) {
            SubscriptionRecord record;
            record.key = next;
            record.filterTag = list(true);
            record.bindingKey = list(false);
            index.add(record);
            all.emplace(next, record);
            if (all.size() > 40) {
                const auto gone = std::next(all.begin(), pick(40));
                index.remove(gone->second);
                all.erase(gone);
            }
            const auto msgTag = list(true);
            const std::string routingKey = key(false);
            std::vector<SubscriptionKey> expected;
            for (const auto& [each, subscription] : all) {
                if (type == FilterType::Tag
                        ? matchTags(subscription.filterTag, msgTag).isMatch()
                        : matchRouting(subscription.bindingKey, routingKey).isMatch())
                    expected.push_back(each);
            }
            QVERIFY2(index.match(msgTag, routingKey) == expected,
                     qPrintable(QString("seed %1, step %2").arg(seed).arg(next)));
        }
    }
}

CMQ_TEST(filter, FilterTest)

} // namespace tst_filter
#include "tst_filter.moc"
