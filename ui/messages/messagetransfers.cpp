#include "messagetransfers.h"

#include "messagefile.h"
#include "messageoperation.h"
#include "receivedmessages.h"

#include "ui/common/format.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/connections/connection.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageTransfers)
};

} // namespace

void exportMessages(Prompts& prompts, Settings& settings, QWidget* window,
                    const QString& suggestedName, ExportFormat format,
                    std::function<std::unique_ptr<MessageSource>()> source,
                    std::function<void(Operation*)> begun)
{
    const bool isCsv = format == ExportFormat::Csv;
    prompts.chooseSaveFile(
        window, isCsv ? ExportText::tr("Export as CSV") : ExportText::tr("Export as JSON lines"),
        suggestedName + (isCsv ? u".csv"_s : u".jsonl"_s),
        [&settings, window, format, source = std::move(source),
         begun = std::move(begun)](const QString& path) {
            Operation* operation = MessageOperation::run(
                source(), std::make_unique<ExportWork>(format, path), 0, settings, window);
            if (begun)
                begun(operation);
        });
}

MessageTransfers::MessageTransfers(Connection& connection, Prompts& prompts, Settings& settings,
                                   QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_prompts(prompts)
    , m_settings(settings)
    , m_window(window)
    , m_connections{&connection}
{
}

void MessageTransfers::setSelection(const QString& queueName,
                                    const QList<cmq::PeekedMessage>& messages)
{
    m_queueName = queueName;
    m_chosen = messages;
}

void MessageTransfers::setConnections(const QList<Connection*>& connections)
{
    m_connections = {&m_connection};
    for (Connection* each : connections) {
        if (each != &m_connection)
            m_connections.append(each);
    }
}

bool MessageTransfers::canPeek() const
{
    return m_connection.whyNot(cmq::PeekMessages()).isEmpty();
}

/// Those that would take messages.
QList<Connection*> MessageTransfers::targets() const
{
    QList<Connection*> all;
    for (const QPointer<Connection>& each : m_connections) {
        if (each && each->whyNot(cmq::SendMessage()).isEmpty())
            all.append(each);
    }
    return all;
}

QString MessageTransfers::whyNotCopy() const
{
    if (m_queueName.isEmpty())
        return tr("Choose a queue first.");
    const QString mayLook = m_connection.whyNot(cmq::PeekMessages());
    return mayLook.isEmpty() && targets().isEmpty() ? m_connection.whyNot(cmq::SendMessage())
                                                    : mayLook;
}

QString MessageTransfers::whyNotMove() const
{
    if (m_queueName.isEmpty())
        return tr("Choose a queue first.");
    return m_connection.whyNot(cmq::DeleteMessage());
}

QString MessageTransfers::whyNotRedrive() const
{
    const bool isDeadLetter = !m_deadLetterSources.isEmpty() ||
                              std::ranges::any_of(m_chosen, [](const cmq::PeekedMessage& each) {
                                  return !each.originQueueName.empty();
                              });
    const QString whyNot = whyNotMove();
    return whyNot.isEmpty() && !isDeadLetter
               ? tr("This queue is not the dead-letter queue of any queue.")
               : whyNot;
}

QString MessageTransfers::whyNotImport() const
{
    if (m_queueName.isEmpty())
        return tr("Choose a queue first.");
    return m_connection.whyNot(cmq::SendMessage());
}

QString MessageTransfers::whyNotExport() const
{
    if (m_queueName.isEmpty())
        return tr("Choose a queue first.");
    return m_connection.whyNot(cmq::PeekMessages());
}

void MessageTransfers::copy()
{
    open(tr("Copy messages of %1").arg(formatForeign(m_queueName)), tr("Copy"), false, false);
}

void MessageTransfers::move()
{
    open(tr("Move messages of %1").arg(formatForeign(m_queueName)), tr("Move"), true, false);
}

void MessageTransfers::redrive()
{
    open(tr("Redrive dead letters of %1").arg(formatForeign(m_queueName)), tr("Redrive"), true,
         true);
}

void MessageTransfers::open(const QString& title, const QString& submitText, bool isMove,
                            bool isRedrive)
{
    QList<QPointer<Connection>> offered;
    TransferDialog::Offer offer;
    offer.title = title;
    offer.submitText = submitText;
    offer.isMove = isMove;
    offer.chosenCount = int(m_chosen.size());
    offer.canMatch = canPeek() && (!m_scope.filter.isEmpty() || !m_scope.states.empty());
    offer.canTakeAll = true;
    for (Connection* each : targets()) {
        offered.append(each);
        offer.connections.append(nameOf(*each));
    }
    offer.queueNames = m_queueNames;
    if (isMove) // from a queue to itself is no way
        offer.queueNames.removeAll(m_queueName);
    offer.canGoToOrigin = isRedrive && canPeek();
    if (isRedrive && m_deadLetterSources.size() == 1)
        offer.target = m_deadLetterSources.first();
    if (!canPeek())
        offer.consequences =
            tr("This connection cannot look into a queue. All its messages are received one after "
               "the other, sent on, and deleted; those that are not deleted come back when their "
               "visibility timeout ends.");
    auto* dialog = new TransferDialog(offer, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TransferDialog::connectionChosen, this,
            [this, dialog, offered, own = offer.queueNames](int index) {
                if (offered.value(index) == &m_connection)
                    dialog->setQueueNames(own);
                else
                    askQueueNames(dialog, offered.value(index));
            });
    connect(dialog, &TransferDialog::submitted, this,
            [this, offered, isMove](const Transfer& transfer) {
                start(transfer, {offered.value(transfer.connection), transfer.queueName}, isMove);
            });
    if (isMove)
        dialog->offerRehearsal([this](const Transfer& transfer) { return rehearsalOf(transfer); });
    dialog->open();
    if (!offered.isEmpty() && offered.first() != &m_connection) // we only read; another one takes
        askQueueNames(dialog, offered.first());
}

QString MessageTransfers::nameOf(const Connection& connection)
{
    if (!connection.name().isEmpty())
        return formatForeign(connection.name());
    switch (connection.kind()) {
    case ConnectionKind::Local: return tr("Local broker");
    case ConnectionKind::Sandbox: return tr("Sandbox");
    case ConnectionKind::Remote: break;
    }
    return formatForeign(connection.place());
}

void MessageTransfers::askQueueNames(TransferDialog* dialog, Connection* connection)
{
    if (!connection)
        return;
    cmq::DescribeQueues ask;
    ask.limit = 10'000;
    onResult(connection->call(ask), dialog,
             [dialog](const cmq::Result<cmq::QueueDescriptions>& answer) {
                 if (!answer) {
                     dialog->showRefusal(answer.error());
                     return;
                 }
                 QStringList names;
                 for (const cmq::QueueAttributes& queue : answer->queueList)
                     names += QString::fromStdString(queue.queueName);
                 dialog->setQueueNames(names);
             });
}

std::unique_ptr<MessageSource> MessageTransfers::source(Connection& connection,
                                                        Transfer::Which which) const
{
    if (!canPeek())
        return std::make_unique<ReceivedMessages>(connection, m_queueName);
    switch (which) {
    case Transfer::Which::Chosen:
        return std::make_unique<ChosenMessages>(connection, m_queueName, m_chosen);
    case Transfer::Which::Matching:
        return std::make_unique<WholeQueue>(connection, m_queueName, m_scope);
    case Transfer::Which::All: break;
    }
    return std::make_unique<WholeQueue>(
        connection, m_queueName,
        MessageScope{{cmq::MessageState::Delayed, cmq::MessageState::Active}, {}});
}

/// Where it goes to another connection, what becomes of the originals is tried all the same.
Rehearsal MessageTransfers::rehearsalOf(const Transfer& transfer) const
{
    Rehearsal rehearsal;
    rehearsal.scope.queues.push_back(m_queueName.toStdString());
    if (!transfer.queueName.isEmpty())
        rehearsal.scope.queues.push_back(transfer.queueName.toStdString());
    rehearsal.act = [self = QPointer(this), transfer](Connection& copy, QWidget* context,
                                                      Rehearsal::Done done) {
        if (!self)
            return;
        MessageOperation::rehearse(
            self->source(copy, transfer.which),
            std::make_unique<MoveWork>(copy, self->m_queueName,
                                       MessageTarget{&copy, transfer.queueName}),
            context, std::move(done));
    };
    return rehearsal;
}

void MessageTransfers::start(const Transfer& transfer, const MessageTarget& target, bool isMove)
{
    std::unique_ptr<MessageWork> work;
    if (isMove)
        work = std::make_unique<MoveWork>(m_connection, m_queueName, target);
    else
        work = std::make_unique<CopyWork>(target);
    run(source(m_connection, transfer.which), std::move(work), transfer.perSecond);
}

void MessageTransfers::importFile()
{
    m_prompts.chooseOpenFile(m_window, tr("Import messages"),
                             [this](const QString& path) { openImport(path); });
}

void MessageTransfers::openImport(const QString& path)
{
    TransferDialog::Offer offer;
    offer.title = tr("Import messages from %1").arg(formatForeign(QFileInfo(path).fileName()));
    offer.submitText = tr("Import");
    offer.queueNames = m_queueNames;
    offer.target = m_queueName;
    auto* dialog = new TransferDialog(offer, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TransferDialog::submitted, this, [this, path](const Transfer& transfer) {
        run(std::make_unique<MessageFile>(path),
            std::make_unique<CopyWork>(MessageTarget{&m_connection, transfer.queueName}),
            transfer.perSecond);
    });
    dialog->open();
}

void MessageTransfers::exportFile(ExportFormat format)
{
    const auto which = m_chosen.isEmpty() ? Transfer::Which::Matching : Transfer::Which::Chosen;
    exportMessages(
        m_prompts, m_settings, m_window, m_queueName, format,
        [this, which] { return source(m_connection, which); },
        [this](Operation* operation) {
            connect(operation, &Operation::finished, this, &MessageTransfers::operated);
        });
}

void MessageTransfers::run(std::unique_ptr<MessageSource> source, std::unique_ptr<MessageWork> work,
                           int perSecond)
{
    auto* operation =
        MessageOperation::run(std::move(source), std::move(work), perSecond, m_settings, m_window);
    connect(operation, &Operation::finished, this, &MessageTransfers::operated);
}

} // namespace ui
