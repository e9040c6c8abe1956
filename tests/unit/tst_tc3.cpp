#include "wire/tc3.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_tc3 {

using namespace cmq;
using namespace cmq::wire;

namespace {

constexpr std::string_view Id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";
constexpr std::string_view Key = "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA";
constexpr std::string_view Json = "application/json; charset=utf-8";

/// A POST to / whose headers are those that every SDK signs.
struct Post
{
    Parameters headers{{"content-type", Json}, {"host", "tdmq.tencentcloudapi.com"}};
    std::string body = R"({"QueueName":"test1"})";
    Tc3Scope scope{1'465'185'768, "tdmq"};

    [[nodiscard]] Tc3Request request() const { return {"POST", "/", "", headers, body}; }
    [[nodiscard]] std::string sign(std::string_view key = Key) const
    {
        Tc3Signer signer(key);
        return signer.sign(scope, tc3StringToSign(scope, canonicalRequest(request())));
    }
    [[nodiscard]] bool accepts(std::string_view signature) const
    {
        Tc3Signer signer(Key);
        return isTc3SignatureValid(signer, request(), scope, signature);
    }
};

std::string header(std::string_view credential, std::string_view names, std::string_view signature)
{
    return "TC3-HMAC-SHA256 Credential=" + std::string(credential) +
           ", SignedHeaders=" + std::string(names) + ", Signature=" + std::string(signature);
}

const std::string Hex(64, 'a');

} // namespace

class tst_Tc3 final : public QObject
{
    Q_OBJECT

private slots:
    void publishedExample()
    {
        Post post;
        post.headers[1].value = "cvm.tencentcloudapi.com";
        post.body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], )"
                    R"("Name": "instance-name"}]})";
        post.scope = {1'551'113'065, "cvm"};
        QCOMPARE(canonicalRequest(post.request()),
                 std::string("POST\n/\n\ncontent-type:application/json; charset=utf-8\n"
                             "host:cvm.tencentcloudapi.com\n\ncontent-type;host\n"
                             "35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064"));
        QCOMPARE(tc3StringToSign(post.scope, canonicalRequest(post.request())),
                 std::string("TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n"
                             "5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031"));
        QCOMPARE(post.sign("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"),
                 std::string("72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"));
    }

