#include "exchanges.h"

#include "cmq/action.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

// The reasons of wire::explainSignature and KeyRing::explain; a test knows whether one is missing.
[[maybe_unused]] constexpr const char* const Reasons[] = {
    QT_TRANSLATE_NOOP("SignatureReason",
                      "the values were encoded before signing; sign the raw values"),
    QT_TRANSLATE_NOOP("SignatureReason", "the request was signed as GET and sent as POST"),
    QT_TRANSLATE_NOOP("SignatureReason", "the request was signed as POST and sent as GET"),
    QT_TRANSLATE_NOOP("SignatureReason", "the HTTP method was left out of the string to sign"),
    QT_TRANSLATE_NOOP("SignatureReason",
                      "the scheme was signed; the string to sign has the host alone"),
    QT_TRANSLATE_NOOP("SignatureReason", "the port of the Host header was not signed"),
    QT_TRANSLATE_NOOP("SignatureReason", "the path was not signed"),
    QT_TRANSLATE_NOOP("SignatureReason", "the path was signed as /"),
    QT_TRANSLATE_NOOP("SignatureReason",
                      "the question mark between path and parameters is missing"),
    QT_TRANSLATE_NOOP("SignatureReason", "the parameters were sorted without regard to case; "
                                         "upper case comes before lower case"),
    QT_TRANSLATE_NOOP("SignatureReason",
                      "the _ in a parameter's name was not replaced by . before signing"),
    QT_TRANSLATE_NOOP("SignatureReason",
                      "the request says HmacSHA1, but it was signed with HmacSHA256"),
    QT_TRANSLATE_NOOP("SignatureReason",
                      "the request says HmacSHA256, but it was signed with HmacSHA1"),
    QT_TRANSLATE_NOOP("SignatureReason",
                      "no common mistake explains it: compare the string to sign byte by byte, "
                      "then the secret key"),
    QT_TRANSLATE_NOOP("SignatureReason", "the signature is right"),
    QT_TRANSLATE_NOOP("SignatureReason", "the SecretId is not known here"),
    QT_TRANSLATE_NOOP("SignatureReason", "there is no Signature"),
};

constexpr const char* Mask = "***";
constexpr qsizetype SignatureShown = 6; // enough to tell two apart, too little to use one

