#include "remotepost.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

/// The bytes of the form. Qt sends a POST again, without asking, when the connection ends before
/// an answer: a message would be sent twice. A body that refuses to begin anew prevents that.
class RemotePost::Body final : public QIODevice
{
public:
    Body(QByteArray bytes, bool isRepeatable, QObject* parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
        , m_isRepeatable(isRepeatable)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool wasRead() const { return m_wasRead; }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override
    {
        return (m_isRepeatable || !m_wasRead) && QIODevice::seek(position);
    }
    bool reset() override { return seek(0); }

protected:
    qint64 readData(char* data, qint64 maxSize) override
    {
        const qint64 bytes = std::min<qint64>(maxSize, m_bytes.size() - pos());
        if (bytes <= 0)
            return -1;
        std::memcpy(data, m_bytes.constData() + pos(), std::size_t(bytes));
        m_wasRead = true;
        return bytes;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    bool m_isRepeatable;
    bool m_wasRead = false;
};

namespace {

QNetworkRequest makeRequest(const RemotePost::Request& wanted)
{
    QNetworkRequest request(wanted.url);
    request.setRawHeader("Host", wanted.host);
    request.setRawHeader("User-Agent", "cmq-console");
    request.setRawHeader("Accept", "application/json");
    // Said by us, so that Qt neither asks for compression nor unpacks what was not asked for.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Content-Type", wanted.contentType);
    for (const auto& [name, value] : wanted.headers)
        request.setRawHeader(name, value);
    request.setHeader(QNetworkRequest::ContentLengthHeader, wanted.body.size());
    using enum QNetworkRequest::Attribute;
    request.setAttribute(RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(CacheSaveControlAttribute, false);
    request.setAttribute(CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(DoNotBufferUploadDataAttribute, true);
    request.setAttribute(Http2AllowedAttribute, false);
    return request;
}

RemoteStage stageOf(QNetworkReply::NetworkError error, bool wasSent)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return RemoteStage::Name;
    case QNetworkReply::SslHandshakeFailedError: return RemoteStage::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return RemoteStage::Proxy;
    default: return wasSent ? RemoteStage::Answer : RemoteStage::Connect;
    }
}

} // namespace

RemotePost::RemotePost(QNetworkAccessManager& manager, const Request& request, Finished finished)
    : m_finished(std::move(finished))
    , m_body(new Body(request.body, request.isRepeatable, this))
    , m_reply(manager.post(makeRequest(request), m_body))
{
    m_reply->setParent(this);
    m_reply->setReadBufferSize(RemoteAnswerBytesMax);
    connect(m_reply, &QNetworkReply::readyRead, this, &RemotePost::read);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
        // Nothing is ignored: this only keeps the reason.
        for (const QSslError& error : errors)
            m_tlsProblem += (m_tlsProblem.empty() ? "" : "; ") + error.errorString().toStdString();
    });
    connect(m_reply, &QNetworkReply::requestSent, &m_connectTimer, &QTimer::stop);
    // Queued, because abort() finishes at once, and we promised "later".
    connect(m_reply, &QNetworkReply::finished, this, &RemotePost::finish, Qt::QueuedConnection);

    const auto start = [this](QTimer& timer, cmq::Milliseconds time, Stop reason) {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this, reason] { stop(reason); });
        timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(time));
    };
    start(m_connectTimer, request.connectTimeout, Stop::ConnectTimeout);
    start(m_totalTimer, request.totalTimeout, Stop::TotalTimeout);
}

void RemotePost::cancel()
{
    stop(Stop::Cancelled);
}

bool RemotePost::wasSent() const
{
    return m_body->wasRead();
}

void RemotePost::stop(Stop reason)
{
    if (m_stop != Stop::None || (reason == Stop::ConnectTimeout && wasSent()))
        return;
    m_stop = reason;
    m_reply->abort();
}

void RemotePost::read()
{
    m_answer += m_reply->readAll();
    if (m_answer.size() > RemoteAnswerBytesMax) {
        m_answer.clear();
        stop(Stop::TooLong);
    }
}

void RemotePost::finish()
{
    if (!m_finished)
        return;
    deleteLater();
    std::exchange(m_finished, {})(result());
}

PostResult RemotePost::result()
{
    PostResult result;
    result.wasSent = wasSent();
    result.date = m_reply->rawHeader("Date");
    if (m_stop != Stop::None) {
        describeStop(result);
        return result;
    }
    if (m_reply->isOpen()) // what failed early is closed
        read();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray reason =
        m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    if (status != 0 && status != 200) {
        result.stage = status == 407 ? RemoteStage::Proxy : RemoteStage::Answer;
        result.problem = "the answer was HTTP " + std::to_string(status) + ' ' +
                         reason.left(100).toStdString() + " instead of 200";
        if (status >= 300 && status < 400)
            result.problem += "; redirects are not followed";
        // Who answers 3xx or 4xx has not executed anything.
        result.wasSent = status < 300 || status >= 500 || status == 408;
        return result;
    }
    if (m_reply->error() != QNetworkReply::NoError) {
        describeError(result);
        return result;
    }
    if (status == 0) {
        result.stage = RemoteStage::Answer;
        result.problem = "the answer was no HTTP";
        return result;
    }
    result.body = std::move(m_answer);
    return result;
}

void RemotePost::describeStop(PostResult& result) const
{
    const auto seconds = [](const QTimer& timer) {
        return std::to_string(timer.intervalAsDuration().count()) + " ms";
    };
    result.stage = result.wasSent ? RemoteStage::Answer : RemoteStage::Connect;
    switch (m_stop) {
    case Stop::None:
    case Stop::Cancelled: result.wasCancelled = true; break;
    case Stop::ConnectTimeout:
        result.problem = "no connection within " + seconds(m_connectTimer);
        break;
    case Stop::TotalTimeout:
        result.problem = "no whole answer within " + seconds(m_totalTimer);
        break;
    case Stop::TooLong:
        result.problem =
            "the answer is longer than " + std::to_string(RemoteAnswerBytesMax) + " bytes";
        break;
    }
}

void RemotePost::describeError(PostResult& result) const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    result.stage = stageOf(error, result.wasSent);
    result.problem = m_reply->errorString().toStdString();
    if (result.stage == RemoteStage::Tls) {
        result.wasSent = false;
        if (!m_tlsProblem.empty())
            result.problem = m_tlsProblem;
    } else if (error == QNetworkReply::ContentReSendError) {
        result.problem = "the connection was closed before an answer came";
    }
}
