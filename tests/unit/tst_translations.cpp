#include "tests/paths.h"
#include "tests/suite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace tst_translations {

using namespace Qt::StringLiterals;

/// The console speaks both languages completely: lupdate finds no string that a .ts file lacks, and
/// none is unfinished, left over, empty, or without a placeholder of its source.
class TestTranslations final : public QObject
{
    Q_OBJECT

private slots:
    void faultIsFound_data();
    void faultIsFound();
    void fileIsComplete_data();
    void fileIsComplete();
};

namespace {

QStringList placeholders(const QString& text)
{
    static const QRegularExpression placeholder(u"%(L?\\d+|n)"_s);
    QStringList found;
    for (const auto& match : placeholder.globalMatch(text))
        found += match.captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

// What is wrong with one translated form, or nothing.
QString faultOf(const QString& source, const QString& translation)
{
    static const QRegularExpression blankBeforeStop(u"\\s[，。；：！？、]"_s);
    if (translation.trimmed().isEmpty())
        return u"empty"_s;
    if (placeholders(source) != placeholders(translation))
        return u"other placeholders"_s;
    if (translation.contains(blankBeforeStop))
        return u"blank before a full-width stop"_s;
    return {};
}

// Every fault of a .ts file, as "context: source: fault".
QStringList faults(const QByteArray& ts, int& messages)
{
    QStringList found;
    QString context;
    QString source;
    QXmlStreamReader xml(ts);
    const auto report = [&](const QString& fault) {
        found += u"%1: %2: %3"_s.arg(context, source, fault);
    };
    bool plural = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            plural = xml.attributes().value(u"numerus"_s) == u"yes";
            ++messages;
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation" && xml.attributes().hasAttribute(u"type"_s)) {
            report(xml.attributes().value(u"type"_s).toString()); // unfinished, vanished, obsolete
            xml.skipCurrentElement();
        } else if (xml.name() == (plural ? u"numerusform"_s : u"translation"_s)) {
            const QString translation = xml.readElementText();
            const QString fault = faultOf(source, translation);
            if (!fault.isEmpty())
                report(fault);
        }
    }
    if (xml.hasError())
        found += xml.errorString();
    return found;
}

const QDir Translations(QString::fromStdString(paths::source("resources/translations")));

} // namespace

void TestTranslations::faultIsFound_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* source, const char* translation,
                        const QString& expected) {
        QTest::newRow(name) << QByteArray(source) + translation << expected;
    };
    row("good", "<message><source>Send %1</source>", "<translation>发送 %1</translation>", {});
    row("good plural", "<message numerus=\"yes\"><source>%n left</source>",
        "<translation><numerusform>剩余 %n</numerusform></translation>", {});
    row("unfinished", "<message><source>Send</source>", "<translation type=\"unfinished\"/>",
        u"Page: Send: unfinished"_s);
    row("vanished", "<message><source>Send</source>",
        "<translation type=\"vanished\">发送</translation>", u"Page: Send: vanished"_s);
    row("empty", "<message><source>Send</source>", "<translation> </translation>",
        u"Page: Send: empty"_s);
    row("empty plural", "<message numerus=\"yes\"><source>%n left</source>",
        "<translation><numerusform>%n</numerusform><numerusform/></translation>",
        u"Page: %n left: empty"_s);
    row("lost placeholder", "<message><source>Send %1</source>", "<translation>发送</translation>",
        u"Page: Send %1: other placeholders"_s);
    row("blank", "<message><source>Sent, and gone</source>",
        "<translation>已发送 ，已消失</translation>",
        u"Page: Sent, and gone: blank before a full-width stop"_s);
}

void TestTranslations::faultIsFound()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, expected);
    int messages = 0;
    const QStringList found =
        faults("<TS><context><name>Page</name>" + message + "</message></context></TS>", messages);
    QCOMPARE(found.join(u'\n'), expected);
    QCOMPARE(messages, 1);
}

void TestTranslations::fileIsComplete_data()
{
    QTest::addColumn<QString>("path");
    for (const QString& name : Translations.entryList({u"*.ts"_s}))
        QTest::newRow(qPrintable(name)) << Translations.filePath(name);
}

void TestTranslations::fileIsComplete()
{
    QFETCH(QString, path);
    // lupdate works on a copy: it adds what the sources have and marks what they have no more.
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QFileInfo(path).fileName());
    QVERIFY(QFile::copy(path, copy));
    QStringList arguments{u"-silent"_s, u"-locations"_s, u"none"_s};
    arguments += {u"ui"_s, u"app"_s, u"resources"_s, u"-ts"_s, copy};
    const bool english = copy.endsWith(u"_en.ts");
    if (english) // what the sources say needs no translation, but for its plurals
        arguments.prepend(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QString::fromStdString(paths::source()));
    lupdate.start(QStringLiteral(CMQ_LUPDATE), arguments);
    QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
    QCOMPARE(lupdate.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(lupdate.readAllStandardError()), QString());

    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int messages = 0;
    const QStringList found = faults(file.readAll(), messages);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    QVERIFY(messages > 0 || english);
}

CMQ_TEST(translations, TestTranslations)

} // namespace tst_translations
#include "tst_translations.moc"
