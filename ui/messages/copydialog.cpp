#include "copydialog.h"

#include "queuepicker.h"

#include "ui/common/field.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

CopyDialog::CopyDialog(const QStringList& queueNames, int messageCount, QWidget* parent)
    : FormDialog(u"copyDialog"_s, parent)
    , m_target(new QueuePicker(u"copyTarget"_s))
{
    resize(460, 220);
    m_target->setQueueNames(queueNames);
    m_target->setCurrentIndex(-1);
    m_field = new Field(m_target);
    body()->addWidget(m_field);
    body()->addStretch();
    connect(m_target, &QComboBox::currentIndexChanged, this, [this](int index) {
        setValid(index >= 0, tr("Choose a queue first"));
    });
    connect(this, &FormDialog::submitRequested, this, [this] {
        emit submitted(m_target->queueName());
        accept();
    });
    keepTranslated(this, [this, messageCount] {
        setTitle(tr("Copy %n message(s)", nullptr, messageCount));
        m_field->setTitle(tr("To queue"));
        m_field->setHint(tr("Each is sent there as a new message; the originals stay."));
        m_target->setAccessibleName(tr("To queue"));
        submitButton()->setText(tr("Copy"));
        closeButton()->setText(tr("Cancel"));
        setValid(m_target->currentIndex() >= 0, tr("Choose a queue first"));
    });
}

} // namespace ui
