#include "rehearsaldialog.h"

#include "lookinto.h"

#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/messages/messagestate.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

#include <map>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

/// Of each queue and state so many messages are looked at, and so many of what changed are shown.
constexpr std::int64_t MessagesSeen = 2000;
constexpr qsizetype MessagesShown = 500;

QString fromTo(const QString& before, const QString& after)
{
    return before == after ? after : u"%1 → %2"_s.arg(before, after);
}

QString missing()
{
    return u"–"_s;
}

using Counters = std::map<QString, QStringList>;

Counters countersOf(const scenario::Picture& picture)
{
    Counters counters;
    for (const scenario::PictureQueue& queue : picture.queues) {
        const cmq::QueueAttributes& all = queue.attributes;
        counters.emplace(formatForeign(QString::fromStdString(all.queueName), 40),
                         QStringList{formatCount(all.activeMsgNum), formatCount(all.inactiveMsgNum),
                                     formatCount(all.delayMsgNum), formatCount(all.rewindmsgNum)});
    }
    for (const cmq::SubscriptionAttributes& each : picture.subscriptions)
        counters.emplace(RehearsalDialog::tr("Subscription %1 of %2, waiting")
                             .arg(formatForeign(QString::fromStdString(each.subscriptionName), 40),
                                  formatForeign(QString::fromStdString(each.topicName), 40)),
                         QStringList{formatCount(each.msgCount)});
    for (const cmq::TopicAttributes& each : picture.topics)
        counters.emplace(RehearsalDialog::tr("Topic %1, waiting")
                             .arg(formatForeign(QString::fromStdString(each.topicName), 40)),
                         QStringList{formatCount(each.msgCount)});
    return counters;
}

struct Place
{
    QString text;
    QString body;
};

/// By the message and its queue: what was published is in several.
using Places = std::map<std::pair<std::uint64_t, std::string>, Place>;

Places placesOf(const scenario::Picture& picture)
{
    Places places;
    for (const scenario::PictureQueue& queue : picture.queues) {
        for (const scenario::PictureMessage& message : queue.messages)
            places.emplace(
                std::pair(std::stoull(message.msgId), queue.attributes.queueName),
                Place{RehearsalDialog::tr("%1: %2").arg(
                          formatForeign(QString::fromStdString(queue.attributes.queueName), 40),
                          stateText(message.state)),
                      formatForeign(QString::fromStdString(message.body), 60)});
    }
    return places;
}

QTableView* makeTable(const QString& name, QStandardItemModel* model)
{
    auto* table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void fill(QStandardItemModel* model, const QStringList& titles,
          const QList<RehearsalDialog::Change>& changes)
{
    model->clear();
    model->setHorizontalHeaderLabels(titles);
    for (const RehearsalDialog::Change& change : changes) {
        QList<QStandardItem*> items{new QStandardItem(change.title)};
        for (const QString& value : change.values)
            items += new QStandardItem(value);
        model->appendRow(items);
    }
}

} // namespace

QList<RehearsalDialog::Change> counterChanges(const scenario::Picture& before,
                                              const scenario::Picture& after)
{
    const Counters old = countersOf(before), now = countersOf(after);
    Counters all = old;
    all.insert(now.begin(), now.end());
    QList<RehearsalDialog::Change> changes;
    for (const auto& [title, values] : all) {
        const auto was = old.find(title), is = now.find(title);
        if (was != old.end() && is != now.end() && was->second == is->second)
            continue;
        RehearsalDialog::Change change{title, {}};
        for (qsizetype i = 0; i < values.size(); ++i)
            change.values += fromTo(was == old.end() ? missing() : was->second[i],
                                    is == now.end() ? missing() : is->second[i]);
        changes += change;
    }
    return changes;
}

QList<RehearsalDialog::Change> messageChanges(const scenario::Picture& before,
                                              const scenario::Picture& after)
{
    const auto old = placesOf(before), now = placesOf(after);
    QList<RehearsalDialog::Change> changes;
    const auto add = [&](const auto& key, const Place* was, const Place* is) {
        changes += {QString::number(key.first),
                    {(was ? was : is)->body, was ? was->text : missing(),
                     is ? is->text : RehearsalDialog::tr("gone")}};
    };
    for (const auto& [key, was] : old) {
        const auto is = now.find(key);
        if (is == now.end() || is->second.text != was.text)
            add(key, &was, is == now.end() ? nullptr : &is->second);
    }
    for (const auto& [key, is] : now) {
        if (!old.contains(key))
            add(key, static_cast<const Place*>(nullptr), &is);
    }
    return changes;
}

