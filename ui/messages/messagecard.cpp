#include "messagecard.h"

#include "countdown.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int BodyLinesMin = 2;
constexpr int BodyLinesMax = 8;
constexpr int BodyPadding = 22; // Chinese lines are a little taller than the font says
/// A card previews; a long body would cost its layout for every card.
constexpr int PreviewChars = 20'000;

/// Whole seconds that are left, rounded up: "1 s" until it is over.
cmq::Seconds secondsLeft(cmq::Time now, cmq::Time end)
{
    return std::max(cmq::Seconds(0), std::chrono::ceil<cmq::Seconds>(end - now));
}

} // namespace

MessageCard::MessageCard(cmq::ReceivedMessage message, int number, QWidget* parent)
    : Card(u"messageCard%1"_s.arg(number), parent)
    , m_message(std::move(message))
    , m_number(number)
    , m_title(new Label(TextRole::Section))
    , m_facts(new Label(TextRole::Caption, Tone::Muted))
    , m_body(new QPlainTextEdit)
    , m_handle(new Label(TextRole::Caption, Tone::Muted))
    , m_countdown(new Countdown(u"messageCountdown%1"_s.arg(number)))
    , m_stateText(new Label)
    , m_inspect(new QPushButton)
    , m_delete(new QPushButton)
{
    createLayout();
    connect(m_delete, &QPushButton::clicked, this, &MessageCard::deleteRequested);
    connect(m_inspect, &QPushButton::clicked, this, &MessageCard::inspectRequested);
    keepTranslated(this, [this] { retranslate(); });
}

void MessageCard::createLayout()
{
    const auto name = [this](QStringView part) {
        return part.toString() + QString::number(m_number);
    };
    m_title->setObjectName(name(u"messageTitle"));
    m_facts->setObjectName(name(u"messageFacts"));
    m_body->setObjectName(name(u"messageText"));
    m_handle->setObjectName(name(u"messageHandle"));
    m_stateText->setObjectName(name(u"messageState"));
    m_inspect->setObjectName(name(u"messageInspect"));
    m_inspect->setIcon(icon(u"eye"));
    m_inspect->setAutoDefault(false);
    m_delete->setObjectName(name(u"messageDelete"));
    m_delete->setIcon(icon(u"trash3"));
    m_delete->setAutoDefault(false);
    m_handle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_body->setReadOnly(true);
    m_body->setFont(monoFont());
    m_body->setTabChangesFocus(true);
    const QString text =
        QString::fromUtf8(m_message.msgBody.data(), qsizetype(m_message.msgBody.size()));
    m_body->setPlainText(text.size() > PreviewChars ? text.left(PreviewChars) + u'…' : text);
    const int lines = std::clamp(m_body->blockCount(), BodyLinesMin, BodyLinesMax);
    m_body->setFixedHeight(lines * m_body->fontMetrics().lineSpacing() + BodyPadding);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_facts);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_countdown);
    foot->addWidget(m_stateText);
    foot->addStretch();
    foot->addWidget(m_inspect);
    foot->addWidget(m_delete);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_body);
    layout->addWidget(m_handle);
    layout->addLayout(foot);
}

void MessageCard::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    showState();
    emit stateChanged();
}

void MessageCard::tick(cmq::Time now)
{
    m_now = now;
    if (m_state == State::Held && now >= m_message.nextVisibleTime)
        setState(State::Lapsed);
    else
        showState();
}

void MessageCard::retranslate()
{
    m_title->setText(tr("Message %1").arg(formatForeign(QString::fromStdString(m_message.msgId))));
    m_facts->setText(tr("%1 · sent %2 · received %n time(s)", nullptr, int(m_message.dequeueCount))
                         .arg(formatBytes(std::int64_t(m_message.msgBody.size())),
                              formatInstant(m_message.enqueueTime)));
    m_body->setAccessibleName(tr("Body of message %1").arg(m_number));
    m_handle->setText(
        tr("Receipt handle %1")
            .arg(formatForeign(QString::fromStdString(m_message.receiptHandle), 300)));
    m_inspect->setText(tr("Inspect"));
    m_inspect->setAccessibleName(tr("Inspect message %1").arg(m_number));
    m_delete->setText(tr("Delete"));
    m_delete->setAccessibleName(tr("Delete message %1").arg(m_number));
    m_countdown->setAccessibleName(tr("Time until message %1 is visible again").arg(m_number));
    showState();
}

void MessageCard::showState()
{
    const cmq::Milliseconds hidden = m_message.nextVisibleTime - m_message.firstDequeueTime;
    const cmq::Milliseconds left = m_message.nextVisibleTime - m_now;
    const bool held = m_state == State::Held || m_state == State::Deleting;
    m_countdown->setLeft(held && hidden.count() > 0 ? double(left.count()) / double(hidden.count())
                                                    : 0);
    m_countdown->setVisible(held);
    m_delete->setEnabled(m_state == State::Held);
    m_body->setEnabled(m_state != State::Deleted);
    switch (m_state) {
    case State::Held:
    case State::Deleting:
        m_stateText->setTone(Tone::InFlight);
        m_stateText->setText(
            tr("Visible again in %1")
                .arg(formatDuration(secondsLeft(m_now, m_message.nextVisibleTime))));
        break;
    case State::Deleted:
        m_stateText->setTone(Tone::Ok);
        m_stateText->setText(tr("Deleted"));
        m_delete->setToolTip(tr("It is deleted already."));
        break;
    case State::Lapsed:
        m_stateText->setTone(Tone::Muted);
        m_stateText->setText(
            tr("Visible again since %1").arg(formatInstant(m_message.nextVisibleTime)));
        m_delete->setToolTip(tr("Its receipt handle is not valid any more. Receive it again."));
        break;
    }
}

} // namespace ui
