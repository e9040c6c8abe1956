#include "receivedialog.h"

#include "inspectdialog.h"
#include "receivedmessages.h"

#include "ui/common/banner.h"
#include "ui/common/callhost.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int TickMs = 250;
}

ReceiveDialog::ReceiveDialog(QString queueName, Limits limits, std::function<cmq::Time()> now,
                             Prompts& prompts, QWidget* parent)
    : QDialog(parent)
    , m_queueName(std::move(queueName))
    , m_limits(limits)
    , m_now(std::move(now))
    , m_prompts(prompts)
    , m_count(new QSpinBox)
    , m_wait(new QSpinBox)
    , m_deletes(new QCheckBox)
    , m_deletesHelp(new Label(TextRole::Caption, Tone::InFlight))
    , m_receive(new QPushButton)
    , m_progress(new QProgressBar)
    , m_banner(new Banner(u"receiveBanner"_s))
    , m_area(new QScrollArea)
    , m_list(new QVBoxLayout)
    , m_empty(new EmptyState(u"receiveEmpty"_s, u"inbox"))
    , m_title(new Label(TextRole::PageTitle))
    , m_consequences(new Label(TextRole::Body, Tone::Secondary))
    , m_deleteAll(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(u"receiveDialog"_s);
    resize(680, 620);
    createControls();
    createLayout();
    connect(m_receive, &QPushButton::clicked, this, &ReceiveDialog::receiveOrCancel);
    connect(m_deleteAll, &QPushButton::clicked, this, [this] { requestDelete(held()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, &ReceiveDialog::cancelRequested);
    connect(&m_clock, &QTimer::timeout, this, &ReceiveDialog::tick);
    m_clock.start(TickMs);
    keepTranslated(this, [this] { retranslate(); });
    m_receive->setFocus();
}

void ReceiveDialog::createControls()
{
    m_title->setObjectName(u"receiveDialogTitle"_s);
    m_consequences->setObjectName(u"receiveConsequences"_s);
    m_consequences->setWordWrap(true);
    m_consequences->setText(m_limits.consequences);
    m_consequences->setVisible(!m_limits.consequences.isEmpty());
    m_count->setObjectName(u"receiveCount"_s);
    m_count->setRange(1, m_limits.countMax);
    m_count->setFixedWidth(112);
    m_wait->setObjectName(u"receiveWait"_s);
    m_wait->setRange(0, int(cmq::PollingWaitSecondsMax.count()));
    m_wait->setValue(int(m_limits.wait.count()));
    m_wait->setFixedWidth(112);
    m_countField = new Field(m_count);
    m_waitField = new Field(m_wait);
    m_deletes->setObjectName(u"receiveDeletes"_s);
    m_deletesHelp->setObjectName(u"receiveDeletesHelp"_s);
    m_deletesHelp->setWordWrap(true);
    m_deletesHelp->hide();
    connect(m_deletes, &QCheckBox::toggled, m_deletesHelp, &QWidget::setVisible);
    m_receive->setObjectName(u"receiveButton"_s);
    m_receive->setDefault(true);
    m_progress->setObjectName(u"receiveProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_deleteAll->setObjectName(u"deleteAllButton"_s);
    m_deleteAll->setIcon(icon(u"trash3"));
    m_deleteAll->setAutoDefault(false);
    m_close->setObjectName(u"receiveClose"_s);
    m_close->setAutoDefault(false);
}

void ReceiveDialog::createLayout()
{
    auto* controls = new QHBoxLayout;
    controls->setSpacing(16);
    controls->addWidget(m_countField);
    controls->addWidget(m_waitField);
    controls->addWidget(m_deletes, 0, Qt::AlignVCenter);
    controls->addStretch();
    controls->addWidget(m_receive, 0, Qt::AlignVCenter);

    auto* content = new QWidget;
    content->setObjectName(u"receiveContent"_s);
    m_list->setContentsMargins(0, 0, 8, 0);
    m_list->setSpacing(12);
    m_list->addWidget(m_empty, 1);
    m_list->addStretch();
    content->setLayout(m_list);
    m_area->setObjectName(u"receiveArea"_s);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_deleteAll);
    buttons->addWidget(makeCallButton(this, [this] {
        return cmq::BatchReceiveMessage{m_queueName.toStdString(), m_count->value(),
                                        cmq::Seconds(m_wait->value())};
    }));
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_consequences);
    layout->addLayout(controls);
    layout->addWidget(m_deletesHelp);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    layout->addWidget(m_area, 1);
    layout->addLayout(buttons);
}

void ReceiveDialog::retranslate()
{
    const QString title =
        (m_limits.consequences.isEmpty() ? tr("Receive from %1") : tr("Take and hold from %1"))
            .arg(formatForeign(m_queueName));
    setWindowTitle(title);
    m_title->setText(title);
    m_countField->setTitle(tr("Messages at most"));
    m_countField->setHint(tr("1 to %1").arg(m_limits.countMax));
    m_waitField->setTitle(tr("Wait"));
    m_waitField->setHint(tr("0 to 30 s"));
    m_deletes->setText(tr("Delete at once"));
    m_deletesHelp->setText(tr("Whatever is received is deleted as soon as it is shown here. Nobody "
                              "else gets it, and it is gone unless the queue can be rewound."));
    m_wait->setSuffix(tr(" s", "suffix of a number of seconds"));
    m_empty->setTexts(
        tr("Nothing received yet"),
        tr("A received message is hidden from others for %1. Delete it in that time, or "
           "it becomes visible again.")
            .arg(formatDuration(m_limits.visibilityTimeout)));
    m_deleteAll->setText(tr("Delete all"));
    m_close->setText(tr("Close"));
    m_progress->setAccessibleName(tr("Waiting time"));
    updateButtons();
}

void ReceiveDialog::setWaiting(bool waiting)
{
    m_isWaiting = waiting;
    m_waitingSince = m_now();
    if (waiting)
        m_banner->clear();
    tick();
    updateButtons();
}

void ReceiveDialog::addMessages(const std::vector<cmq::ReceivedMessage>& messages)
{
    m_empty->hide();
    m_banner->clear();
    int place = 0;
    for (const cmq::ReceivedMessage& message : messages) {
        auto* card = new MessageCard(message, int(m_cards.size()) + 1);
        connect(card, &MessageCard::deleteRequested, this, [this, card] { requestDelete({card}); });
        connect(card, &MessageCard::inspectRequested, this, [this, card] { inspect(card); });
        connect(card, &MessageCard::stateChanged, this, &ReceiveDialog::updateButtons);
        m_cards.append(card);
        m_list->insertWidget(place++, card);
        card->tick(m_now());
    }
    updateButtons();
    if (m_deletes->isChecked())
        requestDelete(m_cards.last(qsizetype(messages.size())));
}

void ReceiveDialog::showEmpty()
{
    m_banner->show(BannerKind::Info, tr("There was no message to receive."));
}

void ReceiveDialog::showError(const cmq::Error& error)
{
    m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
}

void ReceiveDialog::showDeleted(const QStringList& handles,
                                const QHash<QString, cmq::Error>& failures)
{
    for (MessageCard* card : m_cards) {
        const QString handle = QString::fromStdString(card->message().receiptHandle);
        if (!handles.contains(handle) || card->state() != MessageCard::State::Deleting)
            continue;
        const auto failure = failures.find(handle);
        if (failure == failures.end()) {
            card->setState(MessageCard::State::Deleted);
            continue;
        }
        showError(*failure);
        card->setState(failure->id == cmq::ErrorId::ReceiptHandleInvalid
                           ? MessageCard::State::Lapsed
                           : MessageCard::State::Held);
    }
}

void ReceiveDialog::receiveOrCancel()
{
    if (m_isWaiting)
        emit cancelRequested();
    else
        emit receiveRequested(m_count->value(), cmq::Seconds(m_wait->value()));
}

void ReceiveDialog::requestDelete(const QList<MessageCard*>& cards)
{
    QStringList handles;
    for (MessageCard* card : cards) {
        card->setState(MessageCard::State::Deleting);
        handles.append(QString::fromStdString(card->message().receiptHandle));
    }
    if (!handles.isEmpty())
        emit deleteRequested(handles);
}

QList<MessageCard*> ReceiveDialog::held() const
{
    QList<MessageCard*> cards;
    for (MessageCard* card : m_cards) {
        if (card->state() == MessageCard::State::Held)
            cards.append(card);
    }
    return cards;
}

void ReceiveDialog::inspect(const MessageCard* card)
{
    auto* dialog = new InspectDialog(asPeeked(card->message()), m_now(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReceiveDialog::tick()
{
    const cmq::Time now = m_now();
    for (MessageCard* card : m_cards)
        card->tick(now);
    const int wait = int(cmq::Milliseconds(cmq::Seconds(m_wait->value())).count());
    m_progress->setRange(0, std::max(1, wait));
    m_progress->setValue(m_isWaiting ? std::min(wait, int((now - m_waitingSince).count())) : 0);
}

void ReceiveDialog::updateButtons()
{
    m_receive->setText(m_isWaiting                       ? tr("Cancel")
                       : m_limits.consequences.isEmpty() ? tr("Receive")
                                                         : tr("Take and hold"));
    m_receive->setIcon(m_isWaiting ? icon(u"x-lg") : icon(u"download", Tone::OnAccent));
    setButtonKind(m_receive, m_isWaiting ? ButtonKind::Normal : ButtonKind::Primary);
    m_count->setEnabled(!m_isWaiting);
    m_wait->setEnabled(!m_isWaiting);
    m_deletes->setEnabled(!m_isWaiting);
    const bool canDelete = !held().isEmpty();
    m_deleteAll->setEnabled(canDelete);
    m_deleteAll->setToolTip(canDelete ? tr("Delete all messages that are still held")
                                      : tr("No received message is held"));
}

} // namespace ui
