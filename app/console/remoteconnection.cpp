#include "remoteconnection.h"

#include "callencoder.h"
#include "exchanges.h"
#include "remoteservice.h"
#include "remotesigning.h"

#include "ui/common/settings.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {

/// Below it, the whole seconds of a Date header are no news about a clock.
constexpr cmq::Seconds SkewMin{2};

cmq::Time systemTime()
{
    return cmq::fromUnixMilliseconds(QDateTime::currentMSecsSinceEpoch());
}

/// Ages and countdowns are told by the endpoint's clock, which made the times.
cmq::Time timeOf(const RemoteService& service)
{
    const auto skew = service.clockSkew();
    const bool isApart = skew && std::chrono::abs(*skew) >= SkewMin;
    return systemTime() + (isApart ? *skew : cmq::Seconds(0));
}

} // namespace

RemoteOptions remoteOptions(const ui::RemoteProfile& profile, const ui::Credentials& credentials)
{
    RemoteOptions options;
    options.queueUrl = profile.queueUrl;
    options.topicUrl = profile.topicUrl;
    if (ui::hasCloudApi(profile.kind)) {
        options.cloudUrl = profile.cloudUrl;
        options.region = profile.region.toStdString();
        options.keepsCallRates = profile.kind == ui::ProfileKind::Tdmq;
    }
    options.secretId = profile.secretId.toStdString();
    options.secretKey = credentials.secretKey.toStdString();
    options.token = credentials.token.toStdString();
    switch (profile.proxy) {
    case ui::ProxyMode::System: options.proxy = ProxyChoice::System; break;
    case ui::ProxyMode::None: options.proxy = ProxyChoice::None; break;
    case ui::ProxyMode::Own:
        options.proxy = ProxyChoice::Own;
        options.ownProxy =
            QNetworkProxy(QNetworkProxy::HttpProxy, profile.proxyHost, quint16(profile.proxyPort));
        break;
    }
    return options;
}

std::unique_ptr<ui::Connection> openRemote(const ui::RemoteProfile& profile,
                                           const ui::Credentials& credentials,
                                           const ui::Settings& settings)
{
    auto log = std::make_unique<ui::ExchangeLog>();
    RemoteOptions options = remoteOptions(profile, credentials);
    options.onExchange = reportInto(log->sink());
    auto service = std::make_unique<RemoteService>(std::move(options));
    RemoteService& remote = *service; // lives as long as the connection
    auto connection = std::make_unique<ui::Connection>(
        std::move(service),
        ui::Connection::Description{.kind = ui::ConnectionKind::Remote,
                                    .place = profile.queueUrl.toString(),
                                    .isReadOnly = profile.isReadOnly,
                                    .name = profile.name,
                                    .tone = profile.tone,
                                    .isProduction = profile.isProduction,
                                    .isTdmq = profile.kind == ui::ProfileKind::Tdmq,
                                    .hasCloudApi = ui::hasCloudApi(profile.kind)},
        [&remote] { return timeOf(remote); });
    const auto follow = [&remote, &settings] {
        remote.setListingRequests(settings.requestsAtOnce());
    };
    QObject::connect(&settings, &ui::Settings::changed, connection.get(), follow);
    follow();
    connection->setExchanges(std::move(log));
    connection->setEncoder(callEncoder(
        [queues = profile.queueUrl, topics = profile.topicUrl](const cmq::Action& action) {
            return (isTopicAction(action) && !topics.isEmpty() ? topics : queues).toString();
        },
        ui::hasCloudApi(profile.kind) ? profile.cloudUrl.toString() : QString(), profile.region));
    return connection;
}
