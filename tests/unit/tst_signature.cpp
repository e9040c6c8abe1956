#include "tests/suite.h"
#include "tests/vectors.h"

#include "wire/signature.h"

#include <QTest>

namespace tst_signature {

using namespace cmq::wire;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view Id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";
constexpr std::string_view Key = "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA";

/// A request with the common parameters of the vectors, in any order.
struct Request
{
    std::string method = "POST";
    std::string host = "127.0.0.1:8080";
    std::string path = "/v2/index.php";
    Parameters parameters;

    SignedRequest toSign()
    {
        sortForSignature(parameters);
        return {method, host, path, parameters};
    }
};

Request pythonRequest(std::string_view algorithm, Parameters parameters)
{
    Request request;
    request.parameters = std::move(parameters);
    for (const Parameter& common : Parameters{{"Timestamp", "1465185768"},
                                              {"SignatureMethod", algorithm},
                                              {"SecretId", Id},
                                              {"RequestClient", "SDK_Python_1.3"},
                                              {"Nonce", "11886"}})
        request.parameters.push_back(common);
    return request;
}

Request sendMessage(std::string_view algorithm = "HmacSHA1")
{
    Request request = pythonRequest(algorithm, {{"queueName", "test1"},
                                                {"msgBody", "msg"},
                                                {"delaySeconds", "0"},
                                                {"Action", "SendMessage"}});
    request.host = "cmq-queue-gz.api.tencentyun.com";
    return request;
}

bool isValid(Request request, std::string_view signature,
             SignatureMethod method = SignatureMethod::HmacSha1)
{
    Signer signer(Key);
    return isSignatureValid(signer, request.toSign(), method, signature);
}

std::string signatureOf(Request request, SignatureMethod method = SignatureMethod::HmacSha1)
{
    Signer signer(Key);
    return signer.sign(method, stringToSign(request.toSign()));
}

} // namespace

class TestSignature : public QObject
{
    Q_OBJECT

private slots:
    void computesPublicHmacVectors();
    void signsDocumentedVectors_data();
    void signsDocumentedVectors();
    void laysOutTheString();
    void choosesTheAlgorithm();
    void acceptsTheConventionalPath();
    void acceptsTheDefaultPort();
    void acceptsUnsignedAtValuesOfPostOnly();
    void ignoresItself();
    void refusesAllOtherTexts();
    void explainsMistakes_data();
    void explainsMistakes();
    void marksTheFirstDifference();
};

void TestSignature::computesPublicHmacVectors()
{
    CMQ_NEEDS_VECTORS("hmac-wycheproof.jsonl");
    const QList<QJsonObject> rows = vectors::read(u"hmac-wycheproof.jsonl"_s);
    QVERIFY(rows.size() > 100);
    for (const QJsonObject& row : rows) {
        const auto bytes = [&](QLatin1StringView name) {
            return QByteArray::fromHex(row[name].toString().toLatin1()).toStdString();
        };
        Signer signer(bytes("key_hex"_L1));
        const auto method = signatureMethodFromString(row[u"alg"_s].toString().toStdString());
        const std::string text = bytes("msg_hex"_L1);
        const std::string expected = row[u"tag_b64"_s].toString().toStdString();
        for (int again = 0; again < 2; ++again) { // a prepared context gives the same twice
            const std::string made = signer.sign(
                method, text.substr(0, 1), text.substr(std::min<std::size_t>(1, text.size())));
            QVERIFY2((made == expected) == row[u"valid"_s].toBool(),
                     qPrintable(row[u"id"_s].toString()));
        }
    }
}

