#include "publishdialog.h"

#include "filtertext.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"
#include "ui/messages/bodycomposer.h"
#include "ui/messages/bodyvariables.h"
#include "ui/messages/repetition.h"

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

PublishDialog::PublishDialog(cmq::TopicAttributes topic, QList<SubscriptionRow> subscriptions,
                             Drafts& drafts, Prompts& prompts, QWidget* parent)
    : FormDialog(u"publishDialog"_s, parent)
    , m_topic(std::move(topic))
    , m_subscriptions(std::move(subscriptions))
    , m_composer(new BodyComposer(drafts, prompts))
    , m_filter(new QPlainTextEdit)
    , m_receiversTitle(new Label(TextRole::Section))
    , m_receivers(new QListWidget)
    , m_repetition(new Repetition)
{
    resize(760, 700);
    m_composer->setLimit(m_topic.maxMsgSize);
    m_filter->setObjectName(u"messageFilter"_s);
    m_filter->setFont(monoFont());
    m_filter->setTabChangesFocus(true);
    const bool isTag = m_topic.filterType == cmq::FilterType::Tag;
    m_filter->setFixedHeight(m_filter->fontMetrics().lineSpacing() * (isTag ? 4 : 2));
    m_receivers->setObjectName(u"receivers"_s);
    m_receivers->setMinimumHeight(130);
    m_receivers->setIconSize(QSize(16, 16));
    m_receivers->setSelectionMode(QAbstractItemView::NoSelection);
    m_receiversTitle->setObjectName(u"receiversTitle"_s);
    m_filterField = new Field(m_filter);
    body()->addWidget(m_composer, 2);
    body()->addWidget(m_filterField);
    body()->addWidget(m_receiversTitle);
    body()->addWidget(m_receivers, 1);
    body()->addWidget(m_repetition);

    connect(m_composer, &BodyComposer::changed, this, &PublishDialog::check);
    connect(m_composer, &BodyComposer::filterRestored, m_filter, [this](const QStringList& filter) {
        m_filter->setPlainText(filter.join(u'\n'));
    });
    connect(m_filter, &QPlainTextEdit::textChanged, this, &PublishDialog::check);
    offerCall([this] { return actionWith(m_composer->sample()); });
    connect(this, &FormDialog::submitRequested, this, [this] {
        banner()->clear();
        setSending(true);
        emit submitted(m_repetition->count(), m_repetition->interval());
    });
    keepTranslated(this, [this] { retranslate(); });
    m_composer->edit()->setFocus();
}

void PublishDialog::retranslate()
{
    const bool isTag = m_topic.filterType == cmq::FilterType::Tag;
    setTitle(tr("Publish to %1").arg(QString::fromStdString(m_topic.topicName)));
    m_filterField->setTitle(isTag ? tr("Tags") : tr("Routing key"));
    m_filterField->setHint(isTag ? tr("One a line, 5 at most, 16 characters each")
                                 : tr("Words between dots, 64 bytes at most; no wildcards"));
    m_receivers->setAccessibleName(tr("Who receives the message"));
    submitButton()->setText(tr("Publish"));
    submitButton()->setToolTip(tr("Ctrl+Enter"));
    closeButton()->setText(m_isRow ? tr("Stop") : tr("Close"));
    check();
}

void PublishDialog::setSubscriptions(const QList<SubscriptionRow>& subscriptions)
{
    if (subscriptions == m_subscriptions)
        return;
    m_subscriptions = subscriptions;
    showReceivers();
}

void PublishDialog::showProgress(int done, int count)
{
    if (m_isRow)
        banner()->show(BannerKind::Info, tr("%1 of %2 messages were published.")
                                             .arg(formatCount(done), formatCount(count)));
}

void PublishDialog::showPublished(int done, const QString& lastId)
{
    m_publishedCount += done;
    setSending(false);
    const QString text =
        m_publishedCount == 1
            ? tr("The message was published. Ctrl+Enter publishes it again.")
            : tr("%n message(s) were published from here.", nullptr, m_publishedCount);
    banner()->show(BannerKind::Success, text,
                   lastId.isEmpty() ? QString() : tr("Message ID %1").arg(formatForeign(lastId)));
}

void PublishDialog::showFailure(int done, const cmq::Error& error)
{
    m_publishedCount += done;
    setSending(false);
    if (done == 0)
        showRefusal(error);
    else
        banner()->show(BannerKind::Error,
                       tr("After %n message(s) it was refused: %1", nullptr, done)
                           .arg(errorSentence(error)),
                       errorDetail(error));
}

void PublishDialog::reject()
{
    if (m_isRow)
        emit stopRequested();
    else
        FormDialog::reject();
}

void PublishDialog::setSending(bool isSending)
{
    const bool wasRow = std::exchange(m_isRow, isSending && m_repetition->count() > 1);
    m_composer->setEnabled(!m_isRow);
    m_filter->setEnabled(!m_isRow);
    m_repetition->setEnabled(!m_isRow);
    closeButton()->setText(m_isRow ? tr("Stop") : tr("Close"));
    setBusy(isSending);
    if (wasRow && !m_isRow)
        m_composer->edit()->setFocus(); // so that Ctrl+Enter sends again
}

void PublishDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        submitButton()->click();
        return;
    }
    FormDialog::keyPressEvent(event);
}

cmq::PublishMessage PublishDialog::action(const VariableValues& values) const
{
    return actionWith(m_composer->body(values));
}

cmq::PublishMessage PublishDialog::actionWith(const QByteArray& body) const
{
    cmq::PublishMessage action;
    action.topicName = m_topic.topicName;
    action.msgBody = body.toStdString();
    if (m_topic.filterType == cmq::FilterType::Tag)
        action.msgTag = linesOf(m_filter->toPlainText());
    else
        action.routingKey = m_filter->toPlainText().trimmed().toStdString();
    return action;
}

void PublishDialog::check()
{
    const cmq::PublishMessage message = actionWith(m_composer->sample());
    const cmq::FieldErrors errors = cmq::validate(message);
    m_composer->setRefusal(m_composer->isTouched() ? fieldError(errors, "msgBody") : QString());
    m_filterField->setError(m_topic.filterType == cmq::FilterType::Tag ? fieldError(errors, "msgTag")
                                                                       : fieldError(errors, "routingKey"));
    setValid(errors.empty() && m_composer->error().isEmpty(), tr("Complete the fields first"));
    showReceivers();
}

void PublishDialog::showReceivers()
{
    const cmq::PublishMessage message = actionWith({});
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
    m_receiversTitle->setTone(count == 0 ? Tone::Delayed : Tone::Text);
}

} // namespace ui
