#include "topicdialogs.h"

#include "filtertext.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/quantityedit.h"
#include "ui/common/translated.h"

#include "cmq/names.h"
#include "cmq/validation.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

CreateTopicDialog::CreateTopicDialog(QWidget* parent)
    : FormDialog(u"createTopicDialog"_s, parent)
    , m_name(new QLineEdit)
    , m_filterType(new QComboBox)
    , m_maxMsgSize(new QuantityEdit(cmq::SettingUnit::Byte, u"maxMsgSize"_s))
{
    setMinimumWidth(520);
    m_name->setObjectName(u"topicName"_s);
    // One more than allowed, so that a pasted longer name is refused and not cut in silence.
    m_name->setMaxLength(int(cmq::NameMaxLength) + 1);
    m_filterType->setObjectName(u"filterType"_s);
    m_filterType->addItems({QString(), QString()});
    m_maxMsgSize->setValue(cmq::TopicMaxMsgSizeDefault);
    m_nameField = new Field(m_name);
    m_filterTypeField = new Field(m_filterType);
    m_maxMsgSizeField = new Field(m_maxMsgSize);
    for (Field* field : {m_nameField, m_filterTypeField, m_maxMsgSizeField})
        body()->addWidget(field);

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
        m_maxMsgSizeField->setHint(tr("1 KiB to 1 MiB"));
        submitButton()->setText(tr("Create topic"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
    m_name->setFocus();
}

cmq::CreateTopic CreateTopicDialog::action() const
{
    return {m_name->text().toStdString(), m_maxMsgSize->value().value_or(0),
            m_filterType->currentIndex() == 0 ? cmq::FilterType::Tag : cmq::FilterType::Routing};
}

void CreateTopicDialog::check()
{
    const cmq::FieldErrors errors = cmq::validate(action());
    m_nameField->setError(m_nameTouched ? fieldError(errors, "topicName") : QString());
    m_maxMsgSizeField->setError(m_maxMsgSize->value() ? fieldError(errors, "maxMsgSize")
                                                      : tr("Write a size such as 64K or 1M."));
    setValid(errors.empty() && m_maxMsgSize->value(), tr("Complete the fields first"));
}

TopicAttributesDialog::TopicAttributesDialog(cmq::TopicAttributes topic, QWidget* parent)
    : FormDialog(u"topicAttributesDialog"_s, parent)
    , m_topic(std::move(topic))
    , m_maxMsgSize(new QuantityEdit(cmq::SettingUnit::Byte, u"maxMsgSize"_s))
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
    connect(m_maxMsgSize, &QuantityEdit::edited, this, &TopicAttributesDialog::check);
    offerCall([this] { return cmq::SetTopicAttributes{m_topic.topicName, m_maxMsgSize->value()}; });
    connect(this, &FormDialog::submitRequested, this, [this] {
        banner()->clear();
        setBusy(true);
        emit submitted({m_topic.topicName, m_maxMsgSize->value()});
    });
    keepTranslated(this, [this, facts] {
        setTitle(tr("Attributes of %1").arg(QString::fromStdString(m_topic.topicName)));
        facts->setText(tr("ID %1 · filter by %2 · messages live %3 · created %4")
                           .arg(QString::fromStdString(m_topic.topicId),
                                filterTypeText(m_topic.filterType),
                                formatDuration(cmq::Seconds(m_topic.msgRetentionSeconds)),
                                formatInstant(m_topic.createTime)));
        m_maxMsgSizeField->setTitle(tr("Largest body"));
        m_maxMsgSizeField->setHint(tr("1 KiB to 1 MiB"));
        submitButton()->setText(tr("Save"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
}

void TopicAttributesDialog::check()
{
    const auto size = m_maxMsgSize->value();
    const cmq::FieldErrors errors =
        cmq::validate(cmq::SetTopicAttributes{m_topic.topicName, size.value_or(0)});
    m_maxMsgSizeField->setError(size ? fieldError(errors, "maxMsgSize")
                                     : tr("Write a size such as 64K or 1M."));
    const bool isChanged = size != m_topic.maxMsgSize;
    setValid(size && errors.empty() && isChanged,
             isChanged ? tr("Complete the fields first") : tr("Nothing has been changed yet"));
}

} // namespace ui