void TestSignature::signsDocumentedVectors_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("signature");
    const auto sha1 = [](Parameters parameters) {
        return pythonRequest("HmacSHA1", std::move(parameters));
    };

    Request v0;
    v0.method = "GET";
    v0.host = "cvm.api.qcloud.com";
    v0.parameters = {{"Action", "DescribeInstances"},
                     {"SecretId", Id},
                     {"Timestamp", "1465185768"},
                     {"Nonce", "11886"},
                     {"Region", "gz"},
                     {"instanceIds.0", "ins-09dx96dg"},
                     {"limit", "20"},
                     {"offset", "0"}};
    QTest::newRow("V0 of the documents") << v0 << u"NSI3UqqD99b/UJb4tbG/xZpRW64="_s;
    QTest::newRow("V1 send, SHA1") << sendMessage() << u"yTbD8/4BV35SJKGpu+QdNloCMos="_s;
    QTest::newRow("V2 send, SHA256")
        << sendMessage("HmacSHA256") << u"JsRKIScN9WJpZlBHjM/e2VLuadPG7SIsgjHwYjfUuXc="_s;

    Request v3 = sha1({{"queueName", "test-queue-1"},
                       {"pollingWaitSeconds", "10"},
                       {"UserpollingWaitSeconds", "10"},
                       {"Action", "ReceiveMessage"}});
    v3.method = "GET";
    QTest::newRow("V3 receive, GET") << v3 << u"cVPtJm2ou01VBNGVbSt2ZoO+exQ="_s;
    QTest::newRow("V4 indices sort as text") << sha1({{"msgBody.1", "m1"},
                                                      {"msgBody.2", "m2"},
                                                      {"msgBody.10", "m10"},
                                                      {"delaySeconds", "0"},
                                                      {"queueName", "test-queue-1"},
                                                      {"Action", "BatchSendMessage"}})
                                             << u"pbeC+z7k7/PfiiG/7tsEupUtFPo="_s;
    QTest::newRow("V5 raw values") << pythonRequest("HmacSHA256", {{"msgBody", "a&b=c d%+~*é中"},
                                                                   {"delaySeconds", "0"},
                                                                   {"queueName", "q"},
                                                                   {"Action", "SendMessage"}})
                                   << u"tRhurDU+gVr47TVXjXIkeOVvUS1LODsRmtDOOEnTvqY="_s;
    QTest::newRow("V6 @ value left out") << sha1({{"msgBody", "@x"},
                                                  {"delaySeconds", "0"},
                                                  {"queueName", "q"},
                                                  {"Action", "SendMessage"}})
                                         << u"4gMGSjMNWJ/s7pZBfM/K+KyQEGk="_s;
    QTest::newRow("V7 _ in a name") << sha1({{"search_word", "a_b"}, {"Action", "ListQueue"}})
                                    << u"9kyJ7Wvnr+NEfcAfcSvHCWDS6jI="_s;
}

void TestSignature::signsDocumentedVectors()
{
    QFETCH(Request, request);
    QFETCH(QString, signature);
    std::string method = "HmacSHA1";
    for (const Parameter& parameter : request.parameters) {
        if (parameter.name == "SignatureMethod")
            method = parameter.value;
    }
    QVERIFY(isValid(request, signature.toStdString(), signatureMethodFromString(method)));
}

void TestSignature::laysOutTheString()
{
    QCOMPARE(stringToSign(sendMessage().toSign()),
             "POSTcmq-queue-gz.api.tencentyun.com/v2/index.php?Action=SendMessage&Nonce=11886"
             "&RequestClient=SDK_Python_1.3&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA"
             "&SignatureMethod=HmacSHA1&Timestamp=1465185768&delaySeconds=0&msgBody=msg"
             "&queueName=test1");
}

void TestSignature::choosesTheAlgorithm()
{
    QVERIFY(signatureMethodFromString("HmacSHA256") == SignatureMethod::HmacSha256);
    for (const char* other : {"", "HmacSHA1", "hmacsha256", "MD5"})
        QVERIFY(signatureMethodFromString(other) == SignatureMethod::HmacSha1);
    QVERIFY(!isValid(sendMessage(), "yTbD8/4BV35SJKGpu+QdNloCMos=", SignatureMethod::HmacSha256));
}

void TestSignature::acceptsTheConventionalPath()
{
    const std::string signature = signatureOf(sendMessage());
    for (const char* path : {"/v2/index.php/v2/index.php", "//v2/index.php", "/", "/anything"}) {
        Request received = sendMessage();
        received.path = path;
        QVERIFY(isValid(received, signature));
        QVERIFY(isValid(received, signatureOf(received)));
    }
    Request signedAsOther = sendMessage();
    signedAsOther.path = "/other";
    QVERIFY(!isValid(sendMessage(), signatureOf(signedAsOther)));
}

void TestSignature::acceptsTheDefaultPort()
{
    const auto signedWith = [](const char* host) {
        Request request = sendMessage();
        request.host = host;
        return signatureOf(request);
    };
    const auto received = [](const char* host, const std::string& signature) {
        Request request = sendMessage();
        request.host = host;
        return isValid(request, signature);
    };
    QVERIFY(received("h", signedWith("h:80")));
    QVERIFY(received("h", signedWith("h:443")));
    QVERIFY(received("h:80", signedWith("h")));
    QVERIFY(received("h:443", signedWith("h")));
    QVERIFY(received("[::1]", signedWith("[::1]:80")));
    QVERIFY(!received("h:8080", signedWith("h")));
    QVERIFY(!received("h", signedWith("h:8080")));
    QVERIFY(!received("[::1]:8080", signedWith("[::1]:8080:80")));
}

