#include "shownmessage.h"

#include "inspectdialog.h"
#include "messageproperties.h"

#include "ui/bodyview/bodyviewer.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

namespace ui {

ShownMessage::ShownMessage(Connection& connection, BodyViewer& viewer, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_viewer(viewer)
{
}

void ShownMessage::clear()
{
    ++m_generation;
    m_message = {};
    m_viewer.clear();
}

void ShownMessage::show(const QString& queueName, const cmq::PeekedMessage& message)
{
    if (message.entry == m_message.entry)
        return;
    m_message = message;
    cmq::PeekMessages look;
    look.queueName = queueName.toStdString();
    look.after = message.entry - 1;
    look.limit = 1;
    look.withBodies = true;
    onResult(m_connection.call(look), this,
             [this, generation = ++m_generation,
              entry = message.entry](const cmq::Result<cmq::PeekedMessages>& answer) {
                 if (generation != m_generation)
                     return;
                 if (!answer || answer->messages.empty() ||
                     answer->messages.front().entry != entry) {
                     m_viewer.clear();
                     return;
                 }
                 const cmq::PeekedMessage& found = answer->messages.front();
                 m_bodyEntry = entry;
                 m_viewer.setMessage(QByteArray::fromStdString(found.msgBody),
                                     messageProperties(found, m_connection.now()),
                                     QString::fromStdString(found.msgId));
             });
}

void ShownMessage::showProperties() const
{
    if (m_message.entry != 0)
        m_viewer.setProperties(messageProperties(m_message, m_connection.now()));
}

void ShownMessage::preview(Prompts& prompts, QWidget* window) const
{
    if (m_message.entry == 0 || m_bodyEntry != m_message.entry)
        return;
    cmq::PeekedMessage message = m_message;
    message.msgBody = m_viewer.body().toStdString();
    auto* dialog = new InspectDialog(message, m_connection.now(), prompts, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
