#include "receiptcard.h"

#include "lessonstate.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

ReceiptCard::ReceiptCard(LessonState& state, QWidget* parent)
    : LessonCard(u"lessonReceipts"_s, parent)
    , m_state(state)
    , m_rows(new QVBoxLayout)
    , m_empty(wrapped(u"receiptsEmpty"_s, Tone::Muted))
    , m_together(new QPushButton)
{
    m_rows->setSpacing(8);
    m_together->setObjectName(u"receiptsDeleteTogether"_s);
    m_together->setIcon(icon(u"trash3"));
    body()->addWidget(m_empty);
    body()->addLayout(m_rows);
    body()->addWidget(m_together, 0, Qt::AlignLeft);
    connect(m_together, &QPushButton::clicked, this, [this] { m_state.deleteTogether(m_shown); });
    connect(&state, &LessonState::changed, this, [this] {
        if (m_state.view().receipts != m_shown)
            refresh();
    });
    keepTranslated(this, [this] {
        setTitle(tr("Receipts you hold"));
        m_empty->setText(tr("Each receive gives a receipt handle. It will stand here."));
        m_together->setText(tr("Delete together"));
        m_together->setToolTip(tr("One BatchDeleteMessage with all receipts, dead ones too"));
        refresh();
    });
}

void ReceiptCard::refresh()
{
    m_shown = m_state.view().receipts;
    clear(m_rows);
    int number = 0;
    for (const scenario::Receipt& receipt : m_shown)
        addRow(receipt, ++number);
    m_empty->setVisible(m_shown.empty());
    m_together->setVisible(m_shown.size() > 1);
}

void ReceiptCard::addRow(const scenario::Receipt& receipt, int number)
{
    auto* body = wrapped(u"receiptText%1"_s.arg(number));
    body->setText(formatForeign(QString::fromStdString(receipt.message.msgBody), 60) + u" · "_s +
                  formatForeign(QString::fromStdString(receipt.queueName)));
    auto* state = wrapped(u"receiptState%1"_s.arg(number), Tone::Muted, TextRole::Caption);
    const QString handle = formatForeign(QString::fromStdString(receipt.message.receiptHandle), 24);
    switch (receipt.state) {
    case scenario::Receipt::State::Valid:
        state->setTone(Tone::InFlight);
        state->setText(
            tr("%1, valid until %2").arg(handle, formatInstant(receipt.message.nextVisibleTime)));
        break;
    case scenario::Receipt::State::Dead:
        state->setText(
            tr("%1, void: the message is back in the queue or was received again").arg(handle));
        break;
    case scenario::Receipt::State::Gone:
        state->setText(tr("%1, used up: the message is gone").arg(handle));
        break;
    }
    auto* erase = new QPushButton(tr("Delete"));
    erase->setObjectName(u"receiptDelete%1"_s.arg(number));
    erase->setAccessibleName(tr("Delete with receipt %1").arg(number));
    connect(erase, &QPushButton::clicked, this, [this, receipt] { m_state.deleteWith(receipt); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(body);
    texts->addWidget(state);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addLayout(texts, 1);
    line->addWidget(erase, 0, Qt::AlignTop);
    m_rows->addLayout(line);
}

} // namespace ui
