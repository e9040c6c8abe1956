#include "samplerequests.h"

#include "ui/connections/serving.h"

#include "wire/signature.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace wire = cmq::wire;

namespace {

/// `signedPath`: what the client takes for the path.
void send(const ui::Serving& serving, QNetworkAccessManager& network,
          std::vector<wire::FormField> fields, std::string_view signedPath = "/v2/index.php")
{
    QUrl url(serving.url());
    const std::string host =
        (url.host() + u':' + QString::number(url.port())).toStdString(); // as in the Host header
    url.setPath(u"/v2/index.php"_s);
    const std::string now = std::to_string(QDateTime::currentSecsSinceEpoch());
    fields.insert(fields.end(), {{"SecretId", serving.keys().secretId.toStdString()},
                                 {"RequestClient", "SDK_Python_1.3"},
                                 {"Timestamp", now},
                                 {"Nonce", "11886"}});
    wire::Parameters sorted = wire::viewsOf(fields);
    wire::sortForSignature(sorted);
    wire::Signer signer(serving.keys().secretKey.toStdString());
    fields.push_back(
        {"Signature", signer.sign(wire::SignatureMethod::HmacSha1,
                                  wire::stringToSign({"POST", host, signedPath, sorted}))});
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply* reply =
        network.post(request, QByteArray::fromStdString(wire::encodeForm(fields)));
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace

void sendSampleRequests(const ui::Serving& serving, QNetworkAccessManager& network)
{
    send(serving, network,
         {{"Action", "SendMessage"}, {"queueName", "orders"}, {"msgBody", R"({"order": 4712})"}});
    send(serving, network, {{"Action", "ReceiveMessage"}, {"queueName", "stock-2"}});
    send(serving, network, {{"Action", "GetQueueAttributes"}, {"queueName", "returns"}});
    send(serving, network, {{"Action", "ReceiveMessage"}, {"queueName", "invoices"}}, "");
}
