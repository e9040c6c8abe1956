#include "remotesigning.h"

#include "wire/codec.h"

using namespace Qt::StringLiterals;

namespace {

template <class A>
concept OfTopic = requires(const A& action)
{
    action.topicName;
};

QUrl requestUrl(QUrl url, const QString& usualPath)
{
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    if (url.path().isEmpty() || url.path() == u"/")
        url.setPath(usualPath);
    return url;
}

/// As it stands in the Host header: with the port only where it is not the scheme's own.
QByteArray hostOf(const QUrl& url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toUtf8();
    if (host.contains(':') && !host.startsWith('['))
        host = '[' + host + ']';
    const int usual = url.scheme() == u"https" ? 443 : 80;
    const int port = url.port(usual);
    return port == usual ? host : host + ':' + QByteArray::number(port);
}

} // namespace

bool isTopicAction(const cmq::Action& action)
{
    return std::visit(
        []<class A>(const A&) {
            return OfTopic<A> || std::is_same_v<A, cmq::ListTopic> ||
                   std::is_same_v<A, cmq::DescribeTopics>;
        },
        action);
}

bool isCloudAction(const cmq::Action& action)
{
    return cmq::wire::isInCloud(action, RemoteCloudApi) &&
           !std::holds_alternative<cmq::SendMessage>(action) &&
           !std::holds_alternative<cmq::PublishMessage>(action);
}

RemoteSigner::RemoteSigner(const RemoteOptions& options)
    : m_cloudUrl(options.cloudUrl.isEmpty() ? QUrl() : requestUrl(options.cloudUrl, u"/"_s))
    , m_region(options.region)
    , m_cloudSigner(options.secretKey)
    , m_queueUrl(requestUrl(options.queueUrl, u"/v2/index.php"_s))
    , m_topicUrl(options.topicUrl.isEmpty() ? m_queueUrl
                                            : requestUrl(options.topicUrl, u"/v2/index.php"_s))
    , m_secretId(options.secretId)
    , m_token(options.token)
    , m_method(options.signatureMethod)
    , m_signer(options.secretKey)
{
}

SignedAction RemoteSigner::sign(const cmq::Action& action, cmq::Time now, std::uint64_t nonce)
{
    namespace wire = cmq::wire;
    if (isForCloud(action))
        return signCloud(action, now);
    SignedAction made;
    made.action = cmq::actionTraits(action).name;
    made.contentType = "application/x-www-form-urlencoded";
    made.url = isTopicAction(action) ? m_topicUrl : m_queueUrl;
    made.host = hostOf(made.url);

    std::vector<wire::FormField> fields = wire::toParameters(action);
    fields.push_back({"SecretId", m_secretId});
    fields.push_back({"Timestamp", std::to_string(cmq::toUnixSeconds(now))});
    fields.push_back({"Nonce", std::to_string(nonce)});
    fields.push_back({"SignatureMethod", std::string(wire::toString(m_method))});
    if (!m_token.empty())
        fields.push_back({"Token", m_token});

    const std::string host = made.host.toStdString();
    const std::string path = made.url.path(QUrl::FullyEncoded).toStdString();
    wire::Parameters sorted = wire::viewsOf(fields);
    wire::sortForSignature(sorted);
    const std::string text = wire::stringToSign({"POST", host, path, sorted});

    made.stringToSign = masked(text);
    made.parameters = fields;
    for (wire::FormField& field : made.parameters)
        field.value = masked(std::move(field.value));
    fields.push_back({"Signature", m_signer.sign(m_method, text)});
    made.body = QByteArray::fromStdString(wire::encodeForm(fields));
    return made;
}

SignedAction RemoteSigner::signCloud(const cmq::Action& action, cmq::Time now)
{
    namespace wire = cmq::wire;
    wire::CloudRequest request = wire::toCloudRequest(action, RemoteCloudApi);
    SignedAction made;
    made.isCloud = true;
    made.action = request.action;
    made.url = m_cloudUrl;
    made.host = hostOf(made.url);
    made.contentType = "application/json; charset=utf-8";

    const std::string host = made.host.toStdString();
    const std::string contentType = made.contentType.toStdString();
    const std::string path = made.url.path(QUrl::FullyEncoded).toStdString();
    const wire::Parameters headers{{"content-type", contentType}, {"host", host}};
    const wire::Tc3Scope scope{cmq::toUnixSeconds(now), wire::cloudService(RemoteCloudApi)};
    const std::string canonical = wire::canonicalRequest({"POST", path, {}, headers, request.body});
    const std::string text = wire::tc3StringToSign(scope, canonical);

    std::vector<wire::FormField> fields{
        {"X-TC-Action", request.action},
        {"X-TC-Version", std::string(wire::cloudVersion(RemoteCloudApi))},
        {"X-TC-Timestamp", std::to_string(scope.timestamp)},
        {"X-TC-Region", m_region}};
    if (!m_token.empty())
        fields.push_back({"X-TC-Token", m_token});
    for (const wire::FormField& field : fields)
        made.headers.append(
            {QByteArray::fromStdString(field.name), QByteArray::fromStdString(field.value)});
    made.headers.append(
        {"Authorization", QByteArray::fromStdString(wire::tc3Authorization(
                              m_secretId, scope, headers, m_cloudSigner.sign(scope, text)))});
    for (wire::FormField& field : fields)
        field.value = masked(std::move(field.value));
    fields.push_back({"body", request.body});
    made.parameters = std::move(fields);
    made.stringToSign = canonical + "\n\n" + text;
    made.body = QByteArray::fromStdString(request.body);
    return made;
}

std::string RemoteSigner::masked(std::string text) const
{
    static constexpr std::string_view Mask = "***";
    if (m_token.empty())
        return text;
    for (std::size_t at = 0; (at = text.find(m_token, at)) != text.npos; at += Mask.size())
        text.replace(at, m_token.size(), Mask);
    return text;
}