RehearsalDialog::RehearsalDialog(Connection& connection, const Rehearsal& rehearsal,
                                 QWidget* parent)
    : QDialog(parent)
    , m_rehearsal(rehearsal)
    , m_title(new Label(TextRole::PageTitle))
    , m_text(new Label(TextRole::Body, Tone::Secondary))
    , m_banner(new Banner(u"rehearsalBanner"_s))
    , m_counters(new Label(TextRole::Section))
    , m_counterModel(new QStandardItemModel(this))
    , m_messages(new Label(TextRole::Section))
    , m_messageModel(new QStandardItemModel(this))
{
    setObjectName(u"rehearsalDialog"_s);
    m_counterTable = makeTable(u"rehearsalCounters"_s, m_counterModel);
    m_messageTable = makeTable(u"rehearsalMessages"_s, m_messageModel);
    createLayout();
    keepTranslated(this, [this] { retranslate(); });
    m_text->setText(tr("Being tried on a copy …"));
    onResult(connection.copy(m_rehearsal.scope), this,
             [this](const cmq::Result<std::shared_ptr<const cmq::BrokerCopy>>& copy) {
                 if (copy)
                     begin(*copy);
                 else
                     fail(errorSentence(copy.error()));
             });
}

RehearsalDialog::~RehearsalDialog() = default;

void RehearsalDialog::createLayout()
{
    m_title->setObjectName(u"rehearsalTitle"_s);
    m_text->setObjectName(u"rehearsalText"_s);
    m_text->setWordWrap(true);
    m_counters->setObjectName(u"rehearsalCountersTitle"_s);
    m_messages->setObjectName(u"rehearsalMessagesTitle"_s);
    auto* buttons = new QDialogButtonBox;
    QPushButton* close = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    close->setObjectName(u"rehearsalClose"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    keepTranslated(close, [close] { close->setText(RehearsalDialog::tr("Back")); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_banner);
    layout->addWidget(m_counters);
    layout->addWidget(m_counterTable, 2);
    layout->addWidget(m_messages);
    layout->addWidget(m_messageTable, 3);
    layout->addWidget(buttons);
    resize(760, 560);
}

void RehearsalDialog::retranslate()
{
    setWindowTitle(tr("Rehearsal"));
    m_title->setText(tr("Rehearsal"));
    m_counters->setText(tr("Counters"));
    m_counterTable->setAccessibleName(tr("Counters"));
    m_messageTable->setAccessibleName(tr("Messages"));
}

void RehearsalDialog::fail(const QString& text)
{
    m_text->setText(tr("It could not be tried. Nothing was changed."));
    m_banner->show(BannerKind::Error, text);
}

/// Building a world of a large copy takes a moment.
void RehearsalDialog::begin(const std::shared_ptr<const cmq::BrokerCopy>& copy)
{
    using Made = std::shared_ptr<std::unique_ptr<scenario::Sandbox>>;
    inBackground(
        this,
        [copy] { return std::make_shared<Made::element_type>(scenario::Sandbox::open(*copy)); },
        [this](const Made& made) {
            scenario::Sandbox* sandbox = made->get();
            Connection::Description description;
            description.kind = ConnectionKind::Sandbox;
            m_copy = std::make_unique<Connection>(std::move(*made), description,
                                                  [sandbox] { return sandbox->now(); });
            look([this](const scenario::Picture& before) {
                m_before = before;
                m_rehearsal.act(*m_copy, this, [this](const QStringList& problems) {
                    look([this, problems](const scenario::Picture& after) {
                        show(after, problems);
                    });
                });
            });
        });
}

void RehearsalDialog::look(std::function<void(const scenario::Picture&)> seen)
{
    const auto future =
        lookInto<scenario::Picture>(*m_copy->sandbox(), [](const scenario::World& world, auto) {
            return pictureOf(world, MessagesSeen);
        });
    onResult(future, this, [seen = std::move(seen)](const cmq::Result<scenario::Picture>& picture) {
        if (picture)
            seen(*picture);
    });
}

void RehearsalDialog::show(const scenario::Picture& after, const QStringList& problems)
{
    const QList<Change> counters = counterChanges(m_before, after);
    QList<Change> messages = messageChanges(m_before, after);
    m_text->setText(counters.isEmpty() && messages.isEmpty()
                        ? tr("Tried on a copy: nothing would change.")
                        : tr("Tried on a copy: this would change. Nothing was done yet."));
    if (!problems.isEmpty())
        m_banner->show(BannerKind::Warning, tr("Not all of it would succeed."),
                       problems.join(u'\n'));
    m_messages->setText(tr("Messages: %n", nullptr, int(messages.size())));
    messages = messages.first(std::min(messages.size(), MessagesShown));
    fill(m_counterModel,
         {tr("Queue"), tr("Visible"), tr("In flight"), tr("Delayed"), tr("Rewindable")}, counters);
    fill(m_messageModel, {tr("Message ID"), tr("Body"), tr("Now"), tr("Then")}, messages);
    m_counterTable->resizeColumnsToContents();
    m_messageTable->resizeColumnsToContents();
}

} // namespace ui