void TestSignature::acceptsUnsignedAtValuesOfPostOnly()
{
    Request request = pythonRequest(
        "HmacSHA1",
        {{"queueName", "q"}, {"msgBody", "@x"}, {"delaySeconds", "0"}, {"Action", "SendMessage"}});
    Request without = request;
    std::erase_if(without.parameters, [](const Parameter& p) { return p.name == "msgBody"; });

    QVERIFY(isValid(request, signatureOf(request)));
    QVERIFY(isValid(request, signatureOf(without)));
    request.method = without.method = "GET";
    QVERIFY(isValid(request, signatureOf(request)));
    QVERIFY(!isValid(request, signatureOf(without)));
}

void TestSignature::ignoresItself()
{
    Request request = sendMessage();
    request.parameters.push_back({"Signature", "yTbD8/4BV35SJKGpu+QdNloCMos="});
    QVERIFY(isValid(request, "yTbD8/4BV35SJKGpu+QdNloCMos="));
}

void TestSignature::refusesAllOtherTexts()
{
    const std::string right = "yTbD8/4BV35SJKGpu+QdNloCMos=";
    for (std::size_t i = 0; i < right.size(); ++i) {
        std::string wrong = right;
        wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
        QVERIFY(!isValid(sendMessage(), wrong));
        QVERIFY(!isValid(sendMessage(), right.substr(0, i)));
    }
    QVERIFY(!isValid(sendMessage(), "ytbd8/4bv35sjkgpu+qdnlocmos="));
    QVERIFY(!isValid(sendMessage(), right + "="));
    QVERIFY(!isValid(sendMessage(), right + "\n"));

    Signer other("another key");
    Request request = sendMessage();
    QVERIFY(!isSignatureValid(other, request.toSign(), SignatureMethod::HmacSha1, right));
}

void TestSignature::explainsMistakes_data()
{
    QTest::addColumn<Request>("signedRequest");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("differsAt"); // the text behind the common start of both strings

    Request request = sendMessage();
    QTest::newRow("right") << request << u"right"_s << QString();
    request.method = "GET";
    QTest::newRow("method") << request << u"GET"_s << u"POST"_s;
    request = sendMessage();
    request.host = "http://" + request.host;
    QTest::newRow("scheme") << request << u"scheme"_s << u"cmq-queue"_s;
    request = sendMessage();
    request.path = "";
    QTest::newRow("path") << request << u"path"_s << u"/v2/index.php"_s;
    request = sendMessage();
    request.path = "/other";
    QTest::newRow("nothing common") << request << u"secret key"_s << QString();
}

void TestSignature::explainsMistakes()
{
    QFETCH(Request, signedRequest);
    QFETCH(QString, word);
    QFETCH(QString, differsAt);
    Signer signer(Key);
    Request received = sendMessage();
    const SignatureExplanation explanation = explainSignature(
        signer, received.toSign(), SignatureMethod::HmacSha1, signatureOf(signedRequest));
    QCOMPARE(explanation.expected, stringToSign(received.toSign()));
    QVERIFY2(explanation.reason.find(word.toStdString()) != std::string::npos,
             explanation.reason.c_str());
    QCOMPARE(explanation.expected.substr(explanation.firstDifference)
                 .starts_with(differsAt.toStdString()),
             true);
    QCOMPARE(explanation.guessed.empty(), differsAt.isEmpty());
}

void TestSignature::marksTheFirstDifference()
{
    QCOMPARE(firstDifference("abc", "abd"), 2U);
    QCOMPARE(firstDifference("abc", "abcd"), 3U);
    QCOMPARE(firstDifference("", "x"), 0U);
    QCOMPARE(firstDifference("same", "same"), 4U);

    // Encoded values and the wrong algorithm are told, too.
    Signer signer(Key);
    Request request = pythonRequest("HmacSHA1", {{"msgBody", "a b"}, {"Action", "SendMessage"}});
    Request encoded = pythonRequest("HmacSHA1", {{"msgBody", "a+b"}, {"Action", "SendMessage"}});
    auto explanation =
        explainSignature(signer, request.toSign(), SignatureMethod::HmacSha1, signatureOf(encoded));
    QVERIFY(explanation.reason.find("encoded") != std::string::npos);
    QCOMPARE(explanation.guessed, stringToSign(encoded.toSign()));
    QCOMPARE(explanation.expected[explanation.firstDifference], ' ');

    explanation = explainSignature(signer, request.toSign(), SignatureMethod::HmacSha1,
                                   signatureOf(request, SignatureMethod::HmacSha256));
    QVERIFY(explanation.reason.find("HmacSHA256") != std::string::npos);
}

CMQ_TEST(signature, TestSignature)

} // namespace tst_signature
#include "tst_signature.moc"
