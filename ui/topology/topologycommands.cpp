#include "topologycommands.h"

#include "importdialog.h"
#include "inventory.h"
#include "topologyfile.h"

#include "ui/alarms/alarms.h"
#include "ui/common/background.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/makeaction.h"
#include "ui/common/operationdialog.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/common/writefile.h"
#include "ui/connections/callitem.h"

#include <QAction>
#include <QCursor>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const Connection& connection)
{
    if (!connection.name().isEmpty())
        return connection.name();
    return connection.kind() == ConnectionKind::Sandbox ? TopologyCommands::tr("the sandbox")
                                                        : TopologyCommands::tr("the local broker");
}

struct FileReading
{
    TopologyReading reading;
    QString problem; ///< of the file itself, in the system's words
};

FileReading readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, file.errorString()};
    // One more than allowed, so that the reader says that it is too large.
    return {readTopology(file.read(TopologyFileBytesMax + 1)), {}};
}

} // namespace

TopologyCommands::TopologyCommands(Connection& connection, Prompts& prompts, Settings& settings,
                                   QWidget* window)
    : QObject(window)
    , m_connection(connection)
    , m_prompts(prompts)
    , m_settings(settings)
    , m_window(window)
    , m_export(makeAction(this, u"exportTopology"_s, u"save", &TopologyCommands::exportFile))
    , m_import(
          makeAction(this, u"importTopology"_s, u"folder2-open", &TopologyCommands::importFile))
    , m_copy(makeAction(this, u"copyTopology"_s, u"copy", &TopologyCommands::showOthers))
{
    const QString reason = connection.whyNot(cmq::CreateQueue());
    m_import->setEnabled(reason.isEmpty());
    m_copy->setEnabled(reason.isEmpty());
    retranslate();
}

void TopologyCommands::retranslate()
{
    m_export->setText(tr("&Export the topology…"));
    m_export->setToolTip(
        tr("Write all queues, topics and subscriptions, without messages, to a file"));
    const QString reason = m_connection.whyNot(cmq::CreateQueue());
    m_import->setText(tr("&Import a topology…"));
    m_import->setToolTip(
        reason.isEmpty() ? tr("Create and change queues, topics and subscriptions as a file says")
                         : reason);
    m_copy->setText(tr("&Copy the topology of another connection…"));
    m_copy->setToolTip(reason.isEmpty() ? tr("Make this connection like another open one")
                                        : reason);
}

void TopologyCommands::refuse(const cmq::Error& error)
{
    emit failed(errorSentence(error), errorDetail(error));
}

std::vector<AlarmRule> TopologyCommands::alarmRules() const
{
    const QList<AlarmRule> rules = m_alarms ? m_alarms->rules() : QList<AlarmRule>();
    return {rules.begin(), rules.end()};
}

void TopologyCommands::exportFile()
{
    m_prompts.chooseSaveFile(
        m_window, tr("Export the topology"), u"topology.json"_s, [this](const QString& path) {
            askTopology(m_connection, this, [this, path](cmq::Result<Topology> topology) {
                if (!topology)
                    return refuse(topology.error());
                topology->alarms = alarmRules();
                writeTo(path, *topology);
            });
        });
}

void TopologyCommands::writeTo(const QString& path, const Topology& topology)
{
    const QString things = tr("%1 queues, %2 topics, %3 subscriptions")
                               .arg(formatCount(std::int64_t(topology.queues.size())),
                                    formatCount(std::int64_t(topology.topics.size())),
                                    formatCount(std::int64_t(topology.subscriptions.size())));
    writeFile(path, writeTopology(topology), this, [this, path, things](const QString& problem) {
        if (problem.isEmpty())
            emit succeeded(tr("Written to %1: %2.").arg(path, things));
        else
            emit failed(tr("%1 could not be written").arg(path), problem);
    });
}

