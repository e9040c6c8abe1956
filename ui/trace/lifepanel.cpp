#include "lifepanel.h"

#include "lifeexport.h"
#include "lifelineview.h"
#include "lifetext.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/savefile.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/timeaxis.h"
#include "ui/common/translated.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

LifePanel::LifePanel(Prompts& prompts, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_prompts(prompts)
    , m_title(new Label(TextRole::Section))
    , m_gap(new Label(TextRole::Body, Tone::InFlight))
    , m_handle(new Label(TextRole::Body))
    , m_view(new LifeLineView(u"lifeLine"_s))
    , m_scroll(new QScrollArea)
    , m_why(new Label(TextRole::Body))
    , m_lesson(new Label(TextRole::Caption, Tone::Muted))
    , m_table(new TableView(u"lifeTable"_s))
    , m_empty(new EmptyState(u"lifeEmpty"_s, u"lifeline"))
    , m_banner(new Banner(u"lifeBanner"_s))
    , m_openQueue(makeAction(this, u"lifeOpenQueue"_s, u"save", &LifePanel::openQueue))
    , m_guide(makeAction(this, u"lifeGuide"_s, u"question-circle", &LifePanel::openGuide))
    , m_exportSvg(makeAction(this, u"exportLifeSvg"_s, u"save", &LifePanel::exportSvg))
    , m_exportCsv(makeAction(this, u"exportLifeCsv"_s, u"save", &LifePanel::exportCsv))
    , m_exportJson(makeAction(this, u"exportLifeJson"_s, u"save", &LifePanel::exportJson))
    , m_copyText(makeAction(this, u"copyLifeText"_s, u"copy", &LifePanel::copyText))
{
    m_table->setList(&m_rows, settings);
    m_table->setUsualLayout({m_table->widthFor(formatExactInstant({})), 88, 150, 150, 150});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_openQueue->setIcon(icon(u"queue"));
    m_table->setRowActions({m_openQueue, m_copyText});
    m_table->setPlaceholder(m_empty);
    createLayout();
    connect(m_table, &QAbstractItemView::activated, m_openQueue, &QAction::trigger);
    connect(m_view, &LifeLineView::stepSelected, this, &LifePanel::selectStep);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    selectStep(current.row());
            });
    keepTranslated(this, [this] { retranslate(); });
}

void LifePanel::focusLine()
{
    m_view->setFocus();
}

void LifePanel::createLayout()
{
    m_title->setObjectName(u"lifeTitle"_s);
    m_gap->setObjectName(u"lifeGap"_s);
    m_gap->setWordWrap(true);
    m_handle->setObjectName(u"lifeHandle"_s);
    m_handle->setWordWrap(true);
    m_lesson->setObjectName(u"lifeLesson"_s);
    m_lesson->setWordWrap(true);
    m_why->setObjectName(u"lifeWhy"_s);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_why->setMinimumHeight(2 * m_why->fontMetrics().lineSpacing());
    m_why->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_scroll->setObjectName(u"lifeScroll"_s);
    m_scroll->setWidget(m_view);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false); // the card's surface is below
    m_view->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addStretch();
    for (QAction* action : {m_exportSvg, m_exportCsv, m_exportJson})
        head->addWidget(makeToolButton(action));

    auto* card = new Card(u"lifeCard"_s);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(8, 8, 8, 8);
    inCard->setSpacing(8);
    inCard->addWidget(m_scroll, 1);
    inCard->addWidget(m_why);
    auto* further = new QHBoxLayout;
    further->setSpacing(8);
    further->addWidget(makeToolButton(m_guide));
    further->addWidget(m_lesson, 1);
    inCard->addLayout(further);

    auto* parts = new QSplitter(Qt::Vertical);
    parts->setObjectName(u"lifeSplitter"_s);
    parts->addWidget(card);
    parts->addWidget(m_table);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(12);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_gap);
    layout->addWidget(m_handle);
    layout->addWidget(parts, 1);
}

void LifePanel::retranslate()
{
    m_openQueue->setText(tr("&Open the queue"));
    m_guide->setText(tr("In the guide"));
    m_guide->setToolTip(tr("What the user guide says about it"));
    m_exportSvg->setText(tr("Export SVG…"));
    m_exportCsv->setText(tr("Export CSV…"));
    m_exportJson->setText(tr("Export JSON…"));
    m_exportSvg->setToolTip(tr("Write the drawing to a file"));
    m_exportCsv->setToolTip(tr("Write the steps to a file for spreadsheets"));
    m_exportJson->setToolTip(tr("Write the steps and states to a file for programs"));
    m_copyText->setText(tr("&Copy the life as text"));
    m_copyText->setToolTip(tr("All steps with their reasons, to paste into a report"));
    m_view->setAccessibleName(tr("Life line"));
    m_table->setAccessibleName(tr("Steps of this message"));
    m_rows.retranslate();
    m_rows.setLine(m_line);
    showTexts();
}

