#include "ui/common/theme.h"
#include "ui/common/tokens.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_tokens {

using namespace ui;

/// Every pair of colours that occurs can be read: WCAG 2, 4.5:1 for text, 3:1 for borders.
class TestTokens final : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsWcags();
    void pairs_data();
    void pairs();
    void paletteTellsItsScheme();
    void paletteHasAllGroups();
};

void TestTokens::contrastIsWcags()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01);
}

void TestTokens::pairs_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    QTest::addColumn<double>("least");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Tokens& t = tokens(scheme);
        const char* theme = scheme == Scheme::Light ? "light" : "dark";
        const std::pair<const char*, QColor> grounds[] = {{"window", t.window},
                                                          {"surface", t.surface},
                                                          {"alternate", t.alternateRow},
                                                          {"sunken", t.sunken},
                                                          {"selection", t.selection}};
        const std::pair<const char*, QColor> texts[] = {
            {"text", t.text}, {"secondary", t.secondary}, {"muted", t.muted}};
        const std::pair<const char*, QColor> states[] = {
            {"visible", t.visible}, {"in flight", t.inFlight},
            {"delayed", t.delayed}, {"rewindable", t.rewindable},
            {"dead", t.dead},       {"expired", t.expired},
            {"ok", t.ok},           {"accent", t.accent}};
        for (const auto& [ground, back] : grounds) {
            for (const auto& [name, front] : texts)
                QTest::addRow("%s: %s on %s", theme, name, ground) << front << back << 4.5;
            const bool page = qstrcmp(ground, "window") == 0 || qstrcmp(ground, "surface") == 0;
            for (const auto& [name, front] : states)
                QTest::addRow("%s: %s on %s", theme, name, ground)
                    << front << back << (page ? 4.5 : 3.0);
            if (page)
                QTest::addRow("%s: border on %s", theme, ground) << t.controlBorder << back << 3.0;
        }
        QTest::addRow("%s: text on accent", theme) << t.onAccent << t.accent << 4.5;
        QTest::addRow("%s: text on danger", theme) << t.onAccent << t.dead << 4.5;
    }
}

void TestTokens::pairs()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    QFETCH(double, least);
    QVERIFY2(contrast(front, back) >= least, qPrintable(QString::number(contrast(front, back))));
}

void TestTokens::paletteTellsItsScheme()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
        QVERIFY(schemeOf(Theme::palette(scheme)) == scheme);
}

void TestTokens::paletteHasAllGroups()
{
    const QPalette palette = Theme::palette(Scheme::Dark);
    const Tokens& t = tokens(Scheme::Dark);
    QCOMPARE(palette.color(QPalette::Active, QPalette::Text), t.text);
    QCOMPARE(palette.color(QPalette::Inactive, QPalette::Text), t.text);
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), t.disabled);
    QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight), t.selection);
}

CMQ_TEST(tokens, TestTokens)

} // namespace tst_tokens
#include "tst_tokens.moc"
