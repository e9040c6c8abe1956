#include "deadletterform.h"

#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"
#include "ui/messages/queuepicker.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// What a new policy begins with; CMQ has no default.
constexpr std::int64_t UsualReceiveCount = 5;
constexpr cmq::Seconds UsualTimeToLive{3600};

} // namespace

DeadLetterChoices deadLetterChoices(const QList<QueueRow>& queues, const QString& queueName)
{
    DeadLetterChoices choices;
    for (const QueueRow& queue : queues) {
        const cmq::QueueAttributes& each = queue.attributes;
        if (queue.name == queueName) {
            if (!each.deadLetterSource.empty())
                choices.whyNot = DeadLetterForm::tr(
                    "Other queues use this queue as their dead-letter queue; such a queue cannot "
                    "have one itself.");
            continue;
        }
        const auto isUs = [&](const cmq::QueueListItem& source) {
            return source.queueName == queueName.toStdString();
        };
        const bool isFull = each.deadLetterSource.size() >= cmq::DeadLetterSourcesMax &&
                            std::ranges::none_of(each.deadLetterSource, isUs);
        if (!each.settings.deadLetterPolicy && !isFull)
            choices.targets += queue.name;
    }
    if (choices.whyNot.isEmpty() && choices.targets.isEmpty())
        choices.whyNot = DeadLetterForm::tr(
            "There is no queue that could take dead letters. Create one first: a queue without a "
            "dead-letter queue of its own that fewer than six queues share.");
    return choices;
}

DeadLetterForm::DeadLetterForm(const std::optional<cmq::DeadLetterPolicy>& policy,
                               DeadLetterChoices choices, QWidget* parent)
    : QWidget(parent)
    , m_choices(std::move(choices))
    , m_switch(new QCheckBox)
    , m_whyNot(new Label(TextRole::Caption, Tone::Muted))
    , m_fields(new QWidget)
    , m_target(new QueuePicker(u"deadLetterQueue"_s))
    , m_rule(new QComboBox)
    , m_count(new QuantityEdit(cmq::SettingUnit::Count, u"maxReceiveCount"_s))
    , m_time(new QuantityEdit(cmq::SettingUnit::Second, u"maxTimeToLive"_s))
{
    setObjectName(u"deadLetterForm"_s);
    // What it has now can be kept, whatever the list says.
    if (policy) {
        const QString name = QString::fromStdString(policy->deadLetterQueue);
        if (!m_choices.targets.contains(name))
            m_choices.targets.prepend(name);
        m_choices.whyNot.clear();
    }
    m_target->setQueueNames(m_choices.targets);
    m_rule->addItems({QString(), QString()});
    m_rule->setSizeAdjustPolicy(QComboBox::AdjustToContents); // in either language
    m_count->setValue(UsualReceiveCount);
    m_time->setValue(UsualTimeToLive.count());
    if (policy) {
        m_switch->setChecked(true);
        m_target->setQueueName(QString::fromStdString(policy->deadLetterQueue));
        m_rule->setCurrentIndex(int(policy->policy));
        if (policy->policy == cmq::DeadLetterRule::MaxReceiveCount)
            m_count->setValue(policy->maxReceiveCount);
        else
            m_time->setValue(policy->maxTimeToLive.count());
    } else {
        m_target->setCurrentIndex(-1);
        m_target->clearEditText();
    }
    createLayout();

    connect(m_switch, &QCheckBox::toggled, this, [this] {
        showFields();
        emit edited();
    });
    connect(m_target, &QComboBox::currentIndexChanged, this, &DeadLetterForm::edited);
    connect(m_rule, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        emit edited();
    });
    connect(m_count, &QuantityEdit::edited, this, &DeadLetterForm::edited);
    connect(m_time, &QuantityEdit::edited, this, &DeadLetterForm::edited);
    showFields();
    keepTranslated(this, [this] { retranslate(); });
}

