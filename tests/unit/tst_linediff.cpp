#include "ui/bodyview/linediff.h"

#include "tests/suite.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_linediff {

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// "=" same, "~" changed, "-" only left, "+" only right.
QString drawn(const QStringList& left, const QStringList& right)
{
    QString text;
    for (const DiffRow& row : diffLines(left, right))
        text += row.isSame ? u'=' : row.left < 0 ? u'+' : row.right < 0 ? u'-' : u'~';
    return text;
}

QStringList letters(const QString& text)
{
    return text.split(QString(), Qt::SkipEmptyParts);
}

} // namespace

class TestLineDiff final : public QObject
{
    Q_OBJECT

private slots:
    void alignsLines_data();
    void alignsLines();
    void everyLineStandsOnceInItsOrder();
    void manyChangesAreNotTooMany();
};

void TestLineDiff::alignsLines_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("rows");
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("same") << u"abc"_s << u"abc"_s << u"==="_s;
    QTest::newRow("changed") << u"abc"_s << u"axc"_s << u"=~="_s;
    QTest::newRow("more") << u"ac"_s << u"abbc"_s << u"=++="_s;
    QTest::newRow("less") << u"abbc"_s << u"ac"_s << u"=--="_s;
    QTest::newRow("all new") << u"ab"_s << u"xyz"_s << u"~~+"_s;
    QTest::newRow("only left") << u"ab"_s << QString() << u"--"_s;
    QTest::newRow("moved") << u"abcd"_s << u"bcda"_s << u"-===+"_s;
    QTest::newRow("Myers' own") << u"abcabba"_s << u"cbabac"_s << QString();
}

void TestLineDiff::alignsLines()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QString, rows);
    const QString actual = drawn(letters(left), letters(right));
    if (rows.isEmpty() && !left.isEmpty())
        QCOMPARE(actual.count(u'='), 4); // of its shortest way of five changes
    else
        QCOMPARE(actual, rows);
}

void TestLineDiff::everyLineStandsOnceInItsOrder()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 500; ++round) {
        QStringList left;
        QStringList right;
        for (int i = random.bounded(30); i > 0; --i)
            left += QString(QChar(u'a' + random.bounded(4)));
        for (int i = random.bounded(30); i > 0; --i)
            right += QString(QChar(u'a' + random.bounded(4)));
        int l = 0;
        int r = 0;
        for (const DiffRow& row : diffLines(left, right)) {
            QVERIFY(row.left < 0 || row.left == l++);
            QVERIFY(row.right < 0 || row.right == r++);
            QVERIFY(!row.isSame || left[row.left] == right[row.right]);
        }
        QCOMPARE(l, int(left.size()));
        QCOMPARE(r, int(right.size()));
    }
}

void TestLineDiff::manyChangesAreNotTooMany()
{
    QStringList left{u"begin"_s};
    QStringList right{u"begin"_s};
    for (int i = 0; i < 20'000; ++i) {
        left += u"l%1"_s.arg(i);
        right += u"r%1"_s.arg(i);
    }
    left += u"end"_s;
    right += u"end"_s;
    const auto rows = diffLines(left, right);
    QCOMPARE(rows.size(), 20'002U);
    QVERIFY(rows.front().isSame && rows.back().isSame && !rows[1].isSame);
}

CMQ_TEST(linediff, TestLineDiff)

} // namespace tst_linediff
#include "tst_linediff.moc"
