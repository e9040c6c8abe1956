#include "callhost.h"

#include "hostaround.h"
#include "icons.h"
#include "translated.h"

#include <QCoreApplication>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct CallButtonText
{
    Q_DECLARE_TR_FUNCTIONS(ui::CallHost)
};

} // namespace

CallHost* CallHost::around(const QWidget* widget)
{
    return hostAround<CallHost>(widget);
}

QPushButton* makeCallButton(QWidget* dialog, std::function<cmq::Action()> action)
{
    auto* button = new QPushButton(dialog);
    button->setObjectName(dialog->objectName() + u"Call"_s);
    button->setIcon(icon(u"list-ul"));
    button->setAutoDefault(false);
    button->setVisible(CallHost::around(dialog) != nullptr);
    QObject::connect(button, &QPushButton::clicked, dialog, [dialog, action = std::move(action)] {
        if (CallHost* host = CallHost::around(dialog))
            host->showCall(action(), dialog);
    });
    keepTranslated(button, [button] {
        button->setText(CallButtonText::tr("Show the call"));
        button->setToolTip(
            CallButtonText::tr("The request to CMQ's API that does this, and code for it"));
    });
    return button;
}

} // namespace ui
