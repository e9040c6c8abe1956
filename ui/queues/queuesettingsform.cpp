#include "queuesettingsform.h"

#include "cloudsettingsform.h"
#include "settingtext.h"

#include "ui/common/field.h"
#include "ui/common/icons.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"

#include <QGridLayout>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QGridLayout* makeGrid()
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

QueueSettingsForm::QueueSettingsForm(const cmq::QueueSettings& settings,
                                     const DeadLetterChoices& deadLetters,
                                     const ServiceRules& rules, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_advanced(new QToolButton)
    , m_advancedFields(new QWidget)
    , m_deadLetter(new DeadLetterForm(settings.deadLetterPolicy, deadLetters))
    , m_rules(rules)
{
    setObjectName(u"queueSettingsForm"_s);
    m_advanced->setObjectName(u"advancedToggle"_s);
    m_advanced->setAutoRaise(true);
    m_advanced->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_advancedFields->setObjectName(u"advancedFields"_s);
    connect(m_advanced, &QToolButton::clicked, this,
            [this] { setAdvancedShown(m_advancedFields->isHidden()); });

    auto* basic = makeGrid();
    addRow("visibilityTimeout", basic, 0, 0);
    addRow("pollingWaitSeconds", basic, 0, 1);
    addRow("msgRetentionSeconds", basic, 1, 0);
    addRow("maxMsgSize", basic, 1, 1);
    auto* advanced = makeGrid();
    addRow("rewindSeconds", advanced, 0, 0);
    if (!rules.isTdmq) // which limits the bytes of a backlog, not its messages
        addRow("maxMsgHeapNum", advanced, 0, 1);
    auto* folded = new QVBoxLayout(m_advancedFields);
    folded->setContentsMargins(0, 0, 0, 0);
    folded->setSpacing(8);
    folded->addLayout(advanced);
    if (rules.hasCloudFields) {
        m_cloud = new CloudSettingsForm(settings.cloud);
        folded->addWidget(m_cloud);
        connect(m_cloud, &CloudSettingsForm::edited, this, &QueueSettingsForm::edited);
    }
    folded->addWidget(m_deadLetter);
    connect(m_deadLetter, &DeadLetterForm::edited, this, &QueueSettingsForm::edited);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(basic);
    layout->addWidget(m_advanced, 0, Qt::AlignLeft);
    layout->addWidget(m_advancedFields);
    setAdvancedShown(false);
    keepTranslated(this, [this] { retranslate(); });
}

cmq::QueueSettings QueueSettingsForm::settings() const
{
    cmq::QueueSettings settings = m_settings;
    for (const Row& row : m_rows) {
        if (const auto value = row.edit->value())
            row.rule.set(settings, *value);
    }
    settings.deadLetterPolicy = m_deadLetter->policy();
    if (m_cloud)
        settings.cloud = m_cloud->settings();
    return settings;
}

void QueueSettingsForm::showErrors(const cmq::FieldErrors& errors)
{
    for (const Row& row : m_rows) {
        if (!row.edit->value()) {
            row.field->setError(quantityHelp(row.rule.unit));
            continue;
        }
        const auto error = std::ranges::find(errors, row.rule.name, &cmq::Error::parameter);
        const bool isBeyond = *row.edit->value() > row.rule.max; // what this service allows
        row.field->setError(
            error != errors.end() ? settingError(row.rule, *error)
            : isBeyond ? settingError(row.rule, cmq::makeError(cmq::ErrorId::ParameterOutOfRange))
                       : QString());
    }
    m_deadLetter->showErrors(errors);
    if (m_cloud)
        m_cloud->showErrors(errors);
}

bool QueueSettingsForm::hasErrors() const
{
    return m_deadLetter->hasErrors() || (m_cloud && m_cloud->hasErrors()) ||
           std::ranges::any_of(m_rows,
                               [](const Row& row) { return !row.field->error().isEmpty(); });
}

void QueueSettingsForm::setAdvancedShown(bool shown)
{
    m_advanced->setIcon(icon(shown ? u"chevron-down" : u"chevron-right"));
    m_advancedFields->setVisible(shown);
}

void QueueSettingsForm::addRow(std::string_view name, QGridLayout* layout, int row, int column)
{
    const cmq::QueueSettingRule rule = ruleOf(m_rules, cmq::queueSettingRule(name));
    auto* edit =
        new QuantityEdit(rule.unit, QString::fromUtf8(name.data(), qsizetype(name.size())));
    edit->setValue(rule.get(m_settings));
    edit->setEnabled(!m_rules.isTdmq || name != "maxMsgSize");
    auto* field = new Field(edit);
    connect(edit, &QuantityEdit::edited, this, &QueueSettingsForm::edited);
    layout->addWidget(field, row, column);
    m_rows.push_back({rule, edit, field});
}

void QueueSettingsForm::retranslate()
{
    m_advanced->setText(tr("Advanced"));
    for (const Row& row : m_rows) {
        row.field->setTitle(settingTitle(row.rule, m_rules));
        row.field->setHint(settingHint(row.rule, m_rules));
        row.field->setToolTip(settingHelp(row.rule, m_rules));
    }
}

} // namespace ui
