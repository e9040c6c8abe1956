#include "prompts.h"

#include "confirmationdialog.h"
#include "settings.h"

#include <QFileDialog>

namespace ui {

void DialogPrompts::confirm(QWidget* parent, const Confirmation& confirmation,
                            std::function<void()> accepted)
{
    Confirmation asked = confirmation;
    if (m_settings && !m_settings->typesNames() && !asked.insists)
        asked.nameToType.clear();
    auto* dialog = new ConfirmationDialog(asked, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(accepted));
    dialog->open();
}

void DialogPrompts::chooseFolder(QWidget* parent, const QString& title, const QString& start,
                                 std::function<void(QString)> chosen)
{
    auto* dialog = new QFileDialog(parent, title, start);
    dialog->setObjectName(QStringLiteral("folderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DialogPrompts::chooseSaveFile(QWidget* parent, const QString& title,
                                   const QString& suggestedName,
                                   std::function<void(QString)> chosen)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("saveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DialogPrompts::chooseOpenFile(QWidget* parent, const QString& title,
                                   std::function<void(QString)> chosen)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("openFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace ui
