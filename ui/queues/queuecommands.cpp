#include "queuecommands.h"

#include "createqueuedialog.h"
#include "queueattributesdialog.h"
#include "queuebulk.h"
#include "queuefeed.h"
#include "queueloss.h"
#include "rewinddialog.h"
#include "savesettings.h"

#include "ui/common/actiontext.h"
#include "ui/common/format.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/prompts.h"
#include "ui/connections/connection.h"
#include "ui/connections/rehearsal.h"
#include "ui/messages/messagetransfers.h"
#include "ui/messages/receiving.h"
#include "ui/messages/sending.h"

#include "cmq/names.h"

#include <QAction>
#include <QSet>
#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// `orders-copy`, `orders-copy-2`, …: the first that is free; names differ in more than case.
QString copyName(const QString& original, const QList<QueueRow>& queues)
{
    QSet<QString> taken;
    for (const QueueRow& queue : queues)
        taken.insert(queue.name.toLower());
    for (int number = 1;; ++number) {
        const QString ending = number == 1 ? u"-copy"_s : u"-copy-%1"_s.arg(number);
        const QString name = original.left(qsizetype(cmq::NameMaxLength) - ending.size()) + ending;
        if (!taken.contains(name.toLower()))
            return name;
    }
}

/// The same with each.
template <class A>
std::vector<cmq::Action> actionsFor(const QList<QueueRow>& queues)
{
    std::vector<cmq::Action> actions;
    for (const QueueRow& queue : queues)
        actions.emplace_back(A{queue.attributes.queueName});
    return actions;
}

} // namespace

