#include "ui/shell/visits.h"

#include "tests/suite.h"

#include <QtTest>

namespace tst_visits {

using namespace Qt::StringLiterals;
using ui::Place;
using ui::Visits;

class TestVisits final : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForward();
    void aNewWayDropsWhatLayAhead();
    void stayingIsNoVisit();
    void closedTabsAreLeftOut_data();
    void closedTabsAreLeftOut();
    void remembersAHundred();
    void placesAreKeptAsText();
};

namespace {

Place queue(const QString& name)
{
    return {Place::Kind::Queue, name};
}

/// The names from here back to the first visit.
QStringList wayBack(Visits visits)
{
    QStringList names;
    while (visits.canGoBack())
        names += visits.goBack().name;
    return names;
}

Visits visitsOf(const QString& letters)
{
    Visits visits;
    for (const QChar letter : letters)
        visits.visit(queue(letter));
    return visits;
}

} // namespace

void TestVisits::goesBackAndForward()
{
    Visits visits = visitsOf(u"abc"_s);
    QVERIFY(!visits.canGoForward());
    QCOMPARE(visits.goBack(), queue(u"b"_s));
    QCOMPARE(visits.goBack(), queue(u"a"_s));
    QVERIFY(!visits.canGoBack());
    QCOMPARE(visits.goForward(), queue(u"b"_s));
    QCOMPARE(visits.goForward(), queue(u"c"_s));
    QVERIFY(!visits.canGoForward());
}

void TestVisits::aNewWayDropsWhatLayAhead()
{
    Visits visits = visitsOf(u"abc"_s);
    visits.goBack();
    visits.visit(queue(u"d"_s));
    QVERIFY(!visits.canGoForward());
    QCOMPARE(wayBack(visits), (QStringList{u"b"_s, u"a"_s}));
}

void TestVisits::stayingIsNoVisit()
{
    QCOMPARE(wayBack(visitsOf(u"abbb"_s)), QStringList{u"a"_s});
    QVERIFY(!Visits().canGoBack());
    QVERIFY(!Visits().canGoForward());
}

void TestVisits::closedTabsAreLeftOut_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("closed");
    QTest::addColumn<QString>("back");
    QTest::newRow("in the middle") << u"abc"_s << u"b"_s << u"a"_s;
    QTest::newRow("everywhere") << u"babcb"_s << u"b"_s << u"a"_s;
    QTest::newRow("its neighbours become one") << u"xabac"_s << u"b"_s << u"ax"_s;
    QTest::newRow("not there") << u"abc"_s << u"z"_s << u"ba"_s;
    QTest::newRow("the only one") << u"b"_s << u"b"_s << u""_s;
}

void TestVisits::closedTabsAreLeftOut()
{
    QFETCH(QString, way);
    QFETCH(QString, closed);
    QFETCH(QString, back);
    Visits visits = visitsOf(way);
    visits.forget(queue(closed));
    QCOMPARE(wayBack(visits).join(QString()), back);
    QVERIFY(!visits.canGoForward());
}

void TestVisits::remembersAHundred()
{
    Visits visits;
    for (int i = 0; i < 150; ++i)
        visits.visit(queue(QString::number(i)));
    const QStringList names = wayBack(visits);
    QCOMPARE(names.size(), 99);
    QCOMPARE(names.constLast(), u"50"_s);
}

void TestVisits::placesAreKeptAsText()
{
    for (const Place& place : {queue(u"orders"_s), Place{Place::Kind::Topic, u"a/b"_s},
                               Place{Place::Kind::Page, u"queuesPageAction"_s}})
        QCOMPARE(ui::placeOf(toText(place)), place);
    QCOMPARE(ui::placeOf(u"planet/mars"_s), Place());
    QCOMPARE(ui::placeOf(u"queue"_s), Place());
}

CMQ_TEST(visits, TestVisits)

} // namespace tst_visits
#include "tst_visits.moc"
