#include "profilemodel.h"

#include "regions.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct ProfileTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProfileTable)
};

constexpr int AddressLengthMax = 200;

QString addressText(const RemoteProfile& profile)
{
    const auto known = regionOf({profile.queueUrl, profile.topicUrl});
    const QString url = formatForeign(profile.queueUrl.toString(), AddressLengthMax);
    return known ? ProfileTable::tr("%1 · %2", "region and address")
                       .arg(regionName(known->region), url)
                 : url;
}

QList<Column<RemoteProfile>> columns()
{
    using ProfileColumn = Column<RemoteProfile>;
    return {
        ProfileColumn(
            u"name"_s, [] { return ProfileTable::tr("Name"); },
            [](const RemoteProfile& profile) { return u"● "_s + formatForeign(profile.name); })
            .toned([](const RemoteProfile& profile) { return profile.tone; }),
        ProfileColumn(
            u"address"_s, [] { return ProfileTable::tr("Address"); }, addressText)
            .withToolTip([](const RemoteProfile& profile) {
                return formatForeign(profile.topicUrl.toString(), AddressLengthMax);
            }),
        ProfileColumn(
            u"secretId"_s, [] { return u"SecretId"_s; },
            [](const RemoteProfile& profile) { return formatForeign(profile.secretId); }),
        ProfileColumn(
            u"flags"_s, [] { return ProfileTable::tr("Kind"); }, profileFlags),
    };
}

} // namespace

QString profileFlags(const RemoteProfile& profile)
{
    QStringList flags;
    if (profile.isReadOnly)
        flags += ProfileTable::tr("read-only");
    if (profile.isProduction)
        flags += ProfileTable::tr("production");
    return flags.join(u" · "_s);
}

ProfileModel::ProfileModel(QObject* parent)
    : TableModel(
          columns(), [](const RemoteProfile& profile) { return profile.id; }, parent)
{
}

} // namespace ui
