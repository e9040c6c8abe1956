#include "store/checksum.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_checksum {

using cmq::store::checksum;

/// The sums are in files: they must never change.
class TestChecksum : public QObject
{
    Q_OBJECT
private slots:
    void isXxh64_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<quint64>("sum");
        // From the reference implementation (xxhsum -H1, and its self-test).
        QTest::newRow("nothing") << QByteArray() << quint64(0) << quint64(0xEF46DB3751D8E999);
        QTest::newRow("a") << QByteArray("a") << quint64(0) << quint64(0xD24EC4F1A98C6E5B);
        QTest::newRow("abc") << QByteArray("abc") << quint64(0) << quint64(0x44BC2CF5AD770999);
        QTest::newRow("more than a stripe") << QByteArray("Nobody inspects the spammish repetition")
                                            << quint64(0) << quint64(0xFBCEA83C8A378BF1);
    }
    void isXxh64()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(quint64, seed);
        QFETCH(quint64, sum);
        QCOMPARE(quint64(checksum({bytes.constData(), size_t(bytes.size())}, seed)), sum);
    }

    void everyBitCounts()
    {
        for (const int size : {1, 3, 4, 7, 8, 15, 31, 32, 33, 63, 100}) {
            std::string bytes(size_t(size), 'x');
            const auto sum = checksum(bytes, 7);
            QVERIFY(checksum(bytes, 8) != sum);
            for (int bit = 0; bit < size * 8; ++bit) {
                bytes[size_t(bit / 8)] ^= char(1 << bit % 8);
                QVERIFY(checksum(bytes, 7) != sum);
                bytes[size_t(bit / 8)] ^= char(1 << bit % 8);
            }
        }
    }
};

CMQ_TEST(checksum, TestChecksum)

} // namespace tst_checksum
#include "tst_checksum.moc"
