#include "tests/paths.h"
#include "tests/suite.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace tst_install {

using namespace Qt::StringLiterals;

/// What a package is made of: installed into a folder, it is complete and starts from there.
class TestInstall final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void programsStart_data();
    void programsStart();
    void desktopFindsTheProgram();
    void iconsHaveTheirSizes();
    void manualsAndUnitAreThere();

private:
    [[nodiscard]] QString at(const QString& path) const { return m_prefix.filePath(path); }

    QTemporaryDir m_prefix;
};

void TestInstall::initTestCase()
{
    QProcess install;
    install.start(u"cmake"_s, {u"--install"_s, QString::fromStdString(paths::build(".")),
                               u"--prefix"_s, m_prefix.path()});
    QVERIFY(install.waitForFinished(110'000));
    QVERIFY2(install.exitCode() == 0, install.readAllStandardError().constData());
}

void TestInstall::programsStart_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("console") << u"bin/cmq-console"_s;
    QTest::newRow("endpoint") << u"bin/cmq-endpoint"_s;
}

void TestInstall::programsStart()
{
    QFETCH(QString, program);
    QProcess process;
    QProcessEnvironment nowhere = QProcessEnvironment::systemEnvironment();
    for (const QString& screen : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        nowhere.remove(screen); // the version is told without one
    process.setProcessEnvironment(nowhere);
    process.start(at(program), {u"--version"_s});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("0."));
}

void TestInstall::desktopFindsTheProgram()
{
    const QSettings entry(at(u"share/applications/cmq-console.desktop"_s), QSettings::IniFormat);
    QCOMPARE(entry.value(u"Desktop Entry/Type"_s).toString(), u"Application"_s);
    QVERIFY(QFile::exists(at(u"bin/"_s + entry.value(u"Desktop Entry/Exec"_s).toString())));
    const QString icon = entry.value(u"Desktop Entry/Icon"_s).toString();
    QVERIFY(QFile::exists(at(u"share/icons/hicolor/scalable/apps/"_s + icon + u".svg"_s)));
    QVERIFY(QFile::exists(at(u"share/metainfo/cmq-console.metainfo.xml"_s)));
}

void TestInstall::iconsHaveTheirSizes()
{
    const QDir icons(at(u"share/icons/hicolor"_s));
    const QStringList sizes = icons.entryList({u"*x*"_s}, QDir::Dirs);
    QVERIFY(sizes.contains(u"16x16"_s) && sizes.contains(u"256x256"_s));
    for (const QString& size : sizes) {
        const QImage picture(icons.filePath(size + u"/apps/cmq-console.png"_s));
        QCOMPARE(u"%1x%2"_s.arg(picture.width()).arg(picture.height()), size);
        QVERIFY(qAlpha(picture.pixel(0, 0)) < 255); // its corners are round
        QCOMPARE(qAlpha(picture.pixel(picture.width() / 2, 2 * picture.height() / 3)), 255);
    }
}

void TestInstall::manualsAndUnitAreThere()
{
    for (const QString& file :
         {u"share/man/man1/cmq-console.1"_s, u"share/man/man1/cmq-endpoint.1"_s,
          u"lib/systemd/system/cmq-endpoint.service"_s, u"share/doc/cmq-console/copyright"_s})
        QVERIFY2(QFile::exists(at(file)), qPrintable(file));
}

CMQ_TEST(install, TestInstall)

} // namespace tst_install
#include "tst_install.moc"
