#include "remoteprofile.h"

#include "regions.h"

#include "cmq/ipaddress.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>
#include <optional>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Profile
{
    Q_DECLARE_TR_FUNCTIONS(ui::Profile)
};

constexpr qsizetype SecretIdLengthMax = 200;
constexpr qsizetype ProfilesMax = 200;
constexpr int PortMax = 65535;
const QString Format = u"cmq-console connections"_s;

const QStringList& toneWords()
{
    static const QStringList words{u"blue"_s,   u"green"_s, u"amber"_s,
                                   u"purple"_s, u"red"_s,   u"grey"_s};
    return words;
}

const QStringList& proxyWords()
{
    static const QStringList words{u"system"_s, u"none"_s, u"own"_s};
    return words;
}

const QStringList& kindWords()
{
    static const QStringList words{u"tdmq"_s, u"classic"_s, u"custom"_s, u"custom3"_s};
    return words;
}

/// Files of before API 3.0 have addresses alone, and those of Tencent say whose they are.
void readKind(const QJsonObject& object, RemoteProfile& profile)
{
    const auto known = regionOf({profile.queueUrl, profile.topicUrl});
    const qsizetype kind = kindWords().indexOf(object.value(u"kind"_s).toString());
    const bool isTdmq =
        known && (known->access == Access::TdmqPublic || known->access == Access::TdmqIntranet);
    profile.kind = kind >= 0 ? ProfileKind(kind)
                   : isTdmq  ? ProfileKind::Tdmq
                   : known   ? ProfileKind::Classic
                             : ProfileKind::Custom;
    if (!hasCloudApi(profile.kind))
        return;
    profile.cloudUrl = QUrl(object.value(u"cloudUrl"_s).toString(cloudUrl().toString()));
    profile.region =
        object.value(u"region"_s).toString(cloudRegion(known ? known->region : QString()));
}

QString urlProblem(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != u"http" && url.scheme() != u"https"))
        return Profile::tr("An address begins with http:// or https:// and names a host.");
    if (!url.userInfo().isEmpty())
        return Profile::tr("No user name or password here: the key signs the requests.");
    if (url.hasQuery() || url.hasFragment())
        return Profile::tr("The address ends before “?” and “#”.");
    return {};
}

bool hasBlank(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isSpace() || !c.isPrint(); });
}

QJsonObject toJson(const RemoteProfile& profile)
{
    QJsonObject object{
        {u"id"_s, profile.id},
        {u"name"_s, profile.name},
        {u"color"_s, toneWords().value(profileTones().indexOf(profile.tone), u"blue"_s)},
        {u"kind"_s, kindWords().at(int(profile.kind))},
        {u"queueUrl"_s, profile.queueUrl.toString()},
        {u"secretId"_s, profile.secretId},
        {u"proxy"_s, proxyWords().at(int(profile.proxy))},
        {u"readOnly"_s, profile.isReadOnly},
        {u"production"_s, profile.isProduction}};
    if (!profile.topicUrl.isEmpty())
        object.insert(u"topicUrl"_s, profile.topicUrl.toString());
    if (hasCloudApi(profile.kind)) {
        object.insert(u"cloudUrl"_s, profile.cloudUrl.toString());
        object.insert(u"region"_s, profile.region);
    }
    if (profile.proxy == ProxyMode::Own) {
        object.insert(u"proxyHost"_s, profile.proxyHost);
        object.insert(u"proxyPort"_s, profile.proxyPort);
    }
    if (profile.acceptsPlainHttp)
        object.insert(u"plainHttpAccepted"_s, true);
    return object;
}

RemoteProfile fromJson(const QJsonObject& object)
{
    RemoteProfile profile;
    profile.id = object.value(u"id"_s).toString();
    profile.name = object.value(u"name"_s).toString();
    const qsizetype tone = toneWords().indexOf(object.value(u"color"_s).toString());
    profile.tone = profileTones().value(tone, Tone::Accent);
    profile.queueUrl = QUrl(object.value(u"queueUrl"_s).toString());
    profile.topicUrl = QUrl(object.value(u"topicUrl"_s).toString());
    readKind(object, profile);
    profile.secretId = object.value(u"secretId"_s).toString();
    profile.proxy = ProxyMode(
        std::max<qsizetype>(0, proxyWords().indexOf(object.value(u"proxy"_s).toString())));
    profile.proxyHost = object.value(u"proxyHost"_s).toString();
    profile.proxyPort = object.value(u"proxyPort"_s).toInt();
    // Whoever meant "read-only" and wrote something else gets the safe one.
    const QJsonValue readOnly = object.value(u"readOnly"_s);
    profile.isReadOnly = readOnly.isBool() ? readOnly.toBool() : !readOnly.isUndefined();
    profile.isProduction = object.value(u"production"_s).toBool();
    profile.acceptsPlainHttp = object.value(u"plainHttpAccepted"_s).toBool();
    return profile;
}

} // namespace

