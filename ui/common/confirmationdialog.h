#pragma once

#include "prompts.h"

#include <QDialog>

class QBoxLayout;
class QLineEdit;
class QPushButton;

namespace ui {

/// Asks before something irreversible: says what will be lost, wants the name typed if told so, and
/// never goes on by Enter: the button that has the focus and the Enter key is Cancel.
class ConfirmationDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmationDialog(const Confirmation& confirmation, QWidget* parent = nullptr);

private:
    void addOffers(QBoxLayout* layout, const Confirmation& confirmation);
    void addLosses(QBoxLayout* layout, const QStringList& losses);
    void addNameField(QBoxLayout* layout, const QString& name);

    QPushButton* m_accept;
    QPushButton* m_cancel;
    QLineEdit* m_name = nullptr; // only if a name must be typed
};

} // namespace ui
