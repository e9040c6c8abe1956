#include "callencoder.h"

#include "remotesigning.h"

#include "wire/codec.h"

using namespace Qt::StringLiterals;

namespace {

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

ui::Connection::Request cloudRequest(const cmq::Action& action, const QString& url,
                                     const QString& region)
{
    const cmq::wire::CloudRequest request = cmq::wire::toCloudRequest(action, RemoteCloudApi);
    return {url,
            {{u"X-TC-Action"_s, fromView(request.action)},
             {u"X-TC-Version"_s, fromView(cmq::wire::cloudVersion(RemoteCloudApi))},
             {u"X-TC-Region"_s, region},
             {u"body"_s, fromView(request.body)}}};
}

} // namespace

ui::Connection::Encoder callEncoder(std::function<QString(const cmq::Action&)> urlOf,
                                    const QString& cloudUrl, const QString& region)
{
    return [urlOf = std::move(urlOf), cloudUrl, region](const cmq::Action& action) {
        if (!cloudUrl.isEmpty() && isCloudAction(action))
            return cloudRequest(action, cloudUrl, region);
        ui::Connection::Request request;
        request.url = urlOf(action);
        if (!cmq::wire::isOnWire(action))
            return request;
        for (const cmq::wire::FormField& field : cmq::wire::toParameters(action))
            request.parameters.append({fromView(field.name), fromView(field.value)});
        return request;
    };
}
