#include "cloudsettingsform.h"

#include "settingtext.h"

#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Off and never said are shown alike; only a change says it.
std::optional<bool> flagOf(const QCheckBox* box, const std::optional<bool>& before)
{
    return box->isChecked() == before.value_or(false) ? before : std::optional(box->isChecked());
}

std::optional<std::int64_t> numberOf(const QuantityEdit* edit,
                                     const std::optional<std::int64_t>& before)
{
    const auto value = edit->value();
    return !value || *value == before.value_or(0) ? before : value;
}

} // namespace

CloudSettingsForm::CloudSettingsForm(const cmq::CloudSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_trace(new QCheckBox)
    , m_transaction(new QCheckBox)
    , m_firstQueryInterval(new QuantityEdit(cmq::SettingUnit::Second, u"firstQueryInterval"_s))
    , m_maxQueryCount(new QuantityEdit(cmq::SettingUnit::Count, u"maxQueryCount"_s))
    , m_retentionSize(new QuantityEdit(cmq::SettingUnit::Count, u"retentionSizeInMB"_s))
    , m_firstQueryIntervalField(new Field(m_firstQueryInterval))
    , m_maxQueryCountField(new Field(m_maxQueryCount))
    , m_retentionSizeField(new Field(m_retentionSize))
{
    setObjectName(u"cloudSettingsForm"_s);
    m_trace->setObjectName(u"queueTrace"_s);
    m_transaction->setObjectName(u"queueTransaction"_s);
    m_trace->setChecked(settings.trace.value_or(false));
    m_transaction->setChecked(settings.transaction.value_or(false));
    m_firstQueryInterval->setValue(settings.firstQueryInterval.value_or(cmq::Seconds(0)).count());
    m_maxQueryCount->setValue(settings.maxQueryCount.value_or(0));
    m_retentionSize->setValue(settings.retentionSizeInMB.value_or(0));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_retentionSizeField, 0, 0);
    grid->addWidget(m_trace, 0, 1);
    grid->addWidget(m_transaction, 1, 0, 1, 2);
    grid->addWidget(m_firstQueryIntervalField, 2, 0);
    grid->addWidget(m_maxQueryCountField, 2, 1);

    const auto showTransaction = [this] {
        m_firstQueryIntervalField->setVisible(m_transaction->isChecked());
        m_maxQueryCountField->setVisible(m_transaction->isChecked());
    };
    showTransaction();
    connect(m_transaction, &QCheckBox::toggled, this, showTransaction);
    for (QCheckBox* box : {m_trace, m_transaction})
        connect(box, &QCheckBox::toggled, this, &CloudSettingsForm::edited);
    for (QuantityEdit* edit : {m_firstQueryInterval, m_maxQueryCount, m_retentionSize})
        connect(edit, &QuantityEdit::edited, this, &CloudSettingsForm::edited);
    keepTranslated(this, [this] { retranslate(); });
}

cmq::CloudSettings CloudSettingsForm::settings() const
{
    cmq::CloudSettings settings = m_settings;
    settings.trace = flagOf(m_trace, m_settings.trace);
    settings.transaction = flagOf(m_transaction, m_settings.transaction);
    const auto interval = m_settings.firstQueryInterval
                              ? std::optional<std::int64_t>(m_settings.firstQueryInterval->count())
                              : std::nullopt;
    if (const auto seconds = numberOf(m_firstQueryInterval, interval))
        settings.firstQueryInterval = cmq::Seconds(*seconds);
    settings.maxQueryCount = numberOf(m_maxQueryCount, m_settings.maxQueryCount);
    settings.retentionSizeInMB = numberOf(m_retentionSize, m_settings.retentionSizeInMB);
    return settings;
}

void CloudSettingsForm::showErrors(const cmq::FieldErrors& errors)
{
    const auto show = [&](Field* field, const QuantityEdit* edit, cmq::SettingUnit unit,
                          std::string_view name) {
        const auto error = std::ranges::find(errors, name, &cmq::Error::parameter);
        field->setError(!edit->value()          ? quantityHelp(unit)
                        : error == errors.end() ? QString()
                                                : errorSentence(*error));
    };
    show(m_firstQueryIntervalField, m_firstQueryInterval, cmq::SettingUnit::Second,
         "firstQueryInterval");
    show(m_maxQueryCountField, m_maxQueryCount, cmq::SettingUnit::Count, "maxQueryCount");
    show(m_retentionSizeField, m_retentionSize, cmq::SettingUnit::Count, "retentionSizeInMB");
}

bool CloudSettingsForm::hasErrors() const
{
    return std::ranges::any_of(std::initializer_list<const Field*>{m_firstQueryIntervalField,
                                                                   m_maxQueryCountField,
                                                                   m_retentionSizeField},
                               [](const Field* field) { return !field->error().isEmpty(); });
}

void CloudSettingsForm::retranslate()
{
    m_trace->setText(tr("Message trace"));
    m_trace->setToolTip(tr("The service keeps who sent and received each message. API: Trace"));
    m_transaction->setText(tr("For transactional messages"));
    m_transaction->setToolTip(tr("Sent by the TCP SDK only; such a queue takes no delays and can "
                                 "be no dead-letter queue. API: Transaction"));
    m_firstQueryIntervalField->setTitle(tr("Ask about a transaction after"));
    m_firstQueryIntervalField->setHint(tr("API: FirstQueryInterval"));
    m_maxQueryCountField->setTitle(tr("Ask at most so often"));
    m_maxQueryCountField->setHint(tr("API: MaxQueryCount"));
    m_retentionSizeField->setTitle(tr("Rewind storage (MB)"));
    m_retentionSizeField->setHint(tr("1024 to 10240, or 0: none"));
}

} // namespace ui
