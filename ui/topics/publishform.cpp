#include "publishform.h"

#include "filtertext.h"

#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"
#include "ui/messages/bodycomposer.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

PublishForm::PublishForm(cmq::TopicAttributes topic, Drafts& drafts, Prompts& prompts,
                         Qt::Orientation orientation, QWidget* parent)
    : MessageForm(drafts, prompts, orientation, parent)
    , m_topic(std::move(topic))
    , m_filter(new QPlainTextEdit)
    , m_receiversTitle(new Label(TextRole::Section))
    , m_receivers(new QListWidget)
{
    setObjectName(u"publishForm"_s);
    createFields();
    setLimit(m_topic.maxMsgSize); // has everything checked
    connect(composer(), &BodyComposer::filterRestored, m_filter,
            [this](const QStringList& filter) { m_filter->setPlainText(filter.join(u'\n')); });
    connect(m_filter, &QPlainTextEdit::textChanged, this, [this] { check(); });
    keepTranslated(this, [this] { retranslate(); });
}

void PublishForm::createFields()
{
    m_filter->setObjectName(u"messageFilter"_s);
    m_filter->setFont(monoFont());
    m_filter->setTabChangesFocus(true);
    m_filter->setFixedHeight(m_filter->fontMetrics().lineSpacing() * (isTag() ? 4 : 2));
    m_receivers->setObjectName(u"receivers"_s);
    m_receivers->setMinimumHeight(80);
    m_receivers->setIconSize(QSize(16, 16));
    m_receivers->setSelectionMode(QAbstractItemView::NoSelection);
    m_receiversTitle->setObjectName(u"receiversTitle"_s);
    m_filterField = new Field(m_filter);
    auto* receivers = new QVBoxLayout;
    receivers->setSpacing(4);
    receivers->addWidget(m_receiversTitle);
    receivers->addWidget(m_receivers, 1);
    fields()->addWidget(m_filterField, 1, Qt::AlignTop);
    fields()->addLayout(receivers, 2);
}

void PublishForm::retranslate()
{
    m_filterField->setTitle(isTag() ? tr("Tags") : tr("Routing key"));
    m_filterField->setHint(isTag() ? tr("One a line, 5 at most, 16 characters each")
                                   : tr("Words between dots, 64 bytes at most; no wildcards"));
    m_receivers->setAccessibleName(tr("Who receives the message"));
    check();
}

QString PublishForm::title() const
{
    return tr("Publish to %1").arg(formatForeign(m_topic.topicName));
}

QString PublishForm::submitText() const
{
    return tr("Publish");
}

void PublishForm::setSubscriptions(const QList<SubscriptionRow>& subscriptions)
{
    if (subscriptions == m_subscriptions)
        return;
    m_subscriptions = subscriptions;
    showReceivers();
}

MessageForm::Message PublishForm::messageWith(const QByteArray& body) const
{
    cmq::PublishMessage action;
    action.topicName = m_topic.topicName;
    action.msgBody = body.toStdString();
    if (isTag())
        action.msgTag = linesOf(m_filter->toPlainText());
    else
        action.routingKey = m_filter->toPlainText().trimmed().toStdString();
    return action;
}

bool PublishForm::showErrors(const cmq::FieldErrors& errors)
{
    m_filterField->setError(fieldError(errors, isTag() ? "msgTag" : "routingKey"));
    showReceivers();
    return true;
}

void PublishForm::setFieldsEnabled(bool isEnabled)
{
    m_filter->setEnabled(isEnabled);
}

QString PublishForm::progressText(int done, int count) const
{
    return tr("%1 of %2 messages were published.").arg(formatCount(done), formatCount(count));
}

QString PublishForm::sentText(int count) const
{
    return count == 1 ? tr("The message was published. Ctrl+Enter publishes it again.")
                      : tr("%n message(s) were published from here.", nullptr, count);
}

void PublishForm::showReceivers()
{
    const auto message = std::get<cmq::PublishMessage>(messageWith({}));
    const Sample sample{message.msgTag, message.routingKey.value_or(std::string())};
    QList<std::pair<const SubscriptionRow*, cmq::FilterDecision>> decisions;
    for (const SubscriptionRow& row : m_subscriptions)
        decisions.append({&row, decide(m_topic.filterType, row.attributes, sample)});
    std::ranges::stable_sort(decisions, [](const auto& left, const auto& right) {
        return left.second.isMatch() && !right.second.isMatch();
    });
    m_receivers->clear();
    int count = 0;
    for (const auto& [row, decision] : decisions) {
        const bool isMatch = decision.isMatch();
        count += isMatch ? 1 : 0;
        auto* item = new QListWidgetItem(
            icon(isMatch ? u"check-circle" : u"x-lg", isMatch ? Tone::Ok : Tone::Muted),
            tr("%1: %2", "subscription: why it gets the message or not")
                .arg(row->name, decisionText(decision)),
            m_receivers);
        item->setForeground(toneColor(isMatch ? Tone::Text : Tone::Muted, palette()));
    }
    if (m_subscriptions.isEmpty())
        m_receiversTitle->setText(tr("Nobody: the topic has no subscription"));
    else if (count == 0)
        m_receiversTitle->setText(tr("Nobody will receive it; the broker will refuse it"));
    else
        m_receiversTitle->setText(
            tr("%1 of %n subscription(s) will receive it", nullptr, int(m_subscriptions.size()))
                .arg(count));
    m_receiversTitle->setTone(count == 0 ? Tone::InFlight : Tone::Text); // amber
}

} // namespace ui
