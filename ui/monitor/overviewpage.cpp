#include "overviewpage.h"

#include "figuretile.h"

#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/figures.h"
#include "ui/queues/queuefeed.h"

#include <QBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LinesMax = 8;
constexpr int AgeTickMs = 1000;

/// The lines of one list: the queue as a button that leads to it, and what there is to say.
QWidget* makeLine(const QString& name, const QString& queueName, const QString& text,
                  QToolButton*& link)
{
    auto* line = new QWidget;
    line->setObjectName(name);
    link = new QToolButton;
    link->setObjectName(name + u"Link"_s);
    link->setAutoRaise(true);
    link->setIcon(icon(u"queue", Tone::Accent));
    link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // A queue's name has no "&", but a name from elsewhere might.
    link->setText(QString(queueName).replace(u'&', u"&&"_s));
    auto* words = new Label(TextRole::Body, Tone::Secondary);
    words->setObjectName(name + u"Text"_s);
    words->setText(text);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(link);
    layout->addWidget(words, 1);
    return line;
}

Card* makeCard(const QString& name, Label* title, QVBoxLayout* lines)
{
    auto* card = new Card(name);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addLayout(lines);
    layout->addStretch();
    return card;
}

} // namespace

OverviewPage::OverviewPage(Connection& connection, QueueFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_feed(feed)
    , m_title(new Label(TextRole::PageTitle))
    , m_age(new Label(TextRole::Body, Tone::Muted))
    , m_attentionTitle(new Label(TextRole::Section))
    , m_backlogTitle(new Label(TextRole::Section))
    , m_attention(new QVBoxLayout)
    , m_backlog(new QVBoxLayout)
{
    setObjectName(u"overviewPage"_s);
    createLayout();
    connect(&m_feed, &QueueFeed::updated, this, &OverviewPage::showQueues);
    connect(&m_ages, &QTimer::timeout, this, &OverviewPage::showAge);
    m_ages.start(AgeTickMs);
    keepTranslated(this, [this] { retranslate(); });
}

void OverviewPage::createLayout()
{
    m_title->setObjectName(u"overviewTitle"_s);
    m_age->setObjectName(u"overviewAge"_s);
    m_attentionTitle->setObjectName(u"attentionTitle"_s);
    m_backlogTitle->setObjectName(u"backlogTitle"_s);
    m_tiles = {new FigureTile(u"tileQueues"_s, u"queue", Tone::Secondary),
               new FigureTile(u"tileVisible"_s, u"envelope", Tone::Visible),
               new FigureTile(u"tileInFlight"_s, u"hourglass-split", Tone::InFlight),
               new FigureTile(u"tileDelayed"_s, u"clock-history", Tone::Delayed),
               new FigureTile(u"tileRewindable"_s, u"rewind-fill", Tone::Rewindable)};
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(12);
    for (FigureTile* tile : m_tiles)
        tiles->addWidget(tile, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_age, 0, Qt::AlignBottom);
    head->addStretch();
    layout->addLayout(head);
    layout->addLayout(tiles);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(12);
    cards->addWidget(makeCard(u"attentionCard"_s, m_attentionTitle, m_attention), 1);
    cards->addWidget(makeCard(u"backlogCard"_s, m_backlogTitle, m_backlog), 1);
    layout->addLayout(cards);
    layout->addStretch(1);
    m_attention->setSpacing(4);
    m_backlog->setSpacing(4);
}

void OverviewPage::retranslate()
{
    m_title->setText(tr("Overview"));
    m_tiles[0]->setTitle(tr("Queues"));
    m_tiles[1]->setTitle(tr("Visible"));
    m_tiles[2]->setTitle(tr("In flight"));
    m_tiles[3]->setTitle(tr("Delayed"));
    m_tiles[4]->setTitle(tr("Rewindable"));
    m_attentionTitle->setText(tr("Needs attention"));
    m_backlogTitle->setText(tr("Largest backlogs"));
    // What is written in the lines may be the same in both languages' eyes, so make them anew.
    m_attentionLines = {{QString(), QString()}};
    m_backlogLines = {{QString(), QString()}};
    showQueues();
}

void OverviewPage::showQueues()
{
    showTotals();
    QList<Line> attention;
    for (const Attention& each : attentionTo(m_feed.queues(), m_connection.now())) {
        attention.append({each.queueName, attentionText(each)});
        if (attention.size() == LinesMax)
            break;
    }
    fill(m_attention, m_attentionLines, attention, tr("All is well."));

    QList<QueueRow> largest = m_feed.queues();
    const auto count = std::min(LinesMax, largest.size());
    std::partial_sort(largest.begin(), largest.begin() + count, largest.end(),
                      [](const QueueRow& a, const QueueRow& b) {
                          return backlogOf(a.attributes) > backlogOf(b.attributes);
                      });
    QList<Line> backlog;
    for (qsizetype i = 0; i < count && backlogOf(largest[i].attributes) > 0; ++i)
        backlog.append({largest[i].name,
                        tr("%1 messages").arg(figureText(backlogOf(largest[i].attributes), m_connection))});
    fill(m_backlog, m_backlogLines, backlog, tr("No queue holds a message."));
}

void OverviewPage::showAge()
{
    m_age->setText(m_feed.isLoaded() ? figuresAge(m_connection, m_feed.updatedAt()) : QString());
}

void OverviewPage::showTotals()
{
    showAge();

    cmq::QueueAttributes sum;
    for (const QueueRow& queue : m_feed.queues()) {
        sum.activeMsgNum += queue.attributes.activeMsgNum;
        sum.inactiveMsgNum += queue.attributes.inactiveMsgNum;
        sum.delayMsgNum += queue.attributes.delayMsgNum;
        sum.rewindmsgNum += queue.attributes.rewindmsgNum;
    }
    m_tiles[0]->setFigure(m_feed.queues().size());
    const bool isExact = m_connection.hasExactFigures();
    m_tiles[1]->setFigure(sum.activeMsgNum, isExact);
    m_tiles[2]->setFigure(sum.inactiveMsgNum, isExact);
    m_tiles[3]->setFigure(sum.delayMsgNum, isExact);
    m_tiles[4]->setFigure(sum.rewindmsgNum, isExact);
}

void OverviewPage::fill(QVBoxLayout* list, QList<Line>& shown, const QList<Line>& lines,
                        const QString& none)
{
    if (shown == lines && list->count() > 0)
        return; // so that the focus in it stays
    shown = lines;
    while (QLayoutItem* item = list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QString prefix = list == m_attention ? u"attention"_s : u"backlog"_s;
    if (lines.isEmpty()) {
        auto* label = new Label(TextRole::Body, Tone::Muted);
        label->setObjectName(prefix + u"None"_s);
        label->setText(none);
        list->addWidget(label);
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QToolButton* link = nullptr;
        list->addWidget(
            makeLine(prefix + QString::number(i), lines[i].queueName, lines[i].text, link));
        connect(link, &QToolButton::clicked, this,
                [this, name = lines[i].queueName] { emit queueRequested(name); });
    }
}

} // namespace ui
