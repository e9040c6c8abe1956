#include "inspectdialog.h"

#include "messageproperties.h"

#include "ui/bodyview/bodyviewer.h"
#include "ui/common/format.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

InspectDialog::InspectDialog(const cmq::PeekedMessage& message, cmq::Time now, Prompts& prompts,
                             QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"inspectDialog"_s);
    resize(720, 560);
    const QString id = QString::fromStdString(message.msgId);
    auto* viewer = new BodyViewer(u"inspectBody"_s, prompts);
    auto* close = new QPushButton;
    close->setObjectName(u"inspectClose"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(viewer, 1);
    layout->addLayout(buttons);
    viewer->setMessage(QByteArray::fromStdString(message.msgBody), messageProperties(message, now),
                       id);
    keepTranslated(this, [this, viewer, close, message, now, id] {
        setWindowTitle(tr("Message %1").arg(formatForeign(id)));
        close->setText(tr("Close"));
        viewer->setProperties(messageProperties(message, now));
    });
}

} // namespace ui
