#include "consumerspart.h"

#include "consumers.h"

#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/timeaxis.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QSplitter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickMs = 1000;

QVariant milliseconds(cmq::Time time)
{
    return QVariant::fromValue(qint64(cmq::toUnixMilliseconds(time)));
}

QList<Column<HeldMessage>> heldColumns()
{
    QList<Column<HeldMessage>> list;
    list += Column<HeldMessage>(
        u"id"_s, [] { return ConsumersPart::tr("Message ID"); },
        [](const HeldMessage& row) { return QString::fromStdString(row.message.msgId); });
    list += Column<HeldMessage>(
        u"client"_s, [] { return ConsumersPart::tr("Held by"); },
        [](const HeldMessage& row) { return row.client; });
    list +=
        Column<HeldMessage>(
            u"since"_s, [] { return ConsumersPart::tr("Since"); },
            [](const HeldMessage& row) {
                return row.since ? formatExactInstant(*row.since) : ConsumersPart::tr("not known");
            })
            .sortedBy([](const HeldMessage& row) {
                return milliseconds(row.since.value_or(cmq::Time()));
            });
    list += Column<HeldMessage>(
                u"until"_s, [] { return ConsumersPart::tr("Until"); },
                [](const HeldMessage& row) {
                    return formatExactInstant(row.message.nextVisibleTime.value_or(cmq::Time()));
                })
                .sortedBy([](const HeldMessage& row) {
                    return milliseconds(row.message.nextVisibleTime.value_or(cmq::Time()));
                });
    list += Column<HeldMessage>(
                u"left"_s, [] { return ConsumersPart::tr("Left"); },
                [](const HeldMessage& row) { return row.left; })
                .sortedBy([](const HeldMessage& row) {
                    return milliseconds(row.message.nextVisibleTime.value_or(cmq::Time()));
                })
                .alignedRight();
    list += Column<HeldMessage>(
                u"receives"_s, [] { return ConsumersPart::tr("Receives"); },
                [](const HeldMessage& row) { return formatCount(row.message.dequeueCount); })
                .sortedBy([](const HeldMessage& row) {
                    return QVariant::fromValue(qint64(row.message.dequeueCount));
                })
                .alignedRight();
    list += Column<HeldMessage>(
        u"handle"_s, [] { return ConsumersPart::tr("Receipt handle"); },
        [](const HeldMessage& row) { return QString::fromStdString(row.message.receiptHandle); });
    return list;
}

QList<Column<WaitingRow>> waitingColumns()
{
    QList<Column<WaitingRow>> list;
    list += Column<WaitingRow>(
        u"client"_s, [] { return ConsumersPart::tr("Who waits"); },
        [](const WaitingRow& row) { return clientText(row.receiver.client); });
    list += Column<WaitingRow>(
                u"since"_s, [] { return ConsumersPart::tr("Waits since"); },
                [](const WaitingRow& row) { return formatExactInstant(row.receiver.since); })
                .sortedBy([](const WaitingRow& row) { return milliseconds(row.receiver.since); });
    list += Column<WaitingRow>(
                u"until"_s, [] { return ConsumersPart::tr("Until"); },
                [](const WaitingRow& row) { return formatExactInstant(row.receiver.until); })
                .sortedBy([](const WaitingRow& row) { return milliseconds(row.receiver.until); });
    list += Column<WaitingRow>(
                u"left"_s, [] { return ConsumersPart::tr("Left"); },
                [](const WaitingRow& row) { return row.left; })
                .alignedRight();
    return list;
}

} // namespace

ConsumersPart::ConsumersPart(Consumers& consumers, QString queueName, Settings& settings,
                             QWidget* parent)
    : QWidget(parent)
    , m_consumers(consumers)
    , m_queueName(std::move(queueName))
    , m_held(heldColumns(),
             [](const HeldMessage& row) { return QString::number(row.message.entry); })
    , m_waiting(waitingColumns(),
                [](const WaitingRow& row) { return QString::number(row.receiver.number); })
    , m_banner(new Banner(u"consumersBanner"_s))
    , m_heldTitle(new Label(TextRole::Section))
    , m_heldTable(new TableView(u"heldMessages"_s))
    , m_nothingHeld(new EmptyState(u"nothingHeld"_s, u"hourglass"))
    , m_waitingTitle(new Label(TextRole::Section))
    , m_waitingTable(new TableView(u"waitingReceivers"_s))
    , m_nobodyWaits(new EmptyState(u"nobodyWaits"_s, u"hourglass"))
    , m_trace(makeAction(this, u"traceHeldMessage"_s, u"lifeline", &ConsumersPart::openTrace))
{
    setObjectName(u"consumersPart"_s);
    createLayout(settings);
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, this, &ConsumersPart::refresh);
    connect(&m_consumers.connection(), &Connection::changed, this, &ConsumersPart::refresh);
    connect(m_heldTable, &QAbstractItemView::activated, m_trace, &QAction::trigger);
    keepTranslated(this, [this] { retranslate(); });
}

