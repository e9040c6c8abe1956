#include "cmq/pushurl.h"
#include "cmq/subscriptionendpoint.h"
#include "tests/suite.h"
#include "tests/vectors.h"

#include <QTest>

namespace tst_pushurl {

using namespace cmq;

class PushUrlTest : public QObject
{
    Q_OBJECT

private slots:
    void parts_data();
    void parts();
    void refusals_data();
    void refusals();
    void length();
    void addresses_data();
    void addresses();
    void canonicalFormIsStable();
    void vectorsDecideAsTheySay();
};

void PushUrlTest::parts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("plain") << "http://example.com/cgi?a=b&c"
                           << "http://example.com:80/cgi?a=b&c";
    QTest::newRow("no path") << "http://Example.COM"
                             << "http://example.com:80/";
    QTest::newRow("query only") << "http://h?x"
                                << "http://h:80/?x";
    QTest::newRow("port") << "http://h:8080/"
                          << "http://h:8080/";
    QTest::newRow("empty port") << "https://h:/"
                                << "https://h:443/";
    QTest::newRow("fragment") << "http://h/a#b"
                              << "http://h:80/a";
    QTest::newRow("dots stay") << "http://h/a/../b"
                               << "http://h:80/a/../b";
    QTest::newRow("encoded stays") << "http://h/%0d%0aX:%201"
                                   << "http://h:80/%0d%0aX:%201";
    QTest::newRow("Chinese path") << "http://h/你"
                                  << "http://h:80/%E4%BD%A0";
    QTest::newRow("number") << "http://2130706433/"
                            << "http://127.0.0.1:80/";
    QTest::newRow("zeros") << "http://127.000.000.001/"
                           << "http://127.0.0.1:80/";
    QTest::newRow("hex, trailing dot") << "http://0x7F.0.0.1./"
                                       << "http://127.0.0.1:80/";
    QTest::newRow("IPv6") << "http://[::1]:81/"
                          << "http://[0000:0000:0000:0000:0000:0000:0000:0001]:81/";
    QTest::newRow("IPv4 in IPv6") << "http://[::ffff:1.2.3.4]/"
                                  << "http://1.2.3.4:80/";
}

void PushUrlTest::parts()
{
    QFETCH(QString, url);
    QFETCH(QString, canonical);
    const auto parsed = parsePushUrl(url.toStdString());
    QVERIFY2(parsed.has_value(), parsed ? "" : toString(parsed.error()).c_str());
    QCOMPARE(QString::fromStdString(toString(*parsed)), canonical);
}

void PushUrlTest::refusals_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<ErrorId>("error");
    QTest::newRow("empty") << "" << ErrorId::EndpointFormat;
    QTest::newRow("scheme") << "ftp://h/" << ErrorId::EndpointFormat;
    QTest::newRow("no scheme") << "h/cgi" << ErrorId::EndpointFormat;
    QTest::newRow("no host") << "http:///cgi" << ErrorId::EndpointFormat;
    QTest::newRow("blank") << "http://h/a b" << ErrorId::UrlBlank;
    QTest::newRow("line break") << "http://h/\r\nX: 1" << ErrorId::UrlBlank;
    QTest::newRow("user") << "http://a:b@h/" << ErrorId::EndpointIllegal;
    QTest::newRow("port 0") << "http://h:0/" << ErrorId::EndpointIllegal;
    QTest::newRow("port 65536") << "http://h:65536/" << ErrorId::EndpointIllegal;
    QTest::newRow("backslash") << "http://good\\@evil/" << ErrorId::EndpointIllegal;
    QTest::newRow("no address") << "http://1.2.3.256/" << ErrorId::EndpointIllegal;
    QTest::newRow("octal") << "http://0177.0.0.1/" << ErrorId::EndpointIllegal;
    QTest::newRow("octal or decimal") << "http://010.0.0.1/" << ErrorId::EndpointIllegal;
    QTest::newRow("wide digits") << "http://１２７.0.0.1/" << ErrorId::EndpointIllegal;
    QTest::newRow("zone") << "http://[fe80::1%25eth0]/" << ErrorId::EndpointIllegal;
}

void PushUrlTest::refusals()
{
    QFETCH(QString, url);
    QFETCH(ErrorId, error);
    const auto parsed = parsePushUrl(url.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().id, error);
}

