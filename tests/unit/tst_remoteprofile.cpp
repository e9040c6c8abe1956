#include "ui/common/language.h"
#include "ui/common/settings.h"
#include "ui/connections/profilestore.h"
#include "ui/connections/regions.h"

#include "tests/suite.h"

#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_remoteprofile {

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

RemoteProfile profileOf(const QString& name, const QString& url = u"https://cmq.example.com"_s)
{
    RemoteProfile profile = newProfile();
    profile.name = name;
    profile.queueUrl = QUrl(url);
    profile.secretId = u"AKIDexample"_s;
    return profile;
}

} // namespace

/// Saved connections as values: addresses by region, what is refused, and what is written.
class TestRemoteProfile final : public QObject
{
    Q_OBJECT

private slots:
    void regionFillsInAddresses_data();
    void regionFillsInAddresses();
    void addressTellsItsRegion();
    void fieldsAreChecked_data();
    void fieldsAreChecked();
    void namesAreTakenOnce();
    void plainHttpIsToldApart_data();
    void plainHttpIsToldApart();
    void writtenAndReadBack();
    void addressesTellTheKind();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void secretsInAFileAreIgnored();
    void storeRemembers();
    void importedOnesGetTheirOwnNameAndKey();
};

void TestRemoteProfile::regionFillsInAddresses_data()
{
    QTest::addColumn<Access>("access");
    QTest::addColumn<QString>("queues");
    QTest::addColumn<QString>("topics");
    QTest::newRow("public") << Access::Public << u"https://cmq-queue-gz.api.qcloud.com"_s
                            << u"https://cmq-topic-gz.api.qcloud.com"_s;
    QTest::newRow("intranet") << Access::Intranet << u"http://cmq-queue-gz.api.tencentyun.com"_s
                              << u"http://cmq-topic-gz.api.tencentyun.com"_s;
    QTest::newRow("TDMQ public") << Access::TdmqPublic << u"https://cmq-gz.public.tencenttdmq.com"_s
                                 << QString();
    QTest::newRow("TDMQ intranet")
        << Access::TdmqIntranet << u"http://gz.mqadapter.cmq.tencentyun.com"_s << QString();
}

void TestRemoteProfile::regionFillsInAddresses()
{
    QFETCH(Access, access);
    const EndpointUrls urls = endpointUrls(u"gz"_s, access);
    QTEST(urls.queueUrl.toString(), "queues");
    QTEST(urls.topicUrl.toString(), "topics");
}

void TestRemoteProfile::addressTellsItsRegion()
{
    QCOMPARE(regionCodes().size(), 18);
    for (const QString& code : regionCodes()) {
        for (const Access access :
             {Access::Public, Access::Intranet, Access::TdmqPublic, Access::TdmqIntranet}) {
            const auto known = regionOf(endpointUrls(code, access));
            QVERIFY(known);
            QCOMPARE(known->region, code);
            QCOMPARE(int(known->access), int(access));
        }
        QVERIFY(regionName(code) != code);
    }
    QVERIFY(!regionOf({QUrl(u"http://127.0.0.1:8080"_s), {}}));
}

