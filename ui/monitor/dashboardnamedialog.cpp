#include "dashboardnamedialog.h"

#include "dashboard.h"

#include "ui/common/field.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

DashboardNameDialog::DashboardNameDialog(const QString& name, const QStringList& taken,
                                         QWidget* parent)
    : FormDialog(u"dashboardNameDialog"_s, parent)
{
    resize(420, 180);
    auto* edit = new QLineEdit(name);
    edit->setObjectName(u"dashboardName"_s);
    edit->setMaxLength(DashboardNameMax);
    auto* field = new Field(edit);
    body()->addWidget(field);
    body()->addStretch();
    const auto check = [this, edit, field, taken] {
        const QString typed = edit->text().trimmed();
        const bool isTaken = taken.contains(typed, Qt::CaseInsensitive);
        field->setError(isTaken ? tr("Another dashboard has this name.") : QString());
        setValid(!typed.isEmpty() && !isTaken, tr("Give it a name first"));
    };
    connect(edit, &QLineEdit::textChanged, this, check);
    connect(this, &FormDialog::submitRequested, this, [this, edit] {
        emit submitted(edit->text().trimmed());
        accept();
    });
    keepTranslated(this, [this, field, check, isNew = name.isEmpty()] {
        setTitle(isNew ? tr("New dashboard") : tr("Rename the dashboard"));
        field->setTitle(tr("Name"));
        submitButton()->setText(isNew ? tr("Add") : tr("Rename"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
    edit->setFocus();
    edit->selectAll();
}

} // namespace ui
