#include "messagecommands.h"

#include "messageoperation.h"
#include "messageproperties.h"
#include "sending.h"

#include "ui/bodyview/comparedialog.h"
#include "ui/common/actiontext.h"
#include "ui/common/format.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/connections/connection.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isInFlight(const cmq::PeekedMessage& message)
{
    return message.state == cmq::MessageState::Inactive;
}

bool isDeleted(const cmq::PeekedMessage& message)
{
    return message.state == cmq::MessageState::Rewindable;
}

} // namespace

MessageCommands::MessageCommands(Connection& connection, Prompts& prompts, Settings& settings,
                                 QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_prompts(prompts)
    , m_settings(settings)
    , m_window(window)
    , m_transfers(new MessageTransfers(connection, prompts, settings, window))
    , m_delete(makeAction(this, u"deleteMessages"_s, u"trash3", &MessageCommands::askDelete))
    , m_resend(makeAction(this, u"resendMessages"_s, u"send", &MessageCommands::resend))
    , m_edit(makeAction(this, u"editMessage"_s, u"pencil", &MessageCommands::edit))
    , m_copy(makeAction(this, u"copyMessages"_s, u"clipboard", &MessageCommands::copy))
    , m_move(makeAction(this, u"moveMessages"_s, u"box-arrow-right", &MessageCommands::move))
    , m_compare(makeAction(this, u"compareMessages"_s, u"layout-three-columns",
                           &MessageCommands::compare))
    , m_redrive(makeAction(this, u"redriveMessages"_s, u"arrow-repeat", &MessageCommands::redrive))
    , m_import(makeAction(this, u"importMessages"_s, u"folder2-open", &MessageCommands::importFile))
    , m_trace(makeAction(this, u"traceMessage"_s, u"lifeline", &MessageCommands::trace))
    , m_exportJson(makeAction(this, u"exportJson"_s, u"save", &MessageCommands::exportJson))
    , m_exportCsv(makeAction(this, u"exportCsv"_s, u"grid", &MessageCommands::exportCsv))
    , m_sandbox(makeAction(this, u"messagesToSandbox"_s, u"memory", &MessageCommands::requestCopy))
{
    m_delete->setShortcut(QKeySequence::Delete);
    m_resend->setShortcut(QKeySequence(u"Ctrl+D"_s));
    m_trace->setShortcut(QKeySequence(u"Ctrl+L"_s));
    m_exportJson->setShortcut(QKeySequence(u"Ctrl+E"_s));
    // Del and its like mean something else on other pages: the table that has the focus triggers
    // them, see MessagesPage::eventFilter.
    for (QAction* action : actions())
        action->setShortcutContext(Qt::WidgetShortcut);
    connect(m_transfers, &MessageTransfers::operated, this, &MessageCommands::operated);
    retranslate();
}

QList<QAction*> MessageCommands::mainActions() const
{
    return {m_trace, m_resend, m_edit, m_move, m_redrive, m_delete};
}

QList<QAction*> MessageCommands::moreActions() const
{
    return {m_compare, m_copy, m_import, m_exportJson, m_exportCsv, m_sandbox};
}

void MessageCommands::setSelection(const QString& queueName,
                                   const QList<cmq::PeekedMessage>& messages)
{
    m_queueName = queueName;
    m_selection = messages;
    m_transfers->setSelection(queueName, messages);
    updateActions();
}

void MessageCommands::setQueue(const std::optional<cmq::QueueAttributes>& queue)
{
    QStringList sources;
    if (queue) {
        for (const cmq::QueueListItem& source : queue->deadLetterSource)
            sources += QString::fromStdString(source.queueName);
    }
    m_transfers->setDeadLetterSources(sources);
    m_rewind = queue ? queue->settings.rewindSeconds : cmq::Seconds(0);
    updateActions();
}

void MessageCommands::retranslate()
{
    m_delete->setText(tr("&Delete…"));
    m_delete->setIconText(tr("Delete"));
    m_resend->setText(tr("&Send again"));
    m_resend->setIconText(tr("Send again"));
    m_edit->setText(tr("&Edit and send…"));
    m_edit->setIconText(tr("Edit and send"));
    m_copy->setText(tr("&Copy to a queue…"));
    m_copy->setIconText(tr("Copy to"));
    m_move->setText(tr("&Move to a queue…"));
    m_move->setIconText(tr("Move to"));
    m_compare->setText(tr("Com&pare"));
    m_compare->setIconText(tr("Compare"));
    m_redrive->setText(tr("&Redrive…"));
    m_redrive->setIconText(tr("Redrive"));
    m_import->setText(tr("&Import…"));
    m_import->setIconText(tr("Import"));
    m_trace->setText(tr("&Life line"));
    m_trace->setIconText(tr("Life line"));
    m_exportJson->setText(tr("E&xport as JSON lines…"));
    m_exportJson->setIconText(tr("Export JSON"));
    m_exportCsv->setText(tr("Export as CS&V…"));
    m_exportCsv->setIconText(tr("Export CSV"));
    m_sandbox->setText(tr("Open a copy in a sand&box"));
    m_sandbox->setIconText(tr("Copy to a sandbox"));
    updateActions();
}

void MessageCommands::updateActions()
{
    const auto first = [](const QString& reason, const QString& other) {
        return reason.isEmpty() ? other : reason;
    };
    const QString some = m_selection.isEmpty() ? tr("Select messages first.") : QString();
    const QString one =
        first(some, m_selection.size() > 1 ? tr("Select one message only.") : QString());
    const QString mayLook = m_connection.whyNot(cmq::PeekMessages());
    const QString maySend = first(mayLook, m_connection.whyNot(cmq::SendMessage()));
    enableAction(m_delete, tr("Delete the selected messages"), whyNotDelete(some));
    enableAction(m_resend, tr("Send copies of the selected messages to their own queue"),
                 first(maySend, some));
    enableAction(m_edit, tr("Change the body and send it as a new message"), first(maySend, one));
    enableAction(m_copy, tr("Send copies of messages to another queue or connection"),
                 m_transfers->whyNotCopy());
    enableAction(m_move, tr("Take messages to another queue or connection"),
                 m_transfers->whyNotMove());
    enableAction(m_compare, tr("Show two messages side by side"),
                 first(mayLook, m_selection.size() == 2 ? QString() : tr("Select two messages.")));
    enableAction(m_redrive, tr("Send dead letters back to the queues they came from"),
                 m_transfers->whyNotRedrive());
    enableAction(m_import, tr("Send the messages of a file to this queue"),
                 m_transfers->whyNotImport());
    enableAction(m_trace, tr("What happened to this message, and why"),
                 first(one, m_connection.events()
                                ? QString()
                                : tr("This connection does not tell what happened.")));
    enableAction(
        m_exportJson,
        tr("Write messages to a file, exactly as they are: the selected ones, or all that are "
           "listed"),
        m_transfers->whyNotExport());
    enableAction(
        m_exportCsv,
        tr("Write messages to a file for spreadsheets: the selected ones, or all that are listed"),
        m_transfers->whyNotExport());
    enableAction(m_sandbox,
                 tr("The selected messages exactly as they are, with their queue, in a sandbox"),
                 first(m_connection.whyNotCopy(), some));
}

void MessageCommands::requestCopy()
{
    cmq::CopyScope scope;
    scope.queues.push_back(m_queueName.toStdString());
    for (const cmq::PeekedMessage& message : m_selection)
        scope.msgIds.push_back(std::stoull(message.msgId));
    emit copyRequested(scope, tr("%n message(s) of %1", nullptr, int(m_selection.size()))
                                  .arg(formatForeign(m_queueName)));
}

bool MessageCommands::canRemove() const
{
    return m_connection.whyNot(cmq::RemoveMessage()).isEmpty();
}

QString MessageCommands::whyNotDelete(const QString& nothingSelected) const
{
    const QString whyNot = m_connection.whyNot(cmq::DeleteMessage());
    if (!whyNot.isEmpty() || !nothingSelected.isEmpty())
        return whyNot.isEmpty() ? nothingSelected : whyNot;
    if (std::ranges::all_of(m_selection, isDeleted))
        return tr("It is deleted already.");
    if (!canRemove() && std::ranges::none_of(m_selection, isInFlight))
        return tr("CMQ deletes by receipt handle, and only a message in flight has one. Receive it "
                  "first.");
    return {};
}

void MessageCommands::operate(std::unique_ptr<MessageWork> work,
                              const QList<cmq::PeekedMessage>& messages)
{
    MessageOperation* operation =
        MessageOperation::run(std::make_unique<ChosenMessages>(m_connection, m_queueName, messages),
                              std::move(work), 0, m_settings, m_window);
    connect(operation, &Operation::finished, this, &MessageCommands::operated);
}

void MessageCommands::askDelete()
{
    QList<cmq::PeekedMessage> messages;
    std::ranges::copy_if(m_selection, std::back_inserter(messages),
                         [this](const cmq::PeekedMessage& each) {
                             return isInFlight(each) || (canRemove() && !isDeleted(each));
                         });
    const auto inFlight = int(std::ranges::count_if(messages, isInFlight));
    const int others = int(m_selection.size() - messages.size());
    Confirmation question;
    question.title = tr("Delete messages");
    question.question = tr("Delete %n message(s) from %1?", nullptr, int(messages.size()))
                            .arg(formatForeign(m_queueName));
    const bool areLost = m_rewind <= cmq::Seconds(0);
    question.losses = {areLost ? tr("They are lost for ever: the queue cannot be rewound.")
                               : tr("A rewind can bring them back for %1 after they were sent.")
                                     .arg(formatDuration(m_rewind))};
    if (inFlight > 0)
        question.losses +=
            tr("%n of them are in flight: whoever received them cannot delete them any "
               "more.",
               nullptr, inFlight);
    if (others > 0)
        question.losses +=
            canRemove() ? tr("%n selected message(s) are deleted already.", nullptr, others)
                        : tr("%n selected message(s) stay: they are not in flight, so there is "
                             "no receipt handle to delete them with.",
                             nullptr, others);
    question.acceptText = tr("Delete");
    if (areLost || m_connection.isProduction())
        question.nameToType = m_queueName;
    question.firstText = tr("Export first…");
    question.first = [this, messages, queue = m_queueName] {
        exportMessages(m_prompts, m_settings, m_window, queue, ExportFormat::JsonLines,
                       [this, messages, queue] {
                           return std::make_unique<ChosenMessages>(m_connection, queue, messages);
                       });
    };
    question.rehearsal = Rehearsal{
        {{m_queueName.toStdString()}, {}, {}},
        [messages, queue = m_queueName](Connection& copy, QWidget* context, Rehearsal::Done done) {
            MessageOperation::rehearse(std::make_unique<ChosenMessages>(copy, queue, messages),
                                       std::make_unique<DeleteWork>(copy, queue), context,
                                       std::move(done));
        }};
    m_prompts.confirm(m_window, question, [this, messages, queue = m_queueName] {
        if (queue == m_queueName)
            operate(std::make_unique<DeleteWork>(m_connection, queue), messages);
    });
}

void MessageCommands::resend()
{
    operate(std::make_unique<CopyWork>(MessageTarget{&m_connection, m_queueName}), m_selection);
}

void MessageCommands::edit()
{
    const cmq::PeekedMessage selected = m_selection.first();
    const std::string queue = m_queueName.toStdString();
    cmq::PeekMessages look;
    look.queueName = queue;
    look.after = selected.entry - 1;
    look.limit = 1;
    look.withBodies = true;
    onResult(m_connection.call(look), this,
             [this, queue, entry = selected.entry](const cmq::Result<cmq::PeekedMessages>& found) {
                 if (!found) {
                     emit failed(found.error());
                     return;
                 }
                 if (found->messages.empty() || found->messages.front().entry != entry) {
                     emit noticed(tr("This message is not in the queue any more."));
                     return;
                 }
                 const cmq::PeekedMessage message = found->messages.front();
                 onResult(m_connection.call(cmq::GetQueueAttributes{queue}), this,
                          [this, message](const cmq::Result<cmq::QueueAttributes>& attributes) {
                              if (attributes)
                                  Sending::open(m_connection, m_prompts, m_queueName,
                                                attributes->settings.maxMsgSize, m_window,
                                                QByteArray::fromStdString(message.msgBody));
                              else
                                  emit failed(attributes.error());
                          });
             });
}

void MessageCommands::copy()
{
    m_transfers->copy();
}

void MessageCommands::move()
{
    m_transfers->move();
}

void MessageCommands::redrive()
{
    m_transfers->redrive();
}

void MessageCommands::importFile()
{
    m_transfers->importFile();
}

void MessageCommands::trace()
{
    emit traceRequested(QString::fromStdString(m_selection.first().msgId));
}

void MessageCommands::compare()
{
    const auto ask = [this](const cmq::PeekedMessage& message) {
        cmq::PeekMessages look;
        look.queueName = m_queueName.toStdString();
        look.after = message.entry - 1;
        look.limit = 1;
        look.withBodies = true;
        return m_connection.call(look);
    };
    const auto second = ask(m_selection[1]);
    onResult(ask(m_selection[0]), this, [this, second](const Looked& left) {
        onResult(second, this, [this, left](const Looked& right) { openCompare(left, right); });
    });
}

void MessageCommands::openCompare(const Looked& left, const Looked& right)
{
    QList<CompareDialog::Side> sides;
    for (const Looked* each : {&left, &right}) {
        if (!*each) {
            emit failed(each->error());
            return;
        }
        if ((*each)->messages.empty()) {
            emit noticed(tr("This message is not in the queue any more."));
            return;
        }
        const cmq::PeekedMessage& message = (*each)->messages.front();
        sides.append({tr("Message %1").arg(QString::fromStdString(message.msgId)),
                      messageProperties(message, m_connection.now()),
                      QByteArray::fromStdString(message.msgBody)});
    }
    auto* dialog = new CompareDialog(sides[0], sides[1], m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MessageCommands::exportJson()
{
    m_transfers->exportFile(ExportFormat::JsonLines);
}

void MessageCommands::exportCsv()
{
    m_transfers->exportFile(ExportFormat::Csv);
}

} // namespace ui