void TestRemoteProfile::fieldsAreChecked_data()
{
    QTest::addColumn<RemoteProfile>("profile");
    QTest::addColumn<int>("field"); // -1: all is well
    const auto row = [](const char* name, int field, const std::function<void(RemoteProfile&)>& f) {
        RemoteProfile profile = profileOf(u"prod"_s);
        f(profile);
        QTest::newRow(name) << profile << field;
    };
    const auto name = int(ProfileField::Name);
    const auto queueUrl = int(ProfileField::QueueUrl);
    const auto topicUrl = int(ProfileField::TopicUrl);
    const auto secretId = int(ProfileField::SecretId);
    row("good", -1, [](RemoteProfile&) {});
    row("blank name", name, [](RemoteProfile& p) { p.name = u"  "_s; });
    row("long name", name, [](RemoteProfile& p) { p.name = QString(41, u'x'); });
    row("longest name", -1, [](RemoteProfile& p) { p.name = QString(40, u'x'); });
    row("no address", queueUrl, [](RemoteProfile& p) { p.queueUrl.clear(); });
    row("ftp", queueUrl, [](RemoteProfile& p) { p.queueUrl = QUrl(u"ftp://host"_s); });
    row("no host", queueUrl, [](RemoteProfile& p) { p.queueUrl = QUrl(u"https://"_s); });
    row("port", -1, [](RemoteProfile& p) { p.queueUrl = QUrl(u"http://host:8080/x"_s); });
    row("password in the address", queueUrl,
        [](RemoteProfile& p) { p.queueUrl = QUrl(u"https://me:secret@host"_s); });
    row("query", queueUrl, [](RemoteProfile& p) { p.queueUrl = QUrl(u"https://host/?key=1"_s); });
    row("no address of API 3.0", int(ProfileField::CloudUrl),
        [](RemoteProfile& p) { p.kind = ProfileKind::Tdmq; });
    row("bad topic address", topicUrl, [](RemoteProfile& p) { p.topicUrl = QUrl(u"host"_s); });
    row("no id", secretId, [](RemoteProfile& p) { p.secretId.clear(); });
    row("no id on this computer", -1, [](RemoteProfile& p) {
        p.secretId.clear();
        p.queueUrl = QUrl(u"http://localhost:8080"_s);
    });
    row("blank in the id", secretId, [](RemoteProfile& p) { p.secretId = u"AKID x"_s; });
    const auto ownProxy = [](RemoteProfile& p, const QString& host, int port) {
        p.proxy = ProxyMode::Own;
        p.proxyHost = host;
        p.proxyPort = port;
    };
    row("own proxy", -1, [=](RemoteProfile& p) { ownProxy(p, u"proxy.example.com"_s, 3128); });
    row("proxy without a host", int(ProfileField::ProxyHost),
        [=](RemoteProfile& p) { ownProxy(p, {}, 3128); });
    row("proxy with a password", int(ProfileField::ProxyHost),
        [=](RemoteProfile& p) { ownProxy(p, u"me:secret@proxy"_s, 3128); });
    row("proxy without a port", int(ProfileField::ProxyPort),
        [=](RemoteProfile& p) { ownProxy(p, u"proxy"_s, 0); });
}

void TestRemoteProfile::fieldsAreChecked()
{
    QFETCH(RemoteProfile, profile);
    QFETCH(int, field);
    const auto problems = checkProfile(profile, {});
    QCOMPARE(problems.size(), field < 0 ? 0 : 1);
    if (field >= 0)
        QVERIFY(!problems.value(ProfileField(field)).isEmpty());
}

void TestRemoteProfile::namesAreTakenOnce()
{
    const RemoteProfile profile = profileOf(u"Prod"_s);
    QVERIFY(checkProfile(profile, {u"test"_s}).isEmpty());
    QVERIFY(checkProfile(profile, {u"test"_s, u"prod"_s}).contains(ProfileField::Name));
}

void TestRemoteProfile::plainHttpIsToldApart_data()
{
    QTest::addColumn<QString>("queues");
    QTest::addColumn<QString>("topics");
    QTest::addColumn<bool>("isUnencrypted");
    QTest::newRow("https") << u"https://a.example.com"_s << QString() << false;
    QTest::newRow("http") << u"http://a.example.com"_s << QString() << true;
    QTest::newRow("http topics") << u"https://a.example.com"_s << u"http://b.example.com"_s << true;
    QTest::newRow("this computer") << u"http://127.0.0.1:8080"_s << u"http://[::1]:8080"_s << false;
}

void TestRemoteProfile::plainHttpIsToldApart()
{
    QFETCH(QString, queues);
    QFETCH(QString, topics);
    RemoteProfile profile = profileOf(u"x"_s, queues);
    profile.topicUrl = QUrl(topics);
    QTEST(isUnencrypted(profile), "isUnencrypted");
}

void TestRemoteProfile::writtenAndReadBack()
{
    RemoteProfile rich = profileOf(u"生产 & <b>Test</b>"_s);
    rich.tone = Tone::Dead;
    rich.topicUrl = QUrl(u"http://topics.example.com:9000"_s);
    rich.proxy = ProxyMode::Own;
    rich.proxyHost = u"proxy.example.com"_s;
    rich.proxyPort = 3128;
    rich.isReadOnly = rich.isProduction = rich.acceptsPlainHttp = true;
    RemoteProfile today = newCloudProfile();
    today.name = u"today"_s;
    today.secretId = u"AKID1"_s;
    RemoteProfile both = profileOf(u"both"_s);
    both.kind = ProfileKind::CustomCloud;
    both.cloudUrl = QUrl(u"http://127.0.0.1:8080"_s);
    both.region = u"ap-guangzhou"_s;
    const QList<RemoteProfile> profiles{rich, profileOf(u"plain"_s), today, both};
    const ReadProfiles read = readProfiles(writeProfiles(profiles));
    QVERIFY(read.isOurs);
    QCOMPARE(read.unusable, 0);
    QVERIFY(read.profiles == profiles);
}

