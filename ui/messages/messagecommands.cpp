#include "messagecommands.h"

#include "copydialog.h"
#include "messageoperation.h"
#include "senddialog.h"

#include "ui/bodyview/bodytext.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/onresult.h"
#include "ui/common/operationdialog.h"
#include "ui/common/prompts.h"
#include "ui/connections/connection.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QList<cmq::PeekedMessage> inFlight(const QList<cmq::PeekedMessage>& messages)
{
    QList<cmq::PeekedMessage> found;
    std::ranges::copy_if(messages, std::back_inserter(found), [](const cmq::PeekedMessage& each) {
        return each.state == cmq::MessageState::Inactive;
    });
    return found;
}

} // namespace

MessageCommands::MessageCommands(Connection& connection, Prompts& prompts, Settings& settings,
                                 QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_prompts(prompts)
    , m_settings(settings)
    , m_window(window)
    , m_delete(makeAction(u"deleteMessages"_s, u"trash3", &MessageCommands::askDelete))
    , m_resend(makeAction(u"resendMessages"_s, u"send", &MessageCommands::resend))
    , m_edit(makeAction(u"editMessage"_s, u"pencil", &MessageCommands::edit))
    , m_copy(makeAction(u"copyMessages"_s, u"box-arrow-right", &MessageCommands::openCopy))
    , m_trace(makeAction(u"traceMessage"_s, u"lifeline", &MessageCommands::trace))
    , m_exportJson(makeAction(u"exportJson"_s, u"save", &MessageCommands::exportJson))
    , m_exportCsv(makeAction(u"exportCsv"_s, u"grid", &MessageCommands::exportCsv))
{
    m_delete->setShortcut(QKeySequence::Delete);
    m_resend->setShortcut(QKeySequence(u"Ctrl+D"_s));
    m_trace->setShortcut(QKeySequence(u"Ctrl+L"_s));
    m_exportJson->setShortcut(QKeySequence(u"Ctrl+E"_s));
    // Del and its like mean something else on other pages: the table that has the focus triggers
    // them, see MessagesPage::eventFilter.
    for (QAction* action : actions())
        action->setShortcutContext(Qt::WidgetShortcut);
    retranslate();
}

QList<QAction*> MessageCommands::actions() const
{
    return {m_trace, m_resend, m_edit, m_copy, m_exportJson, m_exportCsv, m_delete};
}

QAction* MessageCommands::makeAction(const QString& name, QStringView iconName,
                                     void (MessageCommands::*run)())
{
    auto* action = new QAction(icon(iconName), QString(), this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void MessageCommands::setSelection(const QString& queueName,
                                   const QList<cmq::PeekedMessage>& messages)
{
    m_queueName = queueName;
    m_selection = messages;
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
    m_trace->setText(tr("&Life line"));
    m_trace->setIconText(tr("Life line"));
    m_exportJson->setText(tr("E&xport as JSON lines…"));
    m_exportJson->setIconText(tr("Export JSON"));
    m_exportCsv->setText(tr("Export as CS&V…"));
    m_exportCsv->setIconText(tr("Export CSV"));
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
    const bool noneInFlight =
        std::ranges::none_of(m_selection, [](const cmq::PeekedMessage& message) {
            return message.state == cmq::MessageState::Inactive;
        });
    enable(m_delete, tr("Delete the selected messages that are in flight"),
           first(m_connection.whyNot(cmq::DeleteMessage()),
                 first(some, noneInFlight ? tr("CMQ deletes by receipt handle, and only a message "
                                               "in flight has one. Receive it first.")
                                          : QString())));
    enable(m_resend, tr("Send copies of the selected messages to their own queue"),
           first(maySend, some));
    enable(m_edit, tr("Change the body and send it as a new message"), first(maySend, one));
    enable(m_copy, tr("Send copies of the selected messages to another queue"),
           first(maySend, some));
    enable(m_trace, tr("What happened to this message, and why"),
           first(one, m_connection.events()
                          ? QString()
                          : tr("This connection does not tell what happened.")));
    enable(m_exportJson, tr("Write the selected messages to a file, exactly as they are"),
           first(mayLook, some));
    enable(m_exportCsv, tr("Write the selected messages to a file for spreadsheets"),
           first(mayLook, some));
}

void MessageCommands::enable(QAction* action, const QString& description, const QString& reason)
{
    action->setEnabled(reason.isEmpty());
    QString tip = reason.isEmpty() ? description : reason;
    if (reason.isEmpty() && !action->shortcut().isEmpty())
        tip += u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')';
    action->setToolTip(tip);
    action->setStatusTip(reason.isEmpty() ? description : reason);
}

void MessageCommands::operate(std::unique_ptr<MessageWork> work,
                              const QList<cmq::PeekedMessage>& messages)
{
    auto* operation =
        new MessageOperation(m_connection, m_queueName, messages, std::move(work));
    connect(operation, &MessageOperation::finished, this, &MessageCommands::operated);
    auto* dialog = new OperationDialog(operation, m_settings, m_window); // owns the operation
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MessageCommands::askDelete()
{
    const QList<cmq::PeekedMessage> messages = inFlight(m_selection);
    const int others = int(m_selection.size() - messages.size());
    Confirmation question;
    question.title = tr("Delete messages");
    question.question = tr("Delete %n message(s) in flight from %1?", nullptr, int(messages.size()))
                            .arg(formatForeign(m_queueName));
    question.losses = {tr("Whoever received them cannot delete them any more. They are gone unless "
                          "the queue can be rewound.")};
    if (others > 0)
        question.losses += tr("%n selected message(s) stay: they are not in flight, so there is no "
                              "receipt handle to delete them with.",
                              nullptr, others);
    question.acceptText = tr("Delete");
    m_prompts.confirm(m_window, question, [this, messages, queue = m_queueName] {
        if (queue == m_queueName)
            operate(std::make_unique<DeleteWork>(m_connection, queue), messages);
    });
}

void MessageCommands::resend()
{
    operate(std::make_unique<SendWork>(m_connection, m_queueName), m_selection);
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
                                  openEditor(message, attributes->settings.maxMsgSize);
                              else
                                  emit failed(attributes.error());
                          });
             });
}

