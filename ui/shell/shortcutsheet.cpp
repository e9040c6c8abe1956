#include "shortcutsheet.h"

#include "ui/common/actiontext.h"
#include "ui/common/fonts.h"
#include "ui/common/label.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* title = new Label(TextRole::PageTitle);
    title->setObjectName(u"shortcutSheetTitle"_s);
    title->setText(windowTitle());

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(8);
    int row = 0;
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        auto* what = new Label;
        what->setObjectName(action->objectName() + u"Text"_s);
        what->setText(actionTitle(*action));
        auto* keys = new Label(TextRole::Body, Tone::Secondary);
        keys->setObjectName(action->objectName() + u"Keys"_s);
        keys->setFont(monoFont());
        keys->setText(action->shortcut().toString(QKeySequence::NativeText));
        grid->addWidget(what, row, 0);
        grid->addWidget(keys, row, 1, Qt::AlignRight);
        ++row;
    }
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(u"shortcutSheetClose"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addWidget(title);
    layout->addLayout(grid);
    layout->addStretch();
    layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace ui