/// What was written before there were kinds means what it meant.
void TestRemoteProfile::addressesTellTheKind()
{
    const auto kindOf = [](const char* queues, const char* topics) {
        const ReadProfiles read = readProfiles(
            QByteArray(R"({"format":"cmq-console connections","version":1,"connections":[{)") +
            R"("name":"x","secretId":"AKID1","queueUrl":")" + queues + R"(","topicUrl":")" +
            topics + R"("}]})");
        return read.profiles.value(0);
    };
    QVERIFY(kindOf("https://cmq.example.com", "").kind == ProfileKind::Custom);
    QVERIFY(
        kindOf("https://cmq-queue-sh.api.qcloud.com", "https://cmq-topic-sh.api.qcloud.com").kind ==
        ProfileKind::Classic);
    const RemoteProfile today = kindOf("https://cmq-sh.public.tencenttdmq.com", "");
    QVERIFY(today.kind == ProfileKind::Tdmq);
    QCOMPARE(today.cloudUrl, cloudUrl());
    QCOMPARE(today.region, u"ap-shanghai"_s);
    for (const QString& code : regionCodes())
        QCOMPARE(regionCode(cloudRegion(code)), code);
}

void TestRemoteProfile::foreignFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isOurs");
    QTest::addColumn<int>("unusable");
    const QByteArray head = R"({"format":"cmq-console connections","version":1,"connections":)";
    QTest::newRow("empty") << QByteArray() << false << 0;
    QTest::newRow("no JSON") << QByteArray("[[[") << false << 0;
    QTest::newRow("other JSON") << QByteArray(R"({"connections":[]})") << false << 0;
    QTest::newRow("no list") << head + "7}" << true << 0;
    QTest::newRow("no objects") << head + R"([1,null,"x",{}]})" << true << 4;
    QTest::newRow("wrong types") << head +
                                        R"([{"id":7,"name":["x"],"queueUrl":{},"proxyPort":"x"}]})"
                                 << true << 1;
    QTest::newRow("a password in an address")
        << head + R"([{"name":"x","secretId":"AKID1","queueUrl":"https://a:b@host"}]})" << true
        << 1;
}

void TestRemoteProfile::foreignFilesAreRefused()
{
    QFETCH(QByteArray, text);
    const ReadProfiles read = readProfiles(text);
    QTEST(read.isOurs, "isOurs");
    QTEST(read.unusable, "unusable");
    QVERIFY(read.profiles.isEmpty());
}

void TestRemoteProfile::secretsInAFileAreIgnored()
{
    const ReadProfiles read = readProfiles(
        R"({"format":"cmq-console connections","version":1,"connections":[{"name":"x",
            "queueUrl":"https://host","secretId":"AKID1","secretKey":"canary","token":"canary",
            "readOnly":"yes"}]})");
    QCOMPARE(read.profiles.size(), 1);
    QVERIFY(!writeProfiles(read.profiles).contains("canary"));
    QVERIFY(read.profiles.first().isReadOnly); // what is not understood errs on the safe side
}

void TestRemoteProfile::storeRemembers()
{
    const QTemporaryDir home;
    QSettings file(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Settings settings(file);
    const RemoteProfile first = profileOf(u"first"_s);
    RemoteProfile second = profileOf(u"second"_s);
    {
        ProfileStore store(settings);
        QSignalSpy changed(&store, &ProfileStore::changed);
        store.save(first);
        store.save(second);
        store.save(second); // nothing new
        second.isReadOnly = true;
        store.save(second);
        QCOMPARE(changed.size(), 3);
    }
    ProfileStore store(settings);
    QCOMPARE(store.profiles().size(), 2);
    QVERIFY(*store.find(second.id) == second);
    QCOMPARE(store.namesBesides(second.id), QStringList{u"first"_s});
    store.remove(first.id);
    QVERIFY(!ProfileStore(settings).find(first.id));
    QVERIFY(!store.find(u"unknown"_s));
}

void TestRemoteProfile::importedOnesGetTheirOwnNameAndKey()
{
    const QTemporaryDir home;
    QSettings file(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Settings settings(file);
    ProfileStore store(settings);
    RemoteProfile mine = profileOf(QString(40, u'x'));
    store.save(mine);
    mine.acceptsPlainHttp = true;
    store.import({mine, mine});
    QCOMPARE(store.profiles().size(), 3);
    for (qsizetype i = 1; i < 3; ++i) {
        const RemoteProfile& imported = store.profiles().at(i);
        QVERIFY(imported.id != mine.id); // or another address would be signed with my key
        QVERIFY(!imported.acceptsPlainHttp);
        QVERIFY(checkProfile(imported, store.namesBesides(imported.id)).isEmpty());
    }
    QCOMPARE(ProfileStore(settings).profiles().size(), 3);
}

CMQ_TEST(remoteprofile, TestRemoteProfile)

} // namespace tst_remoteprofile
#include "tst_remoteprofile.moc"
