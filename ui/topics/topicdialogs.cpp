#include "topicdialogs.h"

#include "filtertext.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/quantityedit.h"
#include "ui/common/resourcetags.h"
#include "ui/common/translated.h"

#include "cmq/names.h"
#include "cmq/validation.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

CreateTopicDialog::CreateTopicDialog(const ServiceRules& rules, QWidget* parent)
    : FormDialog(u"createTopicDialog"_s, parent)
    , m_name(new QLineEdit)
    , m_filterType(new QComboBox)
    , m_maxMsgSize(new QuantityEdit(cmq::SettingUnit::Byte, u"maxMsgSize"_s))
    , m_trace(new QCheckBox)
    , m_tags(new QLineEdit)
    , m_rules(rules)
{
    setMinimumWidth(520);
    m_name->setObjectName(u"topicName"_s);
    // One more than allowed, so that a pasted longer name is refused and not cut in silence.
    m_name->setMaxLength(int(cmq::NameMaxLength) + 1);
    m_filterType->setObjectName(u"filterType"_s);
    m_filterType->addItems({QString(), QString()});
    m_maxMsgSize->setValue(newTopicMsgSize(rules));
    m_maxMsgSize->setEnabled(!rules.isTdmq);
    m_trace->setObjectName(u"topicTrace"_s);
    m_tags->setObjectName(u"topicTags"_s);
    m_nameField = new Field(m_name);
    m_filterTypeField = new Field(m_filterType);
    m_maxMsgSizeField = new Field(m_maxMsgSize);
    m_tagsField = new Field(m_tags);
    for (Field* field : {m_nameField, m_filterTypeField, m_maxMsgSizeField, m_tagsField})
        body()->addWidget(field);
    body()->addWidget(m_trace);
    m_tagsField->setVisible(rules.hasCloudFields);
    m_trace->setVisible(rules.hasCloudFields);
    connect(m_tags, &QLineEdit::textChanged, this, &CreateTopicDialog::check);

    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameTouched = true;
        check();
    });
    connect(m_maxMsgSize, &QuantityEdit::edited, this, &CreateTopicDialog::check);
    offerCall([this] { return action(); });
    connect(this, &FormDialog::submitRequested, this, [this] {
        banner()->clear();
        setBusy(true);
        emit submitted(action());
    });
    keepTranslated(this, [this] {
        setTitle(tr("New topic"));
        m_nameField->setTitle(tr("Topic name"));
        m_nameField->setHint(tr(
            "1 to 64 letters, digits, “-” or “_”, beginning with a letter. It cannot be changed."));
        m_name->setPlaceholderText(tr("for example prices"));
        m_filterTypeField->setTitle(tr("Subscriptions filter by"));
        m_filterTypeField->setHint(tr("It cannot be changed later."));
        m_filterType->setItemText(0, filterTypeText(cmq::FilterType::Tag));
        m_filterType->setItemText(1, filterTypeText(cmq::FilterType::Routing));
        m_maxMsgSizeField->setTitle(tr("Largest body"));
        m_maxMsgSizeField->setHint(m_rules.isTdmq ? tr("1 MiB for every topic of TDMQ")
                                                  : tr("1 KiB to 1 MiB"));
        m_tagsField->setTitle(tr("Resource tags"));
        m_tagsField->setHint(tr("For example owner=me, env=test. They cannot be changed here."));
        m_trace->setText(tr("Message trace"));
        submitButton()->setText(tr("Create topic"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
    m_name->setFocus();
}

cmq::CreateTopic CreateTopicDialog::action() const
{
    return {m_name->text().toStdString(), m_maxMsgSize->value().value_or(0),
            m_filterType->currentIndex() == 0 ? cmq::FilterType::Tag : cmq::FilterType::Routing,
            parseResourceTags(m_tags->text()),
            m_trace->isChecked() ? std::optional(true) : std::nullopt};
}

void CreateTopicDialog::check()
{
    const cmq::FieldErrors errors = cmq::validate(action());
    const QString reserved = nameProblem(m_rules, m_name->text());
    const QString name = fieldError(errors, "topicName");
    m_nameField->setError(!m_nameTouched ? QString() : name.isEmpty() ? reserved : name);
    m_tagsField->setError(fieldError(errors, "tags").isEmpty()
                              ? QString()
                              : tr("Each key once, 1 to 127 bytes; a value up to 255."));
    m_maxMsgSizeField->setError(m_maxMsgSize->value() ? fieldError(errors, "maxMsgSize")
                                                      : tr("Write a size such as 64K or 1M."));
    setValid(errors.empty() && reserved.isEmpty() && m_maxMsgSize->value(),
             tr("Complete the fields first"));
}

TopicAttributesDialog::TopicAttributesDialog(cmq::TopicAttributes topic, const ServiceRules& rules,
                                             QWidget* parent)
    : FormDialog(u"topicAttributesDialog"_s, parent)
    , m_topic(std::move(topic))
    , m_rules(rules)
    , m_maxMsgSize(new QuantityEdit(cmq::SettingUnit::Byte, u"maxMsgSize"_s))
    , m_trace(new QCheckBox)
{
    setMinimumWidth(520);
    auto* facts = new Label(TextRole::Caption, Tone::Muted);
    facts->setObjectName(u"topicFacts"_s);
    facts->setWordWrap(true);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_maxMsgSize->setValue(m_topic.maxMsgSize);
    m_maxMsgSizeField = new Field(m_maxMsgSize);
    body()->addWidget(facts);
    body()->addWidget(m_maxMsgSizeField);
    body()->addWidget(m_trace);
    m_maxMsgSize->setEnabled(!rules.isTdmq);
    m_trace->setObjectName(u"topicTrace"_s);
    m_trace->setChecked(m_topic.trace.value_or(false));
    m_trace->setVisible(rules.hasCloudFields);
    connect(m_trace, &QCheckBox::toggled, this, &TopicAttributesDialog::check);
    connect(m_maxMsgSize, &QuantityEdit::edited, this, &TopicAttributesDialog::check);
    offerCall([this] { return action(); });
    connect(this, &FormDialog::submitRequested, this, [this] {
        banner()->clear();
        setBusy(true);
        emit submitted(action());
    });
    keepTranslated(this, [this, facts] {
        setTitle(tr("Attributes of %1").arg(QString::fromStdString(m_topic.topicName)));
        facts->setText(tr("ID %1 · filter by %2 · messages live %3 · created %4")
                           .arg(QString::fromStdString(m_topic.topicId),
                                filterTypeText(m_topic.filterType),
                                formatDuration(cmq::Seconds(m_topic.msgRetentionSeconds)),
                                formatInstant(m_topic.createTime)) +
                       resourceTagsFact(m_topic.tags));
        m_maxMsgSizeField->setTitle(tr("Largest body"));
        m_maxMsgSizeField->setHint(m_rules.isTdmq ? tr("1 MiB for every topic of TDMQ")
                                                  : tr("1 KiB to 1 MiB"));
        m_trace->setText(tr("Message trace"));
        submitButton()->setText(tr("Save"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
}

cmq::SetTopicAttributes TopicAttributesDialog::action() const
{
    cmq::SetTopicAttributes action{m_topic.topicName, m_maxMsgSize->value()};
    if (m_trace->isChecked() != m_topic.trace.value_or(false))
        action.trace = m_trace->isChecked();
    return action;
}

void TopicAttributesDialog::check()
{
    const auto size = m_maxMsgSize->value();
    const cmq::FieldErrors errors =
        cmq::validate(cmq::SetTopicAttributes{m_topic.topicName, size.value_or(0)});
    m_maxMsgSizeField->setError(size ? fieldError(errors, "maxMsgSize")
                                     : tr("Write a size such as 64K or 1M."));
    const bool isChanged = size != m_topic.maxMsgSize || action().trace;
    setValid(size && errors.empty() && isChanged,
             isChanged ? tr("Complete the fields first") : tr("Nothing has been changed yet"));
}

} // namespace ui
