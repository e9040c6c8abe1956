#include "rehearsalhost.h"

#include "hostaround.h"
#include "icons.h"
#include "translated.h"

#include <QCoreApplication>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct RehearseButtonText
{
    Q_DECLARE_TR_FUNCTIONS(ui::RehearsalHost)
};

} // namespace

RehearsalHost* RehearsalHost::around(const QWidget* widget)
{
    return hostAround<RehearsalHost>(widget);
}

QPushButton* makeRehearseButton(QWidget* dialog, std::function<Rehearsal()> rehearsal)
{
    auto* button = new QPushButton(dialog);
    button->setObjectName(dialog->objectName() + u"Rehearse"_s);
    button->setIcon(icon(u"eye"));
    button->setAutoDefault(false);
    const RehearsalHost* host = RehearsalHost::around(dialog);
    button->setVisible(host != nullptr);
    button->setEnabled(host && host->whyNotRehearse().isEmpty());
    QObject::connect(button, &QPushButton::clicked, dialog,
                     [dialog, rehearsal = std::move(rehearsal)] {
                         if (RehearsalHost* found = RehearsalHost::around(dialog))
                             found->rehearse(rehearsal(), dialog);
                     });
    keepTranslated(button, [button, dialog] {
        button->setText(RehearseButtonText::tr("Rehearse"));
        const RehearsalHost* found = RehearsalHost::around(dialog);
        const QString whyNot = found ? found->whyNotRehearse() : QString();
        button->setToolTip(
            whyNot.isEmpty() ? RehearseButtonText::tr("Try it on a copy and see what would change")
                             : whyNot);
    });
    return button;
}

} // namespace ui
