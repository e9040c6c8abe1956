#include "tracepage.h"

#include "deliverytext.h"
#include "lifepanel.h"
#include "lifetext.h"
#include "tracefinder.h"

#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/timeaxis.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// What can be chosen to be kept, in events.
constexpr int HistoryCounts[] = {10'000, 100'000, 1'000'000};

constexpr int FoundWidth = 400;
constexpr int TimeColumn = 2; ///< of the messages found

QString foundKey(const TracedMessage& row)
{
    return row.refusal > 0 ? u"refusal"_s + QString::number(row.refusal)
                           : QString::number(row.msgId);
}

QList<Column<TracedMessage>> foundColumns()
{
    QList<Column<TracedMessage>> list;
    list += Column<TracedMessage>(
        u"id"_s, [] { return TracePage::tr("Message ID"); },
        [](const TracedMessage& row) {
            return row.refusal > 0 ? u"–"_s : QString::number(row.msgId);
        });
    list += Column<TracedMessage>(
        u"last"_s, [] { return TracePage::tr("Last step"); },
        [](const TracedMessage& row) {
            return stepText({row.last, 0, -1, -1});
        });
    list += Column<TracedMessage>(
        u"time"_s, [] { return TracePage::tr("Time"); },
        [](const TracedMessage& row) { return formatExactInstant(row.last.time); });
    return list;
}

} // namespace

TracePage::TracePage(Connection& connection, Prompts& prompts, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_settings(settings)
    , m_feed(connection)
    , m_found(foundColumns(), &foundKey)
    , m_title(new Label(TextRole::PageTitle))
    , m_keepTitle(new Label(TextRole::Body, Tone::Muted))
    , m_keep(new QComboBox)
    , m_finder(new TraceFinder([&connection] { return connection.now(); }))
    , m_banner(new Banner(u"traceBanner"_s))
    , m_parts(new QSplitter)
    , m_foundPart(new QWidget)
    , m_foundTitle(new Label(TextRole::Body, Tone::Secondary))
    , m_foundTable(new TableView(u"traceFound"_s))
    , m_nothingFound(new EmptyState(u"traceNothingFound"_s, u"search"))
    , m_content(new QStackedWidget)
    , m_empty(new EmptyState(u"traceEmpty"_s, u"lifeline"))
    , m_panel(new LifePanel(prompts, settings))
{
    setObjectName(u"tracePage"_s);
    createLayout(settings);
    connectSignals();
    if (cmq::EventSource* events = connection.events())
        events->setHistoryCount(std::size_t(settings.historyEvents()));
    connect(m_panel, &LifePanel::queueRequested, this, &TracePage::queueRequested);
    connect(m_panel, &LifePanel::guideRequested, this, &TracePage::guideRequested);
    keepTranslated(this, [this] { retranslate(); });
}

void TracePage::createLayout(Settings& settings)
{
    m_title->setObjectName(u"traceTitle"_s);
    m_keepTitle->setObjectName(u"traceKeepTitle"_s);
    m_keep->setObjectName(u"traceKeep"_s);
    m_foundTitle->setObjectName(u"traceFoundTitle"_s);
    m_foundTitle->setWordWrap(true);
    m_parts->setObjectName(u"traceSplitter"_s);
    for (const int count : HistoryCounts)
        m_keep->addItem(formatCount(count), count);
    m_keep->setCurrentIndex(std::max(0, m_keep->findData(settings.historyEvents())));
    m_foundProxy.setSourceModel(&m_found);
    m_foundTable->setProxy(&m_foundProxy, settings);
    m_foundTable->setUsualLayout({90, 120}, TimeColumn, Qt::DescendingOrder);
    m_foundTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_foundTable->horizontalHeader()->setStretchLastSection(true);
    m_foundTable->setPlaceholder(m_nothingFound);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_keepTitle);
    head->addWidget(m_keep);

    auto* found = new QVBoxLayout(m_foundPart);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(8);
    found->addWidget(m_foundTitle);
    found->addWidget(m_foundTable, 1);
    m_foundPart->setMinimumWidth(FoundWidth);
    m_foundPart->hide();

    m_content->addWidget(m_empty);
    m_content->addWidget(m_panel);
    m_parts->addWidget(m_foundPart);
    m_parts->addWidget(m_content);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(12);
    m_parts->setStretchFactor(0, 2);
    m_parts->setStretchFactor(1, 5);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_finder);
    layout->addWidget(m_banner);
    layout->addWidget(m_parts, 1);
}

