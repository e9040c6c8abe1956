#include "remotesigning.h"

#include "wire/codec.h"

using namespace Qt::StringLiterals;

namespace {

template <class A>
concept OfTopic = requires(const A& action)
{
    action.topicName;
};

QUrl requestUrl(QUrl url)
{
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    if (url.path().isEmpty() || url.path() == u"/")
        url.setPath(u"/v2/index.php"_s);
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

RemoteSigner::RemoteSigner(const RemoteOptions& options)
    : m_queueUrl(requestUrl(options.queueUrl))
    , m_topicUrl(options.topicUrl.isEmpty() ? m_queueUrl : requestUrl(options.topicUrl))
    , m_secretId(options.secretId)
    , m_token(options.token)
    , m_method(options.signatureMethod)
    , m_signer(options.secretKey)
{
}

SignedAction RemoteSigner::sign(const cmq::Action& action, cmq::Time now, std::uint64_t nonce)
{
    namespace wire = cmq::wire;
    SignedAction made;
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

std::string RemoteSigner::masked(std::string text) const
{
    static constexpr std::string_view Mask = "***";
    if (m_token.empty())
        return text;
    for (std::size_t at = 0; (at = text.find(m_token, at)) != text.npos; at += Mask.size())
        text.replace(at, m_token.size(), Mask);
    return text;
}
