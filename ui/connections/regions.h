#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace ui {

/// From where an account's endpoint is reached. Source: CMQ API, request structure; TDMQ migration.
enum class Access {
    Public,       ///< https, queues and topics on hosts of their own
    Intranet,     ///< the same inside Tencent's network: http only
    TdmqPublic,   ///< one host for both
    TdmqIntranet, ///< likewise, http only
};

/// The host of API 3.0 for TDMQ for CMQ; the same in all regions.
[[nodiscard]] QUrl cloudUrl();

/// A region as API 3.0 names it, `ap-guangzhou` for `gz`, and the reverse; empty if not known.
[[nodiscard]] QString cloudRegion(const QString& code);
[[nodiscard]] QString regionCode(const QString& cloudRegion);

/// Where queue and topic actions go; `topicUrl` is empty where one address serves both.
struct EndpointUrls
{
    QUrl queueUrl;
    QUrl topicUrl;
    friend bool operator==(const EndpointUrls&, const EndpointUrls&) = default;
};

/// The codes of all regions, as host names spell them: gz, sh, bj …
[[nodiscard]] const QList<QString>& regionCodes();

/// "Guangzhou", in the person's language.
[[nodiscard]] QString regionName(const QString& code);

[[nodiscard]] EndpointUrls endpointUrls(const QString& region, Access access);

struct RegionAccess
{
    QString region;
    Access access = Access::Public;
};

/// The reverse: none for an address of one's own.
[[nodiscard]] std::optional<RegionAccess> regionOf(const EndpointUrls& urls);

} // namespace ui
