#include "queuecommands.h"

#include "createqueuedialog.h"
#include "queueattributesdialog.h"
#include "queueloss.h"
#include "rewinddialog.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/connections/connection.h"
#include "ui/messages/receiving.h"
#include "ui/messages/senddialog.h"

#include <QAction>
#include <QWidget>

namespace ui {

using namespace Qt::StringLiterals;

QueueCommands::QueueCommands(Connection& connection, Prompts& prompts, QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_prompts(prompts)
    , m_window(window)
    , m_create(makeAction(u"createQueue"_s, u"plus-lg", &QueueCommands::openCreate))
    , m_send(makeAction(u"sendMessage"_s, u"send", &QueueCommands::openSend))
    , m_receive(makeAction(u"receiveMessages"_s, u"download", &QueueCommands::openReceive))
    , m_messages(makeAction(u"showMessages"_s, u"envelope", &QueueCommands::requestMessages))
    , m_attributes(makeAction(u"queueAttributes"_s, u"sliders", &QueueCommands::openAttributes))
    , m_rewind(makeAction(u"rewindQueue"_s, u"rewind-fill", &QueueCommands::openRewind))
    , m_clear(makeAction(u"clearQueue"_s, u"eraser", &QueueCommands::askClear))
    , m_delete(makeAction(u"deleteQueue"_s, u"trash3", &QueueCommands::askDelete))
{
    m_create->setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_send->setShortcut(QKeySequence(u"Ctrl+Return"_s));
    m_receive->setShortcut(QKeySequence(u"Ctrl+R"_s));
    m_attributes->setShortcut(QKeySequence(u"Alt+Return"_s));
    m_delete->setShortcut(QKeySequence::Delete);
    retranslate();
}

QList<QAction*> QueueCommands::rowActions() const
{
    return {m_send, m_receive, m_messages, m_attributes, m_rewind, m_clear, m_delete};
}

QAction* QueueCommands::makeAction(const QString& name, QStringView iconName,
                                   void (QueueCommands::*run)())
{
    auto* action = new QAction(icon(iconName), QString(), this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void QueueCommands::setSelection(const QList<QueueRow>& queues)
{
    if (queues == m_selection)
        return;
    m_selection = queues;
    updateActions();
}

void QueueCommands::retranslate()
{
    m_create->setText(tr("&New queue…"));
    m_create->setIconText(tr("New queue"));
    m_send->setText(tr("&Send message…"));
    m_send->setIconText(tr("Send"));
    // Where there is no peek, receiving is how people look, and it should be called what it is.
    const bool isLook = !m_connection.whyNot(cmq::PeekMessages()).isEmpty();
    m_receive->setText(isLook ? tr("&Take and hold…") : tr("&Receive messages…"));
    m_receive->setIconText(isLook ? tr("Take and hold") : tr("Receive"));
    m_messages->setText(tr("&Messages"));
    m_messages->setIconText(tr("Messages"));
    m_attributes->setText(tr("&Attributes…"));
    m_attributes->setIconText(tr("Attributes"));
    m_rewind->setText(tr("Re&wind…"));
    m_rewind->setIconText(tr("Rewind"));
    m_clear->setText(tr("&Purge…"));
    m_clear->setIconText(tr("Purge"));
    m_delete->setText(tr("&Delete…"));
    m_delete->setIconText(tr("Delete"));
    updateActions();
}

QString QueueCommands::whyNotOne() const
{
    if (m_selection.isEmpty())
        return tr("Select a queue first.");
    return m_selection.size() > 1 ? tr("Select one queue only.") : QString();
}

void QueueCommands::updateActions()
{
    const auto first = [](const QString& reason, const QString& other) {
        return reason.isEmpty() ? other : reason;
    };
    const QString one = whyNotOne();
    const cmq::QueueAttributes queue =
        m_selection.isEmpty() ? cmq::QueueAttributes() : m_selection.first().attributes;
    const bool holdsNothing = backlogOf(queue) + queue.rewindmsgNum == 0;

    enable(m_create, tr("Create a queue"), m_connection.whyNot(cmq::CreateQueue()));
    enable(m_send, tr("Send a message to the selected queue"),
           first(m_connection.whyNot(cmq::SendMessage()), one));
    enable(m_receive,
           m_connection.whyNot(cmq::PeekMessages()).isEmpty()
               ? tr("Receive messages from the selected queue")
               : tr("Look at messages by receiving them: that hides them from others for a while"),
           first(m_connection.whyNot(cmq::BatchReceiveMessage()), one));
    enable(m_messages, tr("Show the messages of the selected queue"), one);
    enable(m_attributes, tr("Show and change the attributes of the selected queue"),
           first(m_connection.whyNot(cmq::SetQueueAttributes()), one));
    enable(m_rewind, tr("Bring deleted messages back"),
           first(m_connection.whyNot(cmq::RewindQueue()),
                 first(one, queue.settings.rewindSeconds.count() > 0
                                ? QString()
                                : tr("Rewind is off for this queue. Set its rewind time in the "
                                     "attributes first."))));
    enable(m_clear, tr("Remove all messages of the selected queue"),
           first(m_connection.whyNot(cmq::ClearQueue()),
                 first(one, holdsNothing && m_connection.hasExactFigures() ? tr("The queue holds no messages.") : QString())));
    enable(m_delete, tr("Delete the selected queues"),
           first(m_connection.whyNot(cmq::DeleteQueue()),
                 m_selection.isEmpty() ? tr("Select a queue first.") : QString()));
}

void QueueCommands::enable(QAction* action, const QString& description, const QString& reason)
{
    action->setEnabled(reason.isEmpty());
    QString tip = reason.isEmpty() ? description : reason;
    if (reason.isEmpty() && !action->shortcut().isEmpty())
        tip += u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')';
    action->setToolTip(tip);
    action->setStatusTip(reason.isEmpty() ? description : reason);
}

void QueueCommands::openCreate()
{
    auto* dialog = new CreateQueueDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateQueueDialog::submitted, this,
            [this, dialog](const cmq::CreateQueue& action) {
                const QString name = QString::fromStdString(action.queueName);
                onResult(m_connection.call(action), dialog,
                         [this, dialog, name](const cmq::Result<cmq::QueueIdReply>& answer) {
                             if (!answer) {
                                 dialog->showRefusal(answer.error());
                                 return;
                             }
                             dialog->showCreated(name);
                             emit created(name);
                         });
            });
    dialog->open();
}

void QueueCommands::openSend()
{
    const QueueRow& queue = m_selection.first();
    auto* dialog = new SendDialog(queue.name, queue.attributes.settings.maxMsgSize, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
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

void QueueCommands::openReceive()
{
    const QueueRow& queue = m_selection.first();
    Receiving::open(m_connection, queue.name, queue.attributes.settings, m_window);
}

void QueueCommands::requestMessages()
{
    emit messagesRequested(m_selection.first().name);
}

void QueueCommands::openAttributes()
{
    auto* dialog = new QueueAttributesDialog(m_selection.first().attributes, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QueueAttributesDialog::submitted, this,
            [this, dialog](const cmq::SetQueueAttributes& action) {
                onResult(m_connection.call(action), dialog,
                         [this, dialog](const cmq::Result<cmq::QueueSettingsReply>& answer) {
                             if (!answer) {
                                 dialog->showRefusal(answer.error());
                                 return;
                             }
                             dialog->accept();
                             emit succeeded(tr("The attributes were saved."));
                         });
            });
    dialog->open();
}

void QueueCommands::openRewind()
{
    auto* dialog = new RewindDialog(m_selection.first().attributes, m_connection.now(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RewindDialog::submitted, this, [this, dialog](const cmq::RewindQueue& action) {
        const QString name = QString::fromStdString(action.queueName);
        onResult(m_connection.call(action), dialog,
                 [this, dialog, name](const cmq::Result<cmq::Done>& answer) {
                     if (!answer) {
                         dialog->showRefusal(answer.error());
                         return;
                     }
                     dialog->accept();
                     emit succeeded(tr("%1 was rewound.").arg(name));
                 });
    });
    dialog->open();
}

void QueueCommands::askClear()
{
    const QueueRow queue = m_selection.first();
    m_prompts.confirm(m_window, confirmClear(queue, m_connection), [this, queue] { clearQueue(queue.name); });
}

void QueueCommands::clearQueue(const QString& name)
{
    onResult(m_connection.call(cmq::ClearQueue{name.toStdString()}), this,
             [this, name](const cmq::Result<cmq::Done>& answer) {
                 if (answer)
                     emit succeeded(tr("%1 was purged.").arg(name));
                 else
                     emit failed(answer.error());
             });
}

void QueueCommands::askDelete()
{
    const QList<QueueRow> queues = m_selection;
    m_prompts.confirm(m_window, confirmDelete(queues, m_connection), [this, queues] { deleteQueues(queues); });
}

void QueueCommands::deleteQueues(const QList<QueueRow>& queues)
{
    for (const QueueRow& queue : queues) {
        onResult(m_connection.call(cmq::DeleteQueue{queue.attributes.queueName}), this,
                 [this, name = queue.name](const cmq::Result<cmq::Done>& answer) {
                     if (answer)
                         emit succeeded(tr("%1 was deleted.").arg(name));
                     else
                         emit failed(answer.error());
                 });
    }
}

void QueueCommands::createSamples()
{
    cmq::CreateQueue orders{"orders", {}};
    cmq::CreateQueue mails{"mails", {}};
    mails.settings.visibilityTimeout = cmq::Seconds(120);
    cmq::CreateQueue invoices{"invoices", {}};
    invoices.settings.rewindSeconds = cmq::Seconds(86400);
    for (const cmq::CreateQueue& queue : {orders, mails, invoices}) {
        onResult(m_connection.call(queue), this,
                 [this, name = QString::fromStdString(queue.queueName)](
                     const cmq::Result<cmq::QueueIdReply>& answer) {
                     if (answer)
                         emit created(name);
                     else
                         emit failed(answer.error());
                 });
    }
}

} // namespace ui
