#include "ui/http/samplecode.h"

#include "tests/suite.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace tst_samplecode {

using namespace Qt::StringLiterals;
using ui::SampleLanguage;

namespace {

const ui::SampleAccess Access{u"http://127.0.0.1:8080"_s, u"AKIDz8krbsJ5yKBZ"_s,
                              u"Gu5t9xGARNpq86cd"_s};

/// What a program prints; nothing if it fails.
QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return "it failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

/// Ready code is whole, for this endpoint and this object, and no text breaks out of its literal.
class TestSampleCode final : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateIsFilled_data();
    void everyTemplateIsFilled();
    void literalsAreEscaped_data();
    void literalsAreEscaped();
    void interpretersReadTheSameText_data();
    void interpretersReadTheSameText();
    void aValueIsNoPlaceholder();
    void curlCodeRepeatsARequest();
    void everyLanguageMakesTheCall_data();
    void everyLanguageMakesTheCall();
};

void TestSampleCode::everyTemplateIsFilled_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<bool>("isTopic");
    for (const SampleLanguage language : ui::SampleLanguages) {
        for (const bool isTopic : {false, true})
            QTest::addRow("%s %s", qPrintable(ui::toString(language)), isTopic ? "topic" : "queue")
                << int(language) << isTopic;
    }
}

void TestSampleCode::everyTemplateIsFilled()
{
    QFETCH(int, language);
    QFETCH(bool, isTopic);
    const auto chosen = SampleLanguage(language);
    const QString code = ui::sampleCode(chosen, Access, {isTopic, u"orders"_s});
    QVERIFY(!code.contains(u"{{"_s));
    QCOMPARE(code.count(Access.url), 1);
    QCOMPARE(code.count(ui::literal(chosen, Access.secretId)), 1);
    QCOMPARE(code.count(ui::literal(chosen, Access.secretKey)), 1);
    QVERIFY(code.contains(ui::literal(chosen, u"orders"_s)));
    QCOMPARE(code.contains(u"ublish"_s), isTopic);
    QCOMPARE(code.contains(u"elete"_s), !isTopic);
}

void TestSampleCode::literalsAreEscaped_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Python") << int(SampleLanguage::Python) << uR"("a\"b'c\\d$e\nf\0017")"_s;
    QTest::newRow("Java") << int(SampleLanguage::Java) << uR"("a\"b'c\\d$e\nf\0017")"_s;
    QTest::newRow("Go") << int(SampleLanguage::Go) << uR"("a\"b'c\\d$e\nf\0017")"_s;
    QTest::newRow("C++") << int(SampleLanguage::Cpp) << uR"("a\"b'c\\d$e\nf\0017")"_s;
    QTest::newRow("PHP") << int(SampleLanguage::Php) << u"'a\"b\\'c\\\\d$e\nf\x01"_s + u"7'"_s;
    QTest::newRow("Node") << int(SampleLanguage::Node) << uR"("a\"b'c\\d$e\nf\u00017")"_s;
    QTest::newRow("curl") << int(SampleLanguage::Curl) << u"'a\"b'\\''c\\d$e\nf\x01"_s + u"7'"_s;
}

void TestSampleCode::literalsAreEscaped()
{
    QFETCH(int, language);
    QFETCH(QString, expected);
    QCOMPARE(ui::literal(SampleLanguage(language), u"a\"b'c\\d$e\nf\x01"_s + u"7"_s), expected);
}

void TestSampleCode::interpretersReadTheSameText_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("printing");
    QTest::newRow("Python") << int(SampleLanguage::Python) << u"python3"_s << u"-c"_s
                            << u"import sys; sys.stdout.buffer.write((%1).encode())"_s;
    QTest::newRow("Node") << int(SampleLanguage::Node) << u"node"_s << u"-e"_s
                          << u"process.stdout.write(%1)"_s;
    QTest::newRow("curl") << int(SampleLanguage::Curl) << u"bash"_s << u"-c"_s << u"printf %s %1"_s;
}

void TestSampleCode::interpretersReadTheSameText()
{
    QFETCH(int, language);
    QFETCH(QString, program);
    QFETCH(QString, option);
    QFETCH(QString, printing);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("this interpreter is not installed");
    const QString text = u"\\n \"q\" 'q' $HOME `id` $(id) %s ${x} 中文 \t\n\x01"_s + u"7!\\"_s;
    const QString code =
        QString(printing).replace(u"%1"_s, ui::literal(SampleLanguage(language), text));
    QCOMPARE(QString::fromUtf8(run(program, {option, code})), text);
}

void TestSampleCode::aValueIsNoPlaceholder()
{
    ui::SampleAccess access = Access;
    access.secretId = u"{{secretKey}}"_s;
    const QString code = ui::sampleCode(SampleLanguage::Python, access, {false, u"{{x"_s});
    QCOMPARE(code.count(Access.secretKey), 1);
    QVERIFY(code.contains(u"\"{{secretKey}}\""_s) && code.contains(u"\"{{x\""_s));
}

void TestSampleCode::curlCodeRepeatsARequest()
{
    const QString code =
        ui::curlCode(u"http://127.0.0.1:8080/"_s, u"AKID"_s,
                     {{u"Action"_s, u"SendMessage"_s}, {u"msgBody"_s, u"it's\n& = 1"_s}});
    QVERIFY(code.contains(u"url='http://127.0.0.1:8080/'\nsecret_id='AKID'\n"_s));
    QVERIFY(code.contains(u"secret_key=${CMQ_SECRET_KEY:?"_s));
    QVERIFY(code.endsWith(u"cmq \\\n  'Action=SendMessage' \\\n  'msgBody=it'\\''s\n& = 1'\n"_s));
}

void TestSampleCode::everyLanguageMakesTheCall_data()
{
    QTest::addColumn<int>("language");
    for (const SampleLanguage language : ui::SampleLanguages)
        QTest::addRow("%s", qPrintable(ui::toString(language))) << int(language);
}

void TestSampleCode::everyLanguageMakesTheCall()
{
    QFETCH(int, language);
    const auto chosen = SampleLanguage(language);
    const QString body = u"it's {{url}} \"now\""_s;
    const QString code = ui::callCode(chosen, u"http://127.0.0.1:8080/v2/index.php"_s,
                                      {{u"Action"_s, u"SendMessage"_s}, {u"msgBody"_s, body}});
    QString rest = code;
    const QString literal = chosen == SampleLanguage::Curl
                                ? ui::literal(chosen, u"msgBody="_s + body)
                                : ui::literal(chosen, body);
    QCOMPARE(code.count(literal), 1);
    QVERIFY(!rest.remove(literal).contains(u"{{"_s));
    QVERIFY(code.contains(u"SendMessage"_s));
    QVERIFY(code.contains(u"http://127.0.0.1:8080/v2/index.php"_s));
    QVERIFY(code.contains(u"CMQ_SECRET_ID"_s) && code.contains(u"CMQ_SECRET_KEY"_s));
}

CMQ_TEST(samplecode, TestSampleCode)

} // namespace tst_samplecode
#include "tst_samplecode.moc"
