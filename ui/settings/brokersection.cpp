#include "brokersection.h"

#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/connections/serving.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDirIterator>
#include <QFutureWatcher>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtConcurrent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

qint64 bytesIn(const QString& folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

BrokerSection::BrokerSection(Settings& all, const QString& folder)
    : SettingsSection(u"brokerSection"_s, all)
    , m_folder(folder)
    , m_folderPath(named<Label>(u"settingFolder"_s))
    , m_folderField(addField(m_folderPath))
    , m_otherFolder(named<QPushButton>(u"settingOtherFolder"_s))
    , m_address(named<QLineEdit>(u"settingAddress"_s))
    , m_addressField(addField(m_address))
    , m_port(named<QSpinBox>(u"settingPort"_s))
    , m_portField(addField(m_port))
    , m_needsKeys(addCheck(u"settingNeedsKeys"_s, [this](bool) { setServing(); }))
    , m_pushesLocally(
          addCheck(u"settingPushesLocally"_s, [&all](bool on) { all.setPushesLocally(on); }))
    , m_pushNote(new Label(TextRole::Caption, Tone::Muted))
{
    m_folderPath->setWordWrap(true);
    m_folderPath->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_otherFolder->setAutoDefault(false);
    body()->insertWidget(1, m_otherFolder, 0, Qt::AlignLeft);
    m_port->setRange(0, 65535);
    m_pushNote->setObjectName(u"settingPushNote"_s);
    m_pushNote->setWordWrap(true);
    body()->addWidget(m_pushNote);
    connect(m_otherFolder, &QPushButton::clicked, this, &BrokerSection::otherFolderRequested);
    connect(m_address, &QLineEdit::editingFinished, this, &BrokerSection::setServing);
    connect(m_port, &QSpinBox::editingFinished, this, &BrokerSection::setServing);
    start();
    measureFolder();
}

void BrokerSection::measureFolder()
{
    auto* watcher = new QFutureWatcher<qint64>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_folderBytes = watcher->result();
        showFolder();
    });
    watcher->setFuture(QtConcurrent::run(bytesIn, m_folder));
}

void BrokerSection::showFolder()
{
    m_folderPath->setText(formatForeign(m_folder, 400));
    m_folderField->setHint(m_folderBytes < 0 ? tr("How much it holds is being counted.")
                                             : tr("It holds %1.").arg(formatBytes(m_folderBytes)));
}

/// Only what can be listened at is kept.
void BrokerSection::setServing()
{
    const QString address = numericAddress(m_address->text());
    m_addressField->setError(address.isEmpty() ? tr("An IP address, please: 127.0.0.1")
                                               : QString());
    if (!address.isEmpty())
        settings().setServing(address, quint16(m_port->value()), m_needsKeys->isChecked());
}

void BrokerSection::showSettings()
{
    if (!m_address->hasFocus())
        m_address->setText(settings().servingAddress());
    if (!m_port->hasFocus())
        m_port->setValue(settings().servingPort());
    m_needsKeys->setChecked(settings().servingNeedsKeys());
    m_pushesLocally->setChecked(settings().pushesLocally());
    m_pushNote->setText(settings().waitsForRestart(Settings::Later::PushesLocally)
                            ? tr("Holds when the console is started again.")
                            : tr("Loopback, private and link-local addresses."));
    showFolder();
}

void BrokerSection::retranslate()
{
    m_folderField->setTitle(tr("Folder of the messages"));
    m_otherFolder->setText(tr("Open another folder…"));
    m_addressField->setTitle(tr("Address at which the broker is served"));
    m_addressField->setHint(tr("127.0.0.1 can be reached from this computer only."));
    m_portField->setTitle(tr("Port"));
    m_portField->setHint(tr("0: any free one"));
    m_needsKeys->setText(tr("Clients need keys"));
    m_pushesLocally->setText(tr("Topics may push to addresses of this computer and its network"));
}

} // namespace ui
