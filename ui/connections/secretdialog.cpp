#include "secretdialog.h"

#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

SecretDialog::SecretDialog(QString name, QString secretId, QWidget* parent)
    : FormDialog(u"secretDialog"_s, parent)
    , m_name(std::move(name))
    , m_secretId(std::move(secretId))
    , m_key(new QLineEdit)
    , m_token(new QLineEdit)
    , m_keep(new QCheckBox)
{
    setMinimumWidth(480);
    m_key->setObjectName(u"secretKey"_s);
    m_token->setObjectName(u"secretToken"_s);
    m_keep->setObjectName(u"secretKeep"_s);
    m_keep->setChecked(true);
    for (QLineEdit* edit : {m_key, m_token})
        edit->setEchoMode(QLineEdit::Password);
    m_keyField = new Field(m_key);
    m_tokenField = new Field(m_token);
    body()->addWidget(m_keyField);
    body()->addWidget(m_tokenField);
    body()->addWidget(m_keep);
    connect(m_key, &QLineEdit::textChanged, this, &SecretDialog::check);
    connect(this, &FormDialog::submitRequested, this, [this] {
        emit entered({m_key->text(), m_token->text()}, m_keep->isChecked());
        accept();
    });
    keepTranslated(this, [this] { retranslate(); });
    m_key->setFocus();
}

void SecretDialog::retranslate()
{
    setTitle(tr("Key for %1").arg(formatForeign(m_name)));
    m_keyField->setTitle(tr("SecretKey"));
    m_keyField->setHint(tr("It belongs to %1.").arg(formatForeign(m_secretId)));
    m_tokenField->setTitle(tr("Token"));
    m_tokenField->setHint(tr("Only with temporary keys"));
    m_keep->setText(tr("Keep it in the desktop's keyring"));
    m_keep->setToolTip(tr("Otherwise it stays in memory until the console closes."));
    submitButton()->setText(tr("Open"));
    closeButton()->setText(tr("Cancel"));
    check();
}

void SecretDialog::check()
{
    setValid(!m_key->text().isEmpty(), tr("Enter the key first"));
}

} // namespace ui
