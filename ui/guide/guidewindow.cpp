#include "guidewindow.h"

#include "guidebrowser.h"

#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalBlocker>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int ChaptersWidth = 190;
constexpr QSize WindowSize(1010, 720);
} // namespace

GuideWindow::GuideWindow(QWidget* parent)
    : QDialog(parent)
    , m_chapters(new QListWidget)
    , m_text(new GuideBrowser(u"guideText"_s))
{
    setObjectName(u"guideWindow"_s);
    resize(WindowSize);
    m_chapters->setObjectName(u"guideChapters"_s);
    m_chapters->setFixedWidth(ChaptersWidth);
    m_chapters->setSpacing(2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chapters);
    layout->addWidget(m_text, 1);
    connect(m_text, &GuideBrowser::pageShown, this, &GuideWindow::listChapters);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &GuideWindow::markChapter);
    connect(m_chapters, &QListWidget::currentTextChanged, m_text, &GuideBrowser::showChapter);
    keepTranslated(this, [this] { retranslate(); });
}

void GuideWindow::showChapter(const QString& title)
{
    m_text->showChapter(title);
    markChapter();
}

void GuideWindow::retranslate()
{
    setWindowTitle(tr("User guide"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_text->setAccessibleName(tr("User guide"));
    //: The file of the user guide in this language.
    m_text->showPage(tr("guide.md"));
}

void GuideWindow::listChapters()
{
    const QSignalBlocker blocker(m_chapters);
    m_chapters->clear();
    m_chapters->addItems(m_text->chapters());
}

/// The list says where one is.
void GuideWindow::markChapter()
{
    const QSignalBlocker blocker(m_chapters);
    const QList<QListWidgetItem*> items =
        m_chapters->findItems(m_text->chapterInSight(), Qt::MatchExactly);
    m_chapters->setCurrentItem(items.value(0));
}

} // namespace ui