std::string_view valueOf(const std::vector<cmq::wire::FormField>& fields, std::string_view name)
{
    for (const auto& field : fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A string to sign without the token, as it is or as a client may have encoded it.
QString withoutToken(std::string text, const std::vector<cmq::wire::FormField>& fields)
{
    if (const std::string cloud(valueOf(fields, "X-TC-Token")); !cloud.empty()) {
        for (std::size_t at = 0; (at = text.find(cloud, at)) != text.npos; at += 3)
            text.replace(at, cloud.size(), Mask);
    }
    const std::string token(valueOf(fields, "Token"));
    std::string encoded;
    cmq::wire::appendFormEncoded(encoded, token);
    for (const std::string& each : {token, encoded}) {
        const std::string shown = "Token=" + each;
        if (const std::size_t at = text.find(shown); at != text.npos && !each.empty())
            text.replace(at, shown.size(), std::string("Token=") + Mask);
    }
    return toText(text);
}

/// An Authorization of API 3.0, with as little of its signature as of v2's.
QString withoutSignature(const QString& authorization)
{
    const QString mark = u"Signature="_s;
    const qsizetype at = authorization.indexOf(mark);
    return at < 0 ? QString::fromLatin1(Mask)
                  : authorization.left(at + mark.size() + SignatureShown) + u'…';
}

QList<ui::RequestParameter> parametersOf(const std::vector<cmq::wire::FormField>& fields)
{
    QList<ui::RequestParameter> parameters;
    parameters.reserve(qsizetype(fields.size()));
    for (const auto& field : fields) {
        QString value = toText(field.value);
        if ((field.name == "Token" || field.name == "X-TC-Token") && !value.isEmpty())
            value = QLatin1StringView(Mask);
        else if (field.name == "Signature" && value.size() > SignatureShown)
            value = value.left(SignatureShown) + u'…';
        else if (field.name == "Authorization")
            value = withoutSignature(value);
        parameters.append({toText(field.name), value});
    }
    return parameters;
}

/// In API 3.0 the name stands in the body: the action tells it.
QString objectOf(const std::vector<cmq::wire::FormField>& fields,
                 const std::optional<cmq::Action>& action)
{
    const std::string_view topic = valueOf(fields, "topicName");
    const std::string_view name = topic.empty() ? valueOf(fields, "queueName") : topic;
    if (!name.empty() || !action)
        return toText(name);
    return std::visit(
        [](const auto& each) {
            if constexpr (requires { each.topicName; })
                return toText(each.topicName);
            else if constexpr (requires { each.queueName; })
                return toText(each.queueName);
            else
                return QString();
        },
        *action);
}

/// As the API that it came by spells it.
QString actionNameOf(const std::vector<cmq::wire::FormField>& fields,
                     const std::optional<cmq::Action>& action)
{
    const std::string_view cloud = valueOf(fields, "X-TC-Action");
    if (!cloud.empty())
        return toText(cloud);
    return toText(action ? cmq::actionTraits(*action).name : valueOf(fields, "Action"));
}

class Observer final : public cmq::endpoint::RequestObserver
{
public:
    explicit Observer(std::shared_ptr<ui::ExchangeSink> sink)
        : m_sink(std::move(sink))
    {
    }
    bool isListening() override { return m_sink->isListening(); }
    void served(cmq::endpoint::ServedRequest request) override
    {
        m_sink->report(fromServed(request));
    }

private:
    std::shared_ptr<ui::ExchangeSink> m_sink;
};

} // namespace

ui::Exchange fromServed(const cmq::endpoint::ServedRequest& request)
{
    ui::Exchange exchange;
    exchange.direction = ui::Exchange::Direction::Served;
    exchange.time = request.time;
    exchange.duration = request.duration;
    exchange.peer = QString::fromStdString(request.peer);
    exchange.method = QString::fromStdString(request.method);
    exchange.url = u"http://"_s + QString::fromStdString(request.host + request.path);
    exchange.actionName = actionNameOf(request.parameters, request.action);
    exchange.object = objectOf(request.parameters, request.action);
    exchange.code = request.code;
    exchange.parameters = parametersOf(request.parameters);
    exchange.answer = QByteArray::fromStdString(request.answer);
    exchange.stringToSign = withoutToken(request.signature.expected, request.parameters);
    exchange.clientString = withoutToken(request.signature.guessed, request.parameters);
    exchange.signatureProblem = QString::fromStdString(request.signature.reason);
    exchange.action = request.action;
    return exchange;
}

ui::Exchange fromSent(const RemoteExchange& sent)
{
    ui::Exchange exchange;
    exchange.direction = ui::Exchange::Direction::Sent;
    exchange.time = sent.started;
    exchange.duration = sent.duration;
    exchange.method = u"POST"_s;
    exchange.url = sent.url.toString();
    exchange.actionName = QString::fromStdString(sent.action);
    exchange.object = objectOf(sent.parameters, sent.request);
    exchange.code = sent.error ? sent.error->code : 0;
    // No answer, or one that nobody understands.
    if (sent.error && sent.error->id == cmq::ErrorId::ConnectionFailed)
        exchange.problem = QString::fromStdString(sent.error->detail);
    exchange.parameters = parametersOf(sent.parameters);
    exchange.answer = sent.answer;
    exchange.stringToSign = QString::fromStdString(sent.stringToSign);
    exchange.action = sent.request;
    return exchange;
}

std::shared_ptr<cmq::endpoint::RequestObserver> observeInto(std::shared_ptr<ui::ExchangeSink> sink)
{
    return std::make_shared<Observer>(std::move(sink));
}

std::function<void(const RemoteExchange&)> reportInto(std::shared_ptr<ui::ExchangeSink> sink)
{
    return [sink = std::move(sink)](const RemoteExchange& exchange) {
        if (sink->isListening())
            sink->report(fromSent(exchange));
    };
}