void PushUrlTest::length()
{
    const std::string start = "http://h/";
    const auto url = [&](std::size_t length) {
        return start + std::string(length - start.size(), 'a');
    };
    QVERIFY(parsePushUrl(url(500)));
    QVERIFY(!parsePushUrl(url(501)));
    QCOMPARE(parsePushUrl(url(501)).error().id, ErrorId::EndpointFormat);
}

void PushUrlTest::addresses_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<AddressKind>("kind");
    using enum AddressKind;
    QTest::newRow("public") << "8.8.8.8" << Public;
    QTest::newRow("public, IPv6") << "[2606:4700::1]" << Public;
    QTest::newRow("loopback") << "127.9.9.9" << Loopback;
    QTest::newRow("loopback, IPv6") << "[::1]" << Loopback;
    QTest::newRow("loopback, mapped") << "[::ffff:7f00:1]" << Loopback;
    QTest::newRow("loopback, NAT64") << "[64:ff9b::7f00:1]" << Loopback;
    QTest::newRow("loopback, 6to4") << "[2002:7f00:1::]" << Loopback;
    QTest::newRow("ten") << "10.255.255.255" << Private;
    QTest::newRow("below 172.16") << "172.15.255.255" << Public;
    QTest::newRow("172.16") << "172.16.0.0" << Private;
    QTest::newRow("172.31") << "172.31.255.255" << Private;
    QTest::newRow("above 172.31") << "172.32.0.0" << Public;
    QTest::newRow("192.168") << "192.168.1.1" << Private;
    QTest::newRow("unique local") << "[fd12::1]" << Private;
    QTest::newRow("link-local") << "169.254.1.1" << Forbidden;
    QTest::newRow("link-local, IPv6") << "[fe80::1]" << Forbidden;
    QTest::newRow("metadata, Alibaba") << "100.100.100.200" << Forbidden;
    QTest::newRow("metadata, AWS") << "[fd00:ec2::254]" << Forbidden;
    QTest::newRow("unspecified") << "0.0.0.0" << Forbidden;
    QTest::newRow("unspecified, IPv6") << "[::]" << Forbidden;
    QTest::newRow("multicast") << "224.0.0.1" << Forbidden;
    QTest::newRow("multicast, IPv6") << "[ff02::1]" << Forbidden;
    QTest::newRow("broadcast") << "255.255.255.255" << Forbidden;
    QTest::newRow("example") << "[2001:db8::1]" << Forbidden;
    QTest::newRow("Teredo") << "[2001:0:1::]" << Forbidden;
}

void PushUrlTest::addresses()
{
    QFETCH(QString, host);
    QFETCH(AddressKind, kind);
    const auto url = parsePushUrl("http://" + host.toStdString() + '/');
    QVERIFY(url && url->address);
    QCOMPARE(addressKind(*url->address), kind);

    Behaviour open;
    open.allowLocalPush = true;
    QCOMPARE(mayPushTo(*url, {}), kind == AddressKind::Public);
    QCOMPARE(mayPushTo(*url, open), kind != AddressKind::Forbidden);
}

void PushUrlTest::canonicalFormIsStable()
{
    for (const char* text : {"http://0x7f.1/ä?b#c", "https://[::ffff:8.8.8.8]", "http:h"}) {
        const auto once = parsePushUrl(text);
        QVERIFY(once);
        const auto twice = parsePushUrl(toString(*once));
        QVERIFY(twice);
        QCOMPARE(toString(*twice), toString(*once));
    }
}

void PushUrlTest::vectorsDecideAsTheySay()
{
    CMQ_NEEDS_VECTORS("endpoint-urls.jsonl");
    Behaviour open;
    open.allowLocalPush = true;
    int count = 0;
    QStringList wrong;
    for (const QJsonObject& row : vectors::read("endpoint-urls.jsonl")) {
        const std::string url = row["input"].toString().toStdString();
        const QString expect = row["expect"].toString();
        const bool isAccepted = !checkEndpoint(Protocol::Http, url, {});
        const bool isAcceptedWhenOpen = !checkEndpoint(Protocol::Http, url, open);
        const bool isRight = expect == "accept"   ? isAccepted && isAcceptedWhenOpen
                             : expect == "reject" ? !isAccepted && !isAcceptedWhenOpen
                             : expect == "reject_unless_local_allowed" ? !isAccepted
                                                                       : true;
        if (!isRight)
            wrong += row["id"].toString() + ' ' + row["input"].toString();
        ++count;
    }
    QVERIFY(count > 400);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

CMQ_TEST(pushurl, PushUrlTest)

} // namespace tst_pushurl
#include "tst_pushurl.moc"
