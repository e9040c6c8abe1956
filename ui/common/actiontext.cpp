#include "actiontext.h"

#include <QAction>
#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

QString actionTitle(const QAction& action)
{
    static const QRegularExpression marks(u"\\(&\\w\\)|…|&(?=[^&])"_s); // "&&" is one "&"
    return action.text().remove(marks);
}

void enableAction(QAction* action, const QString& description, const QString& reason)
{
    const QString said = reason.isEmpty() ? description : reason;
    const bool hasKeys = reason.isEmpty() && !action->shortcut().isEmpty();
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setEnabled(reason.isEmpty());
    action->setToolTip(hasKeys ? said + u" ("_s + keys + u')' : said);
    action->setStatusTip(said);
}

} // namespace ui
