#include "snippetdialog.h"

#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int NameLengthMax = 60;
}

SnippetDialog::SnippetDialog(QWidget* parent)
    : FormDialog(u"snippetDialog"_s, parent)
    , m_name(new QLineEdit)
    , m_isEverywhere(new QCheckBox)
{
    resize(420, 220);
    m_name->setObjectName(u"snippetName"_s);
    m_name->setMaxLength(NameLengthMax);
    m_nameField = new Field(m_name);
    m_isEverywhere->setObjectName(u"snippetEverywhere"_s);
    m_isEverywhere->setChecked(true);
    auto* privacy = new Label(TextRole::Caption, Tone::Muted);
    privacy->setWordWrap(true);
    body()->addWidget(m_nameField);
    body()->addWidget(m_isEverywhere);
    body()->addWidget(privacy);
    body()->addStretch();
    const auto check = [this] {
        setValid(!m_name->text().trimmed().isEmpty(), tr("Give it a name first"));
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    connect(this, &FormDialog::submitRequested, this, [this] {
        emit submitted(m_name->text().trimmed(), m_isEverywhere->isChecked());
        accept();
    });
    keepTranslated(this, [this, privacy, check] {
        setTitle(tr("Keep the body"));
        m_nameField->setTitle(tr("Name"));
        m_isEverywhere->setText(tr("For every connection"));
        privacy->setText(tr("It is kept in the settings of this computer, readable for whoever can "
                            "read those."));
        submitButton()->setText(tr("Keep"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
    m_name->setFocus();
}

} // namespace ui
