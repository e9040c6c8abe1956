#include "bulkattributesdialog.h"

#include "settingtext.h"

#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

BulkAttributesDialog::BulkAttributesDialog(const cmq::QueueSettings& first, int count,
                                           const ServiceRules& rules, QWidget* parent)
    : FormDialog(u"bulkAttributesDialog"_s, parent)
{
    setMinimumWidth(480);
    auto* explanation = new Label(TextRole::Body, Tone::Secondary);
    explanation->setObjectName(u"bulkAttributesExplanation"_s);
    explanation->setWordWrap(true);
    body()->addWidget(explanation);
    for (const cmq::QueueSettingRule& rule : cmq::queueSettingRules()) {
        const bool isFixed = rule.name == "maxMsgSize" || rule.name == "maxMsgHeapNum";
        if (!rules.isTdmq || !isFixed)
            addRow(rule, first);
    }
    connect(this, &FormDialog::submitRequested, this, [this] {
        emit submitted(change());
        accept();
    });
    keepTranslated(this, [this, explanation, count, rules] {
        setTitle(tr("Attributes of %n queue(s)", nullptr, count));
        explanation->setText(tr("What is ticked is set for all of them; the rest stays as it is."));
        for (const Row& row : m_rows) {
            row.isChanged->setText(settingTitle(*row.rule, rules));
            row.isChanged->setToolTip(settingHelp(*row.rule, rules));
            row.field->setTitle({});
            row.field->setHint(settingHint(ruleOf(rules, *row.rule), rules));
            row.edit->lineEdit()->setAccessibleName(settingTitle(*row.rule, rules));
        }
        submitButton()->setText(tr("Set for all"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
}

void BulkAttributesDialog::addRow(const cmq::QueueSettingRule& rule,
                                  const cmq::QueueSettings& first)
{
    const QString name = QString::fromUtf8(rule.name.data(), qsizetype(rule.name.size()));
    auto* isChanged = new QCheckBox;
    isChanged->setObjectName(name + u"Changed"_s);
    auto* edit = new QuantityEdit(rule.unit, name);
    edit->setValue(rule.get(first));
    edit->setEnabled(false);
    auto* field = new Field(edit);
    connect(isChanged, &QCheckBox::toggled, this, [this, edit](bool isOn) {
        edit->setEnabled(isOn);
        check();
    });
    connect(edit, &QuantityEdit::edited, this, &BulkAttributesDialog::check);
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    // On the line of the input, not of the hint below it.
    isChanged->setMinimumHeight(edit->sizeHint().height());
    line->addWidget(isChanged, 2, Qt::AlignTop);
    line->addWidget(field, 3);
    body()->addLayout(line);
    m_rows.push_back({&rule, isChanged, edit, field});
}

cmq::QueueSettingsChange BulkAttributesDialog::change() const
{
    cmq::QueueSettingsChange change;
    for (const Row& row : m_rows) {
        if (row.isChanged->isChecked())
            row.rule->setChange(change, row.edit->value().value_or(-1)); // below every range
    }
    return change;
}

void BulkAttributesDialog::check()
{
    const cmq::QueueSettingsChange change = this->change();
    cmq::FieldErrors errors = cmq::validate(cmq::SetQueueAttributes{"queue", change});
    for (const Row& row : m_rows) {
        const auto error = std::ranges::find(errors, row.rule->name, &cmq::Error::parameter);
        if (row.isChanged->isChecked() && !row.edit->value())
            row.field->setError(quantityHelp(row.rule->unit));
        else
            row.field->setError(error == errors.end() ? QString()
                                                      : settingError(*row.rule, *error));
    }
    const bool isChanged = change != cmq::QueueSettingsChange();
    setValid(isChanged && errors.empty(),
             isChanged ? tr("Complete the fields first") : tr("Tick what shall be set."));
}

} // namespace ui