void TracePage::connectSignals()
{
    connect(m_finder, &TraceFinder::messageRequested, this, &TracePage::showMessage);
    connect(m_finder, &TraceFinder::searchRequested, this, [this](const TraceFeed::Search& search) {
        m_banner->clear();
        m_hasSearched = true;
        m_foundPart->show();
        m_nothingFound->showLoading();
        m_feed.search(search);
    });
    connect(&m_feed, &TraceFeed::lineChanged, this, &TracePage::showLine);
    connect(&m_feed, &TraceFeed::foundChanged, this, &TracePage::showFound);
    connect(&m_feed, &TraceFeed::failed, this, [this](const cmq::Error& error) {
        m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
        m_panel->showFailure();
        m_nothingFound->setTexts(tr("The events could not be read"), {});
    });
    connect(m_foundTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TracePage::chooseFound);
    connect(m_keep, &QComboBox::activated, this, &TracePage::applyHistoryCount);
}

void TracePage::retranslate()
{
    m_title->setText(tr("Trace"));
    m_keepTitle->setText(tr("Events kept"));
    m_keep->setAccessibleName(m_keepTitle->text());
    m_keep->setToolTip(tr("How many events are remembered, for all messages together. Older ones "
                          "are forgotten, and a life line says so."));
    m_foundTable->setAccessibleName(tr("Messages found"));
    m_found.retranslate();
    showFound();
    showPlaceholder();
}

void TracePage::setNames(const QStringList& names)
{
    m_finder->setNames(names);
}

void TracePage::showMessage(std::uint64_t msgId)
{
    openMessage(msgId);
    m_panel->focusLine();
}

void TracePage::openMessage(std::uint64_t msgId)
{
    m_banner->clear();
    m_refusal.reset();
    m_finder->setMessageId(msgId);
    m_feed.showMessage(msgId);
    showPlaceholder();
}

void TracePage::focusId()
{
    m_finder->focusId();
}

void TracePage::refresh()
{
    m_feed.refresh();
}

void TracePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_feed.setActive(true);
}

void TracePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_feed.setActive(false);
}

void TracePage::showLine()
{
    m_panel->setLine(m_feed.line());
}

void TracePage::showFound()
{
    m_found.setRows(m_feed.found());
    m_foundPart->setVisible(m_hasSearched);
    m_nothingFound->setTexts(tr("Nothing found"),
                             tr("Nothing happened to any message there then."));
    const auto refused = std::ranges::count_if(
        m_feed.found(), [](const TracedMessage& each) { return each.refusal > 0; });
    QString text = tr("%n message(s)", nullptr, int(m_feed.found().size() - refused));
    if (refused > 0)
        text += u", "_s + tr("%n refused request(s)", nullptr, int(refused));
    if (m_feed.isCut())
        text +=
            tr(" of the latest %1 events; narrow the search to see others.", "begins with a space")
                .arg(formatCount(TraceFeed::EventsMax));
    else if (m_feed.knownSince())
        text += tr(". What happened before %1 is not kept.", "begins with a full stop")
                    .arg(formatInstant(*m_feed.knownSince()));
    m_foundTitle->setText(text);
}

void TracePage::showPlaceholder()
{
    const QString whyNot = m_feed.whyNot();
    m_finder->setEnabled(whyNot.isEmpty());
    m_keep->setEnabled(whyNot.isEmpty());
    m_content->setCurrentWidget(m_feed.line().msgId == 0 ? static_cast<QWidget*>(m_empty)
                                                         : m_panel);
    if (!whyNot.isEmpty())
        m_empty->setTexts(tr("No trace here"), whyNot);
    else if (m_refusal)
        m_empty->setTexts(deliveryText(*m_refusal), formatExactInstant(m_refusal->time) + u'\n' +
                                                        formatForeign(m_refusal->reason, 1000));
    else
        m_empty->setTexts(tr("Which message?"), tr("Type a message ID or a receipt handle, look "
                                                   "for messages by object and time, or choose "
                                                   "Life line on a message of the messages page."));
}

void TracePage::chooseFound()
{
    const QStringList keys = m_foundTable->selectedKeys();
    const TracedMessage* found = keys.isEmpty() ? nullptr : m_found.find(keys.first());
    if (!found)
        return;
    m_refusal = found->refusal > 0 ? std::optional(found->last) : std::nullopt;
    if (m_refusal)
        m_feed.showMessage(0);
    else
        openMessage(found->msgId);
    showPlaceholder();
}

void TracePage::applyHistoryCount()
{
    m_settings.setHistoryEvents(m_keep->currentData().toInt());
    if (cmq::EventSource* events = m_connection.events())
        events->setHistoryCount(std::size_t(m_settings.historyEvents()));
}

} // namespace ui