const QList<Tone>& profileTones()
{
    static const QList<Tone> tones{Tone::Accent,  Tone::Ok,   Tone::InFlight,
                                   Tone::Delayed, Tone::Dead, Tone::Expired};
    return tones;
}

RemoteProfile newProfile()
{
    RemoteProfile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return profile;
}

RemoteProfile newCloudProfile()
{
    RemoteProfile profile = newProfile();
    profile.kind = ProfileKind::Tdmq;
    const QString& region = regionCodes().first();
    profile.queueUrl = endpointUrls(region, Access::TdmqPublic).queueUrl;
    profile.cloudUrl = cloudUrl();
    profile.region = cloudRegion(region);
    return profile;
}

bool isThisComputer(const QUrl& url)
{
    const QString host = url.host();
    const std::string text = host.toStdString();
    std::optional<cmq::IpAddress> address = cmq::parseIpv6(text);
    if (const auto four = cmq::parseIpv4(text))
        address = cmq::fromIpv4(*four);
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 ||
           (address && cmq::addressKind(*address) == cmq::AddressKind::Loopback);
}

bool isUnencrypted(const RemoteProfile& profile)
{
    return std::ranges::any_of(
        std::array{profile.queueUrl, profile.topicUrl, profile.cloudUrl},
        [](const QUrl& url) { return url.scheme() == u"http" && !isThisComputer(url); });
}

QHash<ProfileField, QString> checkProfile(const RemoteProfile& profile,
                                          const QStringList& otherNames)
{
    QHash<ProfileField, QString> problems;
    const auto refuse = [&](ProfileField field, const QString& sentence) {
        if (!sentence.isEmpty() && !problems.contains(field))
            problems.insert(field, sentence);
    };
    const QString name = profile.name.trimmed();
    if (name.isEmpty())
        refuse(ProfileField::Name, Profile::tr("Give it a name."));
    else if (name.size() > ProfileNameLengthMax)
        refuse(ProfileField::Name, Profile::tr("At most %1 characters.").arg(ProfileNameLengthMax));
    else if (otherNames.contains(name, Qt::CaseInsensitive))
        refuse(ProfileField::Name, Profile::tr("Another connection has this name."));

    refuse(ProfileField::QueueUrl, urlProblem(profile.queueUrl));
    if (!profile.topicUrl.isEmpty())
        refuse(ProfileField::TopicUrl, urlProblem(profile.topicUrl));
    if (hasCloudApi(profile.kind))
        refuse(ProfileField::CloudUrl, urlProblem(profile.cloudUrl));

    if (profile.secretId.isEmpty() && !isThisComputer(profile.queueUrl))
        refuse(ProfileField::SecretId,
               Profile::tr("Every endpoint but one on this computer wants a key."));
    else if (hasBlank(profile.secretId) || profile.secretId.size() > SecretIdLengthMax)
        refuse(ProfileField::SecretId, Profile::tr("A SecretId has no blanks."));

    if (profile.proxy == ProxyMode::Own) {
        if (profile.proxyHost.isEmpty() || hasBlank(profile.proxyHost) ||
            profile.proxyHost.contains(u'/') || profile.proxyHost.contains(u'@'))
            refuse(ProfileField::ProxyHost,
                   Profile::tr("The name or address of the proxy, without http://."));
        if (profile.proxyPort < 1 || profile.proxyPort > PortMax)
            refuse(ProfileField::ProxyPort, Profile::tr("1 to %1").arg(PortMax));
    }
    return problems;
}

QByteArray writeProfiles(const QList<RemoteProfile>& profiles)
{
    QJsonArray list;
    for (const RemoteProfile& profile : profiles)
        list.append(toJson(profile));
    return QJsonDocument(
               QJsonObject{{u"format"_s, Format}, {u"version"_s, 1}, {u"connections"_s, list}})
        .toJson();
}

ReadProfiles readProfiles(const QByteArray& text)
{
    ReadProfiles read;
    const QJsonObject root = QJsonDocument::fromJson(text).object();
    read.isOurs = root.value(u"format"_s).toString() == Format;
    if (!read.isOurs)
        return read;
    QStringList names;
    QStringList ids;
    for (const QJsonValue& each : root.value(u"connections"_s).toArray()) {
        RemoteProfile profile = fromJson(each.toObject());
        if (profile.id.isEmpty() || ids.contains(profile.id))
            profile.id = newProfile().id;
        if (!checkProfile(profile, names).isEmpty() || read.profiles.size() == ProfilesMax) {
            ++read.unusable;
            continue;
        }
        profile.name = profile.name.trimmed();
        ids += profile.id;
        names += profile.name;
        read.profiles += profile;
    }
    return read;
}

} // namespace ui
