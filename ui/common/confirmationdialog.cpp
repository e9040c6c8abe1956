#include "confirmationdialog.h"

#include "callhost.h"
#include "label.h"
#include "style.h"
#include "translated.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int QuestionWidth = 360;
}

ConfirmationDialog::ConfirmationDialog(const Confirmation& confirmation, QWidget* parent)
    : QDialog(parent)
    , m_accept(new QPushButton(confirmation.acceptText))
    , m_cancel(new QPushButton)
{
    setObjectName(u"confirmationDialog"_s);
    setWindowTitle(confirmation.title);

    auto* sign = new QLabel;
    sign->setObjectName(u"confirmationIcon"_s);
    sign->setPixmap(
        icon(u"exclamation-triangle", Tone::Dead).pixmap(QSize(24, 24), devicePixelRatioF()));
    auto* question = new Label(TextRole::Section);
    question->setObjectName(u"confirmationQuestion"_s);
    question->setWordWrap(true);
    question->setMinimumWidth(QuestionWidth); // of the dialog, one would let the buttons be cut
    question->setText(confirmation.question);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(question);
    addLosses(texts, confirmation.losses);
    if (!confirmation.nameToType.isEmpty())
        addNameField(texts, confirmation.nameToType);

    m_accept->setObjectName(u"confirmationAccept"_s);
    m_cancel->setObjectName(u"confirmationCancel"_s);
    setButtonKind(m_accept, ButtonKind::Danger);
    m_accept->setAutoDefault(false);
    m_cancel->setDefault(true);
    m_cancel->setFocus();
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    keepTranslated(this, [this] { m_cancel->setText(tr("Cancel")); });

    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addWidget(sign, 0, Qt::AlignTop);
    body->addLayout(texts, 1);
    auto* buttons = new QHBoxLayout;
    addOffers(buttons, confirmation);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(16);
    layout->addLayout(body);
    layout->addStretch();
    layout->addLayout(buttons);
}

void ConfirmationDialog::addOffers(QBoxLayout* layout, const Confirmation& confirmation)
{
    if (confirmation.first) {
        auto* first = new QPushButton(confirmation.firstText);
        first->setObjectName(u"confirmationFirst"_s);
        first->setAutoDefault(false);
        connect(first, &QPushButton::clicked, this, [this, run = confirmation.first] {
            reject();
            run();
        });
        layout->addWidget(first);
    }
    if (confirmation.rehearsal)
        layout->addWidget(
            makeRehearseButton(this, [rehearsal = *confirmation.rehearsal] { return rehearsal; }));
    if (confirmation.action)
        layout->addWidget(makeCallButton(this, [action = *confirmation.action] { return action; }));
}

void ConfirmationDialog::addLosses(QBoxLayout* layout, const QStringList& losses)
{
    for (int i = 0; i < int(losses.size()); ++i) {
        auto* line = new Label(TextRole::Body, Tone::Secondary);
        line->setObjectName(u"confirmationLoss%1"_s.arg(i));
        line->setWordWrap(true);
        line->setText(losses[i]);
        layout->addWidget(line);
    }
}

void ConfirmationDialog::addNameField(QBoxLayout* layout, const QString& name)
{
    auto* request = new Label(TextRole::Body, Tone::Secondary);
    request->setObjectName(u"confirmationNameTitle"_s);
    request->setWordWrap(true);
    request->setText(tr("Type %1 to go on:").arg(name));
    m_name = new QLineEdit;
    m_name->setObjectName(u"confirmationName"_s);
    m_name->setAccessibleName(request->text());
    request->setBuddy(m_name);
    m_accept->setEnabled(false);
    m_accept->setToolTip(tr("Type the name first"));
    connect(m_name, &QLineEdit::textChanged, this, [this, name](const QString& typed) {
        m_accept->setEnabled(typed == name);
        m_accept->setToolTip(typed == name ? QString() : tr("Type the name first"));
    });
    layout->addSpacing(8);
    layout->addWidget(request);
    layout->addWidget(m_name);
}

} // namespace ui
