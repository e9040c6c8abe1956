#include "settingssection.h"

#include "ui/common/field.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>

namespace ui {

namespace {
constexpr int WidthMax = 440;
}

SettingsSection::SettingsSection(const QString& name, Settings& settings)
    : m_settings(settings)
    , m_body(new QVBoxLayout(this))
{
    setObjectName(name);
    setMaximumWidth(WidthMax);
    m_body->setSpacing(8);
    m_body->setAlignment(Qt::AlignTop);
}

void SettingsSection::start()
{
    connect(&m_settings, &Settings::changed, this, [this] { showSettings(); });
    keepTranslated(this, [this] {
        retranslate();
        showSettings();
    });
}

Field* SettingsSection::addField(QWidget* input)
{
    auto* field = new Field(input);
    m_body->addWidget(field);
    return field;
}

QComboBox* SettingsSection::addChoice(const QString& name, std::function<void(int)> chosen)
{
    auto* box = named<QComboBox>(name);
    connect(box, &QComboBox::activated, this, std::move(chosen));
    return box;
}

QCheckBox* SettingsSection::addCheck(const QString& name, std::function<void(bool)> toggled)
{
    auto* check = named<QCheckBox>(name);
    connect(check, &QCheckBox::clicked, this, std::move(toggled));
    m_body->addWidget(check);
    return check;
}

void setChoices(QComboBox* box, const QStringList& texts)
{
    const int chosen = box->currentIndex();
    const QSignalBlocker blocker(box);
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(chosen);
}

} // namespace ui
