#include "servedialog.h"

#include "copyline.h"
#include "samplepanel.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
/// Without keys any pair will do, and SDKs want one.
const SampleAccess AnyKeys{{}, u"AKIDany"_s, u"any"_s};
constexpr int PortMax = 65535;
} // namespace

ServeDialog::ServeDialog(Serving& serving, Settings& settings, QWidget* parent)
    : FormDialog(u"serveDialog"_s, parent)
    , m_serving(serving)
    , m_settings(settings)
    , m_address(new QLineEdit(settings.servingAddress()))
    , m_port(new QLineEdit(QString::number(settings.servingPort())))
    , m_needsKeys(new QCheckBox)
    , m_access(new Card(u"serveAccess"_s))
    , m_sentence(new Label(TextRole::Body, Tone::Secondary))
    , m_url(new CopyLine(u"serveUrl"_s))
    , m_secretId(new CopyLine(u"serveSecretId"_s))
    , m_secretKey(new CopyLine(u"serveSecretKey"_s))
    , m_keysNote(new Label(TextRole::Caption, Tone::Muted))
    , m_renewKeys(new QPushButton)
    , m_samples(new SamplePanel)
{
    setMinimumWidth(680);
    m_needsKeys->setChecked(settings.servingNeedsKeys());
    createLayout();
    connect(m_address, &QLineEdit::textChanged, this, &ServeDialog::check);
    connect(m_port, &QLineEdit::textChanged, this, &ServeDialog::check);
    connect(m_renewKeys, &QPushButton::clicked, &m_serving, &Serving::renewKeys);
    connect(this, &FormDialog::submitRequested, this, &ServeDialog::submit);
    connect(&m_serving, &Serving::changed, this, &ServeDialog::showState);
    keepTranslated(this, [this] { retranslate(); });
    m_address->setFocus();
}

void ServeDialog::createLayout()
{
    m_address->setObjectName(u"serveAddress"_s);
    m_port->setObjectName(u"servePort"_s);
    m_needsKeys->setObjectName(u"serveNeedsKeys"_s);
    m_sentence->setObjectName(u"serveSentence"_s);
    m_sentence->setWordWrap(true);
    m_keysNote->setObjectName(u"serveKeysNote"_s);
    m_keysNote->setWordWrap(true);
    m_renewKeys->setObjectName(u"serveRenewKeys"_s);
    m_renewKeys->setAutoDefault(false);
    m_addressField = new Field(m_address);
    m_portField = new Field(m_port);

    auto* place = new QHBoxLayout;
    place->setSpacing(16);
    place->addWidget(m_addressField, 2);
    place->addWidget(m_portField, 1);
    auto* access = new QVBoxLayout(m_access);
    access->setContentsMargins(12, 12, 12, 12);
    access->setSpacing(4);
    for (QWidget* line : {static_cast<QWidget*>(m_url), static_cast<QWidget*>(m_secretId),
                          static_cast<QWidget*>(m_secretKey), static_cast<QWidget*>(m_keysNote)})
        access->addWidget(line);
    body()->addWidget(m_sentence);
    body()->addLayout(place);
    body()->addWidget(m_needsKeys);
    body()->addWidget(m_access);
    body()->addWidget(m_samples, 1);
    body()->addStretch();
    footer()->addWidget(m_renewKeys);
}

void ServeDialog::setObjects(const QStringList& queues, const QStringList& topics)
{
    m_samples->setObjects(queues, topics);
}

void ServeDialog::retranslate()
{
    setTitle(tr("Serve over HTTP"));
    m_sentence->setText(tr("Programs that use an SDK of CMQ can work with the queues and topics of "
                           "this broker while it is served."));
    m_addressField->setTitle(tr("Address"));
    m_addressField->setHint(
        tr("127.0.0.1 is this machine only; 0.0.0.0 is every network it is in"));
    m_portField->setTitle(tr("Port"));
    m_portField->setHint(tr("0 picks a free one"));
    m_needsKeys->setText(tr("Clients have to sign with the key"));
    m_url->setTitle(tr("URL"));
    m_secretId->setTitle(u"SecretId"_s);
    m_secretKey->setTitle(u"SecretKey"_s);
    m_renewKeys->setText(tr("New keys"));
    m_renewKeys->setToolTip(tr("Make another pair; clients with the old one are let in no more"));
    closeButton()->setText(tr("Close"));
    showState();
}

