#include "regions.h"

#include <QCoreApplication>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Region
{
    const char* code;
    const char* cloud; // in API 3.0
    const char* name;
};

// Source: CMQ API, regions, the later list included; API 3.0, the regions of tdmq.
constexpr std::array Regions{
    Region{"gz", "ap-guangzhou", QT_TRANSLATE_NOOP("ui::Regions", "Guangzhou")},
    Region{"sh", "ap-shanghai", QT_TRANSLATE_NOOP("ui::Regions", "Shanghai")},
    Region{"bj", "ap-beijing", QT_TRANSLATE_NOOP("ui::Regions", "Beijing")},
    Region{"shjr", "ap-shanghai-fsi", QT_TRANSLATE_NOOP("ui::Regions", "Shanghai Finance")},
    Region{"szjr", "ap-shenzhen-fsi", QT_TRANSLATE_NOOP("ui::Regions", "Shenzhen Finance")},
    Region{"hk", "ap-hongkong", QT_TRANSLATE_NOOP("ui::Regions", "Hong Kong, China")},
    Region{"cd", "ap-chengdu", QT_TRANSLATE_NOOP("ui::Regions", "Chengdu")},
    Region{"cq", "ap-chongqing", QT_TRANSLATE_NOOP("ui::Regions", "Chongqing")},
    Region{"ca", "na-toronto", QT_TRANSLATE_NOOP("ui::Regions", "Toronto")},
    Region{"usw", "na-siliconvalley", QT_TRANSLATE_NOOP("ui::Regions", "Silicon Valley")},
    Region{"use", "na-ashburn", QT_TRANSLATE_NOOP("ui::Regions", "Virginia")},
    Region{"sg", "ap-singapore", QT_TRANSLATE_NOOP("ui::Regions", "Singapore")},
    Region{"in", "ap-mumbai", QT_TRANSLATE_NOOP("ui::Regions", "Mumbai")},
    Region{"th", "ap-bangkok", QT_TRANSLATE_NOOP("ui::Regions", "Bangkok")},
    Region{"de", "eu-frankfurt", QT_TRANSLATE_NOOP("ui::Regions", "Frankfurt")},
    Region{"kr", "ap-seoul", QT_TRANSLATE_NOOP("ui::Regions", "Seoul")},
    Region{"jp", "ap-tokyo", QT_TRANSLATE_NOOP("ui::Regions", "Tokyo")},
    Region{"ru", "eu-moscow", QT_TRANSLATE_NOOP("ui::Regions", "Moscow")},
};

constexpr std::array Accesses{Access::Public, Access::Intranet, Access::TdmqPublic,
                              Access::TdmqIntranet};

} // namespace

const QList<QString>& regionCodes()
{
    static const QList<QString> codes = [] {
        QList<QString> all;
        for (const Region& region : Regions)
            all += QString::fromLatin1(region.code);
        return all;
    }();
    return codes;
}

QString regionName(const QString& code)
{
    for (const Region& region : Regions) {
        if (code == QLatin1StringView(region.code))
            return QCoreApplication::translate("ui::Regions", region.name);
    }
    return code;
}

QUrl cloudUrl()
{
    return QUrl(u"https://tdmq.tencentcloudapi.com"_s);
}

QString cloudRegion(const QString& code)
{
    for (const Region& region : Regions) {
        if (code == QLatin1StringView(region.code))
            return QString::fromLatin1(region.cloud);
    }
    return {};
}

QString regionCode(const QString& cloudRegion)
{
    for (const Region& region : Regions) {
        if (cloudRegion == QLatin1StringView(region.cloud))
            return QString::fromLatin1(region.code);
    }
    return {};
}

EndpointUrls endpointUrls(const QString& region, Access access)
{
    switch (access) {
    case Access::Public: break;
    case Access::Intranet:
        return {QUrl(u"http://cmq-queue-%1.api.tencentyun.com"_s.arg(region)),
                QUrl(u"http://cmq-topic-%1.api.tencentyun.com"_s.arg(region))};
    case Access::TdmqPublic:
        return {QUrl(u"https://cmq-%1.public.tencenttdmq.com"_s.arg(region)), {}};
    case Access::TdmqIntranet:
        return {QUrl(u"http://%1.mqadapter.cmq.tencentyun.com"_s.arg(region)), {}};
    }
    return {QUrl(u"https://cmq-queue-%1.api.qcloud.com"_s.arg(region)),
            QUrl(u"https://cmq-topic-%1.api.qcloud.com"_s.arg(region))};
}

std::optional<RegionAccess> regionOf(const EndpointUrls& urls)
{
    for (const QString& region : regionCodes()) {
        for (const Access access : Accesses) {
            if (endpointUrls(region, access) == urls)
                return RegionAccess{region, access};
        }
    }
    return std::nullopt;
}

} // namespace ui
