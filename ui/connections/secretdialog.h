#pragma once

#include "secretstore.h"

#include "ui/common/formdialog.h"

class QCheckBox;
class QLineEdit;

namespace ui {

class Field;

/// Asks for the key of a connection that is to be opened.
class SecretDialog final : public FormDialog
{
    Q_OBJECT

public:
    SecretDialog(QString name, QString secretId, QWidget* parent = nullptr);

signals:
    /// `keep`: the keyring shall have it, too.
    void entered(const ui::Credentials& credentials, bool keep);

private:
    void retranslate();
    void check();

    QString m_name;
    QString m_secretId;
    QLineEdit* m_key;
    QLineEdit* m_token;
    Field* m_keyField;
    Field* m_tokenField;
    QCheckBox* m_keep;
};

} // namespace ui
