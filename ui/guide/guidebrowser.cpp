#include "guidebrowser.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChapterLevel = 2;
constexpr int PictureWidth = 720;
constexpr int Margin = 20;

template <class Use>
void forEachChapter(const QTextDocument& document, Use use)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == ChapterLevel)
            use(block);
    }
}

} // namespace

GuideBrowser::GuideBrowser(const QString& name, QWidget* parent)
    : QTextBrowser(parent)
{
    setObjectName(name);
    setOpenLinks(false);
    document()->setDocumentMargin(Margin);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.isRelative() && link.path().endsWith(u".md"))
            showPage(link.path());
    });
}

void GuideBrowser::showPage(const QString& fileName)
{
    setSource(QUrl(u"qrc:/guide/"_s + fileName), QTextDocument::MarkdownResource);
    emit pageShown(fileName);
}

QStringList GuideBrowser::chapters() const
{
    QStringList titles;
    forEachChapter(*document(), [&](const QTextBlock& block) { titles += block.text(); });
    return titles;
}

void GuideBrowser::showChapter(const QString& title)
{
    int top = 0;
    forEachChapter(*document(), [&](const QTextBlock& block) {
        if (block.text() == title)
            top = int(document()->documentLayout()->blockBoundingRect(block).top());
    });
    verticalScrollBar()->setValue(top);
}

QString GuideBrowser::chapterInSight() const
{
    QString title;
    forEachChapter(*document(), [&](const QTextBlock& block) {
        if (document()->documentLayout()->blockBoundingRect(block).top() <=
            verticalScrollBar()->value() + Margin)
            title = block.text();
    });
    return title;
}

QVariant GuideBrowser::loadResource(int type, const QUrl& name)
{
    const QUrl url = source().resolved(name);
    if (url.scheme() != u"qrc")
        return {};
    const QVariant resource = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return resource;
    QImage picture;
    picture.loadFromData(resource.toByteArray());
    const qreal ratio = devicePixelRatioF();
    const int width = std::min(picture.width(), int(PictureWidth * ratio));
    picture = picture.scaledToWidth(width, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace ui
