#include "labpage.h"

#include "lessoncard.h"
#include "lessontext.h"

#include "scenario/scenariofile.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/prompts.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QFile>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

namespace {
constexpr int MapMarkSize = 20;
}

LabPage::LabPage(Lab& lab, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_prompts(prompts)
    , m_banner(new Banner(u"labBanner"_s))
    , m_title(new Label(TextRole::PageTitle))
    , m_text(LessonCard::wrapped(u"labText"_s, Tone::Secondary))
    , m_next(new QPushButton)
    , m_openFile(new QPushButton)
    , m_openEmpty(new QPushButton)
{
    setObjectName(u"labPage"_s);
    m_title->setObjectName(u"labTitle"_s);
    m_next->setObjectName(u"labNext"_s);
    m_next->setIcon(icon(u"play-fill", Tone::OnAccent));
    setButtonKind(m_next, ButtonKind::Primary);
    m_openFile->setObjectName(u"labOpenFile"_s);
    m_openFile->setIcon(icon(u"folder2-open"));
    m_openEmpty->setObjectName(u"labOpenEmpty"_s);
    m_openEmpty->setIcon(icon(u"plus-lg"));
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch();
    for (QPushButton* each : {m_openFile, m_openEmpty, m_next})
        head->addWidget(each);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(m_banner);
    layout->addWidget(makeMap(), 1);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const auto next = m_lab.next())
            m_lab.open(next);
    });
    connect(m_openFile, &QPushButton::clicked, this, &LabPage::openFile);
    connect(m_openEmpty, &QPushButton::clicked, this, &LabPage::openEmpty);
    connect(&lab, &Lab::progressChanged, this, &LabPage::refresh);
    keepTranslated(this, [this] { retranslate(); });
}

QWidget* LabPage::makeMap()
{
    auto* map = new QWidget;
    auto* layout = new QVBoxLayout(map);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    for (const Lab::Lesson& lesson : m_lab.lessons())
        addRow(lesson, layout);
    layout->addStretch();
    auto* area = new QScrollArea;
    area->setObjectName(u"labMap"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(map);
    return area;
}

void LabPage::addRow(const Lab::Lesson& lesson, QLayout* layout)
{
    const QString name = QString::fromStdString(lesson->id);
    Row row{lesson,
            new QLabel,
            new Label(TextRole::Section),
            LessonCard::wrapped(u"labGoal_"_s + name, Tone::Secondary),
            new Label(TextRole::Caption, Tone::Muted),
            new QPushButton};
    row.title->setObjectName(u"labTitle_"_s + name);
    row.result->setObjectName(u"labResult_"_s + name);
    row.open->setObjectName(u"labOpen_"_s + name);
    row.mark->setFixedSize(MapMarkSize, MapMarkSize);
    connect(row.open, &QPushButton::clicked, this, [this, lesson] { m_lab.open(lesson); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(row.title);
    texts->addWidget(row.goal);
    auto* card = new Card(u"labLesson_"_s + name);
    auto* line = new QHBoxLayout(card);
    line->setContentsMargins(16, 10, 16, 10);
    line->setSpacing(12);
    line->addWidget(row.mark);
    line->addLayout(texts, 1);
    line->addWidget(row.result);
    line->addWidget(row.open);
    layout->addWidget(card);
    m_rows.append(row);
}

void LabPage::retranslate()
{
    setAccessibleName(tr("Lab"));
    m_title->setText(tr("Lab"));
    m_text->setText(tr("Learn CMQ by doing: each lesson has a sandbox of its own, with the real "
                       "broker in it and a clock that obeys you."));
    m_openFile->setText(tr("Open a scenario…"));
    m_openFile->setToolTip(
        tr("From a file. It runs in a sandbox of its own and reaches nothing else."));
    m_openEmpty->setText(tr("Empty scenario"));
    m_openEmpty->setToolTip(tr("Do something in a sandbox and save it as a scenario or a lesson"));
    for (const Row& row : m_rows) {
        row.title->setText(
            tr("%1 · %2").arg(row.lesson->lesson->number).arg(lessonText(row.lesson->title)));
        row.goal->setText(lessonText(row.lesson->lesson->goal));
    }
    refresh();
}

void LabPage::refresh()
{
    qsizetype done = 0;
    for (const Row& row : m_rows) {
        const Lab::Result result = m_lab.result(row.lesson->id);
        const bool isDone = result > Lab::Result::Started;
        done += isDone;
        row.mark->setPixmap(isDone ? icon(u"check-circle", Tone::Ok).pixmap(MapMarkSize)
                                   : icon(u"circle", Tone::Muted).pixmap(MapMarkSize));
        row.open->setText(isDone                           ? tr("Again")
                          : result == Lab::Result::Started ? tr("Go on")
                                                           : tr("Start"));
        row.open->setAccessibleName(row.open->text() + u' ' + row.title->text());
        switch (result) {
        case Lab::Result::None: row.result->setText({}); break;
        case Lab::Result::Started: row.result->setText(tr("Begun")); break;
        case Lab::Result::WithSolution: row.result->setText(tr("Done with the solution")); break;
        case Lab::Result::WithHints: row.result->setText(tr("Done with a hint")); break;
        case Lab::Result::Alone: row.result->setText(tr("Done alone")); break;
        }
    }
    const auto next = m_lab.next();
    m_next->setEnabled(next != nullptr);
    if (next)
        m_next->setText(formatCaption(tr("%1 of %2 done · next: %3")
                                          .arg(done)
                                          .arg(m_rows.size())
                                          .arg(lessonText(next->title)),
                                      80));
}

/// A file from anywhere: it is read whole, within its bound, and understood before anything is
/// done.
void LabPage::openFile()
{
    m_prompts.chooseOpenFile(this, tr("Open a scenario"), [this](const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            m_banner->show(BannerKind::Error, tr("The file could not be read."),
                           file.errorString());
            return;
        }
        const QByteArray text = file.read(qint64(scenario::ScenarioBytesMax) + 1);
        auto read = scenario::parseScenario(text.toStdString());
        if (!read) {
            m_banner->show(BannerKind::Error, tr("The file is no scenario that can be read."),
                           QString::fromStdString(read.error().detail));
            return;
        }
        m_banner->clear();
        read->id.clear(); // progress is kept for our own lessons
        m_lab.open(std::make_shared<const scenario::Scenario>(std::move(*read)));
    });
}

void LabPage::openEmpty()
{
    scenario::Scenario empty;
    empty.title = {{"en", "Empty scenario"}, {"zh", "空场景"}};
    m_lab.open(std::make_shared<const scenario::Scenario>(std::move(empty)));
}

} // namespace ui
