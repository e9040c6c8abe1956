#include "regions.h"

#include <QCoreApplication>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Region
{
    const char* code;
    const char* name;
};

// Source: CMQ API, regions, the later list included.
constexpr std::array Regions{
    Region{"gz", QT_TRANSLATE_NOOP("ui::Regions", "Guangzhou")},
    Region{"sh", QT_TRANSLATE_NOOP("ui::Regions", "Shanghai")},
    Region{"bj", QT_TRANSLATE_NOOP("ui::Regions", "Beijing")},
    Region{"shjr", QT_TRANSLATE_NOOP("ui::Regions", "Shanghai Finance")},
    Region{"szjr", QT_TRANSLATE_NOOP("ui::Regions", "Shenzhen Finance")},
    Region{"hk", QT_TRANSLATE_NOOP("ui::Regions", "Hong Kong, China")},
    Region{"cd", QT_TRANSLATE_NOOP("ui::Regions", "Chengdu")},
    Region{"cq", QT_TRANSLATE_NOOP("ui::Regions", "Chongqing")},
    Region{"ca", QT_TRANSLATE_NOOP("ui::Regions", "Toronto")},
    Region{"usw", QT_TRANSLATE_NOOP("ui::Regions", "Silicon Valley")},
    Region{"use", QT_TRANSLATE_NOOP("ui::Regions", "Virginia")},
    Region{"sg", QT_TRANSLATE_NOOP("ui::Regions", "Singapore")},
    Region{"in", QT_TRANSLATE_NOOP("ui::Regions", "Mumbai")},
    Region{"th", QT_TRANSLATE_NOOP("ui::Regions", "Bangkok")},
    Region{"de", QT_TRANSLATE_NOOP("ui::Regions", "Frankfurt")},
    Region{"kr", QT_TRANSLATE_NOOP("ui::Regions", "Seoul")},
    Region{"jp", QT_TRANSLATE_NOOP("ui::Regions", "Tokyo")},
    Region{"ru", QT_TRANSLATE_NOOP("ui::Regions", "Moscow")},
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
