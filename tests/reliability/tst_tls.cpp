// HTTPS: the endpoint with a certificate, and clients that look at it.
#include "tests/fakeservice.h"
#include "tests/rawhttp.h"
#include "tests/suite.h"

#include "endpoint/endpoint.h"

#include <QTemporaryDir>
#include <QTest>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tst_tls {

using namespace cmq;
using namespace Qt::StringLiterals;

namespace {

struct Free
{
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(BIO* bio) const { BIO_free_all(bio); }
};
template <class T>
using Handle = std::unique_ptr<T, Free>;

bool writePem(const QString& path, const std::function<int(BIO*)>& write)
{
    const Handle<BIO> file(BIO_new_file(path.toLocal8Bit().constData(), "w"));
    return file && write(file.get()) == 1;
}

/// A key and a certificate for 127.0.0.1, signed by itself.
bool makeCertificate(const QString& certificateFile, const QString& keyFile)
{
    const Handle<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Handle<X509> certificate(X509_new());
    if (!key || !certificate)
        return false;
    X509* x = certificate.get();
    X509_set_version(x, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
    X509_gmtime_adj(X509_getm_notBefore(x), -3600);
    X509_gmtime_adj(X509_getm_notAfter(x), 3600);
    X509_set_pubkey(x, key.get());
    X509_NAME* name = X509_get_subject_name(x);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("test"), -1, -1, 0);
    X509_set_issuer_name(x, name);
    X509_EXTENSION* address =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(x, address, -1);
    X509_EXTENSION_free(address);
    return X509_sign(x, key.get(), EVP_sha256()) > 0 &&
           writePem(certificateFile, [&](BIO* file) { return PEM_write_bio_X509(file, x); }) &&
           writePem(keyFile, [&](BIO* file) {
               return PEM_write_bio_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr,
                                               nullptr);
           });
}

/// A client that trusts the one certificate, checks the address, and speaks at most `version`.
class TlsClient
{
public:
    TlsClient(std::uint16_t port, const QString& certificateFile, int version = TLS1_3_VERSION)
        : m_context(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_security_level(m_context.get(), 0); // old versions are the server's to refuse
        SSL_CTX_set_min_proto_version(m_context.get(), 0);
        SSL_CTX_set_max_proto_version(m_context.get(), version);
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
        SSL_CTX_load_verify_locations(m_context.get(), certificateFile.toLocal8Bit().constData(),
                                      nullptr);
        m_bio.reset(BIO_new_ssl_connect(m_context.get()));
        SSL* ssl = nullptr;
        BIO_get_ssl(m_bio.get(), &ssl);
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), "127.0.0.1");
        BIO_set_conn_hostname(m_bio.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
        m_isConnected = BIO_do_handshake(m_bio.get()) == 1;
        m_version = SSL_version(ssl);
    }
    ~TlsClient() { ERR_clear_error(); }

    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    [[nodiscard]] int version() const { return m_version; }

    void send(const std::string& bytes)
    {
        BIO_write(m_bio.get(), bytes.data(), static_cast<int>(bytes.size()));
    }

    std::optional<rawhttp::Response> response()
    {
        while (m_ready.empty()) {
            m_ready = rawhttp::takeResponses(m_received);
            if (!m_ready.empty())
                break;
            char buffer[4096];
            const int got = BIO_read(m_bio.get(), buffer, sizeof buffer);
            if (got <= 0)
                return std::nullopt;
            m_received.append(buffer, static_cast<std::size_t>(got));
        }
        rawhttp::Response first = std::move(m_ready.front());
        m_ready.erase(m_ready.begin());
        return first;
    }

private:
    Handle<SSL_CTX> m_context;
    Handle<BIO> m_bio;
    bool m_isConnected = false;
    int m_version = 0;
    std::string m_received;
    std::vector<rawhttp::Response> m_ready;
};

} // namespace

class TestTls final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void servesRequestAfterRequest();
    void speaksOnlyWhatIsSafe();
    void refusesPlainHttp();
    void takesAPollBackWhenTheClientHangsUp();
    void wantsAKeyThatFits();

private:
    QTemporaryDir m_folder;
    QString m_certificate = m_folder.filePath(u"certificate.pem"_s);
    QString m_key = m_folder.filePath(u"key.pem"_s);
    FakeService m_service;
    std::unique_ptr<endpoint::Endpoint> m_endpoint;
};

void TestTls::initTestCase()
{
    QVERIFY(makeCertificate(m_certificate, m_key));
    endpoint::EndpointOptions options;
    options.tlsCertificateFile = m_certificate.toStdString();
    options.tlsKeyFile = m_key.toStdString();
    auto started = endpoint::Endpoint::start(m_service, std::move(options));
    QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
    m_endpoint = std::move(*started);
    QVERIFY(m_endpoint->url().starts_with("https://127.0.0.1:"));
}

void TestTls::servesRequestAfterRequest()
{
    TlsClient client(m_endpoint->port(), m_certificate);
    QVERIFY(client.isConnected());
    // Larger than a TLS record, and two at once.
    const std::string large = "Action=SendMessage&queueName=q&msgBody=" + std::string(50'000, 'x');
    client.send(rawhttp::post(large));
    QVERIFY(client.response()->code() == 0);
    client.send(rawhttp::post("Action=ListQueue") + rawhttp::post("Action=ListTopic"));
    QVERIFY(client.response()->body.find("queueList") != std::string::npos);
    QVERIFY(client.response()->body.find("topicList") != std::string::npos);
}

void TestTls::speaksOnlyWhatIsSafe()
{
    QCOMPARE(TlsClient(m_endpoint->port(), m_certificate).version(), TLS1_3_VERSION);
    const TlsClient older(m_endpoint->port(), m_certificate, TLS1_2_VERSION);
    QVERIFY(older.isConnected());
    QCOMPARE(older.version(), TLS1_2_VERSION);
    QVERIFY(!TlsClient(m_endpoint->port(), m_certificate, TLS1_1_VERSION).isConnected());
}

void TestTls::refusesPlainHttp()
{
    rawhttp::Socket socket(m_endpoint->port());
    socket.send(rawhttp::post("Action=ListQueue"));
    const std::string heard = socket.readToEnd();
    QVERIFY(socket.isClosed());
    QVERIFY(heard.find("HTTP/") == std::string::npos);
}

void TestTls::takesAPollBackWhenTheClientHangsUp()
{
    {
        TlsClient client(m_endpoint->port(), m_certificate);
        client.send(rawhttp::post("Action=ReceiveMessage&queueName=q"));
        QVERIFY(m_service.waitForHeld(1));
    }
    QVERIFY(m_service.waitForCancelled(1));
}

void TestTls::wantsAKeyThatFits()
{
    const QString otherCertificate = m_folder.filePath(u"other.pem"_s);
    const QString otherKey = m_folder.filePath(u"otherkey.pem"_s);
    QVERIFY(makeCertificate(otherCertificate, otherKey));
    endpoint::EndpointOptions options;
    options.tlsCertificateFile = m_certificate.toStdString();
    options.tlsKeyFile = otherKey.toStdString();
    const auto started = endpoint::Endpoint::start(m_service, std::move(options));
    QVERIFY(!started);
    QVERIFY(started.error().detail.find("otherkey.pem") != std::string::npos);
}

CMQ_TEST(tls, TestTls)

} // namespace tst_tls
#include "tst_tls.moc"