void ConsumersPart::createLayout(Settings& settings)
{
    m_heldTitle->setObjectName(u"heldTitle"_s);
    m_waitingTitle->setObjectName(u"waitingTitle"_s);
    m_heldProxy.setSourceModel(&m_held);
    m_heldTable->setProxy(&m_heldProxy, settings);
    m_heldTable->setPlaceholder(m_nothingHeld);
    m_heldTable->setRowActions({m_trace});
    m_waitingProxy.setSourceModel(&m_waiting);
    m_waitingTable->setProxy(&m_waitingProxy, settings);
    m_waitingTable->setPlaceholder(m_nobodyWaits);
    const int instant = m_heldTable->widthFor(formatExactInstant({}));
    m_heldTable->setUsualLayout({110, 240, instant, instant, 90, 90}, 3);
    m_heldTable->horizontalHeader()->setStretchLastSection(true);
    m_waitingTable->setUsualLayout({240, instant, instant}, 1);
    const auto part = [](Label* title, QWidget* table) {
        auto* widget = new QWidget;
        auto* layout = new QVBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(title);
        layout->addWidget(table, 1);
        return widget;
    };
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setObjectName(u"consumersSplitter"_s);
    parts->addWidget(part(m_heldTitle, m_heldTable));
    parts->addWidget(part(m_waitingTitle, m_waitingTable));
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(12);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_banner);
    layout->addWidget(parts, 1);
}

void ConsumersPart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_consumers.whyNot().isEmpty())
        m_tick.start();
    refresh();
}

void ConsumersPart::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

void ConsumersPart::refresh()
{
    if (!isVisible() || m_isAsking || !m_consumers.whyNot().isEmpty())
        return;
    m_isAsking = true;
    cmq::PeekMessages action;
    action.queueName = m_queueName.toStdString();
    action.states = {cmq::MessageState::Inactive};
    action.limit = HeldMax;
    onResult(m_consumers.connection().call(action), this,
             [this](const cmq::Result<cmq::PeekedMessages>& held) {
                 m_isAsking = false;
                 show(held);
             });
}

void ConsumersPart::show(const cmq::Result<cmq::PeekedMessages>& held)
{
    m_heldTable->setStale(!held);
    m_waitingTable->setStale(!held);
    if (!held) {
        m_banner->show(BannerKind::Error, errorSentence(held.error()), errorDetail(held.error()));
        return;
    }
    m_banner->clear();
    const cmq::Time now = m_consumers.connection().now();
    const auto left = [now](cmq::Time until) { return formatSpan(until - now); };
    QList<HeldMessage> messages;
    for (const cmq::PeekedMessage& message : held->messages) {
        const auto holding =
            m_consumers.holding(message.entry, std::uint64_t(message.handleGeneration));
        messages.append({message, clientText(holding ? holding->client : std::string()),
                         holding ? std::optional(holding->since) : std::nullopt,
                         left(message.nextVisibleTime.value_or(now))});
    }
    m_held.setRows(messages);
    QList<WaitingRow> waiting;
    for (const WaitingReceiver& receiver : m_consumers.waiting(m_queueName))
        waiting.append({receiver, left(receiver.until)});
    m_waiting.setRows(waiting);
    showTitles(held->next.has_value());
}

void ConsumersPart::showTitles(bool areMore)
{
    m_areMore = areMore;
    m_heldTitle->setText(areMore
                             ? tr("The first %1 messages that are held").arg(formatCount(HeldMax))
                             : tr("%n message(s) are held", nullptr, m_held.rowCount()));
    m_waitingTitle->setText(tr("%n receiver(s) wait", nullptr, m_waiting.rowCount()));
}

void ConsumersPart::openTrace()
{
    const QStringList keys = m_heldTable->selectedKeys();
    if (const HeldMessage* row = keys.isEmpty() ? nullptr : m_held.find(keys.first()))
        emit traceRequested(QString::fromStdString(row->message.msgId));
}

void ConsumersPart::retranslate()
{
    m_trace->setText(tr("&Life line"));
    m_trace->setToolTip(tr("Show what happened to this message, and why"));
    m_heldTable->setAccessibleName(tr("Messages that are held"));
    m_waitingTable->setAccessibleName(tr("Receivers that wait"));
    const QString whyNot = m_consumers.whyNot();
    m_nothingHeld->setTexts(tr("Nothing is held"),
                            whyNot.isEmpty() ? tr("Whoever receives a message holds it until it is "
                                                  "deleted or its visibility timeout ends.")
                                             : whyNot);
    m_nobodyWaits->setTexts(tr("Nobody waits"),
                            whyNot.isEmpty() ? tr("A receive waits when the queue is empty and it "
                                                  "has a long-polling wait.")
                                             : whyNot);
    m_held.retranslate();
    m_waiting.retranslate();
    showTitles(m_areMore);
}

} // namespace ui
