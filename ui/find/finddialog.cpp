#include "finddialog.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/settings.h"
#include "ui/common/style.h"
#include "ui/common/tableview.h"
#include "ui/common/timeaxis.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/messages/messagestate.h"
#include "ui/queues/queuefeed.h"
#include "ui/trace/lifetext.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinuteSeconds = 60;
constexpr int HourSeconds = 60 * MinuteSeconds;
constexpr int Everything = 0;
constexpr std::array RangesInSeconds{Everything, 10 * MinuteSeconds, HourSeconds, 24 * HourSeconds};

QString placeText(const FoundMessage& row)
{
    switch (row.place) {
    case FoundMessage::Place::Queue: return FindDialog::tr("Queue");
    case FoundMessage::Place::DeadLetterQueue: return FindDialog::tr("Dead-letter queue");
    case FoundMessage::Place::Trace: break;
    }
    return FindDialog::tr("Trace");
}

QList<Column<FoundMessage>> foundColumns()
{
    QList<Column<FoundMessage>> list;
    list += Column<FoundMessage>(
        u"id"_s, [] { return FindDialog::tr("Message ID"); },
        [](const FoundMessage& row) { return row.msgId; });
    list += Column<FoundMessage>(
        u"place"_s, [] { return FindDialog::tr("Where"); }, placeText);
    list += Column<FoundMessage>(
        u"name"_s, [] { return FindDialog::tr("Queue or topic"); },
        [](const FoundMessage& row) { return row.name; });
    list += Column<FoundMessage>(
        u"state"_s, [] { return FindDialog::tr("State"); },
        [](const FoundMessage& row) {
            return row.state ? stateText(*row.state) : stepText({row.last, 0, -1, -1});
        });
    list += Column<FoundMessage>(
                u"time"_s, [] { return FindDialog::tr("Time"); },
                [](const FoundMessage& row) { return formatExactInstant(row.time); })
                .sortedBy([](const FoundMessage& row) {
                    return QVariant::fromValue(qint64(cmq::toUnixMilliseconds(row.time)));
                });
    list += Column<FoundMessage>(
        u"preview"_s, [] { return FindDialog::tr("Body"); },
        [](const FoundMessage& row) { return row.preview; });
    return list;
}

QString keyOf(const FoundMessage& row)
{
    return u"%1/%2/%3/%4"_s.arg(int(row.place)).arg(row.name, row.msgId).arg(row.entry);
}

} // namespace

FindDialog::FindDialog(Connection& connection, QueueFeed& queues, Settings& settings,
                       QWidget* parent)
    : QDialog(parent)
    , m_connection(connection)
    , m_queues(queues)
    , m_finder(connection)
    , m_rows(foundColumns(), keyOf)
    , m_text(new QLineEdit)
    , m_isExpression(new QCheckBox)
    , m_label(new QLineEdit)
    , m_range(new QComboBox)
    , m_find(new QPushButton)
    , m_banner(new Banner(u"findBanner"_s))
    , m_summary(new Label(TextRole::Body, Tone::Secondary))
    , m_table(new TableView(u"findTable"_s))
    , m_empty(new EmptyState(u"findEmpty"_s, u"search"))
    , m_openTrace(makeAction(this, u"findOpenTrace"_s, u"lifeline", &FindDialog::openTrace))
    , m_openQueue(makeAction(this, u"findOpenQueue"_s, u"queue", &FindDialog::openQueue))
{
    setObjectName(u"findDialog"_s);
    resize(980, 620);
    createLayout(settings);
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
    m_text->setFocus();
}

void FindDialog::createLayout(Settings& settings)
{
    m_text->setObjectName(u"findText"_s);
    m_text->setClearButtonEnabled(true);
    m_isExpression->setObjectName(u"findExpression"_s);
    m_label->setObjectName(u"findLabel"_s);
    m_label->setClearButtonEnabled(true);
    m_range->setObjectName(u"findRange"_s);
    for (const int seconds : RangesInSeconds)
        m_range->addItem(QString(), seconds);
    m_find->setObjectName(u"findStart"_s);
    m_find->setDefault(true);
    setButtonKind(m_find, ButtonKind::Primary);
    m_summary->setObjectName(u"findSummary"_s);
    m_summary->setWordWrap(true);
    m_textField = new Field(m_text);
    m_labelField = new Field(m_label);
    m_rangeField = new Field(m_range);
    m_proxy.setSourceModel(&m_rows);
    m_table->setProxy(&m_proxy, settings);
    m_table->setPlaceholder(m_empty);
    m_table->setRowActions({m_openTrace, m_openQueue});
    m_table->setUsualLayout({100, 140, 170, 120, m_table->widthFor(formatExactInstant({}))}, 4,
                            Qt::DescendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto* fields = new QHBoxLayout;
    fields->setSpacing(12);
    fields->addWidget(m_textField, 3);
    fields->addWidget(m_labelField, 2);
    fields->addWidget(m_rangeField, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_find);
    actions->addWidget(m_isExpression);
    actions->addStretch();
    actions->addWidget(makeToolButton(m_openTrace));
    actions->addWidget(makeToolButton(m_openQueue));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    layout->addLayout(fields);
    layout->addLayout(actions);
    layout->addWidget(m_banner);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
}

void FindDialog::connectSignals()
{
    connect(m_find, &QPushButton::clicked, this, &FindDialog::find);
    connect(m_text, &QLineEdit::textChanged, this, &FindDialog::showHint);
    connect(m_isExpression, &QCheckBox::toggled, this, &FindDialog::showHint);
    connect(&m_finder, &MessageFinder::progressed, this, &FindDialog::showProgress);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FindDialog::updateActions);
    connect(m_table, &QAbstractItemView::activated, m_openTrace, &QAction::trigger);
}

void FindDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_finder.isRunning())
        m_finder.stop();
    else
        QDialog::keyPressEvent(event);
}

void FindDialog::find()
{
    if (m_finder.isRunning())
        return m_finder.stop();
    if (!m_textField->error().isEmpty())
        return;
    FindQuery query{m_text->text(), m_isExpression->isChecked(), m_label->text().trimmed(),
                    std::nullopt, std::nullopt};
    const int seconds = m_range->currentData().toInt();
    if (seconds != Everything)
        query.from = m_connection.now() - cmq::Seconds(seconds);
    QList<MessageFinder::Queue> queues;
    for (const QueueRow& queue : m_queues.queues())
        queues.append({queue.name, !queue.attributes.deadLetterSource.empty()});
    m_hasLooked = true;
    m_finder.start(query, queues);
}

void FindDialog::showHint()
{
    const MessageFilter filter(m_text->text(), m_isExpression->isChecked());
    m_textField->setError(filter.error());
}

void FindDialog::showProgress()
{
    m_rows.setRows(m_finder.found());
    m_find->setText(m_finder.isRunning() ? tr("Stop") : tr("Find"));
    updateActions();
    const QStringList& problems = m_finder.problems();
    if (problems.isEmpty())
        m_banner->clear();
    else
        m_banner->show(BannerKind::Warning,
                       tr("%n place(s) could not be looked into", nullptr, int(problems.size())),
                       problems.first());
    if (!m_hasLooked) {
        m_summary->clear();
        return;
    }
    QString text = tr("%n found", nullptr, int(m_finder.found().size()));
    text +=
        u" · "_s + tr("%1 of %2 queues, %3 messages looked at")
                       .arg(formatCount(m_finder.queuesDone()), formatCount(m_finder.queueCount()),
                            formatCount(m_finder.messagesSeen()));
    if (m_finder.isCut())
        text += u" · "_s + tr("there may be more; narrow the search");
    m_summary->setText(text);
    m_empty->setTexts(m_finder.isRunning() ? tr("Looking…") : tr("Nothing found"),
                      tr("The trace knows no bodies, and what is gone is found by its ID, tag or "
                         "key as long as the trace remembers it."));
}

void FindDialog::updateActions()
{
    const FoundMessage* message = selected();
    const QString none = message ? QString() : tr("Select a message first.");
    enableAction(m_openTrace, tr("Show what happened to this message, and why"), none);
    const bool isInQueue = message && message->place != FoundMessage::Place::Trace;
    enableAction(m_openQueue, tr("Show its queue in a tab of its own"),
                 message && !isInQueue ? tr("It is in no queue any more.") : none);
}

const FoundMessage* FindDialog::selected() const
{
    const QStringList keys = m_table->selectedKeys();
    return keys.isEmpty() ? nullptr : m_rows.find(keys.first());
}

void FindDialog::openTrace()
{
    if (const FoundMessage* message = selected())
        emit traceRequested(message->msgId);
}

void FindDialog::openQueue()
{
    if (const FoundMessage* message = selected())
        emit queueRequested(message->name);
}

void FindDialog::retranslate()
{
    setWindowTitle(tr("Find messages everywhere"));
    m_textField->setTitle(tr("Body or ID"));
    m_textField->setHint(tr("Words, id:7, size>10k, receives>2, $.order.id = 7"));
    m_isExpression->setText(tr("Regular expression"));
    m_labelField->setTitle(tr("Tag or routing key"));
    m_labelField->setHint(tr("Of messages published to topics"));
    m_rangeField->setTitle(tr("Time"));
    for (int i = 0; i < m_range->count(); ++i) {
        const int seconds = RangesInSeconds[std::size_t(i)];
        m_range->setItemText(i, seconds == Everything
                                    ? tr("Everything")
                                    : tr("Last %1").arg(formatSpan(cmq::Seconds(seconds))));
    }
    m_openTrace->setText(tr("&Life line"));
    m_openQueue->setText(tr("&Open the queue"));
    m_table->setAccessibleName(tr("Messages found"));
    m_rows.retranslate();
    showProgress();
    const QString whyNot = m_connection.whyNot(cmq::PeekMessages());
    m_find->setEnabled(whyNot.isEmpty());
    if (!m_hasLooked)
        m_empty->setTexts(
            tr("Which message?"),
            whyNot.isEmpty()
                ? tr("All queues, dead-letter queues and the trace are looked through.")
                : tr("Messages of this connection cannot be looked at without "
                     "receiving them: CMQ's API has no such call."));
}

} // namespace ui
