#include "connectionsdialog.h"

#include "profilestore.h"

#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"

#include <QAction>
#include <QBoxLayout>
#include <QFile>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 ImportBytesMax = 1 << 20;
}

ConnectionsDialog::ConnectionsDialog(ProfileStore& profiles, Prompts& prompts, Settings& settings,
                                     QWidget* parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_prompts(prompts)
    , m_title(new Label(TextRole::PageTitle))
    , m_banner(new Banner(u"connectionsBanner"_s))
    , m_table(new TableView(u"connectionsTable"_s))
    , m_empty(new EmptyState(u"connectionsEmpty"_s, u"cloud"))
    , m_open(makeAction(this, u"openSaved"_s, u"box-arrow-right", &ConnectionsDialog::openSelected))
    , m_new(makeAction(this, u"newSaved"_s, u"plus-lg", &ConnectionsDialog::create))
    , m_edit(makeAction(this, u"editSaved"_s, u"pencil", &ConnectionsDialog::edit))
    , m_remove(makeAction(this, u"removeSaved"_s, u"trash3", &ConnectionsDialog::askRemove))
    , m_import(
          makeAction(this, u"importSaved"_s, u"folder2-open", &ConnectionsDialog::chooseImport))
    , m_export(makeAction(this, u"exportSaved"_s, u"save", &ConnectionsDialog::chooseExport))
    , m_close(new QPushButton)
{
    setObjectName(u"connectionsDialog"_s);
    resize(820, 480);
    m_title->setObjectName(u"connectionsTitle"_s);
    m_close->setObjectName(u"connectionsClose"_s);
    m_close->setAutoDefault(false);
    m_proxy.setSourceModel(&m_model);
    m_table->setProxy(&m_proxy, settings);
    m_table->setUsualLayout({170, 320, 130, 130}, 0);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setPlaceholder(m_empty);
    m_table->setRowActions({m_open, m_edit, m_remove});
    createLayout();
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionsDialog::updateActions);
    connect(m_table, &QAbstractItemView::activated, m_open, &QAction::trigger);
    connect(&m_profiles, &ProfileStore::changed, this, &ConnectionsDialog::showProfiles);
    connect(m_empty->primaryButton(), &QPushButton::clicked, m_new, &QAction::trigger);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    keepTranslated(this, [this] { retranslate(); });
    showProfiles();
}

void ConnectionsDialog::createLayout()
{
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    for (QAction* action : {m_new, m_edit, m_remove, m_import, m_export})
        tools->addWidget(makeToolButton(action));
    tools->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_close);
    QPushButton* openButton = makeActionButton(m_open, ButtonKind::Primary);
    openButton->setDefault(true);
    buttons->addWidget(openButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addLayout(tools);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void ConnectionsDialog::retranslate()
{
    setWindowTitle(tr("Connections"));
    m_title->setText(tr("Connections"));
    m_table->setAccessibleName(tr("Saved connections"));
    m_open->setText(tr("Open"));
    m_new->setText(tr("New…"));
    m_edit->setText(tr("Edit…"));
    m_remove->setText(tr("Remove…"));
    m_import->setText(tr("Import…"));
    m_export->setText(tr("Export…"));
    m_new->setToolTip(tr("Save a connection to a CMQ endpoint"));
    m_import->setToolTip(tr("Add the connections of a file"));
    m_close->setText(tr("Close"));
    m_empty->primaryButton()->setText(tr("New connection"));
    m_empty->setTexts(tr("No saved connections"),
                      tr("A connection leads to a CMQ account or to any other endpoint that "
                         "speaks CMQ's HTTP API. The local broker needs none."));
    m_model.retranslate();
    updateActions();
}

void ConnectionsDialog::showProfiles()
{
    m_model.setRows(m_profiles.profiles());
    if (selected().isEmpty() && m_model.rowCount() > 0)
        m_table->selectKey(m_profiles.profiles().last().id);
    updateActions();
}

void ConnectionsDialog::updateActions()
{
    const bool isSelected = !selected().isEmpty();
    const QString reason = isSelected ? QString() : tr("Select a connection first.");
    for (QAction* action : {m_open, m_edit, m_remove})
        action->setEnabled(isSelected);
    m_open->setToolTip(isSelected ? tr("Open the selected connection") : reason);
    m_edit->setToolTip(isSelected ? tr("Change the selected connection") : reason);
    m_remove->setToolTip(isSelected ? tr("Remove the selected connection and its key") : reason);
    const bool isAny = m_model.rowCount() > 0;
    m_export->setEnabled(isAny);
    m_export->setToolTip(isAny ? tr("Write the connections to a file, without any key")
                               : tr("There is nothing to export."));
}

QString ConnectionsDialog::selected() const
{
    return m_table->selectedKeys().value(0);
}

void ConnectionsDialog::openSelected()
{
    const QString id = selected();
    if (id.isEmpty())
        return;
    accept();
    emit openRequested(id);
}

void ConnectionsDialog::create()
{
    emit newRequested();
}

void ConnectionsDialog::edit()
{
    emit editRequested(selected());
}

void ConnectionsDialog::askRemove()
{
    const RemoteProfile* profile = m_profiles.find(selected());
    if (!profile)
        return;
    Confirmation ask;
    ask.title = tr("Remove connection");
    ask.question = tr("Remove the connection %1?").arg(formatForeign(profile->name));
    ask.losses = {tr("Its key is removed from the keyring, too. What the endpoint holds stays.")};
    ask.acceptText = tr("Remove");
    m_prompts.confirm(this, ask, [this, id = profile->id] {
        m_profiles.remove(id);
        emit removed(id);
    });
}

void ConnectionsDialog::chooseImport()
{
    m_prompts.chooseOpenFile(this, tr("Import connections"),
                             [this](const QString& path) { importFrom(path); });
}

void ConnectionsDialog::chooseExport()
{
    m_prompts.chooseSaveFile(this, tr("Export connections"), u"cmq-connections.json"_s,
                             [this](const QString& path) { exportTo(path); });
}

void ConnectionsDialog::importFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_banner->show(BannerKind::Error, tr("The file could not be read."), file.errorString());
        return;
    }
    const ReadProfiles read = readProfiles(file.read(ImportBytesMax));
    if (!read.isOurs) {
        m_banner->show(BannerKind::Error, tr("This file holds no connections of CMQ Console."));
        return;
    }
    m_profiles.import(read.profiles);
    QString text = tr("%n connection(s) imported. Keys are never in such a file; they are asked "
                      "for when a connection is opened.",
                      nullptr, int(read.profiles.size()));
    if (read.unusable > 0)
        text += u' ' + tr("%n could not be used.", nullptr, read.unusable);
    m_banner->show(read.unusable > 0 ? BannerKind::Warning : BannerKind::Success, text);
}

void ConnectionsDialog::exportTo(const QString& path)
{
    QSaveFile file(path);
    const QByteArray text = writeProfiles(m_profiles.profiles());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        m_banner->show(BannerKind::Error, tr("The file could not be written."), file.errorString());
        return;
    }
    m_banner->show(BannerKind::Success, tr("%n connection(s) exported, without keys.", nullptr,
                                           int(m_profiles.profiles().size())));
}

} // namespace ui
