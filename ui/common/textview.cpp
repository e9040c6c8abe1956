#include "textview.h"

#include "fonts.h"

#include <QPlainTextEdit>

namespace ui {

QPlainTextEdit* makeTextView(const QString& name)
{
    auto* view = new QPlainTextEdit;
    view->setObjectName(name);
    view->setReadOnly(true);
    view->setFont(monoFont());
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setTabChangesFocus(true);
    return view;
}

} // namespace ui
