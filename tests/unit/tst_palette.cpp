#include "ui/shell/palette/fuzzy.h"
#include "ui/shell/palette/glossary.h"
#include "ui/shell/palette/palettemodel.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QtTest>

namespace tst_palette {

using namespace Qt::StringLiterals;
using ui::PaletteEntry;
using ui::PaletteModel;

/// What is found by what is typed, and in which order.
class TestPalette final : public QObject
{
    Q_OBJECT

private slots:
    void fits_data();
    void fits();
    void betterComesFirst();
    void everyWordMustFit();
    void withoutAQueryEverythingInItsOrder();
    void isFoundInBothLanguages_data();
    void isFoundInBothLanguages();
    void thousandsAreFound();
};

namespace {

PaletteEntry entry(const QString& title, const QStringList& otherNames = {})
{
    return {.title = title, .names = QStringList{title.toLower()} + otherNames};
}

QStringList titles(const PaletteModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row).data().toString();
    return all;
}

} // namespace

void TestPalette::fits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qsizetype>>("places");
    QTest::newRow("the beginning") << u"new"_s << u"new queue"_s << QList<qsizetype>{0, 1, 2};
    QTest::newRow("a later word") << u"que"_s << u"new queue"_s << QList<qsizetype>{4, 5, 6};
    QTest::newRow("a word before the middle of one")
        << u"eue"_s << u"queue-eue"_s << QList<qsizetype>{6, 7, 8};
    QTest::newRow("initials") << u"nq"_s << u"new queue"_s << QList<qsizetype>{0, 4};
    QTest::newRow("Chinese") << u"消息"_s << u"发送消息"_s << QList<qsizetype>{2, 3};
    QTest::newRow("another order") << u"qn"_s << u"new queue"_s << QList<qsizetype>();
    QTest::newRow("too much") << u"new queues"_s << u"new queue"_s << QList<qsizetype>();
}

void TestPalette::fits()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(QList<qsizetype>, places);
    QCOMPARE(ui::fuzzyPlaces(typed, text), places);
    QCOMPARE(ui::fuzzyScore(typed, text).has_value(), !places.isEmpty());
}

void TestPalette::betterComesFirst()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries({entry(u"Remove every night"_s), entry(u"Unsend"_s), entry(u"Go and send"_s),
                      entry(u"Send message"_s), entry(u"Quit"_s), entry(u"Send"_s)});
    model.setQuery(u"SEND"_s);
    QCOMPARE(titles(model),
             (QStringList{u"Send"_s, u"Send message"_s, u"Go and send"_s, u"Unsend"_s}));
    model.setQuery(u"rn"_s);
    QCOMPARE(titles(model), QStringList{u"Remove every night"_s});
    model.setQuery(u"nothing of this"_s);
    QCOMPARE(titles(model), QStringList());
}

void TestPalette::everyWordMustFit()
{
    PaletteModel model;
    model.setEntries({entry(u"New queue"_s), entry(u"New topic"_s), entry(u"Open queue"_s)});
    model.setQuery(u"  queue new "_s);
    QCOMPARE(titles(model), QStringList{u"New queue"_s});
}

void TestPalette::withoutAQueryEverythingInItsOrder()
{
    PaletteModel model;
    model.setEntries({entry(u"b"_s), entry(u"a"_s)});
    QCOMPARE(titles(model), (QStringList{u"b"_s, u"a"_s}));
    model.addEntries({entry(u"c"_s)});
    QCOMPARE(titles(model).size(), 3);
    model.setQuery(u"a"_s);
    QCOMPARE(titles(model), QStringList{u"a"_s});
    model.setQuery({});
    QCOMPARE(titles(model).size(), 3);
}

void TestPalette::isFoundInBothLanguages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("English command by Chinese") << u"&Purge…"_s << u"清空"_s;
    QTest::newRow("Chinese command by English") << u"清空(&P)…"_s << u"purge"_s;
    QTest::newRow("by Tencent's word") << u"&Purge…"_s << u"clear"_s;
    QTest::newRow("a term inside") << u"Visibility timeout of orders"_s << u"取出消息隐藏时长"_s;
    QTest::newRow("the short name") << u"死信队列"_s << u"dlq"_s;
    QTest::newRow("a page") << u"Overview"_s << u"概览"_s;
}

void TestPalette::isFoundInBothLanguages()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QVERIFY2(ui::otherNames(text).contains(name), qPrintable(ui::otherNames(text).join(u", "_s)));
}

void TestPalette::thousandsAreFound()
{
    QList<PaletteEntry> many;
    for (int i = 0; i < 20'000; ++i)
        many += entry(u"queue-%1"_s.arg(i));
    PaletteModel model;
    model.setEntries(many);
    model.setQuery(u"queue"_s);
    QCOMPARE(model.rowCount(), int(PaletteModel::ResultsMax));
    model.setQuery(u"19999"_s);
    QCOMPARE(titles(model), QStringList{u"queue-19999"_s});
}

CMQ_TEST(palette, TestPalette)

} // namespace tst_palette
#include "tst_palette.moc"