    void vectors_data()
    {
        QTest::addColumn<std::string>("host");
        QTest::addColumn<std::string>("contentType");
        QTest::addColumn<qint64>("timestamp");
        QTest::addColumn<std::string>("body");
        QTest::addColumn<std::string>("signature");
        const std::string cloud = "tdmq.tencentcloudapi.com";
        QTest::newRow("plain") << cloud << std::string(Json) << qint64(1'465'185'768)
                               << std::string(R"({"QueueName":"test1"})")
                               << std::string("5d723744ac1884109b4d46e23b1bf7a7"
                                              "f1bd6deb69bde29ae7f23d89320cab10");
        QTest::newRow("body beyond ASCII") << cloud << std::string(Json) << qint64(1'465'185'768)
                                           << std::string(R"({"QueueName":"队列é"})")
                                           << std::string("1c93f3b41307bea717d1c79a26fd01ca"
                                                          "bd5a7be3f1a6e6ac919aa11983779ec0");
        // The day is that of UTC, and changes between these two.
        QTest::newRow("last second of a year")
            << std::string("127.0.0.1") << std::string("application/json") << qint64(1'609'459'199)
            << std::string("{}")
            << std::string("d63e6be86d7869cf6bd00c8b2a2dad5c7fa7813bf9ef9533322eeef4c0fec4c4");
        QTest::newRow("first second of a year")
            << std::string("127.0.0.1") << std::string("application/json") << qint64(1'609'459'200)
            << std::string("{}")
            << std::string("73c1fd59328fce90e48323af55aaa401333cbeac058cee08882289624e539bd2");
    }
    void vectors()
    {
        QFETCH(std::string, host);
        QFETCH(std::string, contentType);
        QFETCH(qint64, timestamp);
        QFETCH(std::string, body);
        QFETCH(std::string, signature);
        Post post;
        post.headers = {{"content-type", contentType}, {"host", host}};
        post.scope.timestamp = timestamp;
        post.body = body;
        QCOMPARE(post.sign(), signature);
        QVERIFY(post.accepts(signature));
    }

    void dates()
    {
        QCOMPARE(utcDate(0), std::string("1970-01-01"));
        QCOMPARE(utcDate(1'582'934'400), std::string("2020-02-29"));
        QCOMPARE(utcDate(Tc3TimestampMax), std::string("9999-12-31"));
    }

    void valuesAreTrimmedAndInLowerCase()
    {
        Post post;
        const std::string usual = post.sign();
        post.headers[0].value = "  Application/JSON; charset=UTF-8 ";
        QCOMPARE(post.sign(), usual);
    }

    void whateverIsSignedCounts()
    {
        const Post post;
        const std::string signature = post.sign();
        QVERIFY(post.accepts(signature));
        Post other = post;
        other.body += ' ';
        QVERIFY(!other.accepts(signature));
        other = post;
        other.headers[1].value = "cmq.tencentcloudapi.com";
        QVERIFY(!other.accepts(signature));
        other = post;
        other.scope.timestamp += 1;
        QVERIFY(!other.accepts(signature));
        other = post;
        other.scope.service = "cmq";
        QVERIFY(!other.accepts(signature));
        other = post;
        other.headers.push_back({"x-tc-action", "DeleteCmqQueue"});
        QVERIFY(!other.accepts(signature));
        QVERIFY(!post.accepts(post.sign("another key")));
        QVERIFY(!post.accepts(""));
        QVERIFY(!post.accepts(signature.substr(1)));
    }

    void formsOfOfficialSdks()
    {
        // Node.js signs the host without its port.
        Post signedWithout;
        signedWithout.headers[1].value = "127.0.0.1";
        Post sent = signedWithout;
        sent.headers[1].value = "127.0.0.1:8080";
        QVERIFY(sent.accepts(signedWithout.sign()));
        QVERIFY(sent.accepts(sent.sign()));
        // An address in brackets has colons that begin no port.
        sent.headers[1].value = "[::1]:8080";
        signedWithout.headers[1].value = "[::1]";
        QVERIFY(sent.accepts(signedWithout.sign()));
        signedWithout.headers[1].value = "[:";
        QVERIFY(!sent.accepts(signedWithout.sign()));
    }

    void authorizationRoundTrip()
    {
        const Post post;
        const std::string signature = post.sign();
        const std::string text = tc3Authorization(Id, post.scope, post.headers, signature);
        const auto read = parseTc3Authorization(text);
        QVERIFY(read);
        QCOMPARE(read->secretId, Id);
        QCOMPARE(read->date, std::string_view("2016-06-06"));
        QCOMPARE(read->service, std::string_view("tdmq"));
        QCOMPARE(read->signedHeaders, (std::vector<std::string_view>{"content-type", "host"}));
        QCOMPARE(read->signature, std::string_view(signature));
        // Blanks and the order of the parts do not matter.
        QVERIFY(parseTc3Authorization("TC3-HMAC-SHA256  Signature=" + Hex +
                                      ",SignedHeaders=content-type;host ,  "
                                      "Credential=id/2016-06-06/tdmq/tc3_request"));
    }

    void malformedAuthorizations_data()
    {
        QTest::addColumn<std::string>("text");
        const std::string credential = "id/2016-06-06/tdmq/tc3_request";
        const std::string names = "content-type;host";
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << text;
        };
        row("empty", "");
        row("algorithm alone", "TC3-HMAC-SHA256");
        row("algorithm and a blank", "TC3-HMAC-SHA256 ");
        row("another algorithm", "TC3-HMAC-SHA1" + header(credential, names, Hex).substr(15));
        row("lower case algorithm", "tc3" + header(credential, names, Hex).substr(3));
        row("no blank", "TC3-HMAC-SHA256Credential=" + credential);
        row("no scope", header("id", names, Hex));
        row("no service", header("id/2016-06-06//tc3_request", names, Hex));
        row("no id", header("/2016-06-06/tdmq/tc3_request", names, Hex));
        row("wrong end of scope", header("id/2016-06-06/tdmq/tc4_request", names, Hex));
        row("more scope", header(credential + "/more", names, Hex));
        row("no host", header(credential, "content-type", Hex));
        row("no content type", header(credential, "host", Hex));
        row("no names", header(credential, "", Hex));
        row("names in capitals", header(credential, "Content-Type;Host", Hex));
        row("names out of order", header(credential, "host;content-type", Hex));
        row("name twice", header(credential, "content-type;host;host", Hex));
        row("empty name", header(credential, "content-type;;host", Hex));
        row("too many names", header(
                                  credential,
                                  [] {
                                      std::string many = "content-type;host";
                                      for (int i = 100; i < 200; ++i)
                                          many += ";x-" + std::to_string(i);
                                      return many;
                                  }(),
                                  Hex));
        row("short signature", header(credential, names, Hex.substr(1)));
        row("signature in capitals", header(credential, names, std::string(64, 'A')));
        row("signature that is no hex", header(credential, names, std::string(64, 'g')));
        row("part twice", header(credential, names, Hex) + ", Signature=" + Hex);
        row("unknown part", header(credential, names, Hex) + ", More=1");
        row("no equals sign", "TC3-HMAC-SHA256 Credential, SignedHeaders, Signature");
        row("binary", std::string("TC3-HMAC-SHA256 \0\xff,=;/", 22));
    }
    void malformedAuthorizations()
    {
        QFETCH(std::string, text);
        const auto read = parseTc3Authorization(text);
        QVERIFY(!read);
        QCOMPARE(read.error().id, ErrorId::AuthenticationFailed);
        QCOMPARE(read.error().apiCode, std::string("AuthFailure.SignatureFailure"));
        QVERIFY(!read.error().detail.empty());
    }
};

CMQ_TEST(tc3, tst_Tc3)

} // namespace tst_tc3
#include "tst_tc3.moc"
