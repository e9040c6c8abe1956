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

#include "cmq/validation.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// What was typed, byte for byte: toPlainText() would turn no-break spaces into spaces.
std::string bytesOf(const QPlainTextEdit* edit)
{
    QString text = edit->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, QChar::LineFeed);
    text.replace(QChar::LineSeparator, QChar::LineFeed);
    return text.toStdString();
}

} // namespace

PublishDialog::PublishDialog(cmq::TopicAttributes topic, QList<SubscriptionRow> subscriptions,
                             QWidget* parent)
    : FormDialog(u"publishDialog"_s, parent)
    , m_topic(std::move(topic))
    , m_subscriptions(std::move(subscriptions))
    , m_body(new QPlainTextEdit)
    , m_filter(new QPlainTextEdit)
    , m_receiversTitle(new Label(TextRole::Section))
    , m_receivers(new QListWidget)
{
    resize(680, 620);
    m_body->setObjectName(u"messageBody"_s);
    m_body->setFont(monoFont());
    m_body->setTabChangesFocus(true);
    m_body->setMinimumHeight(110);
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
    m_bodyField = new Field(m_body);
    m_filterField = new Field(m_filter);
    body()->addWidget(m_bodyField, 1);
    body()->addWidget(m_filterField);
    body()->addWidget(m_receiversTitle);
    body()->addWidget(m_receivers, 1);

    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        m_bodyTouched = true;
        check();
    });
    connect(m_filter, &QPlainTextEdit::textChanged, this, &PublishDialog::check);
    connect(this, &FormDialog::submitRequested, this, [this] {
        banner()->clear();
        setBusy(true);
        emit submitted(action());
    });
    keepTranslated(this, [this] { retranslate(); });
    m_body->setFocus();
}

void PublishDialog::retranslate()
{
    const bool isTag = m_topic.filterType == cmq::FilterType::Tag;
    setTitle(tr("Publish to %1").arg(QString::fromStdString(m_topic.topicName)));
    m_bodyField->setTitle(tr("Body"));
    m_body->setPlaceholderText(tr("Text in UTF-8, sent as it stands here"));
    m_filterField->setTitle(isTag ? tr("Tags") : tr("Routing key"));
    m_filterField->setHint(isTag ? tr("One a line, 5 at most, 16 characters each")
                                 : tr("Words between dots, 64 bytes at most; no wildcards"));
    m_receivers->setAccessibleName(tr("Who receives the message"));
    submitButton()->setText(tr("Publish"));
    submitButton()->setToolTip(tr("Ctrl+Enter"));
    closeButton()->setText(tr("Close"));
    check();
}

void PublishDialog::setSubscriptions(const QList<SubscriptionRow>& subscriptions)
{
    if (subscriptions == m_subscriptions)
        return;
    m_subscriptions = subscriptions;
    showReceivers();
}

void PublishDialog::showPublished(const QString& msgId)
{
    ++m_publishedCount;
    setBusy(false);
    const QString text =
        m_publishedCount == 1
            ? tr("The message was published. Ctrl+Enter publishes it again.")
            : tr("%n message(s) were published from here.", nullptr, m_publishedCount);
    banner()->show(BannerKind::Success, text, tr("Message ID %1").arg(formatForeign(msgId)));
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

cmq::PublishMessage PublishDialog::action() const
{
    cmq::PublishMessage action;
    action.topicName = m_topic.topicName;
    action.msgBody = bytesOf(m_body);
    if (m_topic.filterType == cmq::FilterType::Tag)
        action.msgTag = linesOf(m_filter->toPlainText());
    else
        action.routingKey = m_filter->toPlainText().trimmed().toStdString();
    return action;
}

void PublishDialog::check()
{
    const cmq::PublishMessage message = action();
    const cmq::FieldErrors errors = cmq::validate(message);
    const auto errorOf = [&](std::string_view parameter) {
        const auto found = std::ranges::find(errors, parameter, &cmq::Error::parameter);
        return found == errors.end() ? QString() : errorSentence(*found);
    };
    const auto length = std::int64_t(message.msgBody.size());
    const bool isTooLong = length > m_topic.maxMsgSize;
    m_bodyField->setHint(tr("%1 of %2").arg(formatBytes(length), formatBytes(m_topic.maxMsgSize)));
    if (isTooLong)
        m_bodyField->setError(tr("%1 is more than the topic takes, %2.")
                                  .arg(formatBytes(length), formatBytes(m_topic.maxMsgSize)));
    else
        m_bodyField->setError(m_bodyTouched ? errorOf("msgBody") : QString());
    m_filterField->setError(m_topic.filterType == cmq::FilterType::Tag ? errorOf("msgTag")
                                                                       : errorOf("routingKey"));
    setValid(errors.empty() && !isTooLong, tr("Complete the fields first"));
    showReceivers();
}

void PublishDialog::showReceivers()
{
    const cmq::PublishMessage message = action();
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