void LifePanel::setLine(const LifeLine& line)
{
    if (line.msgId != m_line.msgId) {
        m_banner->clear();
        m_selected = -1;
    }
    m_line = line;
    m_hasFailed = false;
    m_view->setLine(line);
    m_rows.setLine(line);
    if (m_selected < 0 && !line.steps.isEmpty()) {
        const int asked = line.handle ? stepOfHandle(line, *line.handle) : -1;
        selectStep(asked >= 0 ? asked : int(line.steps.size()) - 1);
    }
    showTexts();
}

void LifePanel::showFailure()
{
    m_hasFailed = true;
    showPlaceholder();
}

void LifePanel::showPlaceholder()
{
    if (m_hasFailed)
        m_empty->setTexts(tr("The life line could not be read"), {});
    else if (m_line.hasGap || m_line.msgId == 0)
        m_empty->setTexts(tr("No steps"), tr("Nothing is known that happened to this message."));
    else
        m_empty->showLoading();
}

void LifePanel::showTexts()
{
    showPlaceholder();
    m_title->setText(m_line.msgId == 0 ? QString()
                                       : tr("Message %1").arg(QString::number(m_line.msgId)));
    const QString gap = gapText(m_line);
    m_gap->setText(gap);
    m_gap->setVisible(!gap.isEmpty());
    const QString handle = handleText(m_line);
    m_handle->setText(handle);
    m_handle->setVisible(!handle.isEmpty());
    const bool hasSteps = !m_line.steps.isEmpty();
    for (QAction* action : {m_exportSvg, m_exportCsv, m_exportJson, m_copyText})
        action->setEnabled(hasSteps);
    const LifeLane* lane = selectedLane();
    enableAction(m_openQueue, tr("Show the queue of this step in a tab of its own"),
                 lane && lane->kind == LifeLane::Kind::Queue
                     ? QString()
                     : tr("This step did not happen in a queue."));
    m_guide->setEnabled(lane != nullptr);
    if (!lane) {
        m_why->clear();
        m_lesson->clear();
        return;
    }
    const LifeStep& step = m_line.steps[m_selected];
    //: %1 is a step of a message's life, %2 the sentences that explain it
    m_why->setText(tr("%1. Why? %2").arg(stepText(step), stepReason(m_line, step)));
    m_lesson->setText(lessonText(step.event));
    m_guide->setText(tr("In the guide: %1").arg(guideChapter(step.event)));
}

void LifePanel::selectStep(int step)
{
    m_selected = step;
    m_view->selectStep(step);
    if (m_table->currentIndex().row() != step)
        m_table->selectKey(QString::number(step));
    showTexts();
}

/// Where the selected step happened; none if none is selected.
const LifeLane* LifePanel::selectedLane() const
{
    if (m_selected < 0 || m_selected >= int(m_line.steps.size()))
        return nullptr;
    return &m_line.lanes[m_line.steps[m_selected].lane];
}

void LifePanel::openQueue()
{
    if (const LifeLane* lane = selectedLane())
        emit queueRequested(QString::fromStdString(lane->name));
}

void LifePanel::openGuide()
{
    if (selectedLane())
        emit guideRequested(guideChapter(m_line.steps[m_selected].event));
}

void LifePanel::exportSvg()
{
    exportAs(tr("Export the life line as SVG"), u".svg"_s, [this] { return m_view->toSvg(); });
}

void LifePanel::exportCsv()
{
    exportAs(tr("Export the life line as CSV"), u".csv"_s, [this] { return lifeCsv(m_line); });
}

void LifePanel::exportJson()
{
    exportAs(tr("Export the life line as JSON"), u".json"_s, [this] { return lifeJson(m_line); });
}

void LifePanel::copyText()
{
    QGuiApplication::clipboard()->setText(lifeText(m_line));
}

void LifePanel::exportAs(const QString& title, const QString& suffix,
                         const std::function<QByteArray()>& contents)
{
    saveFile(this, m_prompts, *m_banner, title, u"message-%1"_s.arg(m_line.msgId) + suffix,
             contents()); // what is on the screen now
}

} // namespace ui
