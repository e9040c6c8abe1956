#include "person.h"
#include "sandboxdesk.h"

#include "ui/guide/guidebrowser.h"
#include "ui/shell/deck.h"

#include "tests/suite.h"

#include <QImage>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>

namespace tst_guide {

using namespace Qt::StringLiterals;

/// The user guide in the program.
class TestGuide final : public QObject
{
    Q_OBJECT

private slots:
    void everyPageHasAChapter_data();
    void everyPageHasAChapter();
    void picturesAndLinksAreThere_data();
    void picturesAndLinksAreThere();
    void otherPlacesAreNotVisited();
};

void TestGuide::everyPageHasAChapter_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("English") << int(ui::LanguageMode::English);
    QTest::newRow("Chinese") << int(ui::LanguageMode::Chinese);
}

void TestGuide::everyPageHasAChapter()
{
    QFETCH(int, language);
    const SandboxDesk desk{ui::LanguageMode(language)};
    for (QAction* page : desk.console->window().workspace()->deck().pageActions()) {
        page->trigger();
        person::press(u"mainWindow"_s, Qt::Key_F1);
        const auto chapters = person::find<QListWidget>(u"guideChapters"_s);
        QVERIFY(chapters);
        const QListWidgetItem* current = chapters->currentItem();
        QVERIFY2(current, qPrintable(page->text()));
        QCOMPARE(current->text(), page->text());
        person::find(u"guideWindow"_s)->close();
        QVERIFY(person::isGone(u"guideWindow"_s));
    }
}

void TestGuide::picturesAndLinksAreThere_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("English") << u"guide.md"_s;
    QTest::newRow("Chinese") << u"guide.zh.md"_s;
}

void TestGuide::picturesAndLinksAreThere()
{
    QFETCH(QString, page);
    QFile file(u":/guide/"_s + page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    ui::GuideBrowser browser(u"browser"_s);
    browser.showPage(page);
    static const QRegularExpression link(u"(!?)\\[[^]]*\\]\\(([^)]+)\\)"_s);
    int pictures = 0;
    for (const auto& match : link.globalMatch(text)) {
        const QString target = match.captured(2);
        QVERIFY2(QFile::exists(u":/guide/"_s + target), qPrintable(target));
        if (match.captured(1).isEmpty())
            continue;
        ++pictures;
        const QVariant picture = browser.loadResource(QTextDocument::ImageResource, QUrl(target));
        QVERIFY2(!picture.value<QImage>().isNull(), qPrintable(target));
    }
    QVERIFY(pictures >= 5);
}

void TestGuide::otherPlacesAreNotVisited()
{
    ui::GuideBrowser browser(u"browser"_s);
    browser.showPage(u"guide.md"_s);
    const QUrl here = browser.source();
    emit browser.anchorClicked(QUrl(u"http://example.com/"_s));
    emit browser.anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(browser.source(), here);
    QVERIFY(!browser.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s))
                 .isValid());
    emit browser.anchorClicked(QUrl(u"sdk.md"_s));
    QCOMPARE(browser.source().fileName(), u"sdk.md"_s);
}

CMQ_TEST(guide, TestGuide)

} // namespace tst_guide
#include "tst_guide.moc"
