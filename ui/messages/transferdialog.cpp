#include "transferdialog.h"

#include "queuepicker.h"

#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int RateMax = 5000; // what a queue of CMQ takes
}

TransferDialog::TransferDialog(Offer offer, QWidget* parent)
    : FormDialog(u"transferDialog"_s, parent)
    , m_offer(std::move(offer))
    , m_which(new QComboBox)
    , m_whichField(new Field(m_which))
    , m_connection(new QComboBox)
    , m_connectionField(new Field(m_connection))
    , m_origin(new QCheckBox)
    , m_target(new QueuePicker(u"transferTarget"_s))
    , m_targetField(new Field(m_target))
    , m_moveHelp(new Label(TextRole::Caption, Tone::Muted))
    , m_rate(new QSpinBox)
    , m_rateField(new Field(m_rate))
    , m_consequences(new Label(TextRole::Body, Tone::Secondary))
{
    resize(520, 380);
    m_which->setObjectName(u"transferWhich"_s);
    if (m_offer.chosenCount > 0)
        m_which->addItem(QString(), int(Transfer::Which::Chosen));
    if (m_offer.canMatch)
        m_which->addItem(QString(), int(Transfer::Which::Matching));
    if (m_offer.canTakeAll)
        m_which->addItem(QString(), int(Transfer::Which::All));
    m_connection->setObjectName(u"transferConnection"_s);
    m_connection->addItems(m_offer.connections);
    m_origin->setObjectName(u"transferOrigin"_s);
    m_origin->setChecked(m_offer.canGoToOrigin);
    m_moveHelp->setWordWrap(true);
    m_rate->setObjectName(u"transferRate"_s);
    m_rate->setRange(0, RateMax);
    m_consequences->setObjectName(u"transferConsequences"_s);
    m_consequences->setWordWrap(true);
    m_consequences->setText(m_offer.consequences);
    m_target->setQueueNames(m_offer.queueNames);
    m_target->setQueueName(m_offer.target);
    createLayout();

    connect(m_connection, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_target->setQueueNames({});
        check();
        emit connectionChosen(index);
    });
    connect(m_target, &QComboBox::currentIndexChanged, this, &TransferDialog::check);
    connect(m_origin, &QCheckBox::toggled, this, &TransferDialog::check);
    connect(this, &FormDialog::submitRequested, this, [this] {
        emit submitted(transfer());
        accept();
    });
    keepTranslated(this, [this] { retranslate(); });
}

void TransferDialog::createLayout()
{
    body()->addWidget(m_consequences);
    body()->addWidget(m_whichField);
    body()->addWidget(m_connectionField);
    body()->addWidget(m_origin);
    body()->addWidget(m_targetField);
    body()->addWidget(m_moveHelp);
    body()->addWidget(m_rateField);
    body()->addStretch();
    m_consequences->setVisible(!m_offer.consequences.isEmpty());
    m_whichField->setVisible(m_which->count() > 1);
    m_connectionField->setVisible(m_offer.connections.size() > 1);
    m_moveHelp->setVisible(m_offer.isMove);
}

void TransferDialog::offerRehearsal(std::function<Rehearsal(const Transfer&)> rehearsal)
{
    FormDialog::offerRehearsal(
        [this, rehearsal = std::move(rehearsal)] { return rehearsal(transfer()); });
}

void TransferDialog::retranslate()
{
    setTitle(m_offer.title);
    m_whichField->setTitle(tr("Which messages"));
    m_which->setAccessibleName(tr("Which messages"));
    for (int i = 0; i < m_which->count(); ++i) {
        switch (Transfer::Which(m_which->itemData(i).toInt())) {
        case Transfer::Which::Chosen:
            m_which->setItemText(i, tr("The %n selected", nullptr, m_offer.chosenCount));
            break;
        case Transfer::Which::Matching:
            m_which->setItemText(i, tr("All that match the search and the states"));
            break;
        case Transfer::Which::All:
            m_which->setItemText(i, tr("All that are visible or delayed"));
            break;
        }
    }
    m_connectionField->setTitle(tr("To connection"));
    m_connection->setAccessibleName(tr("To connection"));
    m_origin->setText(tr("Back to the queue each one came from"));
    m_targetField->setTitle(tr("To queue"));
    m_targetField->setHint(tr("Each is sent there as a new message."));
    m_target->setAccessibleName(tr("To queue"));
    m_moveHelp->setText(tr("An original is deleted only after its copy has arrived. Whatever stops "
                           "it half-way, nothing is lost."));
    m_rateField->setTitle(tr("Messages a second at most"));
    m_rateField->setHint(tr("So that whoever consumes them can keep up"));
    m_rate->setAccessibleName(tr("Messages a second at most"));
    m_rate->setSpecialValueText(tr("No limit"));
    submitButton()->setText(m_offer.submitText);
    closeButton()->setText(tr("Cancel"));
    check();
}

void TransferDialog::setQueueNames(const QStringList& names)
{
    const QString chosen = m_target->queueName();
    m_target->setQueueNames(names);
    if (chosen.isEmpty())
        m_target->setQueueName(m_offer.target);
    check();
}

// Where a dead letter came from is a queue of the same connection.
bool TransferDialog::goesToOrigin() const
{
    return m_offer.canGoToOrigin && m_connection->currentIndex() <= 0 && m_origin->isChecked();
}

Transfer TransferDialog::transfer() const
{
    Transfer transfer;
    transfer.which = Transfer::Which(m_which->currentData().toInt());
    transfer.connection = std::max(0, m_connection->currentIndex());
    transfer.queueName = goesToOrigin() ? QString() : m_target->queueName();
    transfer.perSecond = m_rate->value();
    return transfer;
}

void TransferDialog::check()
{
    m_origin->setVisible(m_offer.canGoToOrigin && m_connection->currentIndex() <= 0);
    m_targetField->setEnabled(!goesToOrigin());
    setValid(goesToOrigin() || !m_target->queueName().isEmpty(), tr("Choose a queue first"));
}

} // namespace ui
