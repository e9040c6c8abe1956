#include "topicattributespart.h"

#include "filtertext.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/quantityedit.h"
#include "ui/common/resourcetags.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int FieldWidthMax = 520;
}

TopicAttributesPart::TopicAttributesPart(Connection& connection, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_facts(new Label(TextRole::Caption, Tone::Muted))
    , m_banner(new Banner(u"topicAttributesBanner"_s))
    , m_maxMsgSize(new QuantityEdit(cmq::SettingUnit::Byte, u"topicMaxMsgSize"_s))
    , m_field(new Field(m_maxMsgSize))
    , m_trace(new QCheckBox)
    , m_save(new QPushButton)
    , m_revert(new QPushButton)
{
    setObjectName(u"topicAttributesPart"_s);
    m_facts->setObjectName(u"topicAttributesFacts"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setWordWrap(true);
    m_save->setObjectName(u"topicAttributesSave"_s);
    setButtonKind(m_save, ButtonKind::Primary);
    m_revert->setObjectName(u"topicAttributesRevert"_s);
    m_field->setMaximumWidth(FieldWidthMax);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(12);
    layout->addWidget(m_facts);
    layout->addWidget(m_banner);
    layout->addWidget(m_field);
    layout->addWidget(m_trace);
    layout->addLayout(buttons);
    layout->addStretch();
    m_trace->setObjectName(u"topicAttributesTrace"_s);
    m_trace->setVisible(connection.rules().hasCloudFields);
    connect(m_trace, &QCheckBox::toggled, this, &TopicAttributesPart::check);
    connect(m_maxMsgSize, &QuantityEdit::edited, this, &TopicAttributesPart::check);
    connect(m_save, &QPushButton::clicked, this, &TopicAttributesPart::save);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        revert();
    });
    keepTranslated(this, [this] { retranslate(); });
}

void TopicAttributesPart::setTopic(const cmq::TopicAttributes& topic)
{
    const bool isNew = !m_topic;
    const bool isChanged =
        isNew || topic.maxMsgSize != m_topic->maxMsgSize || topic.trace != m_topic->trace;
    const bool wasEdited = !isNew && isEdited();
    m_topic = topic;
    if (isChanged && wasEdited && !m_isSaving)
        m_banner->show(BannerKind::Warning,
                       tr("The attributes were changed elsewhere meanwhile. Revert shows them; "
                          "saving sets what you changed."));
    m_facts->setText(tr("ID %1 · filter by %2 · messages live %3 · created %4 · modified %5")
                         .arg(formatForeign(topic.topicId), filterTypeText(topic.filterType),
                              formatDuration(cmq::Seconds(topic.msgRetentionSeconds)),
                              formatInstant(topic.createTime),
                              formatInstant(topic.lastModifyTime)) +
                     resourceTagsFact(topic.tags));
    if (isChanged && !wasEdited)
        revert();
    else
        check();
}

bool TopicAttributesPart::isEdited() const
{
    return m_maxMsgSize->value() != m_begun || m_trace->isChecked() != m_begunTrace;
}

void TopicAttributesPart::revert()
{
    m_begun = m_topic->maxMsgSize;
    m_begunTrace = m_topic->trace.value_or(false);
    m_maxMsgSize->setValue(m_begun);
    m_trace->setChecked(m_begunTrace);
    check();
}

cmq::SetTopicAttributes TopicAttributesPart::action() const
{
    cmq::SetTopicAttributes action{m_topic->topicName, m_maxMsgSize->value().value_or(0)};
    if (m_trace->isChecked() != m_begunTrace)
        action.trace = m_trace->isChecked();
    return action;
}

void TopicAttributesPart::check()
{
    if (!m_topic)
        return;
    const auto size = m_maxMsgSize->value();
    const cmq::SetTopicAttributes wanted = action();
    const QString error = size ? fieldError(cmq::validate(wanted), "maxMsgSize")
                               : tr("Write a size such as 64K or 1M.");
    const QString reason = m_connection.whyNot(wanted);
    m_field->setError(error);
    m_maxMsgSize->setEnabled(reason.isEmpty() && !m_connection.isTdmq());
    m_trace->setEnabled(reason.isEmpty());
    m_save->setEnabled(isEdited() && error.isEmpty() && reason.isEmpty() && !m_isSaving);
    m_save->setToolTip(!reason.isEmpty()  ? reason
                       : !isEdited()      ? tr("Nothing has been changed yet")
                       : !error.isEmpty() ? tr("Complete the fields first")
                                          : QString());
    m_revert->setEnabled(isEdited() && !m_isSaving);
    m_revert->setToolTip(isEdited() ? QString() : tr("Nothing has been changed yet"));
}

void TopicAttributesPart::save()
{
    const cmq::SetTopicAttributes wanted = action();
    m_isSaving = true;
    m_banner->clear();
    check();
    onResult(m_connection.call(wanted), this, [this, wanted](const auto& answer) {
        m_isSaving = false;
        if (answer) {
            m_banner->show(BannerKind::Success, tr("The attributes were saved."));
            m_begun = m_topic->maxMsgSize = *wanted.maxMsgSize;
            if (wanted.trace) {
                m_topic->trace = wanted.trace;
                m_begunTrace = *wanted.trace;
            }
        } else {
            m_banner->show(BannerKind::Error, errorSentence(answer.error()),
                           errorDetail(answer.error()));
        }
        check();
    });
}

void TopicAttributesPart::retranslate()
{
    m_field->setTitle(tr("Largest body"));
    m_field->setHint(m_connection.isTdmq() ? tr("1 MiB for every topic of TDMQ")
                                           : tr("1 KiB to 1 MiB"));
    m_trace->setText(tr("Message trace"));
    m_save->setText(tr("Save"));
    m_revert->setText(tr("Revert"));
    if (m_topic)
        setTopic(*m_topic);
}

} // namespace ui
