#include "tests/paths.h"
#include "tests/suite.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace tst_readme {

using namespace Qt::StringLiterals;

/// README.md promises commands and explains packages; `run` has them.
class TestReadme final : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithTheTwoCommands();
    void everyCommandExists();
    void everyCommandIsExplained();
    void everyPackageIsExplained();
    void everyPictureExists();
};

namespace {

const QString Root = QString::fromStdString(paths::source());

QString textOf(const QString& path)
{
    QFile file(Root + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> allMatches(const QString& text, const QString& pattern)
{
    QSet<QString> found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (const auto& match : expression.globalMatch(text))
        found.insert(match.captured(1));
    return found;
}

QSet<QString> commandsOfHelp()
{
    QProcess run;
    run.start(Root + u"/run"_s, {u"help"_s});
    if (!run.waitForFinished() || run.exitCode() != 0)
        return {};
    return allMatches(QString::fromUtf8(run.readAllStandardOutput()), u"^\\./run \\[?([a-z]+)"_s);
}

QString listed(const QSet<QString>& set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list.join(u' ');
}

} // namespace

void TestReadme::beginsWithTheTwoCommands()
{
    const QStringList commands = textOf(u"README.md"_s).split(u'\n').filter(u"    ./run"_s);
    QVERIFY(commands.size() >= 2);
    QVERIFY(commands[0].startsWith(u"    ./run  "));
    QVERIFY(commands[1].startsWith(u"    ./run tests"));
}

void TestReadme::everyCommandExists()
{
    const auto promised = allMatches(textOf(u"README.md"_s), u"\\./run ([a-z]+)"_s);
    QVERIFY(!promised.isEmpty());
    QCOMPARE(listed(promised - commandsOfHelp()), QString());
}

void TestReadme::everyCommandIsExplained()
{
    const auto promised = allMatches(textOf(u"README.md"_s), u"\\./run ([a-z]+)"_s);
    // `./run` alone is ./run console.
    QCOMPARE(listed(commandsOfHelp() - promised), u"console"_s);
}

void TestReadme::everyPackageIsExplained()
{
    const auto needed = allMatches(textOf(u"run"_s), u"^([a-z0-9+@.-]+)  +\\S"_s);
    QVERIFY(needed.contains(u"qt6-base-dev"_s));
    const QString readme = textOf(u"README.md"_s);
    for (QString package : needed) {
        package.remove(u'@'); // where the version of Boost goes
        QVERIFY2(readme.contains(u'`' + package + u'`'), qPrintable(package));
    }
}

void TestReadme::everyPictureExists()
{
    for (const QString& path : allMatches(textOf(u"README.md"_s), u"!\\[[^]]*\\]\\(([^)]*)\\)"_s))
        QVERIFY2(QFile::exists(Root + u'/' + path), qPrintable(path));
}

CMQ_TEST(readme, TestReadme)

} // namespace tst_readme
#include "tst_readme.moc"