QueueCommands::QueueCommands(Connection& connection, QueueFeed& feed, Prompts& prompts,
                             Settings& settings, QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_feed(feed)
    , m_prompts(prompts)
    , m_settings(settings)
    , m_bulk(new QueueBulk(connection, settings, window))
    , m_window(window)
    , m_create(makeAction(this, u"createQueue"_s, u"plus-lg", &QueueCommands::openCreate))
    , m_clone(makeAction(this, u"cloneQueue"_s, u"copy", &QueueCommands::openClone))
    , m_open(makeAction(this, u"openQueue"_s, u"queue", &QueueCommands::requestQueue))
    , m_send(makeAction(this, u"sendMessage"_s, u"send", &QueueCommands::openSend))
    , m_receive(makeAction(this, u"receiveMessages"_s, u"download", &QueueCommands::openReceive))
    , m_messages(makeAction(this, u"showMessages"_s, u"envelope", &QueueCommands::requestMessages))
    , m_attributes(
          makeAction(this, u"queueAttributes"_s, u"sliders", &QueueCommands::openAttributes))
    , m_rewind(makeAction(this, u"rewindQueue"_s, u"rewind-fill", &QueueCommands::openRewind))
    , m_clear(makeAction(this, u"clearQueue"_s, u"eraser", &QueueCommands::askClear))
    , m_delete(makeAction(this, u"deleteQueue"_s, u"trash3", &QueueCommands::askDelete))
    , m_sandbox(makeAction(this, u"queueToSandbox"_s, u"memory", &QueueCommands::requestCopy))
{
    m_create->setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_clone->setShortcut(QKeySequence(u"Ctrl+D"_s));
    m_send->setShortcut(QKeySequence(u"Ctrl+Return"_s));
    m_receive->setShortcut(QKeySequence(u"Ctrl+R"_s));
    m_attributes->setShortcut(QKeySequence(u"Alt+Return"_s));
    m_delete->setShortcut(QKeySequence::Delete);
    // Del means something else in other tables: the one of the queues has this action.
    m_delete->setShortcutContext(Qt::WidgetShortcut);
    retranslate();
}

QList<QAction*> QueueCommands::rowActions() const
{
    return {m_open,  m_send,   m_receive, m_messages, m_attributes,
            m_clone, m_rewind, m_clear,   m_delete};
}

void QueueCommands::setSelection(const QList<QueueRow>& queues)
{
    m_selected = queues;
    act();
}

void QueueCommands::setSubject(const std::optional<QList<QueueRow>>& subject)
{
    m_subject = subject;
    act();
}

void QueueCommands::act()
{
    const QList<QueueRow> selection = m_subject.value_or(m_selected);
    if (selection == m_selection)
        return;
    m_selection = selection;
    updateActions();
}

void QueueCommands::retranslate()
{
    m_create->setText(tr("&New queue…"));
    m_create->setIconText(tr("New queue"));
    m_clone->setText(tr("C&lone…"));
    m_clone->setIconText(tr("Clone"));
    m_open->setText(tr("&Open"));
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
    m_sandbox->setText(tr("Open a copy in a sand&box"));
    m_sandbox->setIconText(tr("Copy to a sandbox"));
    updateActions();
}

QString QueueCommands::whyNotOne() const
{
    if (m_selection.isEmpty())
        return tr("Select a queue first.");
    return m_selection.size() > 1 ? tr("Select one queue only.") : QString();
}

QString QueueCommands::whyNotAny() const
{
    return m_selection.isEmpty() ? tr("Select a queue first.") : QString();
}

void QueueCommands::updateActions()
{
    const auto first = [](const QString& reason, const QString& other) {
        return reason.isEmpty() ? other : reason;
    };
    const QString one = whyNotOne();
    const QString any = whyNotAny();
    const bool holdsNothing = std::ranges::all_of(m_selection, [](const QueueRow& queue) {
        return backlogOf(queue.attributes) + queue.attributes.rewindmsgNum == 0;
    });
    const bool canRewind = std::ranges::all_of(m_selection, [](const QueueRow& queue) {
        return queue.attributes.settings.rewindSeconds.count() > 0;
    });

    enableAction(m_create, tr("Create a queue"), m_connection.whyNot(cmq::CreateQueue()));
    enableAction(m_clone, tr("Create a queue with the attributes of the selected one"),
                 first(m_connection.whyNot(cmq::CreateQueue()), one));
    enableAction(m_open, tr("Show the selected queue in a tab of its own"), one);
    enableAction(m_send, tr("Send a message to the selected queue"),
                 first(m_connection.whyNot(cmq::SendMessage()), one));
    enableAction(
        m_receive,
        m_connection.whyNot(cmq::PeekMessages()).isEmpty()
            ? tr("Receive messages from the selected queue")
            : tr("Look at messages by receiving them: that hides them from others for a while"),
        first(m_connection.whyNot(cmq::BatchReceiveMessage()), one));
    enableAction(m_messages, tr("Show the messages of the selected queue"), one);
    enableAction(m_attributes, tr("Show and change the attributes of the selected queues"),
                 first(m_connection.whyNot(cmq::SetQueueAttributes()), any));
    const QString rewindOff =
        m_selection.size() == 1
            ? tr("Rewind is off for this queue. Set its rewind time in the attributes first.")
            : tr("Rewind is off for some of these queues.");
    enableAction(m_rewind, tr("Bring deleted messages back"),
                 first(m_connection.whyNot(cmq::RewindQueue()),
                       first(any, canRewind ? QString() : rewindOff)));
    const QString nothingThere = m_selection.size() == 1 ? tr("The queue holds no messages.")
                                                         : tr("These queues hold no messages.");
    enableAction(m_clear, tr("Remove all messages of the selected queues"),
                 first(m_connection.whyNot(cmq::ClearQueue()),
                       first(any, holdsNothing && m_connection.hasExactFigures() ? nothingThere
                                                                                 : QString())));
    enableAction(m_delete, tr("Delete the selected queues"),
                 first(m_connection.whyNot(cmq::DeleteQueue()), any));
    enableAction(
        m_sandbox,
        tr("The selected queues exactly as they are, with their dead-letter queues and what "
           "leads to them, in a sandbox"),
        first(m_connection.whyNotCopy(), any));
}

void QueueCommands::openCreate()
{
    open(new CreateQueueDialog(deadLetterChoices(m_feed.queues()), m_connection.rules(), m_window));
}

void QueueCommands::openClone()
{
    const QueueRow& original = m_selection.first();
    open(new CreateQueueDialog(original.attributes, copyName(original.name, m_feed.queues()),
                               deadLetterChoices(m_feed.queues()), m_connection.rules(), m_window));
}

void QueueCommands::open(CreateQueueDialog* dialog)
{
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
    Sending::open(m_connection, m_prompts, queue.name, queue.attributes.settings.maxMsgSize,
                  m_window);
}

void QueueCommands::openReceive()
{
    const QueueRow& queue = m_selection.first();
    Receiving::open(m_connection, queue.name, queue.attributes.settings, m_prompts, m_window);
}

void QueueCommands::requestQueue()
{
    emit queueRequested(m_selection.first().name);
}

void QueueCommands::requestMessages()
{
    emit messagesRequested(m_selection.first().name);
}

void QueueCommands::openAttributes()
{
    if (m_selection.size() > 1) {
        m_bulk->openAttributes(m_selection);
        return;
    }
    const QueueRow& queue = m_selection.first();
    auto* dialog =
        new QueueAttributesDialog(queue.attributes, deadLetterChoices(m_feed.queues(), queue.name),
                                  m_connection.rules(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QueueAttributesDialog::submitted, this,
            [this, dialog, name = queue.attributes.queueName](const cmq::QueueSettings& from,
                                                              const cmq::QueueSettings& to) {
                saveSettings(m_connection, name, from, to, dialog,
                             [this, dialog](const SettingsSaved& saved) {
                                 if (saved.isUnbound)
                                     dialog->showUnbound();
                                 if (saved.error) {
                                     dialog->showRefusal(*saved.error);
                                     return;
                                 }
                                 dialog->accept();
                                 emit succeeded(tr("The attributes were saved."));
                             });
            });
    dialog->open();
}

void QueueCommands::unbindDeadLetters(const QString& queueName)
{
    onResult(m_connection.call(cmq::UnbindDeadLetterQueue{queueName.toStdString()}), this,
             [this, queueName](const cmq::Result<cmq::QueueIdReply>& answer) {
                 if (answer)
                     emit succeeded(tr("%1 has no dead-letter queue any more.").arg(queueName));
                 else
                     emit failed(answer.error());
             });
}

void QueueCommands::openRewind()
{
    std::vector<cmq::QueueAttributes> queues;
    for (const QueueRow& queue : m_selection)
        queues.push_back(queue.attributes);
    auto* dialog = new RewindDialog(std::move(queues), m_connection.now(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RewindDialog::submitted, this,
            [this, dialog](const std::vector<cmq::RewindQueue>& actions) {
                if (actions.size() > 1) {
                    dialog->accept();
                    m_bulk->rewind(actions);
                    return;
                }
                const QString name = QString::fromStdString(actions.front().queueName);
                onResult(m_connection.call(actions.front()), dialog,
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
    const QList<QueueRow> queues = m_selection;
    Confirmation question = confirmClear(queues, m_connection);
    if (queues.size() == 1) {
        question.action = cmq::ClearQueue{queues.first().attributes.queueName};
        offerExport(question, queues.first());
    }
    question.rehearsal = rehearsalOf(actionsFor<cmq::ClearQueue>(queues));
    m_prompts.confirm(m_window, question, [this, queues] {
        if (queues.size() == 1)
            clearQueue(queues.first().name);
        else
            m_bulk->clear(queues);
    });
}

/// Before messages are lost: they can be kept in a file.
void QueueCommands::offerExport(Confirmation& question, const QueueRow& queue)
{
    const bool holdsNothing = backlogOf(queue.attributes) + queue.attributes.rewindmsgNum == 0;
    if (holdsNothing || !m_connection.whyNot(cmq::PeekMessages()).isEmpty())
        return;
    question.firstText = tr("Export first…");
    question.first = [this, name = queue.name] {
        exportMessages(m_prompts, m_settings, m_window, name, ExportFormat::JsonLines,
                       [this, name] {
                           return std::make_unique<WholeQueue>(m_connection, name, MessageScope());
                       });
    };
}

void QueueCommands::requestCopy()
{
    cmq::CopyScope scope;
    for (const QueueRow& queue : m_selection)
        scope.queues.push_back(queue.attributes.queueName);
    emit copyRequested(scope, m_selection.size() == 1
                                  ? m_selection.first().name
                                  : tr("%n queue(s)", nullptr, int(m_selection.size())));
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
    Confirmation question = confirmDelete(queues, m_connection);
    if (queues.size() == 1) {
        question.action = cmq::DeleteQueue{queues.first().attributes.queueName};
        offerExport(question, queues.first());
    }
    question.rehearsal = rehearsalOf(actionsFor<cmq::DeleteQueue>(queues));
    m_prompts.confirm(m_window, question, [this, queues] {
        if (queues.size() == 1)
            deleteQueue(queues.first().name);
        else
            m_bulk->remove(queues);
    });
}

void QueueCommands::deleteQueue(const QString& name)
{
    onResult(m_connection.call(cmq::DeleteQueue{name.toStdString()}), this,
             [this, name](const cmq::Result<cmq::Done>& answer) {
                 if (answer)
                     emit succeeded(tr("%1 was deleted.").arg(name));
                 else
                     emit failed(answer.error());
             });
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