std::optional<quint16> ServeDialog::port() const
{
    bool isNumber = false;
    const int number = m_port->text().trimmed().toInt(&isNumber);
    return isNumber && number >= 0 && number <= PortMax ? std::optional(quint16(number))
                                                        : std::nullopt;
}

void ServeDialog::check()
{
    const QString address = numericAddress(m_address->text());
    m_addressField->setError(
        address.isEmpty() ? tr("Enter a numeric address, like 127.0.0.1 or ::1.") : QString());
    m_portField->setError(port() ? QString() : tr("Enter a number from 0 to 65535."));
    const bool isOff = m_serving.state() == Serving::State::Off;
    const bool isPublic = !address.isEmpty() && !isLoopbackAddress(address);
    m_needsKeys->setEnabled(isOff && !isPublic);
    m_needsKeys->setToolTip(
        isPublic ? tr("Other machines can reach this address, so clients always have to sign.")
                 : QString());
    if (isPublic)
        m_needsKeys->setChecked(true);
    setValid(!isOff || (!address.isEmpty() && port()), tr("Correct address and port first"));
}

void ServeDialog::submit()
{
    banner()->clear();
    if (m_serving.state() == Serving::State::On)
        m_serving.stop();
    else
        start();
}

void ServeDialog::start()
{
    const ServingPlace place{numericAddress(m_address->text()), port().value_or(0),
                             m_needsKeys->isChecked()};
    const cmq::Result<quint16> started = m_serving.start(place);
    if (!started) {
        showStartFailure(started.error());
        return;
    }
    // The port that was picked is remembered, so that clients can stay as they are.
    m_port->setText(QString::number(*started));
    m_settings.setServing(place.address, *started, place.needsKeys);
}

void ServeDialog::showStartFailure(const cmq::Error& error)
{
    if (error.parameter == "address")
        m_addressField->setError(tr("This machine does not have this address."));
    else if (error.parameter == "port")
        m_portField->setError(tr("This port is taken, or only the system may use it. Choose "
                                 "another one, or 0."));
    else
        showRefusal(error);
}

void ServeDialog::showState()
{
    const Serving::State state = m_serving.state();
    const bool isOn = state == Serving::State::On;
    const bool isOff = state == Serving::State::Off;
    const bool needsKeys = m_serving.needsKeys();
    m_address->setEnabled(isOff);
    m_port->setEnabled(isOff);
    m_renewKeys->setVisible(isOff);
    m_access->setVisible(isOn);
    m_samples->setVisible(isOn);
    if (isOn) {
        const ServingKeys& keys = m_serving.keys();
        m_url->setValue(m_serving.url(), m_serving.url());
        m_secretId->setValue(keys.secretId, keys.secretId);
        m_secretKey->setValue(secretMask(), keys.secretKey);
        m_samples->setAccess({m_serving.url(), needsKeys ? keys.secretId : AnyKeys.secretId,
                              needsKeys ? keys.secretKey : AnyKeys.secretKey},
                             needsKeys);
    }
    m_secretId->setVisible(needsKeys);
    m_secretKey->setVisible(needsKeys);
    m_keysNote->setText(needsKeys ? tr("The keys are made anew when the console starts; they are "
                                       "kept in memory only.")
                                  : tr("Everybody on this machine is let in, with any key."));
    submitButton()->setText(isOn    ? tr("Stop serving")
                            : isOff ? tr("Start serving")
                                    : tr("Stopping…"));
    setButtonKind(submitButton(), isOn ? ButtonKind::Normal : ButtonKind::Primary);
    setBusy(!isOn && !isOff);
    check();
}

} // namespace ui
