#include "queuebulk.h"

#include "bulkattributesdialog.h"

#include "ui/common/operationdialog.h"
#include "ui/connections/callitem.h"

#include <QWidget>

namespace ui {

QueueBulk::QueueBulk(Connection& connection, Settings& settings, QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_settings(settings)
    , m_window(window)
{
}

void QueueBulk::openAttributes(const QList<QueueRow>& queues)
{
    auto* dialog = new BulkAttributesDialog(queues.first().attributes.settings, int(queues.size()),
                                            m_connection.rules(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BulkAttributesDialog::submitted, this,
            [this, queues](const cmq::QueueSettingsChange& change) {
                doWithAll(tr("Set the attributes of %n queue(s)", nullptr, int(queues.size())),
                          queues, [&](const std::string& name) {
                              return cmq::SetQueueAttributes{name, change};
                          });
            });
    dialog->open();
}

void QueueBulk::rewind(const std::vector<cmq::RewindQueue>& actions)
{
    QList<BatchItem> items;
    for (const cmq::RewindQueue& action : actions)
        items += callItem(m_connection, QString::fromStdString(action.queueName), action);
    show(tr("Rewind %n queue(s)", nullptr, int(items.size())), items);
}

void QueueBulk::clear(const QList<QueueRow>& queues)
{
    doWithAll(tr("Purge %n queue(s)", nullptr, int(queues.size())), queues,
              [](const std::string& name) { return cmq::ClearQueue{name}; });
}

void QueueBulk::remove(const QList<QueueRow>& queues)
{
    doWithAll(tr("Delete %n queue(s)", nullptr, int(queues.size())), queues,
              [](const std::string& name) { return cmq::DeleteQueue{name}; });
}

template <class MakeAction>
void QueueBulk::doWithAll(const QString& title, const QList<QueueRow>& queues,
                          MakeAction makeAction)
{
    QList<BatchItem> items;
    items.reserve(queues.size());
    for (const QueueRow& queue : queues)
        items += callItem(m_connection, queue.name, makeAction(queue.attributes.queueName));
    show(title, items);
}

void QueueBulk::show(const QString& title, const QList<BatchItem>& items)
{
    auto* dialog = new OperationDialog(new Batch(title, tr("Queue"), items), m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
