#include "ui/topics/keywalk.h"

#include "cmq/filter.h"

#include "tests/suite.h"

#include <QTest>

#include <random>

namespace tst_keywalk {

using namespace ui;
using namespace Qt::StringLiterals;

class TestKeyWalk final : public QObject
{
    Q_OBJECT

private slots:
    void goesWordByWord_data()
    {
        QTest::addColumn<QString>("binding");
        QTest::addColumn<QString>("routing");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& binding, const QString& routing,
                            const QString& text) {
            QTest::newRow(name) << binding << routing << text;
        };
        row("same", u"eu.gold"_s, u"eu.gold"_s,
            u"“eu.gold” matches: “eu” takes “eu”, “gold” takes “gold”"_s);
        row("one word", u"*.gold"_s, u"eu.gold"_s,
            u"“*.gold” matches: “*” takes “eu”, “gold” takes “gold”"_s);
        row("many words", u"eu.#"_s, u"eu.gold.up"_s,
            u"“eu.#” matches: “eu” takes “eu”, “#” takes “gold”.“up”"_s);
        row("no word", u"eu.#"_s, u"eu"_s, u"“eu.#” matches: “eu” takes “eu”, “#” takes no word"_s);
        row("hash in the middle", u"#.up"_s, u"eu.gold.up"_s,
            u"“#.up” matches: “#” takes “eu”.“gold”, “up” takes “up”"_s);
        row("nothing", u""_s, u""_s, u"“” matches: both have no word"_s);
        row("another word", u"*.gold"_s, u"eu.silver"_s,
            u"“*.gold” does not match: word 2 of the routing key is “silver”, and “gold” is wanted"_s);
        row("too short", u"eu.gold.up"_s, u"eu.gold"_s,
            u"“eu.gold.up” does not match: the routing key ends where “up” wants a word"_s);
        row("too long", u"eu"_s, u"eu.gold"_s,
            u"“eu” does not match: nothing is left for word 2 of the routing key, “gold”"_s);
    }
    void goesWordByWord()
    {
        QFETCH(QString, binding);
        QFETCH(QString, routing);
        QFETCH(QString, text);
        QCOMPARE(keyWalkText(binding.toStdString(), routing.toStdString()), text);
    }

    void saysWhatTheBrokerDecides()
    {
        std::mt19937 random(1);
        const auto key = [&](const std::vector<std::string>& words) {
            std::string text;
            for (auto i = random() % 6; i > 0; --i)
                text += (text.empty() ? "" : ".") + words[random() % words.size()];
            return text;
        };
        for (int i = 0; i < 20'000; ++i) {
            const std::string binding = key({"a", "b", "*", "#"});
            const std::string routing = key({"a", "b"});
            const bool matches = keyWalkText(binding, routing)
                                     .startsWith(u'“' + QString::fromStdString(binding) +
                                                 QStringLiteral("” matches"));
            QVERIFY2(matches == cmq::matchRoutingKey(binding, routing),
                     (binding + " / " + routing).c_str());
        }
    }
};

CMQ_TEST(keywalk, TestKeyWalk)

} // namespace tst_keywalk
#include "tst_keywalk.moc"