void MessageCommands::openEditor(const cmq::PeekedMessage& message, std::int64_t maxMsgSize)
{
    const auto text = textOf(QByteArray::fromStdString(message.msgBody));
    if (!text) {
        emit noticed(tr("This body is no text, so it cannot be edited. Send it again as it is."));
        return;
    }
    auto* dialog = new SendDialog(m_queueName, maxMsgSize, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setBody(*text);
    connect(dialog, &SendDialog::submitted, this, [this, dialog](const cmq::SendMessage& action) {
        onResult(m_connection.call(action), dialog,
                 [dialog](const cmq::Result<cmq::MessageIdReply>& answer) {
                     if (answer)
                         dialog->showSent(QString::fromStdString(answer->msgId));
                     else
                         dialog->showRefusal(answer.error());
                 });
    });
    dialog->open();
}

void MessageCommands::openCopy()
{
    auto* dialog = new CopyDialog(m_queueNames, int(m_selection.size()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CopyDialog::submitted, this,
            [this, messages = m_selection](const QString& target) {
                operate(std::make_unique<SendWork>(m_connection, target), messages);
            });
    dialog->open();
}

void MessageCommands::trace()
{
    emit traceRequested(QString::fromStdString(m_selection.first().msgId));
}

void MessageCommands::exportJson()
{
    exportAs(ExportFormat::JsonLines);
}

void MessageCommands::exportCsv()
{
    exportAs(ExportFormat::Csv);
}

void MessageCommands::exportAs(ExportFormat format)
{
    const bool isCsv = format == ExportFormat::Csv;
    m_prompts.chooseSaveFile(
        m_window, isCsv ? tr("Export as CSV") : tr("Export as JSON lines"),
        m_queueName + (isCsv ? u".csv"_s : u".jsonl"_s),
        [this, format, messages = m_selection](const QString& path) {
            operate(std::make_unique<ExportWork>(format, path), messages);
        });
}

} // namespace ui
