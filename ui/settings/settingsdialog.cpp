#include "settingsdialog.h"

#include "appearancesection.h"
#include "behavioursection.h"
#include "brokersection.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SectionsWidth = 160;
constexpr QSize Size(720, 620);

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, const QString& folder, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_title(new Label(TextRole::PageTitle))
    , m_sections(new QListWidget)
    , m_pages(new QStackedWidget)
    , m_reset(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(u"settingsDialog"_s);
    addSection(new AppearanceSection(settings));
    addSection(new BehaviourSection(settings));
    auto* broker = new BrokerSection(settings, folder);
    addSection(broker);
    connect(broker, &BrokerSection::otherFolderRequested, this, [this] {
        accept();
        emit otherFolderRequested();
    });
    connect(m_sections, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_settings.reset(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    createLayout();
    keepTranslated(this, [this] { retranslate(); });
    m_sections->setCurrentRow(0);
}

void SettingsDialog::addSection(SettingsSection* section)
{
    m_all.append(section);
    m_sections->addItem(QString());
    m_pages->addWidget(section);
}

void SettingsDialog::createLayout()
{
    m_title->setObjectName(u"settingsTitle"_s);
    m_sections->setObjectName(u"settingsSections"_s);
    m_sections->setFixedWidth(SectionsWidth);
    m_pages->setObjectName(u"settingsPages"_s);
    m_reset->setObjectName(u"settingsReset"_s);
    m_reset->setAutoDefault(false);
    m_close->setObjectName(u"settingsClose"_s);
    m_close->setDefault(true);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addWidget(m_sections);
    middle->addWidget(m_pages, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_reset);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
    resize(Size);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_title->setText(windowTitle());
    m_sections->setAccessibleName(tr("Sections"));
    m_reset->setText(tr("Reset to defaults"));
    m_reset->setToolTip(tr("What is set here, not the connections and not the layout"));
    m_close->setText(tr("Close"));
    for (int i = 0; i < int(m_all.size()); ++i)
        m_sections->item(i)->setText(m_all.at(i)->title());
}

} // namespace ui