void DeadLetterForm::createLayout()
{
    m_switch->setObjectName(u"deadLetterSwitch"_s);
    m_whyNot->setObjectName(u"deadLetterWhyNot"_s);
    m_whyNot->setWordWrap(true);
    m_fields->setObjectName(u"deadLetterFields"_s);
    m_rule->setObjectName(u"deadLetterRule"_s);
    m_target->setMinimumContentsLength(16);
    m_targetField = new Field(m_target);
    m_ruleField = new Field(m_rule);
    m_countField = new Field(m_count);
    m_timeField = new Field(m_time);

    auto* fields = new QHBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(16);
    fields->addWidget(m_targetField, 3);
    fields->addWidget(m_ruleField);
    fields->addWidget(m_countField, 3);
    fields->addWidget(m_timeField, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_switch, 0, Qt::AlignLeft);
    layout->addWidget(m_whyNot);
    layout->addWidget(m_fields);
}

cmq::DeadLetterRule DeadLetterForm::rule() const
{
    return cmq::DeadLetterRule(m_rule->currentIndex());
}

std::optional<cmq::DeadLetterPolicy> DeadLetterForm::policy() const
{
    if (!m_switch->isChecked())
        return std::nullopt;
    cmq::DeadLetterPolicy policy;
    policy.deadLetterQueue = m_target->queueName().toStdString();
    policy.policy = rule();
    if (rule() == cmq::DeadLetterRule::MaxReceiveCount)
        policy.maxReceiveCount = m_count->value().value_or(0);
    else
        policy.maxTimeToLive = cmq::Seconds(m_time->value().value_or(0));
    return policy;
}

void DeadLetterForm::showErrors(const cmq::FieldErrors& errors)
{
    const bool isOn = m_switch->isChecked();
    m_targetField->setError(isOn && m_target->queueName().isEmpty() ? tr("Choose a queue.")
                                                                    : QString());
    const QString count = isOn ? fieldError(errors, "maxReceiveCount") : QString();
    m_countField->setError(count.isEmpty() ? QString()
                                           : tr("Between %1 and %2, please.")
                                                 .arg(formatCount(cmq::MaxReceiveCountMin),
                                                      formatCount(cmq::MaxReceiveCountMax)));
    const QString time = isOn ? fieldError(errors, "maxTimeToLive") : QString();
    const std::int64_t seconds = m_time->value().value_or(0);
    const bool isInRange =
        seconds >= cmq::MaxTimeToLiveMin.count() && seconds <= cmq::MaxTimeToLiveMax.count();
    if (time.isEmpty())
        m_timeField->setError({});
    else if (isInRange)
        m_timeField->setError(tr("It must be shorter than the retention."));
    else
        m_timeField->setError(
            tr("Between %1 and %2, please.")
                .arg(formatDuration(cmq::MaxTimeToLiveMin), formatDuration(cmq::MaxTimeToLiveMax)));
}

bool DeadLetterForm::hasErrors() const
{
    return std::ranges::any_of(std::array{m_targetField, m_countField, m_timeField},
                               [](const Field* field) { return !field->error().isEmpty(); });
}

void DeadLetterForm::showFields()
{
    const bool canHave = m_choices.whyNot.isEmpty();
    m_switch->setEnabled(canHave);
    m_whyNot->setVisible(!canHave);
    m_fields->setVisible(m_switch->isChecked());
    m_countField->setVisible(rule() == cmq::DeadLetterRule::MaxReceiveCount);
    m_timeField->setVisible(rule() == cmq::DeadLetterRule::MaxTimeToLive);
}

void DeadLetterForm::retranslate()
{
    m_switch->setText(tr("Dead-letter queue"));
    m_switch->setToolTip(
        tr("Where messages go that nobody manages to consume\nAPI: %1").arg(u"deadLetterPolicy"_s));
    m_whyNot->setText(m_choices.whyNot);
    m_targetField->setTitle(tr("Goes to"));
    m_targetField->setHint(tr("Type a part of the name"));
    m_ruleField->setTitle(tr("When"));
    m_rule->setItemText(0, tr("Received too often"));
    m_rule->setItemText(1, tr("Not consumed in time"));
    m_countField->setTitle(tr("Max receives"));
    m_countField->setHint(
        tr("%1 to %2")
            .arg(formatCount(cmq::MaxReceiveCountMin), formatCount(cmq::MaxReceiveCountMax)));
    m_timeField->setTitle(tr("Max unconsumed time"));
    m_timeField->setHint(
        tr("%1 to %2, below the retention")
            .arg(formatDuration(cmq::MaxTimeToLiveMin), formatDuration(cmq::MaxTimeToLiveMax)));
}

} // namespace ui