void TopologyCommands::importFile()
{
    m_prompts.chooseOpenFile(m_window, tr("Import a topology"),
                             [this](const QString& path) { readFrom(path); });
}

void TopologyCommands::readFrom(const QString& path)
{
    inBackground(
        this, [path] { return readFile(path); },
        [this, path](const FileReading& read) {
            if (!read.problem.isEmpty())
                emit failed(tr("%1 could not be read").arg(path), read.problem);
            else if (!read.reading.error.isEmpty())
                emit failed(tr("%1 cannot be imported").arg(path), read.reading.error);
            else
                showPlan(read.reading.topology, QFileInfo(path).fileName());
        });
}

void TopologyCommands::showOthers()
{
    auto* menu = new QMenu(m_window);
    menu->setObjectName(u"topologySources"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (Connection* other : m_others ? m_others() : QList<Connection*>()) {
        if (other == &m_connection)
            continue;
        QAction* action = menu->addAction(formatForeign(nameOf(*other), 60).replace(u'&', u"&&"_s));
        action->setObjectName(u"topologySource%1"_s.arg(menu->actions().size()));
        connect(action, &QAction::triggered, this, [this, source = QPointer(other)] {
            if (source)
                copyFrom(*source);
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No other connection is open"))->setEnabled(false);
    menu->popup(QCursor::pos());
}

void TopologyCommands::copyFrom(Connection& other)
{
    // The other one may be closed while it answers; its answers then do not come.
    auto* context = new QObject(&other);
    askTopology(other, context,
                [self = QPointer(this), context, source = nameOf(other),
                 kept = m_settings.alarmRules(other.keptName())](cmq::Result<Topology> topology) {
                    context->deleteLater();
                    if (!self)
                        return;
                    if (!topology)
                        return self->refuse(topology.error());
                    const QList<AlarmRule> rules = readAlarmRules(kept);
                    topology->alarms = {rules.begin(), rules.end()};
                    self->showPlan(*topology, source);
                });
}

void TopologyCommands::showPlan(const Topology& wanted, const QString& source)
{
    askTopology(m_connection, this, [this, wanted, source](cmq::Result<Topology> present) {
        if (!present)
            return refuse(present.error());
        present->alarms = alarmRules();
        auto* dialog = new ImportDialog(*present, wanted, source, m_settings, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ImportDialog::submitted, this, [this, dialog](const Plan& plan) {
            Confirmation ask;
            const int gone = plan.count(PlanKind::Delete);
            ask.title = tr("Carry out the import");
            ask.question = tr("Change this connection as the plan says?");
            ask.losses = {tr("%n to create", nullptr, plan.count(PlanKind::Create)),
                          tr("%n to change", nullptr, plan.count(PlanKind::Change))};
            if (gone > 0)
                ask.losses += tr("%n to delete, with all their messages", nullptr, gone);
            ask.acceptText = tr("Carry out");
            if (gone > 0 || m_connection.isProduction())
                ask.nameToType = QString::number(int(plan.steps().size()));
            m_prompts.confirm(dialog, ask, [this, dialog, plan] {
                dialog->accept();
                carryOut(plan);
            });
        });
        dialog->open();
    });
}

void TopologyCommands::carryOut(const Plan& plan)
{
    if (m_alarms && m_alarms->rules() != plan.alarms)
        m_alarms->setRules(plan.alarms);
    if (plan.steps().empty()) {
        emit succeeded(tr("The alarm rules are as the file says."));
        return;
    }
    QList<BatchItem> items;
    for (const auto& [name, step] : plan.steps()) {
        const QString subject = toQString(cmq::actionTraits(step.action).name) + u' ' + name;
        std::visit(
            [&, phase = step.phase](const auto& action) {
                items += callItem(m_connection, subject, action, phase);
            },
            step.action);
    }
    auto* dialog = new OperationDialog(new Batch(tr("Import a topology"), tr("Step"), items),
                                       m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
