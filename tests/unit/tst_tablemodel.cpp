#include "ui/common/tablemodel.h"
#include "ui/common/tableproxy.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace tst_tablemodel {

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

struct Fruit
{
    QString name;
    int count = 0;
    friend bool operator==(const Fruit&, const Fruit&) = default;
};

QList<Column<Fruit>> columns()
{
    return {Column<Fruit>(
                u"name"_s, [] { return u"Name"_s; }, [](const Fruit& fruit) { return fruit.name; }),
            Column<Fruit>(
                u"count"_s, [] { return u"Count"_s; },
                [](const Fruit& fruit) { return QString::number(fruit.count); })
                .sortedBy([](const Fruit& fruit) { return QVariant(fruit.count); })};
}

QString nameOf(const Fruit& fruit)
{
    return fruit.name;
}

/// A model, a sorting proxy before it, testers at both, and spies on what they tell.
struct Table
{
    TableModel<Fruit> model{columns(), nameOf};
    TableProxy proxy;
    QAbstractItemModelTester modelTester{&model,
                                         QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};

    Table()
    {
        proxy.setSourceModel(&model);
        proxy.sort(0);
    }

    QStringList shown() const
    {
        QStringList lines;
        for (int row = 0; row < proxy.rowCount(); ++row)
            lines += proxy.index(row, 0).data().toString() + u' ' +
                     proxy.index(row, 1).data().toString();
        return lines;
    }
};

} // namespace

/// The keyed difference: what a refresh tells the views.
class TestTableModel final : public QObject
{
    Q_OBJECT

private slots:
    void firstRowsAreInserted();
    void sameRowsTellNothing();
    void changedRowsAreTold();
    void goneRowsAreRemoved();
    void doubleKeysCountOnce();
    void anyChangeEndsRight();
    void sortsByRawValues();
    void filtersByWords();
};

void TestTableModel::firstRowsAreInserted()
{
    Table t;
    t.model.setRows({{u"b"_s, 1}, {u"a"_s, 2}});
    QCOMPARE(t.shown(), QStringList({u"a 2"_s, u"b 1"_s}));
    QCOMPARE(t.inserted.size(), 1);
    QCOMPARE(t.resets.size(), 0);
}

void TestTableModel::sameRowsTellNothing()
{
    Table t;
    t.model.setRows({{u"a"_s, 1}, {u"b"_s, 2}});
    t.inserted.clear();
    t.model.setRows({{u"b"_s, 2}, {u"a"_s, 1}});
    QCOMPARE(t.inserted.size() + t.removed.size() + t.changed.size() + t.resets.size(), 0);
}

void TestTableModel::changedRowsAreTold()
{
    Table t;
    t.model.setRows({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
    t.model.setRows({{u"a"_s, 1}, {u"b"_s, 20}, {u"c"_s, 30}});
    QCOMPARE(t.changed.size(), 1);
    QCOMPARE(t.changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(t.changed.first().at(1).toModelIndex().row(), 2);
    QCOMPARE(t.shown(), QStringList({u"a 1"_s, u"b 20"_s, u"c 30"_s}));
}

void TestTableModel::goneRowsAreRemoved()
{
    Table t;
    t.model.setRows({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}, {u"d"_s, 4}});
    t.model.setRows({{u"a"_s, 1}, {u"d"_s, 4}});
    QCOMPARE(t.removed.size(), 1);
    QCOMPARE(t.shown(), QStringList({u"a 1"_s, u"d 4"_s}));
    t.model.setRows({});
    QCOMPARE(t.model.rowCount(), 0);
    QCOMPARE(t.resets.size(), 0);
}

void TestTableModel::doubleKeysCountOnce()
{
    Table t;
    t.model.setRows({{u"a"_s, 1}, {u"a"_s, 2}});
    QCOMPARE(t.shown(), QStringList{u"a 1"_s});
    t.model.setRows({{u"a"_s, 3}, {u"a"_s, 2}});
    QCOMPARE(t.shown(), QStringList{u"a 3"_s});
}

void TestTableModel::anyChangeEndsRight()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    Table t;
    for (int round = 0; round < 300; ++round) {
        QList<Fruit> rows;
        QStringList expected;
        for (char16_t c = u'a'; c <= u'p'; ++c) {
            if (random.bounded(3) == 0)
                continue;
            rows.append({QString(QChar(c)), int(random.bounded(3))});
            expected.append(rows.last().name + u' ' + QString::number(rows.last().count));
        }
        std::shuffle(rows.begin(), rows.end(), random);
        t.model.setRows(rows);
        QVERIFY2(t.shown() == expected, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
    }
    QCOMPARE(t.resets.size(), 0);
}

void TestTableModel::sortsByRawValues()
{
    Table t;
    t.model.setRows({{u"q10"_s, 9}, {u"q2"_s, 100}, {u"Q1"_s, 20}});
    QCOMPARE(t.shown(), QStringList({u"Q1 20"_s, u"q2 100"_s, u"q10 9"_s}));
    t.proxy.sort(1, Qt::DescendingOrder);
    QCOMPARE(t.shown(), QStringList({u"q2 100"_s, u"Q1 20"_s, u"q10 9"_s}));
}

void TestTableModel::filtersByWords()
{
    Table t;
    t.model.setRows({{u"orders-paid"_s, 1}, {u"orders-open"_s, 2}, {u"mail"_s, 3}});
    t.proxy.setFilterText(u"ORD  open"_s);
    QCOMPARE(t.shown(), QStringList{u"orders-open 2"_s});
    t.proxy.setFilterText(u" "_s);
    QCOMPARE(t.proxy.rowCount(), 3);
}

CMQ_TEST(tablemodel, TestTableModel)

} // namespace tst_tablemodel
#include "tst_tablemodel.moc"
